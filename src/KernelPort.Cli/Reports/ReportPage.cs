using System.Text;

namespace KernelPort.Cli.Reports;

/// <summary>A table of a report; cells are plain text.</summary>
public sealed record ReportTable(string Title, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>A report for people on runs of kernels: tables, and findings with the lines they are about.</summary>
public sealed record ReportPage(string Title, string Note, IReadOnlyList<ReportTable> Tables, IReadOnlyList<DiagnosticEntry> Findings)
{
    public string Markdown()
    {
        var text = new StringBuilder($"# {Title}\n\n{ToolEntry.This.Name} {ToolEntry.This.Version}. {Note}\n");
        foreach (var table in Tables)
        {
            text.Append($"\n## {table.Title}\n\n| {string.Join(" | ", table.Head)} |\n|{string.Concat(table.Head.Select(_ => "---|"))}\n");
            text.AppendJoin("", table.Rows.Select(r => $"| {string.Join(" | ", r.Select(MarkdownReport.Cell))} |\n"));
        }
        text.Append($"\n## Findings\n\n{(Findings.Count == 0 ? "None.\n" : "")}");
        foreach (var f in Findings)
        {
            text.Append($"### {f.Code} {f.Severity}: {f.Message}\n\n").AppendJoin("", Places(f).Select(p => $"- {p.What}: {p.Where}\n{(p.Line is null ? "" : $"  ```\n  {p.Line}\n  ```\n")}")).Append('\n');
        }
        return text.ToString();
    }

    public string Html()
    {
        var text = new StringBuilder(HtmlText.Head(Title));
        text.Append($"<h1>{HtmlText.Escape(Title)}</h1>\n<p>{HtmlText.Escape($"{ToolEntry.This.Name} {ToolEntry.This.Version}. {Note}")}</p>\n");
        foreach (var table in Tables)
        {
            HtmlText.Table(text, table.Title, table.Head, table.Rows.Select(r => r.Select(HtmlText.Cell).ToArray()));
        }
        HtmlText.Table(text, "Findings", ["Code", "What", "Place", "Line"], Findings.SelectMany(f => Places(f).Select((p, i) => new[]
        {
            $"<td class=\"{f.Severity}\">{(i == 0 ? f.Code : "")}</td>", HtmlText.Cell(i == 0 ? f.Message : p.What), HtmlText.Cell(p.Where), $"<td><code>{HtmlText.Escape(p.Line)}</code></td>",
        })));
        return text.Append(HtmlText.Foot).ToString();
    }

    /// <summary>Where a finding is, and what it speaks of besides.</summary>
    private static IEnumerable<(string What, string Where, string? Line)> Places(DiagnosticEntry f) =>
        (f.Related ?? []).Select(r => (r.Message, Where(r.File, r.Line, r.Column), r.Text)).Prepend(("here", Where(f.File, f.Line, f.Column), f.Text));

    private static string Where(string? file, int? line, int? column) => file is null ? "no place" : FormattableString.Invariant($"{file}:{line}:{column}");
}
