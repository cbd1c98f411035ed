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
        var lines = new SourceLines();
        foreach (Match m in ErrorLine().Matches(output).Take(Most))
        {
            var (path, line) = origins(m.Groups[1].Value, int.Parse(m.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture));
            found.Add(RunRules.Compile.At(lines.At(path, line), m.Groups[3].Value));
        }
        return found;
    }

    /// <summary>What the linker misses.</summary>
    public static Diagnostic Link(string output)
    {
        var missing = Undefined().Matches(output).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal).Take(8).ToList();
        return RunRules.Link.At(Span.None, missing.Count > 0 ? "nothing defines " + string.Join(", ", missing) : output.Trim().Split('\n')[0]);
    }

    [GeneratedRegex(@"^(/[^:\n]+):(\d+):(?:\d+:)? (?:fatal )?error: (.*)$", RegexOptions.Multiline)]
    private static partial Regex ErrorLine();

    [GeneratedRegex(@"undefined reference to `([^']+)'")]
    private static partial Regex Undefined();
}
