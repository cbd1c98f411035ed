using System.Net;
using System.Text;
using KernelPort.Core;

namespace KernelPort.Cli.Reports;

/// <summary>Two texts beside each other as rows of an HTML table: the lines that differ, and a few around them.</summary>
public static class SideBySide
{
    private const int Context = 2;

    /// <summary>The rows, and how many lines differ on either side.</summary>
    public static (string Rows, int Removed, int Added) Of(string before, string after)
    {
        var a = LineDiff.Lines(before);
        var b = LineDiff.Lines(after);
        var match = LineDiff.Match(a, b);
        var rows = new List<(int A, int B)>();
        int atB = 0;
        var pending = new List<int>();
        for (int k = 0; k <= a.Count; k++)
        {
            int to = k == a.Count ? b.Count : match[k];
            if (to < 0)
            {
                pending.Add(k);
                continue;
            }
            // what was replaced stands beside what replaced it
            for (int i = 0; i < Math.Max(pending.Count, to - atB); i++)
            {
                rows.Add((i < pending.Count ? pending[i] : -1, atB + i < to ? atB + i : -1));
            }
            pending.Clear();
            atB = to + 1;
            if (k < a.Count)
            {
                rows.Add((k, to));
            }
        }
        bool Differs(int row) => rows[row].A < 0 || rows[row].B < 0 || match[rows[row].A] != rows[row].B;
        var differing = Enumerable.Range(0, rows.Count).Where(Differs).ToList();
        var text = new StringBuilder();
        int last = -1;
        foreach (int row in differing.SelectMany(d => Enumerable.Range(d - Context, (2 * Context) + 1)).Where(r => r >= 0 && r < rows.Count).Distinct().Order())
        {
            if (row != last + 1)
            {
                text.Append("<tr class=\"gap\"><td colspan=\"4\">&#8942;</td></tr>\n");
            }
            last = row;
            bool differs = Differs(row);
            text.Append("<tr>").Append(Side(a, rows[row].A, differs ? "old" : "same")).Append(Side(b, rows[row].B, differs ? "new" : "same")).Append("</tr>\n");
        }
        return (text.ToString(), differing.Count(r => rows[r].A >= 0), differing.Count(r => rows[r].B >= 0));
    }

    private static string Side(IReadOnlyList<string> lines, int at, string style) => at < 0
        ? "<td class=\"no\"></td><td></td>"
        : FormattableString.Invariant($"<td class=\"no\">{at + 1}</td><td class=\"{style}\"><code>{WebUtility.HtmlEncode(Readable(lines[at].TrimEnd('\r', '\n')))}</code></td>");

    /// <summary>The text is bytes; people want to read it as UTF-8 where it is that.</summary>
    private static string Readable(string line) => line.All(char.IsAscii) ? line : Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(line));
}
