using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes.Analyses;

/// <summary>The shape of each value of a function in value form, whose threads lie along threadIdx.x in vectors of some width, and the loops and conditions in
/// which lanes of a block part. Found from below: carried values begin as what they begin with, until nothing changes.</summary>
public sealed partial class LaneShapes
{
    private readonly Function _function;
    private readonly (int X, int Y, int Z) _block;
    private readonly int _width;
    private readonly Dictionary<LetId, LaneShape> _shapes = [];
    private readonly Dictionary<LetId, Expr> _definitions = [];
    private readonly HashSet<Loop> _masked = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Stmt, int> _depths = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Stmt> _parted = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<Leavable> _leavables = new();
    private bool _changed;
    private bool _isOneLane;

    private static readonly LaneShape OneLane = new(Uniformity.Block);

    // How many conditions that part the lanes stand around the statement, and what has parted them on the way.
    private int _depth;

    /// <summary>Values that are handed on, and whether by some lanes only.</summary>
    private sealed record Way(EquatableArray<Expr> Values, bool Apart);

    /// <summary>A loop or a switch on the way, and how far lanes had parted in front of it.</summary>
    private sealed record Leavable(Loop? Loop, int Depth)
    {
        public List<Way> Breaks { get; } = [];

        public List<Way> Turns { get; } = [];
    }

    private LaneShapes(Function function, (int X, int Y, int Z) block, int width)
    {
        _function = function;
        _block = block;
        _width = width;
    }

    /// <param name="width">Lanes of a vector, a power of two.</param>
    /// <param name="called">Whether the function is a device function some lanes call: parameters vary, and it returns for some.</param>
    public static LaneShapes Of(Function function, (int X, int Y, int Z) block, int width, bool called = false)
    {
        var analysis = new LaneShapes(function, block, width);
        foreach (var p in function.Parameters)
        {
            analysis._shapes[p] = called ? LaneShape.Varying : new LaneShape(Uniformity.Launch) { IsExact = function.TypeOf(p).IsSigned || function.TypeOf(p).Size > 4 };
        }
        do
        {
            analysis._changed = false;
            analysis._depth = called ? 1 : 0;
            analysis.Visit(function.Body);
        }
        while (analysis._changed);
        return analysis;
    }

    /// <summary>The same for one lane alone, for whom every value is one.</summary>
    public static LaneShapes OfOneLane(Function function) => new(function, (1, 1, 1), 1) { _isOneLane = true };

    public LaneShape Of(LetId id) => _isOneLane ? OneLane : _shapes.GetValueOrDefault(id, LaneShape.Undefined);

    /// <summary>Whether some lanes leave the loop, or a turn of it, before others.</summary>
    public bool IsMasked(Loop loop) => _masked.Contains(loop);

    /// <summary>Whether a statement runs for some lanes of a block without the others.</summary>
    public bool IsApart(Stmt statement) => _parted.Contains(statement);

    /// <summary>How many times lanes have parted on the way to a statement.</summary>
    public int PartedTimes(Stmt statement) => _depths.GetValueOrDefault(statement);

    private void Give(LetId id, LaneShape shape)
    {
        var before = Of(id);
        var after = before.Join(shape);
        if (_function.TypeOf(id) is StructType && after is { IsVarying: false, Stride: not 0 })
        {
            after = LaneShape.Varying;
        }
        if (after != before || !_shapes.ContainsKey(id))
        {
            _shapes[id] = after;
            _changed = true;
        }
    }

    private void Visit(EquatableArray<Stmt> body)
    {
        foreach (var s in body)
        {
            _depths[s] = _depth;
            if (_depth > 0 && _parted.Add(s))
            {
                _changed = true;
            }
            Visit(s);
        }
    }

    private void Visit(Stmt s)
    {
        switch (s)
        {
            case Let x:
                _definitions[x.Id] = x.Value;
                Give(x.Id, Of(x.Value));
                break;
            case Load x:
                Give(x.Id, LoadShape(x.Source));
                break;
            case Atomic { Result: { } id }:
                Give(id, LaneShape.Varying);
                break;
            case Invoke { Result: { } id }:
                Give(id, LaneShape.Varying);
                break;
            case Call { Result: { } id } x:
                Give(id, CallShape(x));
                break;
            case If x:
                VisitIf(x);
                break;
            case Loop x:
                VisitLoop(x);
                break;
            case Switch x:
                _leavables.Push(new Leavable(null, _depth));
                _depth++;
                foreach (var c in x.Cases)
                {
                    Visit(c.Body);
                }
                // A continue out of a switch leaves lanes behind that go on.
                _depth = _leavables.Pop().Depth + (x.Cases.Any(c => Flow.HasContinue(c.Body)) ? 1 : 0);
                break;
            case Break x:
                Leave(_leavables.Peek(), x.Values, turn: false);
                break;
            case Continue x:
                Leave(_leavables.First(l => l.Loop is not null), x.Values, turn: true);
                break;
            case Return when _depth > 0:
                foreach (var l in _leavables)
                {
                    Mask(l.Loop);
                }
                break;
        }
    }

