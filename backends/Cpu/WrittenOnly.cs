using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>The pointer parameters of a kernel through which it only stores: what it writes there no one reads back in the launch, so it need not go through the
/// caches. None where some pointer's origin is not known.</summary>
internal sealed class WrittenOnly : Walker
{
    // Definitions name definitions.
    private const int MaxSteps = 64;

    private readonly Function _function;
    private readonly IReadOnlyDictionary<LetId, Expr> _definitions;
    private readonly HashSet<LetId> _read = [];
    private readonly HashSet<LetId> _written = [];
    private bool _unknown;

    private WrittenOnly(Function function, IReadOnlyDictionary<LetId, Expr> definitions)
    {
        _function = function;
        _definitions = definitions;
    }

    /// <summary>The bytes that each thread stores so, every statement counted once.</summary>
    public long BytesOfThread { get; private set; }

    public static WrittenOnly Of(Function kernel, IReadOnlyDictionary<LetId, Expr> definitions)
    {
        var found = new WrittenOnly(kernel, definitions);
        found.Walk(kernel);
        if (found._unknown)
        {
            found._written.Clear();
        }
        found._written.ExceptWith(found._read);
        var size = new Bytes(found);
        size.Walk(kernel);
        found.BytesOfThread = size.Sum;
        return found;
    }

    public bool Has(Place place) => Root(place) is { } root && _written.Contains(root);

    protected override void Enter(Stmt statement)
    {
        switch (statement)
        {
            case Load { Source: var source } when IsGlobal(source):
                Note(source, _read);
                break;
            case Store { Target: var target } when IsGlobal(target):
                Note(target, _written);
                break;
            case Atomic { Target: var target } when IsGlobal(target):
                Note(target, _read);
                break;
            case Invoke:
                _unknown = true;
                break;
        }
    }

    private static bool IsGlobal(Place place) => place switch
    {
        Deref => true,
        Element e => IsGlobal(e.Base),
        Member m => IsGlobal(m.Base),
        _ => false,
    };

    private void Note(Place place, HashSet<LetId> where)
    {
        if (Root(place) is { } root)
        {
            where.Add(root);
        }
        else
        {
            _unknown = true;
        }
    }

    private LetId? Root(Place place) => place switch
    {
        Deref d => Root(d.Pointer),
        Element e => Root(e.Base),
        Member m => Root(m.Base),
        _ => null,
    };

    private LetId? Root(Expr e)
    {
        for (int i = 0; i < MaxSteps; i++)
        {
            switch (e)
            {
                case PointerOffset x:
                    e = x.Pointer;
                    break;
                case BitCast x:
                    e = x.Operand;
                    break;
                case LetRef r when _function.Parameters.Contains(r.Id):
                    return r.Id;
                case LetRef r when _definitions.TryGetValue(r.Id, out var definition):
                    e = definition;
                    break;
                default:
                    return null;
            }
        }
        return null;
    }

    private sealed class Bytes(WrittenOnly stores) : Walker
    {
        public long Sum { get; private set; }

        protected override void Enter(Stmt statement) => Sum += statement is Store s && IsGlobal(s.Target) && stores.Has(s.Target) ? s.Target.Type.Size : 0;
    }
}
