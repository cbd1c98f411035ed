using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Backends.Cpu;

/// <summary>Loops in which each lane reads a row of its own: one lane after another, by scalar code. Together the lanes would gather from as many places as there are
/// lanes, and go round as often as the longest row wants.</summary>
internal sealed partial class VectorEmitter
{
    /// <summary>False where a lane's values cannot be had by themselves.</summary>
    private bool TryLaneByLane(Loop x, Slot[] results)
    {
        var given = FreeNames.Of(x);
        if (given.Any(id => _frame.Lets[id.Index] is null or { Parts: not null }))
        {
            return false;
        }
        var arrays = new Dictionary<LetId, string>();
        foreach (var id in given.Where(id => _frame.Lets[id.Index]!.Scalar is null))
        {
            arrays[id] = Spilled(_frame.Lets[id.Index]!);
        }
        string? present = IsAll(_mask) ? null : Spilled(new Value(IrType.Bool, [.. _mask.Select(m => new Piece(IrType.Bool, m, false))]));
        string[] outputs = [.. results.Select(r => Alloca(Build.Invariant($"[{_units * _width} x {Word(r.Type)}]")))];
        string counter = Alloca("i64");
        var (head, enter, run, next, done) = (Label(), Label(), Label(), Label(), Label());
        Line($"store i64 0, ptr {counter}");
        Go(head);
        Begin(head);
        string lane = Assign($"load i64, ptr {counter}");
        Branch(Assign(Build.Invariant($"icmp ult i64 {lane}, {_units * _width}")), enter, done);
        Begin(enter);
        if (present is not null)
        {
            Branch(OfLane(present, IrType.Bool, lane), run, next);
            Begin(run);
        }
        var (outer, mask, units, occupied, crossing) = (_frame, _mask, _units, _occupied, _crossing);
        _frame = new Frame(outer.Function, LaneShapes.OfOneLane(outer.Function), _block, new Dictionary<LetId, Expr>()) { IsOneLane = true };
        (_mask, _units, _occupied, _crossing) = ([On], 1, true, null);
        foreach (var id in given)
        {
            _frame.Lets[id.Index] = arrays.TryGetValue(id, out string? array)
                ? Value.Of(new Piece(outer.Function.TypeOf(id), OfLane(array, outer.Function.TypeOf(id), lane), true))
                : outer.Lets[id.Index];
        }
        EmitLoop(x);
        var ends = x.Results.Select(r => _frame.Lets[r.Index]!.Pieces[0].Name).ToArray();
        (_frame, _mask, _units, _occupied, _crossing) = (outer, mask, units, occupied, crossing);
        for (int i = 0; i < ends.Length; i++)
        {
            Line($"store {Word(results[i].Type)} {ends[i]}, ptr {Assign($"getelementptr {Word(results[i].Type)}, ptr {outputs[i]}, i64 {lane}")}");
        }
        Go(next);
        Begin(next);
        Line($"store i64 {Assign($"add i64 {lane}, 1")}, ptr {counter}");
        Go(head);
        Begin(done);
        for (int i = 0; i < results.Length; i++)
        {
            string vector = Vector(Word(results[i].Type));
            var all = Enumerable.Range(0, _units).Select(u => new Piece(results[i].Type, Assign($"load {vector}, ptr {Assign(Build.Invariant($"getelementptr {vector}, ptr {outputs[i]}, i64 {u}"))}"), false));
            Write(results[i], new Value(results[i].Type, [.. all]));
            _frame.Lets[x.Results[i].Index] = Read(results[i]);
        }
        return true;
    }

    /// <summary>A value's lanes in memory, truth values as bytes.</summary>
    private string Spilled(Value value)
    {
        string word = value.Type == IrType.Bool ? "i8" : Word(value.Type);
        string array = Alloca(Build.Invariant($"[{_units * _width} x {word}]"));
        for (int u = 0; u < _units; u++)
        {
            string vector = Varying(At(value, u));
            if (value.Type == IrType.Bool)
            {
                vector = Assign($"zext {MaskType} {vector} to {Vector(word)}");
            }
            Line($"store {Vector(word)} {vector}, ptr {Assign(Build.Invariant($"getelementptr {Vector(word)}, ptr {array}, i64 {u}"))}");
        }
        return array;
    }

    private string OfLane(string array, IrType type, string lane)
    {
        string word = type == IrType.Bool ? "i8" : Word(type);
        string value = Assign($"load {word}, ptr {Assign($"getelementptr {word}, ptr {array}, i64 {lane}")}");
        return type == IrType.Bool ? Assign($"icmp ne i8 {value}, 0") : value;
    }
}

/// <summary>A loop that only computes and reads device memory, along a row: what it reads lies behind a pointer plus a number that goes up by a literal a turn.</summary>
internal sealed class RowLoop : Walker
{
    private readonly Dictionary<LetId, Expr> _definitions = [];
    private readonly List<Expr> _indices = [];
    private bool _onlyReads = true;

    public static bool Is(Loop loop)
    {
        var found = new RowLoop();
        found.Walk(loop.Body);
        found.Walk(loop.Continuing);
        return found._onlyReads && loop.Body.Concat(loop.Continuing).OfType<Yield>().LastOrDefault() is { } turn
            && loop.Carried.Where((c, i) => found.Resolved(turn.Values[i]) is Binary { Op: BinaryOp.Add, Left: LetRef before, Right: Literal } && before.Id == c.Id)
                .Any(c => found._indices.Exists(index => found.Resolved(index) is LetRef r && r.Id == c.Id));
    }

    protected override void Enter(Stmt statement)
    {
        switch (statement)
        {
            case Let { Value.Type: not StructType } x:
                _definitions[x.Id] = x.Value;
                break;
            case Load { Volatile: false, Source: Deref { Type: not StructType } place }:
                if (place.Pointer is PointerOffset offset)
                {
                    _indices.Add(offset.Index);
                }
                break;
            case If or Yield or Break or Continue:
                break;
            default:
                _onlyReads = false;
                break;
        }
    }

    // What only vectors have a short form of, or is said in the threads' terms.
    protected override void Enter(Expr expression) => _onlyReads &= expression is not (CoordinateOf or AddressOf or Pure { Type.IsFloat: true }) || (expression is Pure x && x.Intrinsic == Intrinsics.Fma);

    private Expr Resolved(Expr e) => e switch
    {
        Cast x => Resolved(x.Operand),
        LetRef x when _definitions.TryGetValue(x.Id, out var definition) => Resolved(definition),
        _ => e,
    };
}

/// <summary>The names a loop uses and does not give.</summary>
internal sealed class FreeNames : Walker
{
    private readonly HashSet<LetId> _given = [];

    public static IReadOnlyList<LetId> Of(Loop loop)
    {
        var (given, used) = (new FreeNames(), new LetNames());
        given.Walk(loop);
        used.Walk(loop);
        return [.. used.Found.Except(given._given).OrderBy(id => id.Index)];
    }

    protected override void Enter(Stmt statement) => _given.UnionWith(CrossingValues.MadeBy(statement));
}
