using KernelPort.Ir;

namespace KernelPort.Passes.Analyses;

/// <summary>Loops that end only when another thread has written: nothing in them can change what they look at. Where threads run one after the other, or in step, they
/// may never end.</summary>
public static class WaitingLoops
{
    /// <summary>Whether a function of a module, or what it calls, has one.</summary>
    public static bool Any(Module module, Function function)
    {
        var pending = new Stack<Function>([function]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (pending.TryPop(out var f))
        {
            if (!seen.Add(f.Name))
            {
                continue;
            }
            var loops = new Loops();
            loops.Walk(f);
            if (loops.All.Any(l => Waits(module, f, l)))
            {
                return true;
            }
            Calls.Of(f).Select(module.Find).OfType<Function>().ToList().ForEach(pending.Push);
        }
        return false;
    }

    private static bool Waits(Module module, Function function, Loop loop)
    {
        var effects = new Effects(module);
        effects.Add(function, loop);
        // Atomics may make progress by what they write; with a local value that goes round they are the usual loop around compare-and-swap.
        return !effects.StoresMemory && ((effects.Looks && !effects.StoresLocal) || (effects.LooksVolatile && !effects.HasAtomics));
    }

    private sealed class Loops : Walker
    {
        public List<Loop> All { get; } = [];

        protected override void Enter(Stmt statement)
        {
            if (statement is Loop loop)
            {
                All.Add(loop);
            }
        }
    }

    private sealed class Effects(Module module) : Walker
    {
        private readonly HashSet<string> _entered = new(StringComparer.Ordinal);
        private Function _function = null!;

        public bool StoresMemory { get; private set; }

        public bool StoresLocal { get; private set; }

        public bool HasAtomics { get; private set; }

        public bool Looks { get; private set; }

        public bool LooksVolatile { get; private set; }

        public void Add(Function function, Loop loop)
        {
            _function = function;
            Walk(loop.Body);
            Walk(loop.Continuing);
        }

        protected override void Enter(Stmt statement)
        {
            switch (statement)
            {
                case Load x when !IsLocal(x.Source):
                    Looks = true;
                    LooksVolatile |= x.Volatile;
                    break;
                case Store x:
                    bool local = IsLocal(x.Target);
                    StoresLocal |= local;
                    StoresMemory |= !local;
                    break;
                case Atomic:
                    Looks = HasAtomics = true;
                    break;
                case Invoke x when module.Find(x.Function) is { } callee && _entered.Add(callee.Name):
                    var caller = _function;
                    _function = callee;
                    Walk(callee);
                    _function = caller;
                    break;
            }
        }

        private bool IsLocal(Place place) => place switch
        {
            VariablePlace v => _function.Variables[v.Id.Index].Space == AddressSpace.Local,
            Element e => IsLocal(e.Base),
            Member m => IsLocal(m.Base),
            _ => false,
        };
    }
}
