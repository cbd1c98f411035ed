using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes.Analyses;

/// <summary>Where the values that live across barriers lie, for a block that runs its threads one after the other: nowhere, because every region computes them again out of
/// coordinates and parameters; once for the block, because they are one for all its threads; or once a thread, some in the place of others that nobody needs any more.</summary>
public sealed class BlockValues
{
    // Nodes that are computed again rather than kept; a product and two sums of coordinates.
    private const int CheapSize = 12;

    private readonly Function _kernel;
    private readonly BarrierRegions _regions;
    private readonly CrossingValues _crossing;
    private readonly LaneShapes _shapes;
    private readonly Dictionary<LetId, Expr> _definitions = [];
    private readonly Dictionary<LetId, int> _uses = [];
    private readonly HashSet<LetId> _hoisted = [];
    private readonly HashSet<LetId> _single = [];
    private readonly HashSet<LetId> _handed = [];
    private readonly Dictionary<LetId, LetId> _liesIn = [];
    private readonly List<(LetId To, Expr Value)> _handings = [];
    private readonly List<EquatableArray<Stmt>> _runs = [];

    private BlockValues(Function kernel, BarrierRegions regions, CrossingValues crossing, LaneShapes shapes) => (_kernel, _regions, _crossing, _shapes) = (kernel, regions, crossing, shapes);

    public static BlockValues Of(Function kernel, BarrierRegions regions, CrossingValues crossing, LaneShapes shapes)
    {
        var values = new BlockValues(kernel, regions, crossing, shapes);
        new Definitions(values).Walk(kernel);
        values.List(kernel.Body, [], null);
        values.Choose();
        return values;
    }

    /// <summary>Whether a value is computed once, in front of the region that makes it, and known from there on.</summary>
    public bool IsHoisted(LetId id) => _hoisted.Contains(id);

    /// <summary>Whether a value is computed again where it is needed.</summary>
    public bool IsRecomputed(LetId id) => !_hoisted.Contains(id) && !_liesIn.ContainsKey(id) && _definitions.TryGetValue(id, out var value) && Cost(value) <= CheapSize;

    /// <summary>What a recomputed value is.</summary>
    public Expr Definition(LetId id) => _definitions[id];

    /// <summary>Whether a value lies once for the block.</summary>
    public bool IsSingle(LetId id) => _single.Contains(Place(id));

    /// <summary>Whether it needs a place for each thread.</summary>
    public bool IsKept(LetId id) => _crossing.Contains(id) && !IsHoisted(id) && !IsSingle(id) && !IsRecomputed(id);

    /// <summary>The value in whose place another lies; itself where it has its own.</summary>
    public LetId Place(LetId id)
    {
        while (_liesIn.TryGetValue(id, out var other))
        {
            id = other;
        }
        return id;
    }

    /// <summary>Whether the block as a whole can compute a value: threads have no part in it.</summary>
    public bool IsWhole(Expr e)
    {
        var finder = new ThreadsPart(this);
        finder.Walk(e);
        return !finder.Found;
    }

    private bool IsWhole(Place place)
    {
        var finder = new ThreadsPart(this);
        finder.Walk(place);
        return !finder.Found;
    }

    private sealed class ThreadsPart(BlockValues owner) : Walker
    {
        public bool Found { get; private set; }

        protected override void Enter(Expr expression) => Found |= expression switch
        {
            LetRef r => !(owner._kernel.Parameters.Contains(r.Id) || owner.IsSingle(r.Id) || owner.IsHoisted(r.Id)),
            CoordinateOf c => c.Which is Coordinate.ThreadX or Coordinate.ThreadY or Coordinate.ThreadZ,
            _ => false,
        };

        protected override void Enter(Place place) => Found |= place is VariablePlace v && owner._kernel.Variables[v.Id.Index].Space != AddressSpace.Shared;
    }

    private int Cost(Expr e)
    {
        var counter = new Costs(this);
        counter.Walk(e);
        return counter.Sum;
    }

    private sealed class Costs(BlockValues owner) : Walker
    {
        public int Sum { get; private set; }

        protected override void Enter(Expr expression) => Sum += expression switch
        {
            _ when Sum > CheapSize => 0,
            LetRef r when owner._kernel.Parameters.Contains(r.Id) || owner.IsHoisted(r.Id) || owner.IsSingle(r.Id) => 1,
            LetRef r => owner._definitions.TryGetValue(r.Id, out var value) ? owner.Cost(value) : CheapSize + 1,
            Literal or CoordinateOf or Unary or PointerOffset => 1,
            Cast { Type: ScalarType { IsFloat: false } or PointerType, Operand.Type: ScalarType { IsFloat: false } or PointerType } => 1,
            Binary { Type: ScalarType { IsFloat: false }, Left.Type: ScalarType { IsFloat: false }, Op: not (BinaryOp.Div or BinaryOp.Rem) } => 1,
            _ => CheapSize + 1,
        };
    }

    private sealed class Definitions(BlockValues owner) : Walker
    {
        protected override void Enter(Expr expression)
        {
            if (expression is LetRef r)
            {
                owner._uses[r.Id] = owner._uses.GetValueOrDefault(r.Id) + 1;
            }
        }

        protected override void Enter(Stmt statement)
        {
            if (statement is Let x)
            {
                owner._definitions[x.Id] = x.Value;
            }
        }
    }

