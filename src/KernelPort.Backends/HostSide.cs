using System.Text.RegularExpressions;

namespace KernelPort.Backends;

/// <summary>A machine's runtime by CUDA's names, for host text that stays C++ beside kernels that are written anew.</summary>
/// <param name="Headers">Ours that go along; the first of them every file includes.</param>
public sealed record HostSide(IReadOnlyList<HostHeader> Headers);

/// <summary>A header of ours for host text.</summary>
/// <param name="Open">Its text.</param>
/// <param name="InPlaceOf">Headers of CUDA's in whose place it is included; one with none is included where a name of its is used.</param>
public sealed partial record HostHeader(string Name, Func<string> Open, IReadOnlyList<string> InPlaceOf)
{
    private IReadOnlySet<string>? _names;

    /// <summary>The names of CUDA's runtime that it gives.</summary>
    public IReadOnlySet<string> Names => _names ??= CudaName().Matches(Open()).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\b(?:make_)?cuda[A-Z]\w*")]
    private static partial Regex CudaName();
}
