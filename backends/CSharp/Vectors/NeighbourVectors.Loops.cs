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
    private void Repeat(Loop x, List<Stmt> result)
    {
        if (!x.Continuing.IsEmpty)
        {
            throw new NoVectorsException();
        }
        var initial = x.Carried.Select(c => Value(c.Initial, _forms.Of(c.Id))).ToList();
        var carried = x.Carried.Select((c, i) => new Carried(Fresh(c.Id), initial[i])).ToEquatable();
        int at = x.Body.TakeWhile(s => s is Let).Count();
        if (_loops.Count == 0 && at < x.Body.Count && x.Body[at] is If { Then: [Break], Else.IsEmpty: true, Condition: Binary ends } head && _forms.IsTogether(ends) && !_forms.Of(ends).IsUniform)
        {
            Counting(x, carried, head, at, result);
            return;
        }
        var body = Turn(x, x.Body);
        result.Add(x with { Carried = carried, Body = body, Results = Fresh(x.Results) });
    }

    private EquatableArray<Stmt> Turn(Loop loop, EquatableArray<Stmt> body)
    {
        var asked = _asked.ToList();
        _loops.Push(loop);
        var turn = List(body, loop.Carried.Select(c => c.Id).ToEquatable());
        _loops.Pop();
        _asked.IntersectWith(asked);
        return turn;
    }

    /// <summary>A loop that goes on as long as all lanes do, and what is left to do for some of them.</summary>
    private void Counting(Loop x, EquatableArray<Carried> carried, If head, int at, List<Stmt> result)
    {
        bool writes = _wrote || Writes(x);
        // How many turns a lane took is its own; and who leaves by another door leaves with all others.
        if ((writes && x.Results.Count > 0) || Flow.HasBreak([.. x.Body.AsSpan()[(at + 1)..].ToArray()]) || LetNames.In(head.Condition).Overlaps(CrossingValues.MadeWithin(x.Body)))
        {
            throw new NoVectorsException();
        }
        var atom = (Binary)head.Condition;
        Expr leave = new Binary(IrType.Bool, BinaryOp.LogicalOr, _scalar.Expression(atom), AtLast(atom));
        if (Wrapped(atom) is { } wrapped)
        {
            leave = new Binary(IrType.Bool, BinaryOp.LogicalOr, leave, wrapped);
        }
        var kept = x.Carried.Select(c => c.Id).Where(id => !_forms.Of(id).IsVarying).ToList();
        var values = Values(((Break)head.Then[0]).Values, x.Results).Concat(kept.Select(id => new LetRef(_lets[_renamed[id].Index].Type, _renamed[id]))).ToEquatable();
        var before = Turn(x, [.. x.Body.AsSpan()[..at].ToArray()]);
        var rest = Turn(x, [.. x.Body.AsSpan()[(at + 1)..].ToArray()]);
        result.Add(x with
        {
            Carried = carried,
            Body = [.. before, head with { Condition = leave, Then = [new Break { Values = values }] }, .. rest],
            Results = [.. Fresh(x.Results), .. Fresh(kept.ToEquatable())],
        });
        var parted = Parts(atom);
        result.AddRange(writes ? [new If(parted, [OneByOne(x)], [])] : _parted(parted));
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
        var made = CrossingValues.MadeWithin([loop]);
        foreach (var id in LetNames.In([loop]).Where(id => _renamed.ContainsKey(id) && !made.Contains(id)).OrderBy(id => id.Index))
        {
            copy.Values[id] = OfLane(id, number);
        }
        var carried = loop.Carried.Select(c => new Carried(c.Id, OfLane(c.Id, number))).ToEquatable();
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
