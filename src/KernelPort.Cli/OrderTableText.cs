using System.Globalization;
using System.Text;
using KernelPort.Engines;
using KernelPort.Execution;

namespace KernelPort.Cli;

/// <summary>Tables of warp widths and schedules as text: one a file, and one over all files.</summary>
public static class OrderTableText
{
    /// <summary>A row a width; under it how to run again what failed.</summary>
    public static string Print(OrderTable table)
    {
        var text = new StringBuilder();
        var widths = table.Cells.GroupBy(c => c.Warp).ToList();
        int seeded = widths[0].Count() - 1;
        text.Append(Invariant($"  {table.File}\n  {"lanes",7}  {widths[0].First().ScheduleName,-22}{(seeded > 0 ? Invariant($"{seeded} seeded") : "")}".TrimEnd())).Append('\n');
        foreach (var width in widths)
        {
            var cells = width.ToList();
            text.Append(Invariant($"  {width.Key,7}  {Word(cells[0]),-22}{Seeded(cells)}".TrimEnd())).Append('\n');
        }
        foreach (var cell in table.Cells.Where(c => !c.Passed).DistinctBy(c => (c.Warp, c.Seed is null, string.Join(' ', c.Codes))))
        {
            text.Append(Invariant($"    {cell.Warp} lanes, {cell.ScheduleName}: {cell.Detail}\n    replay: {Replay(table, cell)}\n"));
        }
        return text.ToString();
    }

    /// <summary>What all files together gave, a row a width.</summary>
    public static string Summary(IReadOnlyList<OrderTable> tables)
    {
        var text = new StringBuilder();
        text.Append("reference, by lanes of a warp:\n").Append(Invariant($"  {"lanes",7}{"runs",8}{"passed",8}{"failed",8}  codes, with their runs\n"));
        foreach (var width in tables.SelectMany(t => t.Cells).GroupBy(c => c.Warp))
        {
            var failed = width.Where(c => !c.Passed).ToList();
            var codes = failed.SelectMany(c => c.Codes.DefaultIfEmpty("mismatch")).GroupBy(c => c).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Invariant($"{g.Key} {g.Count()}"));
            text.Append(Invariant($"  {width.Key,7}{width.Count(),8}{width.Count() - failed.Count,8}{failed.Count,8}  {string.Join(", ", codes)}".TrimEnd())).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>The command that runs a cell again.</summary>
    public static string Replay(OrderTable table, OrderCell cell) =>
        Invariant($"kernelport test {table.File} --engine reference --warp {(cell.Warp == table.Cells[0].Warp ? "" : Invariant($"{table.Cells[0].Warp},"))}{cell.Warp}{(cell.Schedule == Schedule.Fair ? " --schedule fair" : "")}{(cell.Seed is { } seed ? Invariant($" --schedules 1 --seed {seed}") : "")}");

    private static string Seeded(List<OrderCell> cells)
    {
        var bad = cells.Skip(1).Where(c => !c.Passed).ToList();
        return cells.Count == 1 ? "" : bad.Count == 0 ? "pass" : Invariant($"{Word(bad.SelectMany(c => c.Codes))} ({bad.Count} of {cells.Count - 1}, first {bad[0].ScheduleName})");
    }

    private static string Word(OrderCell cell) => cell.Passed ? "pass" : Word(cell.Codes);

    private static string Word(IEnumerable<string> codes) => $"FAIL {string.Join(' ', codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}".TrimEnd();

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Invariant(string text) => text;
}
