using System.Text.RegularExpressions;
using KernelPort.Cuda.Hazards;

namespace KernelPort.Migration;

/// <summary>The kernels of a tree whose <c>warpSize</c> stands for rows of 32 threads, as their launches have them; none where the host asks a device for its width.</summary>
internal sealed partial class RowsOfThirtyTwo
{
    private readonly HashSet<string> _kernels = new(StringComparer.Ordinal);
    private readonly bool _hostAsks;

    public RowsOfThirtyTwo(IEnumerable<TreeFile> tree)
    {
        var files = tree.ToList();
        _hostAsks = files.Exists(f => MemberOfProperties().IsMatch(f.Source.Text));
        if (_hostAsks)
        {
            return;
        }
        var launched = files.SelectMany(f => f.Hazards).Where(h => h.Kind == HazardKind.RowsOfWarps).Select(h => h.Detail).ToHashSet(StringComparer.Ordinal);
        _kernels.UnionWith(files.SelectMany(f => f.Kernels.Where(k => launched.Contains(k.Name) && f.Source.Text.AsSpan(k.Span.Start, k.Span.Length).Contains("warpSize", StringComparison.Ordinal)).Select(k => k.Name)));
    }

    public bool Has(string kernel) => _kernels.Contains(kernel);

    /// <summary>Why CUDA's number is meant in a file that reads <c>warpSize</c>; null where the machine's may be.</summary>
    public string? Reason(TreeFile file) =>
        file.Kernels.FirstOrDefault(k => Has(k.Name)) is { } kernel ? $"'{kernel.Name}' is launched with rows of 32 threads"
        : !_hostAsks && TilesOfThirtyTwo().IsMatch(file.Source.Text) ? "its tiles have 32 threads"
        : null;

    [GeneratedRegex(@"(?:\.|->)\s*warpSize\b")]
    private static partial Regex MemberOfProperties();

    [GeneratedRegex(@"\btiled_partition\s*<\s*32\s*>|\bthread_block_tile\s*<\s*32\b")]
    private static partial Regex TilesOfThirtyTwo();
}
