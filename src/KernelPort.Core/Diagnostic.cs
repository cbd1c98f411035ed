namespace KernelPort.Core;

/// <summary>One report of a rule at a place, with notes that say what led there.</summary>
public sealed record Diagnostic(Rule Rule, string Message, Span Span)
{
    /// <summary>What fills the holes of the rule's text, for other languages.</summary>
    public EquatableArray<string> Arguments { get; init; } = [];

    public EquatableArray<RelatedPlace> Related { get; init; } = [];

    /// <summary>The target this holds for; null where it holds for all.</summary>
    public string? Target { get; init; }

    public string Code => Rule.Code;

    public Severity Severity => Rule.Severity;

    public Diagnostic Note(Span span, string text) => this with { Related = [.. Related, new RelatedPlace(text, span)] };

    public Diagnostic For(string target) => this with { Target = target };
}

/// <summary>A further place that explains a diagnostic.</summary>
public sealed record RelatedPlace(string Message, Span Span);
