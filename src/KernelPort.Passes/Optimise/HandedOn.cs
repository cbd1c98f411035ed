using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes.Optimise;

/// <summary>What value form's yields hand on, looked at as a person would who writes variables instead.</summary>
internal sealed class HandedOn : Walker
{
    private readonly Dictionary<LetId, Expr> _definitions = [];
    private readonly Dictionary<LetId, int> _uses = [];
    private readonly HashSet<LetId> _onlyHanded = [];

    public static HandedOn In(Function function)
    {
        var handed = new HandedOn();
        handed.Walk(function);
        handed.Lists(function.Body);
        return handed;
    }

    /// <summary>Whether a value is named once, by the yield at the end of the list it stands in.</summary>
    public bool IsOnlyHanded(LetId id) => _onlyHanded.Contains(id);

    /// <summary>What is written for a value that is handed on.</summary>
    public Expr Written(Expr value) => value is LetRef r && _onlyHanded.Contains(r.Id) ? _definitions[r.Id] : value;

    protected override void Enter(Stmt statement)
    {
        if (statement is Let x)
        {
            _definitions[x.Id] = x.Value;
        }
    }

    protected override void Enter(Expr expression)
    {
        if (expression is LetRef r)
        {
            _uses[r.Id] = _uses.GetValueOrDefault(r.Id) + 1;
        }
    }

    private void Lists(EquatableArray<Stmt> body)
    {
        if (body is [.., Yield y])
        {
            var named = y.Values.OfType<LetRef>().Select(r => r.Id).Where(id => _uses[id] == 1).ToHashSet();
            _onlyHanded.UnionWith(body.OfType<Let>().Select(l => l.Id).Where(named.Contains));
        }
        foreach (var s in body)
        {
            switch (s)
            {
                case If x:
                    Lists(x.Then);
                    Lists(x.Else);
                    break;
                case Loop x:
                    Lists(x.Body);
                    Lists(x.Continuing);
                    break;
                case Switch x:
                    foreach (var c in x.Cases)
                    {
                        Lists(c.Body);
                    }
                    break;
            }
        }
    }

    /// <summary>The results of a loop, by their place, that are what it carried at another, on every way out.</summary>
    public static Dictionary<int, int> SharedResults(Loop loop)
    {
        var shared = new Dictionary<int, int>();
        var breaks = Flow.Breaks(loop.Body).Concat(Flow.Breaks(loop.Continuing)).ToList();
        for (int i = 0; i < loop.Results.Count && breaks.Count > 0; i++)
        {
            int carried = breaks[0].Values[i] is LetRef r ? loop.Carried.Select(c => c.Id).ToList().IndexOf(r.Id) : -1;
            if (carried >= 0 && !shared.ContainsValue(carried) && breaks.TrueForAll(b => b.Values[i] == breaks[0].Values[i]))
            {
                shared[i] = carried;
            }
        }
        return shared;
    }

    /// <summary>Which carried value the loop counts by: the condition at its head asks for it, and its next value needs nothing that a turn computes. -1 where there is none.</summary>
    public int Step(Loop loop)
    {
        if (!loop.Continuing.IsEmpty || loop.Body is not [.., Yield next] || Flow.HasContinue(loop.Body)
            || loop.Body.SkipWhile(s => s is Let or Load { Volatile: false }).FirstOrDefault() is not If { Then: [.., Break], Else.IsEmpty: true } head)
        {
            return -1;
        }
        var asked = LetNames.In(head.Condition);
        var made = Analyses.CrossingValues.MadeWithin(loop.Body);
        for (int i = 0; i < loop.Carried.Count; i++)
        {
            var needs = LetNames.In(Written(next.Values[i]));
            if (asked.Contains(loop.Carried[i].Id) && needs.Contains(loop.Carried[i].Id) && !needs.Overlaps(made) && !loop.Carried.Any(c => c.Id != loop.Carried[i].Id && needs.Contains(c.Id)))
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>Stores of the next turn's values, each behind those that ask for what it overwrites, as far as there is such an order; what stays as it is is not stored.</summary>
    public static IEnumerable<Stmt> InOrder(IEnumerable<(Store Store, LetId Carried)> stores)
    {
        var left = stores.Where(s => s.Store.Value is not LetRef r || r.Id != s.Carried).ToList();
        while (left.Count > 0)
        {
            int next = Math.Max(0, left.FindIndex(s => !left.Exists(o => o.Carried != s.Carried && LetNames.In(o.Store.Value).Contains(s.Carried))));
            yield return left[next].Store;
            left.RemoveAt(next);
        }
    }
}
