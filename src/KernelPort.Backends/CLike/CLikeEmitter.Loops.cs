using System.Globalization;
using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.CLike;

/// <summary>Loops: back to the while, do and for that they were, and their conditions written in place.</summary>
public sealed partial class CLikeEmitter
{
    /// <summary>How many leading statements of a loop's body only compute its condition, and that condition.</summary>
    private (int Skip, Expr? StayWhile) Head(Loop loop)
    {
        for (int i = 0; i < loop.Body.Count; i++)
        {
            switch (loop.Body[i])
            {
                case Let l when _inlining.Inlined.Contains(l.Id):
                case Load d when _inlining.Inlined.Contains(d.Id):
                    continue;
                case If { Then: [Break], Else.IsEmpty: true } leave when !_placement.Before.ContainsKey(leave) && InlinedBefore(loop, i, leave.Condition):
                    return (i + 1, leave.Condition);
                default:
                    return (0, null);
            }
        }
        return (0, null);
    }

    // What the head computes must be used by the head alone, or the loop's body would not see it; a variable's name is known everywhere.
    private bool InlinedBefore(Loop loop, int count, Expr condition)
    {
        var used = new LetNames();
        used.Walk(condition);
        for (int i = count - 1; i >= 0; i--)
        {
            var (id, value) = loop.Body[i] switch
            {
                Let l => (l.Id, (object)l.Value),
                Load d => (d.Id, d.Source),
                _ => default,
            };
            if (_inlining.Names.Contains(id))
            {
                continue;
            }
            if (!used.Found.Contains(id))
            {
                return false;
            }
            if (value is Expr e)
            {
                used.Walk(e);
            }
            else if (value is Place p)
            {
                used.Walk(p);
            }
        }
        return true;
    }

    private Text StayText(Expr leaveWhen) => leaveWhen switch
    {
        Unary { Op: UnaryOp.LogicalNot } u => E(u.Operand),
        Binary { Op: BinaryOp.LogicalOr } b when _dialect.ReadsInPlace => new Text($"{StayText(b.Left).At(Precedence.LogicalAnd)} && {StayText(b.Right).At(Precedence.LogicalAnd + 1)}", Precedence.LogicalAnd),
        Binary b when Build.IsComparison(b.Op) && (!b.Left.Type.IsFloat || b.Op is BinaryOp.Eq or BinaryOp.Ne) => E(b with { Op = Inverse(b.Op) }),
        _ => E(new Unary(UnaryOp.LogicalNot, leaveWhen)),
    };

    private static BinaryOp Inverse(BinaryOp op) => op switch
    {
        BinaryOp.Eq => BinaryOp.Ne,
        BinaryOp.Ne => BinaryOp.Eq,
        BinaryOp.Lt => BinaryOp.Ge,
        BinaryOp.Ge => BinaryOp.Lt,
        BinaryOp.Gt => BinaryOp.Le,
        _ => BinaryOp.Gt,
    };

    private void EvaluateHead(Loop loop, int count)
    {
        for (int i = 0; i < count; i++)
        {
            switch (loop.Body[i])
            {
                case Let l:
                    _inlined[l.Id] = E(l.Value);
                    break;
                case Load d:
                    _inlined[d.Id] = new Text(P(d.Source), Precedence.Postfix);
                    break;
            }
        }
    }

    /// <summary>The step stands in the loop's head, but asks for what the body's first statements read of variables.</summary>
    private void EvaluateNames(Loop loop)
    {
        var used = new LetNames();
        used.Walk(loop.Continuing);
        foreach (var d in loop.Body.OfType<Load>().Where(d => _inlining.Names.Contains(d.Id) && used.Found.Contains(d.Id)))
        {
            _inlined[d.Id] = new Text(P(d.Source), Precedence.Postfix);
        }
    }

    /// <summary>The continuing part as an expression list, where it is nothing but stores.</summary>
    private string? Steps(Loop loop)
    {
        if (UsesNamesOfBody(loop))
        {
            return null;
        }
        var parts = new List<string>();
        foreach (var s in loop.Continuing)
        {
            switch (s)
            {
                case Let l when _inlining.Inlined.Contains(l.Id):
                    _inlined[l.Id] = E(l.Value);
                    break;
                case Load d when _inlining.Inlined.Contains(d.Id):
                    _inlined[d.Id] = new Text(P(d.Source), Precedence.Postfix);
                    break;
                case Store st when !_placement.Before.ContainsKey(st):
                    parts.Add(StoreText(st));
                    break;
                default:
                    return null;
            }
        }
        return string.Join(", ", parts);
    }

    private readonly Stack<EquatableArray<Stmt>> _continuing = new();

    private void PrintLoop(Loop loop, Span at)
    {
        if (loop.Continuing is [.., If { Then: [Break], Else.IsEmpty: true } until] && DoCondition(loop, until) is { } condition)
        {
            Unroll(loop);
            Line(at, "do {");
            _continuing.Push([]);
            Nested(loop.Body);
            _continuing.Pop();
            condition = DoCondition(loop, until)!;
            _w.Line($"}} while ({condition});");
            return;
        }
        var (skip, leave) = Head(loop);
        EvaluateHead(loop, skip);
        EvaluateNames(loop);
        string stay = leave is null ? "" : StayText(leave).At(Precedence.Lowest);
        string? steps = Steps(loop);
        Unroll(loop);
        if (steps is "" || (steps is null && stay.Length > 0))
        {
            Line(at, leave is null ? "while (true) {" : $"while ({stay}) {{");
        }
        else
        {
            Line(at, $"for (; {stay}; {steps}) {{".Replace(" ; ", "; ", StringComparison.Ordinal));
        }
        Rest(loop, skip, steps is null);
        _w.Line("}");
    }

