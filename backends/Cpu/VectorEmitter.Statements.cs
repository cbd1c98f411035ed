using System.Diagnostics;
using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Backends.Cpu;

/// <summary>Statements within a region: conditions that are one for the block branch, others mask, and are passed by where no lane is left.</summary>
internal sealed partial class VectorEmitter
{
    // What is written twice for the case that all lanes are there, and how deep such cases may nest.
    private const int MaxTwice = 600;
    private const int MaxTwiceDepth = 2;

    // Arms of so many nodes are computed for all lanes rather than jumped over.
    private const int MaxBlend = 24;

    private int _twice;

    // The lanes that run, for each vector of the group; and whether there surely is one.
    private string[] _mask = [];
    private bool _occupied;

    /// <summary>A loop or switch around the statement: where its lanes go that leave it. Masked: the lanes still in it and the lanes of this turn.</summary>
    private sealed record Leavable(bool IsLoop, Slot? Inside, Slot? Turn, string Next, string Exit, Slot[] Carried, Slot[] Results);

    private void Body(EquatableArray<Stmt> body)
    {
        foreach (var s in body)
        {
            if (_ended)
            {
                return;
            }
            _at = s.From.Span.IsNone ? _at : s.From.Span;
            Statement(s);
        }
    }

    private void Statement(Stmt s)
    {
        switch (s)
        {
            case Let x:
                Bind(x.Id, Expression(x.Value));
                break;
            case Load x:
                Bind(x.Id, LoadPlace(x.Source));
                break;
            case Store x:
                StorePlace(x.Target, Expression(x.Value));
                break;
            case Atomic x:
                EmitAtomic(x);
                break;
            case Call x:
                EmitCall(x);
                break;
            case Invoke x:
                EmitInvoke(x);
                break;
            case If x:
                EmitIf(x);
                break;
            case Loop x:
                EmitLoop(x);
                break;
            case Ir.Switch x:
                EmitSwitch(x);
                break;
            case Yield x:
                WriteAll(_frame.Yields.Peek(), x.Values, null);
                break;
            case Break x:
                var target = _frame.Leavables.Peek();
                WriteAll(target.Results, x.Values, target.Inside is null ? null : _mask);
                Leave(target, turnOnly: false);
                break;
            case Continue x:
                target = _frame.Leavables.First(l => l.IsLoop);
                WriteAll(target.Carried, x.Values, target.Inside is null ? null : _mask);
                Leave(target, turnOnly: true);
                break;
            case Return x:
                EmitReturn(x);
                break;
            default:
                throw new UnreachableException(s.GetType().Name);
        }
    }

    /// <summary>Gives a name its value; what lives across a barrier is put by.</summary>
    private void Bind(LetId id, Value value)
    {
        _frame.Lets[id.Index] = value;
        if (_crossing is not null && _crossing.Contains(id) && !_frame.Shapes.Of(id).IsOfBlock && !_recomputable.Contains(id))
        {
            Write(SlotFor(id, true), value);
        }
    }

    /// <summary>All values are computed before the first is written: they may read what is written.</summary>
    private void WriteAll(Slot[] slots, EquatableArray<Expr> values, string[]? mask)
    {
        var computed = values.Select(Expression).ToArray();
        for (int i = 0; i < Math.Min(slots.Length, computed.Length); i++)
        {
            Write(slots[i], computed[i], mask);
        }
    }

    /// <summary>The lanes that still run here: what breaks, continues and returns took away is gone.</summary>
    private void Refresh(string[] before)
    {
        var alive = _frame.Leavables.TryPeek(out var inner) ? inner.Turn : _frame.Live;
        _mask = alive is null ? before : And(before, ReadMask(alive));
        _occupied &= alive is null;
    }

    private void Clear(Slot? lanes)
    {
        if (lanes is not null)
        {
            WriteMask(lanes, AndNot(ReadMask(lanes), _mask));
        }
    }

    /// <summary>The current lanes leave a loop's turn, or the loop or switch itself, and everything inside of it.</summary>
    private void Leave(Leavable target, bool turnOnly)
    {
        if (target.Inside is null)
        {
            Go(turnOnly ? target.Next : target.Exit);
            return;
        }
        foreach (var l in _frame.Leavables)
        {
            Clear(l.Turn);
            if (l != target || !turnOnly)
            {
                Clear(l.Inside);
            }
            if (l == target)
            {
                break;
            }
        }
        _mask = [.. _mask.Select(_ => Off)];
        _occupied = false;
    }

    private void EmitReturn(Return x)
    {
        if (x.Value is not null && _frame.Result is { } result)
        {
            Write(result, Expression(x.Value), _mask);
        }
        if (!_frame.Shapes.IsApart(x) && _frame.ReturnTo is { } end)
        {
            Go(end);
            return;
        }
        foreach (var l in _frame.Leavables)
        {
            Clear(l.Inside);
            Clear(l.Turn);
        }
        Clear(_frame.Live);
        _mask = [.. _mask.Select(_ => Off)];
        _occupied = false;
    }

    private static bool Escapes(Stmt s) => Flow.HasBreak([s]) || Flow.HasContinue([s]) || Flow.HasReturn([s]);

