using KernelPort.Core;
using KernelPort.Migration;

namespace KernelPort.Cli;

/// <summary>Prints diagnostics to standard error in the form that build systems read.</summary>
public static class DiagnosticOutput
{
    // a wall of repeats helps nobody; the report has them all
    private const int RepeatLimit = 20;

    public static void Write(IReadOnlyList<Diagnostic> diagnostics, CommonValues options, CommandContext context, bool isCheck = false)
    {
        var language = options.Language;
        var shown = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var d in diagnostics)
        {
            var severity = isCheck && HazardRules.IsHazard(d.Code) ? d.Severity : Verdict.Shown(d, options.Strict);
            if (severity == Severity.Note || (options.Quiet && severity != Severity.Error))
            {
                continue;
            }
            int count = shown[d.Code] = shown.GetValueOrDefault(d.Code) + 1;
            if (count > RepeatLimit && IsListed(d.Code))
            {
                continue;
            }
            string text = DiagnosticPrinter.Print(language.Of(d) with { Rule = d.Rule with { Severity = severity } }, context.IsTerminal);
            context.Error.Write(options.Color ? Colour(text, severity) : text);
        }
        foreach (var (code, count) in shown.Where(s => s.Value > RepeatLimit && IsListed(s.Key)).OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            context.Error.Write(FormattableString.Invariant($"kernelport: {(options.Strict ? "error" : "warning")} {code}: and {count - RepeatLimit} more; --report lists them all\n"));
        }
    }

    /// <summary>Such that a file may have hundreds of.</summary>
    private static bool IsListed(string code) => code.StartsWith("KP4", StringComparison.Ordinal);

    private static string Colour(string text, Severity severity)
    {
        string word = severity == Severity.Error ? "error " : "warning ";
        int at = text.IndexOf(word, StringComparison.Ordinal);
        return at < 0 ? text : $"{text[..at]}\u001b[{(severity == Severity.Error ? 31 : 33)}m{word.Trim()}\u001b[0m {text[(at + word.Length)..]}";
    }
}
