using System.Text.Json;
using KernelPort.Core;
using KernelPort.Migration;

namespace KernelPort.Cli.Reports;

/// <summary>Writes a translation's reports; the file's ending says which.</summary>
public static class Report
{
    /// <summary>The version of the report's form.</summary>
    public const string Schema = "kernelport-report/1";

    public static void Write(TranslationResult result, CommonValues options)
    {
        if (options.Reports.Count == 0)
        {
            return;
        }
        var model = Build(result, options.Strict);
        ReportFile.Write(options, ending => ending switch
        {
            ".json" => JsonSerializer.Serialize(model, ReportJson.Default.ReportModel) + "\n",
            ".sarif" => Sarif.Print(model.Tool, model.Diagnostics),
            ".md" => MarkdownReport.Print(model),
            _ => HtmlReport.Print(model, result),
        });
    }

    public static ReportModel Build(TranslationResult result, bool strict)
    {
        List<DiagnosticEntry> diagnostics = [.. result.Diagnostics.Select(d => DiagnosticEntry.Of(d, Verdict.Shown(d, strict)))];
        var sum = result.Targets.Aggregate(default(TokenCounts), (a, t) => a + t.Tokens);
        return new ReportModel(
            Schema,
            ToolEntry.This,
            [.. result.Inputs.Sources.Select(InputEntry.Of)],
            [.. result.Targets.Select(t => Target(t, result))],
            [.. result.Kernels.Select(k => new KernelEntry(k.Name, k.Instantiation, k.File, k.Line, k.PerTarget.ToDictionary(p => p.Key, p => Status(p.Value))))],
            Tokens(sum),
            TodoList.Of(diagnostics),
            diagnostics);
    }

    private static KernelTargetEntry Status(KernelStatus s) => new(s.Status, s.Codes, s.Runs.Count == 0 ? null : [.. s.Runs.Select(r => new KernelRunEntry(r.On, r.Device, r.Outcome))])
    {
        Tier = s.Form?.Tier, Why = s.Form?.Why is { Length: > 0 } why ? why : null,
    };

    private static TargetEntry Target(TargetOutcome t, TranslationResult result)
    {
        int inferred = result.Diagnostics
            .Where(d => d.Code == MigrationRules.Inferred.Code && d.Target == t.Choice.Target.Name)
            .Sum(d => int.TryParse(d.Message.Split(' ')[0], out int n) ? n : 0);
        var files = t.Files.Select(f => new FileEntry(f.Path.Replace('\\', '/'), f.From, f.Sha256, [.. f.LineMap.Select(l => new[] { l.Line, l.From })]));
        return new TargetEntry(t.Choice.Name, t.Choice.Target.Name, [.. files], Tokens(t.Tokens), inferred);
    }

    private static TokensEntry Tokens(TokenCounts t) => new(t.Total, t.Migrated, t.Kept, t.Unsupported, t.Unknown);
}
