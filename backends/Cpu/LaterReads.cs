using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Backends.Cpu;

/// <summary>Which elements of shared arrays a block may still read from one of its parts on: what nobody reads again need not lie in memory.</summary>
internal sealed class LaterReads : VariableAccesses
{
    private readonly Dictionary<int, SortedSet<long>> _places;
    private readonly HashSet<int> _anywhere;

    // Of all parts together: who has an address may read by it in any part.
    private readonly HashSet<int> _addressed;

    private LaterReads(LaterReads? behind)
    {
        _places = behind is null ? [] : behind._places.ToDictionary(p => p.Key, p => new SortedSet<long>(p.Value));
        _anywhere = behind is null ? [] : [.. behind._anywhere];
        _addressed = behind?._addressed ?? [];
    }

    /// <summary>For each of a block's parts, in order, what is read in it or behind it.</summary>
    public static LaterReads[] OfEach(IReadOnlyList<EquatableArray<Stmt>> parts)
    {
        var all = new LaterReads[parts.Count];
        for (int i = parts.Count - 1; i >= 0; i--)
        {
            all[i] = new LaterReads(i + 1 < parts.Count ? all[i + 1] : null);
            all[i].Walk(parts[i]);
        }
        return all;
    }

    /// <summary>Whether any of these bytes of a variable may be read.</summary>
    public bool MayRead(int variable, long start, long bytes) =>
        _anywhere.Contains(variable) || _addressed.Contains(variable) || (_places.TryGetValue(variable, out var places) && places.GetViewBetween(start, start + bytes - 1).Count > 0);

    protected override void Enter(Stmt statement)
    {
        switch (statement)
        {
            case Load l when Build.VariableOf(l.Source) is { } root:
                Announce(root);
                if (Offset(l.Source) is { } offset)
                {
                    // Byte by byte, whatever it was stored by.
                    var places = _places.TryGetValue(root.Id.Index, out var known) ? known : _places[root.Id.Index] = [];
                    for (long b = 0; b < l.Source.Type.Size; b++)
                    {
                        places.Add(offset + b);
                    }
                }
                else
                {
                    _anywhere.Add(root.Id.Index);
                }
                break;
            case Store { Volatile: false } s when Build.VariableOf(s.Target) is { } root:
                Announce(root);
                break;
        }
    }

    protected override void Other(int variable) => _addressed.Add(variable);

    private static long? Offset(Place place) => place switch
    {
        VariablePlace => 0,
        Element { Index: Literal i } e => Offset(e.Base) + (Build.AsInt(i) * e.Type.Size),
        Member { Base.Type: StructType s } m => Offset(m.Base) + s.Fields[m.FieldIndex].Offset,
        _ => null,
    };
}
