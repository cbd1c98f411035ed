using KernelPort.Ir;

namespace KernelPort.Passes.Analyses;

/// <summary>The values that some effect depends on, found from the effects backwards; values that only feed each other round a loop are not.</summary>
public sealed class LiveValues : Walker
{
    private readonly HashSet<LetId> _live = [];
    private readonly HashSet<int> _read = [];
    private readonly Dictionary<LetId, List<Expr>> _givenBy = [];
    private readonly Stack<LetId> _work = new();

    private LiveValues()
    {
    }

    public static LiveValues Of(Function function)
    {
        var analysis = new LiveValues();
        analysis.Collect(function.Body, [], [], []);
        while (analysis._work.TryPop(out var id))
        {
            foreach (var e in analysis._givenBy.GetValueOrDefault(id, []))
            {
                analysis.Walk(e);
            }
        }
        return analysis;
    }

    public bool Contains(LetId id) => _live.Contains(id);

    /// <summary>Whether anything reads the variable, or takes its address.</summary>
    public bool IsRead(VariableId id) => _read.Contains(id.Index);

    protected override void Enter(Expr expression)
    {
        if (expression is LetRef r && _live.Add(r.Id))
        {
            _work.Push(r.Id);
        }
    }

    protected override void Enter(Place place)
    {
        if (place is VariablePlace v)
        {
            _read.Add(v.Id.Index);
        }
    }

    private void Give(LetId id, Expr value)
    {
        if (!_givenBy.TryGetValue(id, out var list))
        {
            _givenBy[id] = list = [];
        }
        list.Add(value);
    }

    private void Give(IReadOnlyList<LetId> ids, IReadOnlyList<Expr> values)
    {
        for (int i = 0; i < Math.Min(ids.Count, values.Count); i++)
        {
            Give(ids[i], values[i]);
        }
    }

    private void Collect(IEnumerable<Stmt> body, IReadOnlyList<LetId> yields, IReadOnlyList<LetId> breaks, IReadOnlyList<LetId> continues)
    {
        foreach (var s in body)
        {
            switch (s)
            {
                case Let x:
                    Give(x.Id, x.Value);
                    break;
                case Load { Volatile: false } x:
                    // The address of a load is needed when its value is. A place is walked as the address it has.
                    Give(x.Id, new AddressOf(new PointerType(x.Source.Type, AddressSpace.Generic), x.Source));
                    break;
                case Store { Volatile: false, Target: VariablePlace } x:
                    Walk(x.Value);
                    break;
                case If x:
                    Walk(x.Condition);
                    Collect(x.Then, x.Results, breaks, continues);
                    Collect(x.Else, x.Results, breaks, continues);
                    break;
                case Loop x:
                    var carried = x.Carried.Select(c => c.Id).ToList();
                    Give(carried, [.. x.Carried.Select(c => c.Initial)]);
                    Collect(x.Body, carried, x.Results, carried);
                    Collect(x.Continuing, carried, x.Results, carried);
                    break;
                case Switch x:
                    Walk(x.Value);
                    foreach (var c in x.Cases)
                    {
                        Collect(c.Body, [], [], continues);
                    }
                    break;
                case Yield x:
                    Give(yields, x.Values);
                    break;
                case Break x:
                    Give(breaks, x.Values);
                    break;
                case Continue x:
                    Give(continues, x.Values);
                    break;
                default:
                    Walk(s);
                    break;
            }
        }
    }
}
