namespace KernelPort.Core;

/// <summary>Collects diagnostics, drops exact repeats, and gives them back in the order of the text.</summary>
public sealed class DiagnosticBag
{
    private readonly List<Diagnostic> _all = [];
    private readonly HashSet<(string, Span, string, string?)> _seen = [];

    public bool HasErrors { get; private set; }

    public int Count => _all.Count;

    public void Add(Diagnostic diagnostic)
    {
        if (!_seen.Add((diagnostic.Code, diagnostic.Span, diagnostic.Message, diagnostic.Target)))
        {
            return;
        }
        HasErrors |= diagnostic.Severity == Severity.Error;
        _all.Add(diagnostic);
    }

    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var d in diagnostics)
        {
            Add(d);
        }
    }

    /// <summary>By file and place; what has no place comes first, and ties keep their order.</summary>
    public IReadOnlyList<Diagnostic> Ordered() =>
        [.. _all.OrderBy(d => d.Span.Source?.Path ?? "", StringComparer.Ordinal).ThenBy(d => d.Span.Start)];
}
