namespace KernelPort.Core;

/// <summary>Collects diagnostics, drops exact repeats, and gives them back in the order of the text.</summary>
public sealed class DiagnosticBag
{
    private readonly List<Diagnostic> _all = [];
    private readonly HashSet<(string, Span, string, string?)> _seen = [];

    public bool HasErrors => ErrorCount > 0;

    public int ErrorCount { get; private set; }

    public int Count => _all.Count;

    public void Add(Diagnostic diagnostic)
    {
        if (!_seen.Add((diagnostic.Code, diagnostic.Span, diagnostic.Message, diagnostic.Target)))
        {
            return;
        }
        ErrorCount += diagnostic.Severity == Severity.Error ? 1 : 0;
        _all.Add(diagnostic);
    }

    /// <summary>Forgets what came after the first <paramref name="count"/>: an attempt that is made again says it again.</summary>
    public void Truncate(int count)
    {
        foreach (var d in _all.Skip(count))
        {
            _seen.Remove((d.Code, d.Span, d.Message, d.Target));
            ErrorCount -= d.Severity == Severity.Error ? 1 : 0;
        }
        _all.RemoveRange(count, _all.Count - count);
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
