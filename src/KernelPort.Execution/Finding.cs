using KernelPort.Core;

namespace KernelPort.Execution;

/// <summary>One thing the executor saw go wrong: where, in which thread, and how often at this place.</summary>
public sealed record Finding(Diagnostic Diagnostic, Dim3 Block, Dim3 Thread)
{
    public int Count { get; internal set; } = 1;

    public string Code => Diagnostic.Code;
}

/// <summary>Collects findings: the first of each kind at each place is kept, the others are counted.</summary>
public sealed class FindingLog
{
    private readonly Dictionary<(string Code, Span Span), Finding> _byPlace = [];
    private readonly Lock _lock = new();

    public int Count => _byPlace.Count;

    public void Add(Diagnostic diagnostic, Dim3 block, Dim3 thread)
    {
        lock (_lock)
        {
            if (_byPlace.TryGetValue((diagnostic.Code, diagnostic.Span), out var known))
            {
                // The first block's report is the one to show, whichever ran first.
                if (Earlier(block, known.Block))
                {
                    _byPlace[(diagnostic.Code, diagnostic.Span)] = new Finding(diagnostic, block, thread) { Count = known.Count + 1 };
                }
                else
                {
                    known.Count++;
                }
                return;
            }
            _byPlace[(diagnostic.Code, diagnostic.Span)] = new Finding(diagnostic, block, thread);
        }
    }

    /// <summary>Counts one more of a kind that is known at this place, where the known one is the one to show; otherwise it has to be added in words.</summary>
    public bool CountAgain(Rule<string> rule, Span place, Dim3 block)
    {
        lock (_lock)
        {
            if (!_byPlace.TryGetValue((rule.Code, place), out var known) || Earlier(block, known.Block))
            {
                return false;
            }
            known.Count++;
            return true;
        }
    }

    /// <summary>Takes over what another log holds.</summary>
    public void AddAll(FindingLog other)
    {
        foreach (var f in other._byPlace.Values)
        {
            Add(f.Diagnostic, f.Block, f.Thread);
            _byPlace[(f.Diagnostic.Code, f.Diagnostic.Span)].Count += f.Count - 1;
        }
    }

    private static bool Earlier(Dim3 a, Dim3 b) => (a.Z, a.Y, a.X).CompareTo((b.Z, b.Y, b.X)) < 0;

    public IReadOnlyList<Finding> Ordered() => [.. _byPlace.Values.OrderBy(f => f.Diagnostic.Span.Start).ThenBy(f => f.Code, StringComparer.Ordinal)];
}
