using System.Globalization;
using KernelPort.Ir;

namespace KernelPort.Execution;

/// <summary>The plain loads that a compare-and-swap of the same place validates: <c>old = *p; do ... while ((old = atomicCAS(p, assumed, ...)) != assumed)</c>
/// stands so in CUDA's own guide. A stale value costs a turn of the loop and nothing else, so such a read is no race.</summary>
internal sealed class CompareSwapSeeds : Walker
{
    private readonly Dictionary<LetId, Stmt> _definitions = [];
    private readonly HashSet<string> _swapped = new(StringComparer.Ordinal);
    private readonly List<Load> _loads = [];

    public static HashSet<LetId> Of(Function function)
    {
        var seeds = new CompareSwapSeeds();
        seeds.Walk(function);
        return seeds._swapped.Count == 0 ? [] : [.. seeds._loads.Where(l => seeds._swapped.Contains(seeds.Key(l.Source))).Select(l => l.Id)];
    }

    protected override void Enter(Stmt statement)
    {
        switch (statement)
        {
            case Let x:
                _definitions[x.Id] = x;
                break;
            case Load x:
                _definitions[x.Id] = x;
                _loads.Add(x);
                break;
            case Atomic { Op: AtomicOp.CompareExchange } x:
                _swapped.Add(Key(x.Target));
                break;
        }
    }

    /// <summary>A place by the variables it is reached through.</summary>
    private string Key(Place place) => place switch
    {
        VariablePlace v => FormattableString.Invariant($"v{v.Id.Index}"),
        GlobalPlace g => g.Name,
        Deref d => $"*{Key(d.Pointer)}",
        Element e => $"{Key(e.Base)}[{Key(e.Index)}]",
        Member m => FormattableString.Invariant($"{Key(m.Base)}.{m.FieldIndex}"),
        _ => "?",
    };

    private string Key(Expr e) => e switch
    {
        Cast c => Key(c.Operand),
        BitCast c => Key(c.Operand),
        LetRef l when _definitions.GetValueOrDefault(l.Id) is Load { Source: VariablePlace v } => Key(v),
        LetRef l when _definitions.GetValueOrDefault(l.Id) is Let x => Key(x.Value),
        LetRef l => FormattableString.Invariant($"%{l.Id.Index}"),
        PointerOffset o => $"{Key(o.Pointer)}+{Key(o.Index)}",
        AddressOf a => $"&{Key(a.Place)}",
        Literal l => l.Bits.ToString(CultureInfo.InvariantCulture),
        Binary b => $"({Key(b.Left)} {b.Op} {Key(b.Right)})",
        CoordinateOf c => c.Which.ToString(),
        _ => e.ToString(),
    };
}
