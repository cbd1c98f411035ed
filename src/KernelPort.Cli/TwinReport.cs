using System.Globalization;
using KernelPort.Core;

namespace KernelPort.Cli;

/// <summary>What a twin wrote down while a program ran, apart from the program's own output: a violation's code, or a race a line.</summary>
/// <param name="origins">Where a file that we wrote comes from: its path, and for a line the line it comes from.</param>
/// <param name="written">A line of a file that we wrote; no place where the file is the user's.</param>
internal sealed class TwinReport(string path, Func<string, int, (string Path, int Line)> origins, Func<string, int, Span> written)
{
    private const string Race = "TW060";

    private readonly string[] _lines = File.Exists(path) ? File.ReadAllLines(path) : [];

    /// <summary>The code of what stopped the run.</summary>
    public string? Violation => _lines.LastOrDefault(l => !l.StartsWith(Race, StringComparison.Ordinal))?.Trim();

    /// <summary>One diagnostic a pair of places, and one word to whom it may concern lanes in step.</summary>
    public IReadOnlyList<Diagnostic> Races(string engine)
    {
        var found = new List<Diagnostic>();
        var lines = new SourceLines();
        bool lanes = false;
        foreach (string[] race in _lines.Select(l => l.Split('\t')).Where(f => f.Length == 7 && f[0] == Race))
        {
            var (before, now) = (Split(race[2]), Split(race[4]));
            var (beforePath, beforeLine) = origins(before.Path, before.Line);
            var (nowPath, nowLine) = origins(now.Path, now.Line);
            var diagnostic = RunRules.Race.At(lines.At(nowPath, nowLine), race[5], race[3], $"{SourceLines.Short(beforePath)}({beforeLine.ToString(CultureInfo.InvariantCulture)}) in block {race[6]}")
                .Note(lines.At(beforePath, beforeLine), "the other access");
            foreach (var (line, what) in new[] { (written(now.Path, now.Line), "this access"), (written(before.Path, before.Line), "the other access") })
            {
                diagnostic = line.IsNone ? diagnostic : diagnostic.Note(line, $"{what} in the text that ran on {engine}");
            }
            found.Add(diagnostic);
            lanes |= race[1] == "lanes";
        }
        if (lanes)
        {
            found.Add(RunRules.RaceOfLanes.At(Span.None, engine));
        }
        return found;
    }

    private static (string Path, int Line) Split(string place)
    {
        int colon = place.LastIndexOf(':');
        return colon > 0 && int.TryParse(place.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int line) ? (place[..colon], line) : (place, 0);
    }
}
