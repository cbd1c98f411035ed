using System.Globalization;
using System.Text;

namespace KernelPort.Core;

/// <summary>Prints diagnostics as `file(line,col): error KP1001: text`, with the source line and a caret where asked.</summary>
public static class DiagnosticPrinter
{
    public static string Print(Diagnostic diagnostic, bool withSource)
    {
        var text = new StringBuilder();
        string word = diagnostic.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "message" };
        string target = diagnostic.Target is null ? "" : $" [{diagnostic.Target}]";
        text.Append(Place(diagnostic.Span)).Append(word).Append(' ').Append(diagnostic.Code).Append(": ").Append(diagnostic.Message).Append(target).Append('\n');
        if (withSource)
        {
            AppendSource(text, diagnostic.Span);
        }
        foreach (var related in diagnostic.Related)
        {
            text.Append(Place(related.Span)).Append("message : ").Append(related.Message).Append('\n');
            if (withSource)
            {
                AppendSource(text, related.Span);
            }
        }
        return text.ToString();
    }

    private static string Place(Span span)
    {
        if (span.Source is null)
        {
            return "kernelport: ";
        }
        var (line, column) = span.Position;
        return string.Create(CultureInfo.InvariantCulture, $"{span.Source.Path}({line},{column}): ");
    }

    private static void AppendSource(StringBuilder text, Span span)
    {
        if (span.Source is null)
        {
            return;
        }
        var (line, column) = span.Position;
        string source = span.Source.Line(line);
        if (source.Length > 400 || column - 1 > source.Length)
        {
            return;
        }
        int width = Math.Max(1, Math.Min(span.Length, source.Length - column + 1));
        var pad = new StringBuilder();
        foreach (char c in source[..(column - 1)])
        {
            pad.Append(c == '\t' ? '\t' : ' ');
        }
        text.Append("  ").Append(source).Append('\n').Append("  ").Append(pad).Append('^').Append('~', width - 1).Append('\n');
    }
}
