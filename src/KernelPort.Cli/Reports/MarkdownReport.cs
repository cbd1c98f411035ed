using System.Text;

namespace KernelPort.Cli.Reports;

/// <summary>The report for people, as Markdown.</summary>
public static class MarkdownReport
{
    public static string Print(ReportModel model)
    {
        var text = new StringBuilder();
        text.Append($"# KernelPort report\n\n{model.Tool.Name} {model.Tool.Version}, {model.Inputs.Count} input file(s)\n\n## Targets\n\n");
        text.Append("| Target | Profile | Files | Tokens | Migrated | Kept | Unsupported | Unknown | Inferred names |\n|---|---|---|---|---|---|---|---|---|\n");
        foreach (var t in model.Targets)
        {
            text.Append(Invariant($"| {t.Name} | {t.Profile} | {t.Files.Count} | {t.Tokens.Total} | {t.Tokens.Migrated} | {t.Tokens.Kept} | {t.Tokens.Unsupported} | {t.Tokens.Unknown} | {t.InferredNames} |\n"));
        }
        text.Append("\n## Kernels\n\n| Kernel | Place |").Append(string.Concat(model.Targets.Select(t => $" {t.Name} |"))).Append('\n');
        text.Append("|---|---|").Append(string.Concat(model.Targets.Select(_ => "---|"))).Append('\n');
        foreach (var k in model.Kernels)
        {
            text.Append(Invariant($"| `{Cell(k.Instantiation ?? k.Name)}` | {Cell(k.File)}:{k.Line} |"));
            foreach (var t in model.Targets)
            {
                string cell = k.PerTarget.TryGetValue(t.Name, out var s) ? $"{s.Shown} {string.Join(' ', s.Diagnostics)} {Cell(s.Measured)}".Trim() : "";
                text.Append($" {cell} |");
            }
            text.Append('\n');
        }
        text.Append(Invariant($"\n## To do ({TodoList.Hours(model.Todo.Sum(t => t.Minutes))} by rule of thumb)\n\n| Code | Target | What | Places | Effort |\n|---|---|---|---|---|\n"));
        foreach (var t in model.Todo)
        {
            text.Append(Invariant($"| {t.Code} | {t.Target} | {Cell(t.What)} | {t.Places} | {TodoList.Hours(t.Minutes)} |\n"));
        }
        text.Append("\n## Diagnostics\n\n| Code | Severity | Place | Target | Message |\n|---|---|---|---|---|\n");
        foreach (var d in model.Diagnostics)
        {
            string place = d.File is null ? "" : Invariant($"{d.File}:{d.Line}:{d.Column}");
            text.Append($"| {d.Code} | {d.Severity} | {Cell(place)} | {d.Target} | {Cell(d.Message)} |\n");
        }
        return text.ToString();
    }

    internal static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
