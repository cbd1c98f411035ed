using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KernelPort.Cli.Reports;
using KernelPort.Core;

namespace KernelPort.Cli;

/// <summary>One finding that is known: by code, file and the text of its line, so that it is found again when lines move.</summary>
/// <param name="Line">A hash of the line's text, blanks at its ends left out.</param>
/// <param name="Occurrence">Which of the same findings on lines of the same text, from 0.</param>
public sealed record BaselineEntry(string Code, string? Target, string File, string Line, int Occurrence);

/// <summary>The findings of an earlier run; only what is new counts.</summary>
public static class Baseline
{
    public static IReadOnlyList<Diagnostic> New(IReadOnlyList<Diagnostic> diagnostics, string path, string root)
    {
        HashSet<BaselineEntry> known;
        try
        {
            known = [.. JsonSerializer.Deserialize(Inputs.Load(path).Text, ReportJson.Default.ListBaselineEntry) ?? []];
        }
        catch (JsonException e)
        {
            throw new CommandException(ExitCodes.BadInput, $"{path}: no baseline: {e.Message}");
        }
        return [.. Keyed(diagnostics, root).Where(d => d.Key is null || !known.Contains(d.Key)).Select(d => d.Diagnostic)];
    }

    public static void Write(IReadOnlyList<Diagnostic> diagnostics, string path, string root)
    {
        var entries = Keyed(diagnostics, root).Select(d => d.Key).OfType<BaselineEntry>().ToList();
        try
        {
            File.WriteAllText(path, JsonSerializer.Serialize(entries, ReportJson.Default.ListBaselineEntry) + "\n", new UTF8Encoding(false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCodes.BadCommandLine, $"the baseline '{path}' cannot be written: {e.Message}");
        }
    }

    /// <summary>Findings of porting only: wrong input is never known and done with.</summary>
    private static IEnumerable<(Diagnostic Diagnostic, BaselineEntry? Key)> Keyed(IReadOnlyList<Diagnostic> diagnostics, string root)
    {
        var seen = new Dictionary<BaselineEntry, int>();
        foreach (var d in diagnostics)
        {
            BaselineEntry? key = null;
            if (d.Span.Source is { } source && d.Code.StartsWith("KP4", StringComparison.Ordinal))
            {
                string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.Latin1.GetBytes(source.Line(d.Span.Line).Trim())))[..16];
                key = new BaselineEntry(d.Code, d.Target, Path.GetRelativePath(root, Path.GetFullPath(source.Path)).Replace('\\', '/'), hash, 0);
                int count = seen[key] = seen.GetValueOrDefault(key) + 1;
                key = key with { Occurrence = count - 1 };
            }
            yield return (d, key);
        }
    }
}
