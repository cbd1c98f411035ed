using System.Net;
using System.Text;

namespace KernelPort.Cli.Reports;

/// <summary>The report for people, as one HTML page without anything from elsewhere.</summary>
public static class HtmlReport
{
    public static string Print(ReportModel model)
    {
        var text = new StringBuilder();
        text.Append("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>KernelPort report</title>\n");
        text.Append("<style>body{font:14px sans-serif;margin:2em}table{border-collapse:collapse;margin:1em 0}td,th{border:1px solid #ccc;padding:2px 8px;text-align:left}</style>\n");
        text.Append("<h1>KernelPort report</h1>\n");
        Table(text, "Targets", ["Target", "Profile", "Files", "Tokens", "Migrated", "Kept", "Unsupported", "Unknown"], model.Targets.Select(t => new object?[]
            { t.Name, t.Profile, t.Files.Count, t.Tokens.Total, t.Tokens.Migrated, t.Tokens.Kept, t.Tokens.Unsupported, t.Tokens.Unknown }));
        Table(text, "Kernels", ["Kernel", "Place", .. model.Targets.Select(t => t.Name)], model.Kernels.Select(k => (object?[])
            [k.Instantiation ?? k.Name, FormattableString.Invariant($"{k.File}:{k.Line}"), .. model.Targets.Select(t => k.PerTarget.TryGetValue(t.Name, out var s) ? $"{s.Status} {string.Join(' ', s.Diagnostics)}" : "")]));
        Table(text, "Diagnostics", ["Code", "Severity", "Place", "Target", "Message"], model.Diagnostics.Select(d => new object?[]
            { d.Code, d.Severity, d.File is null ? "" : FormattableString.Invariant($"{d.File}:{d.Line}:{d.Column}"), d.Target, d.Message }));
        return text.Append("</html>\n").ToString();
    }

    private static void Table(StringBuilder text, string title, IEnumerable<string> head, IEnumerable<object?[]> rows)
    {
        text.Append($"<h2>{title}</h2>\n<table><tr>").Append(string.Concat(head.Select(h => $"<th>{Escape(h)}</th>"))).Append("</tr>\n");
        foreach (var row in rows)
        {
            text.Append("<tr>").Append(string.Concat(row.Select(c => $"<td>{Escape(c)}</td>"))).Append("</tr>\n");
        }
        text.Append("</table>\n");
    }

    private static string Escape(object? value) => WebUtility.HtmlEncode(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "");
}
