using KernelPort.Core;

namespace KernelPort.Cli.Reports;

/// <summary>A diagnostic as reports have it.</summary>
public sealed record DiagnosticEntry(string Code, string Severity, string Message, string? File, int? Line, int? Column, string? Target, IReadOnlyList<RelatedEntry>? Related)
{
    /// <summary>The line it is about; only where a report shows lines.</summary>
    public string? Text { get; init; }

    public static DiagnosticEntry Of(Diagnostic d, Severity shown) => Of(d, shown, _ => null);

    /// <summary>With the lines that it and its notes are about.</summary>
    public static DiagnosticEntry WithLines(Diagnostic d) => Of(d, d.Severity, s => s.Source?.Line(s.Line).Trim());

    private static DiagnosticEntry Of(Diagnostic d, Severity shown, Func<Span, string?> text)
    {
        var (file, line, column) = Place(d.Span);
        var related = d.Related.Select(r =>
        {
            var (f, l, c) = Place(r.Span);
            return new RelatedEntry(r.Message, f, l, c) { Text = text(r.Span) };
        }).ToList();
        return new DiagnosticEntry(d.Code, shown.ToString().ToLowerInvariant(), d.Message, file, line, column, d.Target, related.Count == 0 ? null : related) { Text = text(d.Span) };
    }

    private static (string?, int?, int?) Place(Span span)
    {
        if (span.Source is null)
        {
            return (null, null, null);
        }
        var (line, column) = span.Position;
        return (span.Source.Path, line, column);
    }
}

/// <summary>A further place of a diagnostic.</summary>
public sealed record RelatedEntry(string Message, string? File, int? Line, int? Column)
{
    public string? Text { get; init; }
}
