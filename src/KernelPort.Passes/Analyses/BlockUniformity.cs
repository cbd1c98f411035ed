using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes.Analyses;

/// <summary>Which statements of a kernel all threads of a block reach together: no condition on the way there depends on the thread.</summary>
internal sealed class BlockUniformity
{
    private readonly HashSet<int> _plain;
    private readonly HashSet<LetId> _varyingLets = [];
    private readonly HashSet<int> _varyingVariables = [];
    private readonly HashSet<Loop> _varyingLoops = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Stmt> _apart = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<(Loop? Loop, bool EntryVaries)> _breakables = new();
    private bool _changed;
    private bool _someReturned;

    private BlockUniformity(Function kernel) => _plain = PlainVariables.Of(kernel);

    public static BlockUniformity Of(Function kernel)
    {
        var analysis = new BlockUniformity(kernel);
        do
        {
            analysis._changed = false;
            analysis._someReturned = false;
            analysis.Visit(kernel.Body, false);
        }
        while (analysis._changed);
        return analysis;
    }

    /// <summary>Whether the whole block runs this call together. Statements are told apart by reference.</summary>
    public bool IsReachedTogether(Call call) => !_apart.Contains(call);

    private void Vary<T>(HashSet<T> set, T item, bool varies) => _changed |= varies && set.Add(item);

    private bool Varies(Expr e)
    {
        var finder = new Finder(this);
        finder.Walk(e);
        return finder.Found;
    }

    private sealed class Finder(BlockUniformity analysis) : Walker
    {
        public bool Found { get; private set; }

        protected override void Enter(Expr expression) => Found |= expression switch
        {
            CoordinateOf c => c.Which <= Coordinate.ThreadZ,
            LetRef r => analysis._varyingLets.Contains(r.Id),
            _ => false,
        };
    }

    /// <summary>True where some threads go elsewhere on the way, and come back behind the loop or switch only.</summary>
    private bool Visit(EquatableArray<Stmt> body, bool varies)
    {
        bool parted = false;
        foreach (var s in body)
        {
            parted |= Statement(s, varies || parted || _someReturned);
        }
        return parted;
    }

    /// <summary>True where only some threads come to the end of the statement.</summary>
    private bool Statement(Stmt s, bool varies)
    {
        switch (s)
        {
            case Let x:
                Vary(_varyingLets, x.Id, Varies(x.Value));
                return false;
            case Load x:
                Vary(_varyingLets, x.Id, x.Source is not VariablePlace from || !_plain.Contains(from.Id.Index) || _varyingVariables.Contains(from.Id.Index));
                return false;
            case Store { Target: VariablePlace v } x:
                Vary(_varyingVariables, v.Id.Index, varies || Varies(x.Value));
                return false;
            case Atomic { Result: { } id }:
                Vary(_varyingLets, id, true);
                return false;
            case Invoke { Result: { } id }:
                Vary(_varyingLets, id, true);
                return false;
            case Call x:
                if (varies)
                {
                    _apart.Add(x);
                }
                if (x.Result is { } result)
                {
                    // What a block counts at a barrier is one for all that come to it.
                    Vary(_varyingLets, result, varies || !BarrierRegions.IsBarrier(x));
                }
                return false;
            case If x:
                bool inner = varies || Varies(x.Condition);
                bool parted = Visit(x.Then, inner) | Visit(x.Else, inner);
                foreach (var r in x.Results)
                {
                    Vary(_varyingLets, r, true);
                }
                return parted || (inner && (Escapes(x.Then) || Escapes(x.Else)));
            case Loop x:
                Repeat(x, varies);
                return false;
            case Switch x:
                inner = varies || Varies(x.Value);
                _breakables.Push((null, varies));
                foreach (var c in x.Cases)
                {
                    // A case that some threads leave early falls into the next with the others.
                    inner |= Visit(c.Body, inner);
                }
                _breakables.Pop();
                return inner && x.Cases.Any(c => Flow.HasContinue(c.Body));
            case Break:
                Leave(_breakables.Peek().Loop, varies);
                return false;
            case Continue:
                Leave(_breakables.First(b => b.Loop is not null).Loop, varies);
                return false;
            case Return:
                _someReturned |= varies;
                return false;
            default:
                return false;
        }
    }

    private static bool Escapes(EquatableArray<Stmt> body) => Flow.HasBreak(body) || Flow.HasContinue(body) || Flow.HasReturn(body);

    private void Leave(Loop? loop, bool varies)
    {
        if (loop is not null && varies && !_breakables.First(b => ReferenceEquals(b.Loop, loop)).EntryVaries)
        {
            _changed |= _varyingLoops.Add(loop);
        }
    }

    private void Repeat(Loop x, bool varies)
    {
        bool inner = varies || _varyingLoops.Contains(x) || _someReturned;
        foreach (var id in x.Carried.Select(c => c.Id).Concat(x.Results))
        {
            Vary(_varyingLets, id, true);
        }
        _breakables.Push((x, varies));
        bool before = _someReturned;
        Visit(x.Body, inner);
        Visit(x.Continuing, inner);
        _breakables.Pop();
        if (_someReturned && !before)
        {
            // The next turn begins without those that returned.
            _changed |= _varyingLoops.Add(x);
        }
    }
}