    /// <summary>The condition of a do-while, where everything it needs is written in place.</summary>
    private string? DoCondition(Loop loop, If until)
    {
        foreach (var s in loop.Continuing.AsSpan()[..^1])
        {
            switch (s)
            {
                case Let l when _inlining.Inlined.Contains(l.Id):
                    _inlined[l.Id] = E(l.Value);
                    break;
                case Load d when _inlining.Inlined.Contains(d.Id):
                    _inlined[d.Id] = new Text(P(d.Source), Precedence.Postfix);
                    break;
                default:
                    return null;
            }
        }
        // Names that only the body knows cannot stand behind it.
        var used = new LetNames();
        used.Walk(until.Condition);
        bool bodyNames = loop.Body.Any(s => s is Let l && used.Found.Contains(l.Id) || s is Load d && used.Found.Contains(d.Id));
        return bodyNames ? null : StayText(until.Condition).At(Precedence.Lowest);
    }

    private void Rest(Loop loop, int skip, bool printContinuing)
    {
        _continuing.Push(printContinuing ? loop.Continuing : []);
        Nested(loop.Body.AsSpan()[skip..].ToArray().ToEquatable());
        _continuing.Pop();
        if (printContinuing)
        {
            Nested(loop.Continuing);
        }
    }

    // Where the continuing part is no expression it is repeated before each continue.
    private void PrintContinue(Span at)
    {
        if (_continuing.TryPeek(out var statements) && !statements.IsEmpty)
        {
            _w.Line("{");
            Nested(statements);
            _w.Indent++;
            Line(at, "continue;");
            _w.Indent--;
            _w.Line("}");
            return;
        }
        Line(at, "continue;");
    }

    private bool IsCounter(Store init, VariablePlace v, Loop loop)
    {
        // Declared here and used nowhere else, so that it may live in the head.
        return _placement.Before.TryGetValue(init, out var variables) && variables.Contains(v.Id.Index) && variables.Count == 1 && !_declared.Contains(v.Id.Index)
            && !loop.Continuing.IsEmpty && Head(loop).StayWhile is not null && StepsOnly(loop) && UsesOutside(v, init, loop) == 0;
    }

    /// <summary>Whether the step needs a name that is declared inside the body, where the loop's head cannot see it.</summary>
    private bool UsesNamesOfBody(Loop loop)
    {
        var used = new LetNames();
        used.Walk(loop.Continuing);
        return loop.Body.Any(s => BoundBy(s) is { } id && used.Found.Contains(id) && !_inlining.Inlined.Contains(id));
    }

    private static LetId? BoundBy(Stmt s) => s switch
    {
        Let x => x.Id,
        Load x => x.Id,
        Atomic x => x.Result,
        Call x => x.Result,
        Invoke x => x.Result,
        _ => null,
    };

    private bool StepsOnly(Loop loop) => !UsesNamesOfBody(loop) && loop.Continuing.All(s => s switch
    {
        Let l => _inlining.Inlined.Contains(l.Id),
        Load d => _inlining.Inlined.Contains(d.Id),
        Store st => !_placement.Before.ContainsKey(st),
        _ => false,
    });

    private int UsesOutside(VariablePlace v, Store init, Loop loop)
    {
        var all = new VariableUses(v.Id);
        all.Walk(_function);
        var inside = new VariableUses(v.Id);
        inside.Walk(init);
        inside.Walk(loop);
        return all.Count - inside.Count;
    }

    private sealed class VariableUses(VariableId id) : Walker
    {
        public int Count { get; private set; }

        protected override void Enter(Place place) => Count += place is VariablePlace v && v.Id == id ? 1 : 0;
    }

    private void PrintFor(Store init, VariablePlace v, Loop loop)
    {
        DeclareBefore(loop, loop.From.Span);
        _names.Open();
        _declared.Add(v.Id.Index);
        string start = $"{Declare(v.Type, VariableName(v.Id.Index))} = {ValueFor(init.Value, v.Type)}";
        var (skip, leave) = Head(loop);
        EvaluateHead(loop, skip);
        string stay = StayText(leave!).At(Precedence.Lowest);
        string steps = Steps(loop)!;
        Unroll(loop);
        Line(loop.From.Span, $"for ({start}; {stay}; {steps}) {{");
        Rest(loop, skip, printContinuing: false);
        _w.Line("}");
        _names.Close();
    }

    private void Unroll(Loop loop)
    {
        if (loop.Unroll is { } factor && _dialect.Unroll.Length > 0)
        {
            _w.Line(string.Format(CultureInfo.InvariantCulture, _dialect.Unroll, factor == 0 ? "" : Build.Invariant($" {factor}")));
        }
    }
}
