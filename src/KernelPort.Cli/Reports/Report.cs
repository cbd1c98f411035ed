using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KernelPort.Core;
using KernelPort.Migration;

namespace KernelPort.Cli.Reports;

/// <summary>Writes a translation's reports; the file's ending says which.</summary>
public static class Report
{
    /// <summary>The version of the report's form.</summary>
    public const string Schema = "kernelport-report/1";

    public static bool Knows(string path) => Path.GetExtension(path) is ".json" or ".md" or ".sarif" or ".html";

    public static void Write(TranslationResult result, CommonValues options)
    {
        if (options.Reports.Count == 0)
        {
            return;
        }
        var model = Build(result, options.Strict);
        foreach (string path in options.Reports)
        {
            string text = Path.GetExtension(path) switch
            {
                ".json" => JsonSerializer.Serialize(model, ReportJson.Default.ReportModel) + "\n",
                ".sarif" => JsonSerializer.Serialize(Sarif.Of(model), ReportJson.Default.SarifLog) + "\n",
                ".md" => MarkdownReport.Print(model),
                _ => HtmlReport.Print(model, result),
            };
            try
            {
                if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
                {
                    Directory.CreateDirectory(folder);
                }
                File.WriteAllText(path, text, new UTF8Encoding(false));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new CommandException(ExitCodes.BadCommandLine, $"the report '{path}' cannot be written: {e.Message}");
            }
        }
    }

    public static ReportModel Build(TranslationResult result, bool strict)
    {
        List<DiagnosticEntry> diagnostics = [.. result.Diagnostics.Select(d => Entry(d, strict))];
        var sum = result.Targets.Aggregate(default(TokenCounts), (a, t) => a + t.Tokens);
        return new ReportModel(
            Schema,
            new ToolEntry("kernelport", Version),
            [.. result.Inputs.Sources.Select(s => new InputEntry(s.Path, Convert.ToHexStringLower(SHA256.HashData(Encoding.Latin1.GetBytes(s.Text)))))],
            [.. result.Targets.Select(t => Target(t, result))],
            [.. result.Kernels.Select(k => new KernelEntry(k.Name, k.Instantiation, k.File, k.Line, k.PerTarget.ToDictionary(p => p.Key, p => Status(p.Value))))],
            Tokens(sum),
            TodoList.Of(diagnostics),
            diagnostics);
    }

    private static KernelTargetEntry Status(KernelStatus s) => new(s.Status, s.Codes, s.Runs.Count == 0 ? null : [.. s.Runs.Select(r => new KernelRunEntry(r.On, r.Device, r.Outcome))]);

    private static string Version => typeof(Report).Assembly.GetName().Version?.ToString(3) ?? "0";

    private static TargetEntry Target(TargetOutcome t, TranslationResult result)
    {
        int inferred = result.Diagnostics
            .Where(d => d.Code == MigrationRules.Inferred.Code && d.Target == t.Choice.Target.Name)
            .Sum(d => int.TryParse(d.Message.Split(' ')[0], out int n) ? n : 0);
        var files = t.Files.Select(f => new FileEntry(f.Path.Replace('\\', '/'), f.From, [.. f.LineMap.Select(l => new[] { l.Line, l.From })]));
        return new TargetEntry(t.Choice.Name, t.Choice.Target.Name, [.. files], Tokens(t.Tokens), inferred);
    }

    private static TokensEntry Tokens(TokenCounts t) => new(t.Total, t.Migrated, t.Kept, t.Unsupported, t.Unknown);

    private static DiagnosticEntry Entry(Diagnostic d, bool strict)
    {
        var (file, line, column) = Place(d.Span);
        var related = d.Related.Select(r =>
        {
            var (f, l, c) = Place(r.Span);
            return new RelatedEntry(r.Message, f, l, c);
        }).ToList();
        return new DiagnosticEntry(d.Code, Verdict.Shown(d, strict).ToString().ToLowerInvariant(), d.Message, file, line, column, d.Target, related.Count == 0 ? null : related);
    }

    private static (string?, int?, int?) Place(Span span)
    {
        if (span.Source is null)
        {
            return (null, null, null);
        }
        var (line, column) = span.Position;
        return (span.Source.Path, line, column);
    }
}
