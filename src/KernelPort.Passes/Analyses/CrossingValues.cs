using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes.Analyses;

/// <summary>The values and local variables that live across barriers: named in another region than the one that makes them, handed on by what the block
/// runs as a whole, or reached by a pointer that crosses, as what a closure holds by reference.</summary>
public sealed class CrossingValues
{
    private readonly BarrierRegions _regions;
    private readonly Dictionary<LetId, int> _madeIn = [];
    private readonly HashSet<LetId> _values = [];
    private readonly Dictionary<int, int> _variableIn = [];
    private readonly HashSet<int> _variables = [];
    private int _region;

    private CrossingValues(BarrierRegions regions) => _regions = regions;

    public static CrossingValues Of(Function kernel, BarrierRegions regions)
    {
        var analysis = new CrossingValues(regions);
        analysis.List(kernel.Body);
        if (analysis._region > 1)
        {
            var reaches = Reaches.Of(kernel);
            analysis._variables.UnionWith(reaches.ByAnyone);
            foreach (var id in analysis._values)
            {
                analysis._variables.UnionWith(reaches.By(id));
            }
        }
        return analysis;
    }

    public bool Contains(LetId id) => _values.Contains(id);

    public bool Contains(VariableId id) => _variables.Contains(id.Index);

    /// <summary>The crossing values that statements name.</summary>
    public IReadOnlyList<LetId> NamedIn(EquatableArray<Stmt> body)
    {
        var names = new Names();
        names.Walk(body);
        return [.. names.Lets.Where(_values.Contains).OrderBy(l => l.Index)];
    }

    private sealed class Names : Walker
    {
        public HashSet<LetId> Lets { get; } = [];

        public HashSet<LetId> Made { get; } = [];

        public HashSet<int> Variables { get; } = [];

        protected override void Enter(Expr expression)
        {
            if (expression is LetRef r)
            {
                Lets.Add(r.Id);
            }
        }

        protected override void Enter(Place place)
        {
            if (place is VariablePlace v)
            {
                Variables.Add(v.Id.Index);
            }
        }

        protected override void Enter(Stmt statement)
        {
            foreach (var id in MadeBy(statement))
            {
                Made.Add(id);
            }
        }
    }

    /// <summary>What a statement binds, not counting what is inside of it.</summary>
    public static IEnumerable<LetId> MadeBy(Stmt s) => s switch
    {
        Let x => [x.Id],
        Load x => [x.Id],
        Atomic { Result: { } r } => [r],
        Call { Result: { } r } => [r],
        Invoke { Result: { } r } => [r],
        If x => x.Results,
        Loop x => x.Carried.Select(c => c.Id).Concat(x.Results),
        _ => [],
    };

    /// <summary>What statements bind, and what is inside of them.</summary>
    public static HashSet<LetId> MadeWithin(EquatableArray<Stmt> body)
    {
        var names = new Names();
        names.Walk(body);
        return names.Made;
    }

    private void Use(IEnumerable<LetId> lets)
    {
        foreach (var id in lets)
        {
            if (_madeIn.TryGetValue(id, out int made) && made != _region)
            {
                _values.Add(id);
            }
        }
    }

    private void List(EquatableArray<Stmt> body)
    {
        foreach (var (isWhole, run) in _regions.Split(body))
        {
            _region++;
            if (!isWhole)
            {
                var names = new Names();
                names.Walk(run);
                foreach (var id in names.Made)
                {
                    _madeIn[id] = _region;
                }
                Use(names.Lets);
                foreach (int v in names.Variables)
                {
                    if (_variableIn.TryGetValue(v, out int where) && where != _region)
                    {
                        _variables.Add(v);
                    }
                    _variableIn[v] = _region;
                }
                continue;
            }
            Whole(run[0]);
        }
    }

    private void Whole(Stmt s)
    {
        foreach (var id in MadeBy(s))
        {
            _values.Add(id);
        }
        var own = new Names();
        switch (s)
        {
            case If x:
                own.Walk(x.Condition);
                Use(own.Lets);
                List(x.Then);
                List(x.Else);
                break;
            case Loop x:
                foreach (var c in x.Carried)
                {
                    own.Walk(c.Initial);
                }
                Use(own.Lets);
                int before = _region;
                List(x.Body);
                List(x.Continuing);
                MarkLoop(x, before);
                break;
            default:
                own.Walk(s);
                Use(own.Lets);
                break;
        }
    }

    /// <summary>A variable of a loop's body comes round to the same region in the next turn.</summary>
    private void MarkLoop(Loop loop, int before)
    {
        var names = new Names();
        names.Walk(loop);
        foreach (int v in names.Variables.Where(v => _variableIn[v] > before))
        {
            _variables.Add(v);
        }
    }
}