    private void Mask(Loop? loop)
    {
        if (loop is not null && _masked.Add(loop))
        {
            _changed = true;
        }
    }

    private void Leave(Leavable target, EquatableArray<Expr> values, bool turn)
    {
        bool apart = _depth > target.Depth;
        (turn ? target.Turns : target.Breaks).Add(new Way(values, apart));
        if (apart)
        {
            Mask(target.Loop);
        }
    }

    private void VisitIf(If x)
    {
        var condition = Of(x.Condition);
        int before = _depth;
        bool parts = !condition.IsUniform;
        _depth += parts ? 1 : 0;
        Visit(x.Then);
        int then = _depth;
        _depth = before + (parts ? 1 : 0);
        Visit(x.Else);
        // Lanes that left one arm for good do not come back behind the statement.
        bool left = parts && (Escapes(x.Then) || Escapes(x.Else));
        bool inner = Math.Max(then, _depth) > before + (parts ? 1 : 0);
        _depth = before + (left || inner ? 1 : 0);
        for (int i = 0; i < x.Results.Count; i++)
        {
            var (a, b) = (Yielded(x.Then, i), Yielded(x.Else, i));
            Give(x.Results[i], a is null || b is null ? Of((a ?? b)!) : Chosen(condition, a, b));
        }
    }

    private LaneShape Chosen(LaneShape condition, Expr a, Expr b) =>
        Same(a, b) ? Of(a) : condition.IsVectorUniform ? Of(a).Join(Of(b)).AtLeast(condition.Base) : Of(a).IsUndefined ? Of(b) : Of(b).IsUndefined ? Of(a) : LaneShape.Varying;

    private static Expr? Yielded(EquatableArray<Stmt> arm, int index) => arm.Count > 0 && arm[^1] is Yield y ? y.Values[index] : null;

    private static bool Escapes(EquatableArray<Stmt> body) => Flow.HasBreak(body) || Flow.HasContinue(body) || Flow.HasReturn(body);

    private void VisitLoop(Loop x)
    {
        var here = new Leavable(x, _depth);
        foreach (var c in x.Carried)
        {
            Give(c.Id, Of(c.Initial));
        }
        _leavables.Push(here);
        // In a turn of a masked loop some lanes may be gone already, but those that left are of no interest to those that did not.
        Visit(x.Body);
        if (x.Body.Count > 0 && x.Body[^1] is Yield y)
        {
            here.Turns.Add(new Way(y.Values, here.Turns.Exists(t => t.Apart)));
        }
        _depth = here.Depth;
        Visit(x.Continuing);
        _leavables.Pop();
        for (int i = 0; i < x.Carried.Count; i++)
        {
            Give(x.Carried[i].Id, Met(here.Turns, i));
        }
        for (int i = 0; i < x.Results.Count; i++)
        {
            Give(x.Results[i], _masked.Contains(x) && here.Breaks.Exists(b => b.Apart) ? LaneShape.Varying : Met(here.Breaks, i));
        }
        _depth = here.Depth + (Flow.HasReturn([x]) && _masked.Contains(x) ? 1 : 0);
    }

    /// <summary>The shape of values that meet from several ways: where lanes came apart, the ways must give the same.</summary>
    private LaneShape Met(List<Way> ways, int index)
    {
        var shape = LaneShape.Undefined;
        bool apart = ways.Exists(w => w.Apart);
        foreach (var (values, _) in ways)
        {
            shape = apart && !Same(values[index], ways[0].Values[index]) ? LaneShape.Varying : shape.Join(Of(values[index]));
            if (shape.IsVarying)
            {
                break;
            }
        }
        return shape;
    }

    /// <summary>Whether two values are the same computation, by name or by what defines the names.</summary>
    private bool Same(Expr a, Expr b) => a == b || Defined(a) == Defined(b);

    private Expr Defined(Expr e) => e is LetRef r && _definitions.TryGetValue(r.Id, out var value) ? value : e;

    private LaneShape LoadShape(Place place)
    {
        var address = OfAddress(place);
        return address.IsVectorUniform ? new LaneShape(address.Base < Uniformity.Block ? Uniformity.Block : address.Base) { IsExact = place.Type.IsSigned } : LaneShape.Varying;
    }

    /// <summary>The results of warp operations that are one for a warp are one for its vectors.</summary>
    private LaneShape CallShape(Call call) => call.Intrinsic.Name switch
    {
        "ballot" or "active_mask" or "vote_any" or "vote_all" when 32 % _width == 0 => new LaneShape(Uniformity.Vector),
        "barrier_count" or "barrier_and" or "barrier_or" => new LaneShape(Uniformity.Block),
        _ => LaneShape.Varying,
    };
}