    private void EmitIf(If x)
    {
        var condition = Expression(x.Condition);
        bool uniform = _frame.Shapes.Of(x.Condition).IsUniform;
        if (!uniform && IsBlend(x))
        {
            Blend(x, condition);
            return;
        }
        var results = x.Results.Select(r => SlotFor(r, _crossing is not null && _crossing.Contains(r) && !_frame.Shapes.Of(r).IsOfBlock)).ToArray();
        string[] before = _mask;
        bool occupied = _occupied;
        _frame.Yields.Push(results);
        if (uniform)
        {
            UniformIf(x, condition.Pieces[0].Name);
        }
        else
        {
            MaskedIf(x, condition);
        }
        _frame.Yields.Pop();
        if (_ended)
        {
            return;
        }
        _mask = before;
        _occupied = occupied;
        if (Escapes(x))
        {
            Refresh(before);
        }
        for (int i = 0; i < results.Length; i++)
        {
            _frame.Lets[x.Results[i].Index] = Read(results[i]);
        }
    }

    private void UniformIf(If x, string condition)
    {
        string then = Label();
        string otherwise = Label();
        string join = Label();
        string[] before = _mask;
        bool occupied = _occupied;
        bool reached = false;
        Branch(condition, then, otherwise);
        foreach (var (label, arm) in new[] { (then, x.Then), (otherwise, x.Else) })
        {
            Begin(label);
            _mask = before;
            _occupied = occupied;
            Body(arm);
            reached |= !_ended;
            Go(join);
        }
        if (reached)
        {
            Begin(join);
        }
    }

    private void MaskedIf(If x, Value condition)
    {
        string[] before = _mask;
        string[] lanes = Lanes(condition);
        if (x.Else.IsEmpty && IsAll(before) && _occupied && _twice < MaxTwiceDepth && CodeSize.Of(x.Then) < MaxTwice && !Array.TrueForAll(lanes, IsConstant))
        {
            string fast = Label();
            string slow = Label();
            string join = Label();
            _twice++;
            Branch(Decided(x.Condition, true) ?? All(lanes), fast, slow);
            Begin(fast);
            Body(x.Then);
            Go(join);
            Begin(slow);
            if (GoesOneByOne(x.Then))
            {
                OneByOne(And(before, lanes), x.Then);
            }
            else
            {
                Arm(And(before, lanes), x.Then);
            }
            _twice--;
            Go(join);
            Begin(join);
            return;
        }
        Arm(And(before, lanes), x.Then);
        if (!x.Else.IsEmpty)
        {
            // What the other arm gave stays for its lanes.
            Arm(AndNot(before, lanes), x.Else);
        }
    }

    /// <summary>A body under a mask, passed by where no lane wants it.</summary>
    private void Arm(string[] mask, EquatableArray<Stmt> body)
    {
        if (Array.TrueForAll(mask, m => m == Off))
        {
            return;
        }
        string any = Any(mask);
        _mask = mask;
        if (any == "true" || body is [Break { Values.IsEmpty: true }] or [Continue { Values.IsEmpty: true }])
        {
            _occupied = any == "true";
            MaskedBody(body);
            return;
        }
        string then = Label();
        string join = Label();
        Branch(any, then, join);
        Begin(then);
        _occupied = true;
        MaskedBody(body);
        Go(join);
        Begin(join);
    }

    private void MaskedBody(EquatableArray<Stmt> body)
    {
        string[] mask = _mask;
        foreach (var s in body)
        {
            if (s is Yield y)
            {
                WriteAll(_frame.Yields.Peek(), y.Values, mask);
                continue;
            }
            Statement(s);
            if (_ended)
            {
                return;
            }
        }
    }

    /// <summary>Whether both arms only compute, and little.</summary>
    public static bool IsBlend(If x) => !x.Results.IsEmpty && Computes(x.Then) && Computes(x.Else) && CodeSize.Of(x.Then) + CodeSize.Of(x.Else) <= MaxBlend;

    private static bool Computes(EquatableArray<Stmt> arm) => arm.Count > 0 && arm[^1] is Yield && arm.Take(arm.Count - 1).All(s => s is Let);

    private void Blend(If x, Value condition)
    {
        var arms = new[] { x.Then, x.Else }.Select(arm =>
        {
            Body(arm.Take(arm.Count - 1).ToEquatable());
            return ((Yield)arm[^1]).Values.Select(v => (Value: Expression(v), _frame.Shapes.Of(v).IsUndefined)).ToArray();
        }).ToArray();
        bool parts = !_frame.Shapes.Of(x.Condition).IsVectorUniform;
        for (int i = 0; i < x.Results.Count; i++)
        {
            var shape = _frame.Shapes.Of(x.Results[i]);
            var (then, otherwise) = (arms[0][i], arms[1][i]);
            // lanes part, and yet the value is one: both ways give the same
            Bind(x.Results[i], parts && !shape.IsVarying ? (then.IsUndefined ? otherwise : then).Value : Choice(condition, then.Value, otherwise.Value, shape));
        }
    }
}
