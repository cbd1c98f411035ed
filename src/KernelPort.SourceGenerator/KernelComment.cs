using System.Text;
using System.Text.RegularExpressions;
using KernelPort.Core;

namespace KernelPort.SourceGenerator;

/// <summary>The comment above a kernel as XML documentation; what Doxygen calls <c>@param</c> stands at its parameter.</summary>
internal static partial class KernelComment
{
    public static string Of(Span kernel, IEnumerable<string> parameters)
    {
        if (kernel.IsNone || kernel.Source is not { } source)
        {
            return "";
        }
        var names = parameters.ToHashSet(StringComparer.Ordinal);
        var summary = new List<string>();
        var described = new List<(string Name, List<string> Text)>();
        foreach (string line in Above(source.Text, kernel.Start))
        {
            if (Parameter().Match(line) is { Success: true } p)
            {
                described.Add((p.Groups["name"].Value, [p.Groups["text"].Value]));
            }
            else if (line.Length == 0 || Tag().IsMatch(line))
            {
                described.Add(("", [Tag().Replace(line, "")]));
            }
            else
            {
                (described.Count > 0 && described[^1].Name.Length > 0 ? described[^1].Text : summary).Add(Tag().Replace(line, ""));
            }
        }
        summary.AddRange(described.Where(d => d.Name.Length == 0).SelectMany(d => d.Text));
        var text = new StringBuilder();
        if (summary.Exists(s => s.Trim().Length > 0))
        {
            text.Append("<summary>").Append(Xml(string.Join(" ", summary.Where(s => s.Trim().Length > 0)))).Append("</summary>\n");
        }
        foreach (var (name, lines) in described.Where(d => names.Contains(d.Name)))
        {
            text.Append("<param name=\"").Append(name).Append("\">").Append(Xml(string.Join(" ", lines))).Append("</param>\n");
        }
        return text.ToString();
    }

    /// <summary>The lines of the comment that ends right above a place, bare of their marks; launch headers are none.</summary>
    private static List<string> Above(string text, int at)
    {
        // The name stands in the declaration: its head may begin some lines before.
        var lines = text[..at].Split('\n').ToList();
        lines.RemoveAt(lines.Count - 1);
        while (lines.Count > 0 && Head().IsMatch(lines[^1]))
        {
            lines.RemoveAt(lines.Count - 1);
        }
        var found = new List<string>();
        bool inBlock = false;
        while (lines.Count > 0)
        {
            string line = lines[^1].Trim();
            lines.RemoveAt(lines.Count - 1);
            if (!inBlock && line.EndsWith("*/", StringComparison.Ordinal) && found.Count == 0)
            {
                inBlock = true;
                line = line[..^2];
            }
            bool opens = inBlock && line.StartsWith("/*", StringComparison.Ordinal);
            if (!inBlock && (!line.StartsWith("//", StringComparison.Ordinal) || LaunchHeader().IsMatch(line)))
            {
                break;
            }
            found.Add(line.TrimStart('/', '*', '!', '<').Trim());
            if (opens)
            {
                break;
            }
        }
        found.Reverse();
        return found;
    }

    private static string Xml(string text) => text.Trim().Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*[@\\]param(\[[a-z, ]*\])?\s+(?<name>\w+)\s*[:-]?\s*(?<text>.*)$")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^[@\\](brief|details|note|return|returns)\s*")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^\s*(template\s*<.*>|extern\s+""C""|__global__|__launch_bounds__\s*\(.*\)|static|void|inline|\s)*\s*$")]
    private static partial Regex Head();

    [GeneratedRegex(@"^//\s*(launch|then|expect|tolerance|symbol|kernelport)\b.*:")]
    private static partial Regex LaunchHeader();
}
