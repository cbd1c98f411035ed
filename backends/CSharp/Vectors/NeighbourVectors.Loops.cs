using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Backends.CSharp.Vectors;

/// <summary>
/// Loops of neighbours, which go round together. Where each lane counts for itself, as along a row or through the grid, the last turn may be for some of them: then they begin again one by
/// one if nothing was written yet; if there was, but they carry nothing else than their counts, each finishes the loop for itself.
/// </summary>
internal sealed partial class NeighbourVectors
{
    /// <summary>A loop on the way.</summary>
    private sealed record Turn(Loop Loop)
    {
        /// <summary>The condition at its head, where lanes may part.</summary>
        public If? Head { get; init; }

        /// <summary>What is done there when they do.</summary>
        public Func<Expr, IEnumerable<Stmt>>? Parted { get; init; }

        /// <summary>The loop gives besides its own results whether it was left because they did.</summary>
        public bool Tells { get; init; }
    }

    private EquatableArray<Expr> Leaving(EquatableArray<Expr> values)
    {
        var turn = _loops.Peek();
        var left = Values(values, turn.Loop.Results);
        return turn.Tells ? [.. left, Build.Bool(false)] : left;
    }

    private void Repeat(Loop x, List<Stmt> result)
    {
        if (!x.Continuing.IsEmpty)
        {
            throw new NoVectorsException();
        }
        var initial = x.Carried.Select(c => Value(c.Initial, _forms.Of(c.Id))).ToList();
        var carried = x.Carried.Select((c, i) => new Carried(Fresh(c.Id), initial[i])).ToEquatable();
        var head = x.Body.SkipWhile(s => s is Let).FirstOrDefault() as If;
        var turn = new Turn(x);
        bool counts = head is { Then: [Break], Else.IsEmpty: true } && !_forms.Of(head.Condition).IsUniform && _forms.IsTogether(head.Condition) && _loops.Count == 0;
        if (counts)
        {
            var leave = (Break)head!.Then[0];
            bool writes = _wrote || Writes(x);
            turn = writes
                ? new Turn(x) { Head = head, Parted = parted => [new If(parted, [OneByOne(x), leave with { Values = Values(leave.Values, x.Results) }], [])] }
                : LeavesLoops
                    ? new Turn(x) { Head = head, Parted = _parted }
                    : new Turn(x) { Head = head, Tells = true, Parted = parted => [new If(parted, [leave with { Values = [.. Values(leave.Values, x.Results), Build.Bool(true)] }], [])] };
            // How many turns a lane took is its own.
            if (writes && x.Results.Count > 0)
            {
                throw new NoVectorsException();
            }
        }
        var asked = _asked.ToList();
        _loops.Push(turn);
        var body = List(x.Body, x.Carried.Select(c => c.Id).ToEquatable());
        _loops.Pop();
        _asked.IntersectWith(asked);
        var loop = x with { Carried = carried, Body = body, Results = Fresh(x.Results) };
        if (!turn.Tells)
        {
            result.Add(loop);
            return;
        }
        _lets.Add(new NamedValue("apart", IrType.Bool));
        var apart = new LetId(_lets.Count - 1);
        result.Add(loop with { Results = [.. loop.Results, apart] });
        result.AddRange(_parted(new LetRef(IrType.Bool, apart)));
    }

    private sealed class Effects : Walker
    {
        public bool Found { get; private set; }

        protected override void Enter(Stmt statement) => Found |= statement is Store or Atomic or Call or Invoke;
    }

    private static bool Writes(Loop loop)
    {
        var effects = new Effects();
        effects.Walk(loop);
        return effects.Found;
    }

    /// <summary>The rest of a loop, lane by lane.</summary>
    private Loop OneByOne(Loop loop)
    {
        LetId Name(string name)
        {
            _lets.Add(new NamedValue(name, IrType.U32));
            return new LetId(_lets.Count - 1);
        }
        var lane = Name("lane");
        var number = new LetRef(IrType.U32, lane);
        var copy = new LaneCopy(_lets) { Lane = number };
        var names = new LetNames();
        names.Walk(loop);
        var made = new Made();
        made.Walk(loop);
        foreach (var id in names.Found.Where(id => _renamed.ContainsKey(id) && !made.Found.Contains(id)).OrderBy(id => id.Index))
        {
            copy.Values[id] = OfLane(id, number);
        }
        var carried = loop.Carried.Select(c => new Carried(c.Id, OfLane(c.Id, number))).ToEquatable();
        foreach (var c in carried)
        {
            // What the copy calls by this name from here on.
            copy.Values.Remove(c.Id);
        }
        var given = carried.Select(c => c.Initial).ToList();
        var rest = (Loop)copy.Of([loop])[0];
        rest = rest with { Carried = rest.Carried.Select((c, i) => c with { Initial = given[i] }).ToEquatable() };
        return new Loop(
            [
                new If(new Binary(IrType.Bool, BinaryOp.Ge, number, Build.U32(NeighbourForms.Lanes)), [new Break()], []),
                rest,
                new Yield([new Binary(IrType.U32, BinaryOp.Add, number, Build.U32(1))]),
            ],
            []) { Carried = [new Carried(lane, Build.U32(0))] };
    }

    private sealed class Made : Walker
    {
        public HashSet<LetId> Found { get; } = [];

        protected override void Enter(Stmt statement) => Found.UnionWith(CrossingValues.MadeBy(statement));
    }

    /// <summary>A lane's own value of what goes up by lane.</summary>
    private Expr OfLane(LetId id, Expr lane)
    {
        var form = _forms.Of(id);
        var type = _lets[_renamed[id].Index].Type;
        var first = new LetRef(type, _renamed[id]);
        return form switch
        {
            { IsVarying: true } => throw new NoVectorsException(),
            { Stride: 0 } => first,
            _ when !type.IsInteger => throw new NoVectorsException(),
            _ => new Binary(type, BinaryOp.Add, first, Scaled(lane, type, form.Stride)),
        };
    }

    private static Expr Scaled(Expr lane, IrType type, long stride)
    {
        Expr number = type == IrType.U32 ? lane : new Cast(type, lane);
        return stride == 1 ? number : new Binary(type, BinaryOp.Mul, number, Build.Int(type, stride));
    }
}
