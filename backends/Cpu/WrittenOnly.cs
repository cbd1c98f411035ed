using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>The pointer parameters of a kernel through which it only stores: what it writes there no one reads back in the launch, so it need not go through the
/// caches. None where some pointer's origin is not known.</summary>
internal sealed class WrittenOnly : Walker
{
    private readonly PointerRoots _roots;
    private readonly HashSet<LetId> _read = [];
    private readonly HashSet<LetId> _written = [];
    private bool _unknown;

    private WrittenOnly(Function function, IReadOnlyDictionary<LetId, Expr> definitions) =>
        _roots = new PointerRoots(function, definitions);

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

    public bool Has(Place place) => _roots.Of(place) is { } root && _written.Contains(root);

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
        if (_roots.Of(place) is { } root)
        {
            where.Add(root);
        }
        else
        {
            _unknown = true;
        }
    }

    private sealed class Bytes(WrittenOnly stores) : Walker
    {
        public long Sum { get; private set; }

        protected override void Enter(Stmt statement) => Sum += statement is Store s && IsGlobal(s.Target) && stores.Has(s.Target) ? s.Target.Type.Size : 0;
    }
}
