using KernelPort.Backends;
using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Migration;

/// <summary>What was emitted of a unit: the name of its files without suffixes, and the variables of file scope that its kernels use.</summary>
public sealed record EmittedUnit(string Stem, IReadOnlyList<Global> Variables);

/// <summary>
/// Makes plain C++ of the host's side of CUDA programs, for machines whose kernels are written anew: kernels keep their heads and launch what was
/// emitted, the device's own functions go, and every other byte stays as it was.
/// </summary>
public static class HostHalf
{
    /// <summary>Something in the tree launches kernels.</summary>
    public static bool IsIn(SourceTree tree) => tree.Files.Any(f => f.DeviceTexts.Exists(d => d.Launches.Count > 0));

    /// <summary>The sizes of blocks that the tree's launches of a kernel have where they stand in the text.</summary>
    /// <param name="kernel">Its name without namespaces and template arguments.</param>
    public static IEnumerable<Extent> BlocksOf(SourceTree tree, string kernel) =>
        tree.Files.SelectMany(f => f.DeviceTexts).SelectMany(d => d.Launches).Where(l => l.Name == kernel && l.Block is not null).Select(l => new Extent(l.Block!.Value.X, l.Block.Value.Y, l.Block.Value.Z));

    /// <param name="side">The target's runtime by CUDA's names.</param>
    /// <param name="emitted">What was emitted of a source: what its <c>NAME.host.h</c> declares is made known then.</param>
    public static IReadOnlyList<MigratedFile> Run(SourceTree tree, Target target, HostSide side, Func<SourceText, EmittedUnit?> emitted)
    {
        var spoken = new HashSet<string>(StringComparer.Ordinal);
        var editors = tree.Files.Select(f => new HostEditor(f, side.Headers)).ToList();
        editors.ForEach(e => spoken.UnionWith(e.Spoken()));
        return [.. editors.Select(e => Finish(e, target, spoken, emitted))];
    }

    private static MigratedFile Finish(HostEditor editor, Target target, HashSet<string> spoken, Func<SourceText, EmittedUnit?> emitted)
    {
        var file = editor.File;
        editor.Run(spoken, file.IsUnit ? emitted(file.Source) : null);
        var edits = editor.Edits;
        return new MigratedFile(
            file,
            PathOf(file.RelativePath),
            Migrator.Apply(file.Source.Text, edits),
            edits,
            editor.Counts,
            [.. editor.Bag.Ordered().Select(d => d.For(target.Name))],
            Migrator.MapLines(file.Source, edits));
    }

    /// <summary>CUDA's files become C++'s; all others keep their names.</summary>
    internal static string PathOf(string path) => path.EndsWith(".cu", StringComparison.OrdinalIgnoreCase) ? path[..^3] + ".cpp" : path;
}
