using System.Text.RegularExpressions;

namespace KernelPort.Backends;

/// <summary>A machine's runtime by CUDA's names, for host text that stays C++ beside kernels that are written anew.</summary>
/// <param name="Headers">Ours that go along, the first of which every file includes, the others those that use their names; each by name with what opens it.</param>
public sealed partial record HostSide(IReadOnlyList<(string Name, Func<string> Text)> Headers)
{
    /// <summary>The names of CUDA's that a header's text gives.</summary>
    public static IReadOnlySet<string> NamesOf(string text) => Name().Matches(text).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\b(?:make_)?cuda[A-Z]\w*")]
    private static partial Regex Name();
}
