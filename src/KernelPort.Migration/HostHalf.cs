using KernelPort.Backends;
using KernelPort.Core;

namespace KernelPort.Migration;

/// <summary>
/// Makes plain C++ of the host's side of CUDA programs, for machines whose kernels are written anew: kernels keep their heads and launch what was
/// emitted, the device's own functions go, and every other byte stays as it was.
/// </summary>
public static class HostHalf
{
    /// <summary>Something in the tree launches kernels.</summary>
    public static bool IsIn(SourceTree tree) => tree.Files.Any(f => f.DeviceTexts.Exists(d => d.Launches.Count > 0));

    /// <param name="side">The target's runtime by CUDA's names.</param>
    /// <param name="kernelsOf">The name of a file without its suffix where kernels of it were emitted: what <c>NAME.host.h</c> declares is made known then.</param>
    public static IReadOnlyList<MigratedFile> Run(SourceTree tree, Target target, HostSide side, Func<SourceText, string?> kernelsOf)
    {
        var headers = side.Headers.Select(h => (h.Name, Names: HostSide.NamesOf(h.Text()))).ToList();
        var spoken = new HashSet<string>(StringComparer.Ordinal);
        var editors = tree.Files.Select(f => new HostEditor(f, headers)).ToList();
        editors.ForEach(e => spoken.UnionWith(e.Spoken()));
        return [.. editors.Select(e => Finish(e, target, spoken, kernelsOf))];
    }

    private static MigratedFile Finish(HostEditor editor, Target target, HashSet<string> spoken, Func<SourceText, string?> kernelsOf)
    {
        var file = editor.File;
        editor.Run(spoken, file.IsUnit ? kernelsOf(file.Source) : null);
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
