using System.Text;
using KernelPort.Core;
using KernelPort.Migration;

namespace KernelPort.Cli;

/// <summary>Writes a translation's files, and a copy of each that nobody edits: what a later <c>--merge</c> tells the user's edits by.</summary>
internal static class TranslationOutput
{
    /// <summary>The folder of the copies, below the output folder.</summary>
    public const string CopyFolder = ".kernelport";

    /// <returns>The conflicts, and the files that have no source any more.</returns>
    public static IReadOnlyList<Diagnostic> Write(TranslationResult result, OutputFolder folder, bool merge)
    {
        var bag = new DiagnosticBag();
        foreach (var target in result.Targets)
        {
            foreach (var file in target.Files)
            {
                string path = Path.Combine(target.Choice.Folder, file.Path);
                string copy = Path.Combine(CopyFolder, path);
                if (!merge)
                {
                    Write(folder, path, file.Bytes);
                    continue;
                }
                var encoding = file.IsBytes ? Encoding.Latin1 : new UTF8Encoding(false);
                string? text = Merge(path, folder.Read(copy, encoding), folder.Read(path, encoding), file.Text, folder, bag);
                if (text is not null)
                {
                    folder.Write(path, text, encoding);
                }
                folder.Write(copy, file.Text, encoding);
            }
            if (merge)
            {
                string copies = Path.Combine(CopyFolder, target.Choice.Folder);
                foreach (string gone in folder.Files(copies).Except(target.Files.Select(f => f.Path.Replace('\\', '/')), StringComparer.Ordinal))
                {
                    bag.Add(MigrationRules.SourceGone.At(Span.None, target.Choice.Folder + "/" + gone));
                }
            }
        }
        return bag.Ordered();
    }

    /// <summary>Writes a file and its copy.</summary>
    /// <param name="path">Below the output folder.</param>
    public static void Write(OutputFolder folder, string path, byte[] bytes)
    {
        folder.Write(path, bytes);
        folder.Write(Path.Combine(CopyFolder, path), bytes);
    }

    /// <summary>What to write; null where nothing is.</summary>
    private static string? Merge(string path, string? last, string? edited, string fresh, OutputFolder folder, DiagnosticBag bag)
    {
        if (edited is null)
        {
            if (last is not null && last != fresh)
            {
                bag.Add(MigrationRules.MergeConflict.At(Start(folder, path, fresh), "it was deleted, and its source has changed; it was written again"));
            }
            return last == fresh ? null : fresh;
        }
        if (last is null && edited != fresh)
        {
            bag.Add(MigrationRules.MergeConflict.At(Start(folder, path, edited), "there is no copy of the last output to tell edits by; it stays as it is"));
            return null;
        }
        var merged = ThreeWayMerge.Run(last ?? fresh, edited, fresh);
        var source = new SourceText(folder.FullPath(path), merged.Text);
        foreach (int at in merged.Conflicts)
        {
            bag.Add(MigrationRules.MergeConflict.At(new Span(source, at, 0), "these lines were edited, and the new output changes them too"));
        }
        return merged.Text;
    }

    private static Span Start(OutputFolder folder, string path, string text) => new(new SourceText(folder.FullPath(path), text), 0, 0);
}
