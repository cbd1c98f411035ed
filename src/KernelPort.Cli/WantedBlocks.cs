using System.Globalization;
using KernelPort.Backends;

namespace KernelPort.Cli;

/// <summary>The sizes of blocks that a running program launched kernels with and found no text for: it writes them to a file that its environment names, and stops.</summary>
internal sealed class WantedBlocks : IDisposable
{
    public const string Variable = "KP_WANTED_BLOCKS";

    private const string Known = "s";

    private readonly Dictionary<string, IReadOnlyList<Extent>> _all = new(StringComparer.Ordinal);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "kernelport-blocks-" + Guid.NewGuid().ToString("N"));

    /// <summary>All that were asked for, by the kernels' names in the source.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Extent>> All => _all;

    /// <summary>What the last run asked for; none where it asked for nothing that a text can be made for.</summary>
    /// <param name="withoutBlock">The kernels that have no text for this reason alone: others have none for another reason.</param>
    public (string Kernel, Extent Block)? Take(IReadOnlySet<string> withoutBlock)
    {
        if (!File.Exists(Path))
        {
            return null;
        }
        string[] words = File.ReadAllLines(Path) is [var line, ..] ? line.Split(' ', 5) : [];
        File.Delete(Path);
        if (words is not [var x, var y, var z, var kind, var kernel] || (kind != Known && !withoutBlock.Contains(kernel))
            || Extent.ParseBlock($"{x},{y},{z}") is not { } block || _all.GetValueOrDefault(kernel, []).Contains(block))
        {
            return null;
        }
        _all[kernel] = [.. _all.GetValueOrDefault(kernel, []), block];
        return (kernel, block);
    }

    public static string Words(Extent block) => string.Create(CultureInfo.InvariantCulture, $"({block.X}, {block.Y}, {block.Z})");

    public void Dispose() => File.Delete(Path);
}
