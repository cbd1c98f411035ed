using System.Globalization;
using KernelPort.Core;

namespace KernelPort.Cli;

/// <summary>What a twin wrote down while a program ran, apart from the program's own output: a violation's code, or a race a line.</summary>
/// <param name="origins">Where a file that we wrote comes from: its path, and for a line the line it comes from.</param>
internal sealed class TwinReport(string path, Func<string, int, (string Path, int Line)> origins)
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
            var (before, beforeLine) = Place(race[2]);
            var (now, nowLine) = Place(race[4]);
            found.Add(RunRules.Race.At(lines.At(now, nowLine), race[5], race[3], $"{SourceLines.Short(before)}({beforeLine.ToString(CultureInfo.InvariantCulture)}) in block {race[6]}"));
            lanes |= race[1] == "lanes";
        }
        if (lanes)
        {
            found.Add(RunRules.RaceOfLanes.At(Span.None, engine));
        }
        return found;
    }

    private (string, int) Place(string place)
    {
        int colon = place.LastIndexOf(':');
        return colon > 0 && int.TryParse(place.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int line) ? origins(place[..colon], line) : (place, 0);
    }
}
