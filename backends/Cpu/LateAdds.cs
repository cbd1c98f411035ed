using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Backends.Cpu;

/// <summary>The atomic additions to places that are the same for all blocks, of which nobody can see when they are done: their sums need reach memory only when the last
/// block of a call is done. None where a block may look at device memory behind one, or tells others how far it is.</summary>
internal sealed class LateAdds
{
    private sealed record Access(int Index, Loop? Around, LetId? Root);

    private readonly Module _module;
    private readonly Function _function;
    private readonly IReadOnlyDictionary<LetId, Expr> _definitions;
    private readonly LiveValues _used;
    private readonly PointerRoots _roots;
    private readonly List<(Atomic Add, Access Access)> _adds = [];
    private readonly List<Access> _others = [];
    private bool _tells;
    private int _count;

    private LateAdds(Module module, Function function, IReadOnlyDictionary<LetId, Expr> definitions, LiveValues used)
    {
        _module = module;
        _function = function;
        _definitions = definitions;
        _used = used;
        _roots = new PointerRoots(function, definitions);
    }

    public static IReadOnlySet<Atomic> Of(Module module, Function kernel, IReadOnlyDictionary<LetId, Expr> definitions, LiveValues used)
    {
        var found = new LateAdds(module, kernel, definitions, used);
        found.Look(kernel.Body, null);
        var late = found._adds.Where(a => !found._tells && found.IsFixed(a.Add.Target) && !found._others.Exists(o => found.MaySee(o, a.Access)));
        return new HashSet<Atomic>(late.Select(a => a.Add), ReferenceEqualityComparer.Instance);
    }

    /// <summary>Statements in order, each with the outermost loop around it.</summary>
    private void Look(EquatableArray<Stmt> body, Loop? around)
    {
        foreach (var s in body)
        {
            _count++;
            switch (s)
            {
                case Load x when IsDevice(x.Source):
                    _tells |= x.Volatile;
                    _others.Add(new Access(_count, around, _roots.Of(x.Source)));
                    break;
                case Store x when IsDevice(x.Target):
                    _tells |= x.Volatile;
                    _others.Add(new Access(_count, around, _roots.Of(x.Target)));
                    break;
                case Atomic x when IsDevice(x.Target):
                    // What is added in whatever order comes to the same; all else tells how far the block is, or depends on it.
                    bool sums = x is { Op: AtomicOp.Add, Scope: not AtomicScope.System, Target.Type: ScalarType { IsInteger: true } } && (x.Result is not { } old || !_used.Contains(old));
                    _tells |= !sums;
                    _adds.Add((x, new Access(_count, around, _roots.Of(x.Target))));
                    break;
                case Call x:
                    _tells |= x.Intrinsic != Intrinsics.Barrier && (x.Intrinsic.Effect & (Effect.Reads | Effect.Writes)) != Effect.None;
                    break;
                case Invoke:
                    _tells = true;
                    break;
                case If x:
                    Look(x.Then, around);
                    Look(x.Else, around);
                    break;
                case Loop x:
                    Look(x.Body, around ?? x);
                    Look(x.Continuing, around ?? x);
                    break;
                case Ir.Switch x:
                    foreach (var c in x.Cases)
                    {
                        Look(c.Body, around);
                    }
                    break;
            }
        }
    }

    private bool IsDevice(Place place) => Build.SpaceOf(place, _function, _module) is not (AddressSpace.Shared or AddressSpace.Local);

    /// <summary>Whether an access may meet what was added before it: where it comes later, or in the next turn of a loop, and no <c>__restrict__</c> says otherwise.</summary>
    private bool MaySee(Access other, Access add)
    {
        bool later = other.Index > add.Index || (other.Around is not null && ReferenceEquals(other.Around, add.Around));
        bool apart = other.Root is { } a && add.Root is { } b && a != b && (_function.Lets[a.Index].IsRestrict || _function.Lets[b.Index].IsRestrict);
        return later && !apart;
    }

    /// <summary>Whether a place is the same for all blocks, and whenever a thread comes to it.</summary>
    private bool IsFixed(Place place) => place switch
    {
        GlobalPlace => true,
        Deref d => IsFixed(d.Pointer),
        Element e => IsFixed(e.Base) && IsFixed(e.Index),
        Member m => IsFixed(m.Base),
        _ => false,
    };

    private bool IsFixed(Expr e) => e switch
    {
        Literal => true,
        CoordinateOf x => x.Which is not (Coordinate.BlockX or Coordinate.BlockY or Coordinate.BlockZ),
        LetRef x => _function.Parameters.Contains(x.Id) || (_definitions.TryGetValue(x.Id, out var definition) && IsFixed(definition)),
        Binary x => IsFixed(x.Left) && IsFixed(x.Right),
        Cast x => IsFixed(x.Operand),
        BitCast x => IsFixed(x.Operand),
        PointerOffset x => IsFixed(x.Pointer) && IsFixed(x.Index),
        AddressOf x => IsFixed(x.Place),
        _ => false,
    };
}