    /// <summary>What is handed on and one for the block lies once, if the block as a whole can compute it: of threads each would compute the next value from the last's.</summary>
    private void Choose()
    {
        _single.UnionWith(_handed.Where(id => _shapes.Of(id).IsUniform && Place(id) == id));
        do
        {
            _hoisted.Clear();
            _runs.ForEach(Hoist);
        }
        while (_single.RemoveWhere(id => _handings.Exists(h => Place(h.To) == id && !IsWhole(h.Value))) > 0);
    }

    private void Hoist(EquatableArray<Stmt> run)
    {
        bool first = true;
        foreach (var s in run)
        {
            switch (s)
            {
                case Let x when !_liesIn.ContainsKey(x.Id) && IsWhole(x.Value):
                    _hoisted.Add(x.Id);
                    break;
                case Load { Volatile: false } x when first && !_liesIn.ContainsKey(x.Id) && IsWhole(x.Source):
                    _hoisted.Add(x.Id);
                    break;
                case not (Let or Load { Volatile: false } or Yield):
                    // What it reads behind a store may be what was stored.
                    first = false;
                    break;
            }
        }
    }

    private void List(EquatableArray<Stmt> body, EquatableArray<LetId> yields, (EquatableArray<LetId> Carried, EquatableArray<LetId> Results)? loop)
    {
        EquatableArray<Stmt> before = [];
        foreach (var (isWhole, run) in _regions.Split(body))
        {
            if (!isWhole)
            {
                _runs.Add(run);
                before = run;
                if (run[^1] is Yield y)
                {
                    Hand(yields, y.Values);
                }
                continue;
            }
            switch (run[0])
            {
                case If x:
                    _handed.UnionWith(x.Results);
                    List(x.Then, x.Results, loop);
                    List(x.Else, x.Results, loop);
                    break;
                case Loop x:
                    var carried = x.Carried.Select(c => c.Id).ToEquatable();
                    _handed.UnionWith(carried);
                    _handed.UnionWith(x.Results);
                    ShareInitial(x, before);
                    ShareResults(x);
                    ShareYields(x);
                    Hand(carried, x.Carried.Select(c => c.Initial).ToEquatable());
                    List(x.Body, carried, (carried, x.Results));
                    List(x.Continuing, [], (carried, x.Results));
                    break;
                case Break x:
                    Hand(loop!.Value.Results, x.Values);
                    break;
                case Continue x:
                    Hand(loop!.Value.Carried, x.Values);
                    break;
            }
            before = [];
        }
    }

    private void Hand(EquatableArray<LetId> to, EquatableArray<Expr> values)
    {
        for (int i = 0; i < values.Count; i++)
        {
            if (values[i] is not LetRef r || Place(r.Id) != Place(to[i]))
            {
                _handings.Add((to[i], values[i]));
            }
        }
    }

    /// <summary>What the region in front of a loop makes only to be carried lies where it is carried.</summary>
    private void ShareInitial(Loop loop, EquatableArray<Stmt> before)
    {
        foreach (var c in loop.Carried)
        {
            if (c.Initial is LetRef r && _uses[r.Id] == 1 && MayLieIn(r.Id, c.Id) && before.SelectMany(CrossingValues.MadeBy).Contains(r.Id))
            {
                _liesIn[r.Id] = c.Id;
            }
        }
    }

    // What is one for the block may lie once, and what is cheap nowhere.
    private bool MayLieIn(LetId id, LetId place) => _crossing.Contains(id) && !_shapes.Of(place).IsUniform && Cost(new LetRef(_kernel.TypeOf(id), id)) > CheapSize && !_liesIn.ContainsKey(id) && !_liesIn.ContainsValue(id);

    /// <summary>What a loop gives lies where it was carried, if every way out of it gives the same carried value.</summary>
    private void ShareResults(Loop loop)
    {
        var breaks = Flow.Breaks(loop.Body).Concat(Flow.Breaks(loop.Continuing)).ToList();
        for (int i = 0; i < loop.Results.Count && breaks.Count > 0; i++)
        {
            if (breaks[0].Values[i] is LetRef r && loop.Carried.Any(c => c.Id == r.Id) && breaks.TrueForAll(b => b.Values[i] == r))
            {
                _liesIn[loop.Results[i]] = r.Id;
            }
        }
    }

    /// <summary>The next turn's value lies where this turn's did, if nobody asks for that any more once the next is made.</summary>
    private void ShareYields(Loop loop)
    {
        if (loop.Body is not [.., Yield yield] || Flow.HasContinue(loop.Body))
        {
            return;
        }
        var parts = _regions.Split(loop.Body).Select(p => p.Run).ToList();
        for (int i = 0; i < loop.Carried.Count; i++)
        {
            var carried = loop.Carried[i].Id;
            if (yield.Values[i] is not LetRef r || yield.Values.Count(v => v == r) > 1 || !MayLieIn(r.Id, carried))
            {
                continue;
            }
            int made = parts.FindIndex(p => p.SelectMany(CrossingValues.MadeBy).Contains(r.Id));
            // A loop or a condition of the whole block hands its results on while its own regions still ask.
            if (made >= 0 && !(parts[made].Count == 1 && _regions.IsWhole(parts[made][0])) && !parts.Skip(made + 1).Any(p => LetNames.In(p).Contains(carried)))
            {
                _liesIn[r.Id] = carried;
            }
        }
    }
}
