using System.Text.RegularExpressions;
using KernelPort.Core;

namespace KernelPort.Migration;

/// <summary>A user's own rules: a file with the columns of a table of names (cuda, kind, target, mark, source; the last two may be left out).</summary>
public static partial class UserRules
{
    private static readonly string Kinds = string.Join(", ", Enum.GetNames<ApiKind>().Where(k => k != nameof(ApiKind.Library)).Select(k => k.ToLowerInvariant()));

    /// <summary>What is wrong with a line is reported there; the other lines are still read.</summary>
    public static IReadOnlyList<ApiRow> Read(SourceText source, DiagnosticBag bag)
    {
        var rows = new Dictionary<(string, bool), ApiRow>();
        int start = 0;
        foreach (string line in source.Text.Split('\n'))
        {
            string text = line.TrimEnd('\r');
            if (text.Trim().Length > 0 && !(start == 0 && text.TrimStart('\u00EF', '\u00BB', '\u00BF').StartsWith("cuda,kind,target", StringComparison.Ordinal)))
            {
                string? wrong = Row(text, out var row) ?? (rows.TryAdd((row!.Cuda, row.Kind == ApiKind.Wide), row) ? null : $"'{row.Cuda}' has a rule above");
                if (wrong is not null)
                {
                    bag.Add(MigrationRules.BadRule.At(new Span(source, start, text.Length), wrong));
                }
            }
            start += line.Length + 1;
        }
        return [.. rows.Values];
    }

    private static string? Row(string text, out ApiRow? row)
    {
        row = null;
        var cells = Csv.Split(text);
        if (cells.Count is < 3 or > 5)
        {
            return Invariant($"{cells.Count} column(s) where cuda,kind,target[,mark[,source]] were expected");
        }
        if (!Enum.TryParse<ApiKind>(cells[1], ignoreCase: true, out var kind) || char.IsAsciiDigit(cells[1][0]) || kind == ApiKind.Library)
        {
            return $"the kind '{cells[1]}' is none of {Kinds}";
        }
        if (kind == ApiKind.Header ? cells[0].Length == 0 : !Name().IsMatch(cells[0]))
        {
            return $"'{cells[0]}' is no name";
        }
        if (cells.ElementAtOrDefault(3) is not (null or "" or "?"))
        {
            return $"the mark '{cells[3]}' is neither empty nor '?'";
        }
        if (kind is ApiKind.Call or ApiKind.Wide && Hole().Replace(cells[2], "").AsSpan().IndexOfAny('{', '}') >= 0)
        {
            return $"the holes of '{cells[2]}' are not all of the form {{0}} or {{0|default}}";
        }
        row = new ApiRow(cells[0], kind, cells[2], cells.ElementAtOrDefault(3) == "?", cells.ElementAtOrDefault(4) ?? "a rule of the user's");
        return null;
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    [GeneratedRegex(@"^[A-Za-z_]\w*$")]
    private static partial Regex Name();

    [GeneratedRegex(@"\{\d{1,2}(\|[^{}]*)?\}")]
    private static partial Regex Hole();
}
