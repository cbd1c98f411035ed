using System.Globalization;
using System.Net;
using System.Text;

namespace KernelPort.Cli.Reports;

/// <summary>What our HTML pages are made of.</summary>
internal static class HtmlText
{
    private const string Style = """
        body{font:14px/1.4 system-ui,sans-serif;margin:2em auto;max-width:1400px;padding:0 1em;color:#222}
        table{border-collapse:collapse;margin:1em 0}td,th{border:1px solid #d0d7de;padding:3px 9px;text-align:left;vertical-align:top}
        th{background:#f6f8fa}td.number{text-align:right;font-variant-numeric:tabular-nums}
        .bar{display:flex;width:260px;height:14px;border-radius:3px;overflow:hidden}.bar i{display:block;height:100%}
        .kept{background:#8c959f}.migrated{background:#2da44e}.unsupported{background:#cf222e}.unknown{background:#bf8700}
        .legend i{display:inline-block;width:12px;height:12px;margin:0 4px 0 12px;border-radius:2px}
        .status-migrated,.status-emitted{color:#1a7f37}.status-degraded{color:#9a6700}.status-refused,.error{color:#cf222e}.warning{color:#9a6700}
        details{margin:.4em 0}summary{cursor:pointer}table.diff{width:100%;table-layout:fixed}table.diff td{border:0;border-left:1px solid #d0d7de;padding:0 6px}
        table.diff .no{width:4em;color:#8c959f;text-align:right}table.diff code{white-space:pre-wrap;overflow-wrap:anywhere;font-size:12px}
        td.old{background:#ffebe9}td.new{background:#dafbe1}tr.gap td{color:#8c959f;background:#f6f8fa;text-align:center}
        """;

    public const string Foot = "</body></html>\n";

    public static string Head(string title) => $"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{Escape(title)}</title>\n<style>\n{Style}\n</style></head><body>\n";

    public static void Table(StringBuilder text, string title, IEnumerable<string> head, IEnumerable<string[]> rows)
    {
        text.Append($"<h2>{Escape(title)}</h2>\n");
        var all = rows.ToList();
        if (all.Count == 0)
        {
            text.Append("<p>None.</p>\n");
            return;
        }
        text.Append("<table><tr>").Append(string.Concat(head.Select(h => $"<th>{Escape(h)}</th>"))).Append("</tr>\n");
        foreach (string[] row in all)
        {
            text.Append("<tr>").Append(string.Concat(row)).Append("</tr>\n");
        }
        text.Append("</table>\n");
    }

    public static string Cell(object? value) => $"<td>{Escape(value)}</td>";

    public static string Number(object value) => $"<td class=\"number\">{Escape(value)}</td>";

    public static string Escape(object? value) => WebUtility.HtmlEncode(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
}
