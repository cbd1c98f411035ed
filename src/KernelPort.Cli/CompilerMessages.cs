using System.Globalization;
using System.Text.RegularExpressions;
using KernelPort.Core;

namespace KernelPort.Cli;

/// <summary>Turns a C++ compiler's messages into diagnostics at the user's lines, through migration where there was one.</summary>
public static partial class CompilerMessages
{
    private const int Most = 30;

    /// <param name="origins">Where a file that we wrote comes from: its path, and for a line the line it comes from.</param>
    public static IReadOnlyList<Diagnostic> Read(string output, Func<string, int, (string Path, int Line)> origins)
    {
        var found = new List<Diagnostic>();
        var sources = new Dictionary<string, SourceText?>(StringComparer.Ordinal);
        foreach (Match m in ErrorLine().Matches(output).Take(Most))
        {
            var (path, line) = origins(m.Groups[1].Value, int.Parse(m.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture));
            if (!sources.TryGetValue(path, out var source))
            {
                sources[path] = source = File.Exists(path) ? SourceText.Read(ShortPath(path)) : null;
            }
            found.Add(RunRules.Compile.At(SpanOf(source, line), m.Groups[3].Value));
        }
        return found;
    }

    /// <summary>What the linker misses.</summary>
    public static Diagnostic Link(string output)
    {
        var missing = Undefined().Matches(output).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal).Take(8).ToList();
        return RunRules.Link.At(Span.None, missing.Count > 0 ? "nothing defines " + string.Join(", ", missing) : output.Trim().Split('\n')[0]);
    }

    private static string ShortPath(string path)
    {
        string relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    private static Span SpanOf(SourceText? source, int line)
    {
        if (source is null)
        {
            return Span.None;
        }
        int start = 0;
        for (int i = 1; i < line && start >= 0; i++)
        {
            int next = source.Text.IndexOf('\n', start);
            start = next < 0 ? start : next + 1;
        }
        int indent = source.Text.AsSpan(start).IndexOfAnyExcept(' ', '\t');
        return new Span(source, start + Math.Max(0, indent), 1);
    }

    [GeneratedRegex(@"^(/[^:\n]+):(\d+):(?:\d+:)? (?:fatal )?error: (.*)$", RegexOptions.Multiline)]
    private static partial Regex ErrorLine();

    [GeneratedRegex(@"undefined reference to `([^']+)'")]
    private static partial Regex Undefined();
}
