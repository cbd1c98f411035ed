using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <content>break, continue and goto: each leaves or repeats a frame. A jump over the frames between goes from one to the next, told by a flag.</content>
internal sealed partial class FunctionLowerer
{
    private readonly List<Frame> _frames = [];

    private enum FrameKind
    {
        Loop,
        Switch,

        /// <summary>Statements before a label, left by a goto to it.</summary>
        Before,

        /// <summary>Statements from a label on, repeated by a goto to it.</summary>
        From,
    }

    /// <summary>A statement that jumps leave or repeat.</summary>
    private sealed class Frame(FrameKind kind, string? label, int objects)
    {
        public FrameKind Kind { get; } = kind;

        public string? Label { get; } = label;

        /// <summary>How many objects were alive before it.</summary>
        public int Objects { get; } = objects;

        /// <summary>The jumps from further inside that end here, each with its flag.</summary>
        public Dictionary<bool, VariablePlace> Flags { get; } = [];

        /// <summary>The jumps that pass through on their way out.</summary>
        public List<(Frame Target, bool Again)> Passing { get; } = [];
    }

    /// <summary>Lowers what a frame consists of, and then the frame itself, made of it.</summary>
    private void InFrame(FrameKind kind, string? label, Action lower, Action emit)
    {
        var frame = new Frame(kind, label, _alive.Count);
        _frames.Add(frame);
        lower();
        _frames.RemoveAt(_frames.Count - 1);
        foreach (var flag in frame.Flags.Values)
        {
            Emit(new Store(flag, Build.Bool(false)));
        }
        emit();
        foreach (var (target, again) in frame.Passing)
        {
            var flag = target.Flags[again];
            var told = NewLet("t", IrType.Bool);
            Emit(new Load(told, flag));
            var onwards = Capture(() =>
            {
                if (_frames[^1] != target)
                {
                    Emit(new Break());
                    return;
                }
                if (again)
                {
                    Emit(new Store(flag, Build.Bool(false)));
                }
                Emit(again ? new Continue() : new Break());
            });
            Emit(new If(new LetRef(IrType.Bool, told), onwards, []));
        }
    }

    /// <summary>Ends a frame, or begins it again.</summary>
    private void Leave(Frame target, bool again, Span at)
    {
        Destroy(target.Objects, at);
        int outer = _frames.IndexOf(target);
        if (outer == _frames.Count - 1 || (again && _frames.Skip(outer + 1).All(f => f.Kind == FrameKind.Switch)))
        {
            Emit(again ? new Continue() : new Break());
            return;
        }
        if (!target.Flags.TryGetValue(again, out var flag))
        {
            target.Flags[again] = flag = NewVariable(again ? "again" : "leave", CType.Bool, AddressSpace.Local, at);
        }
        foreach (var between in _frames.Skip(outer + 1).Where(f => !f.Passing.Contains((target, again))))
        {
            between.Passing.Add((target, again));
        }
        Emit(new Store(flag, Build.Bool(true)));
        Emit(new Break());
    }

    private void LowerBreak(Span at) => Leave(
        _frames.FindLast(f => f.Kind is FrameKind.Loop or FrameKind.Switch) ?? throw new LoweringException(SemanticRules.MisplacedBreak.At(at)), again: false, at);

    private void LowerContinue(Span at) => Leave(
        _frames.FindLast(f => f.Kind == FrameKind.Loop) ?? throw new LoweringException(SemanticRules.MisplacedBreak.At(at)), again: true, at);

    private void LowerGoto(GotoStmt s)
    {
        var target = _frames.FindLast(f => f.Label == s.Label) ?? throw new LoweringException(SemanticRules.UnstructuredGoto.At(s.Span, s.Label));
        Leave(target, target.Kind == FrameKind.From, s.Span);
    }

    /// <summary>The statements of a block; those between a label and the gotos to it become a frame.</summary>
    private void LowerSequence(IReadOnlyList<StmtSyntax> statements)
    {
        if (!statements.Any(s => s is LabelStmt))
        {
            foreach (var s in statements)
            {
                Statement(s);
            }
            return;
        }
        LowerStretch(statements, 0, statements.Count, Stretches(statements));
    }

    /// <summary>Some statements in a row: [From, To) are left by jumping to To, or repeated by jumping to From.</summary>
    private sealed record Stretch(FrameKind Kind, string Label, int From, int To);

    private static List<Stretch> Stretches(IReadOnlyList<StmtSyntax> statements)
    {
        var gotos = statements.Select(GotoLabels.In).ToList();
        var stretches = new List<Stretch>();
        for (int at = 0; at < statements.Count; at++)
        {
            if (statements[at] is not LabelStmt { Name: var label })
            {
                continue;
            }
            int first = gotos.FindIndex(g => g.Contains(label));
            int last = gotos.FindLastIndex(g => g.Contains(label));
            if (first >= 0 && first < at)
            {
                stretches.Add(new Stretch(FrameKind.Before, label, first, at));
            }
            if (last > at)
            {
                stretches.Add(new Stretch(FrameKind.From, label, at, last + 1));
            }
        }
        // Where two overlap, the one that can grow without changing what it means grows until it holds the other.
        for (bool changed = true; changed;)
        {
            changed = false;
            for (int i = 0; i < stretches.Count; i++)
            {
                for (int j = 0; j < stretches.Count; j++)
                {
                    var (a, b) = (stretches[i], stretches[j]);
                    if (a.From < b.From && b.From < a.To && a.To < b.To)
                    {
                        if (b.Kind == FrameKind.Before)
                        {
                            stretches[j] = b with { From = a.From };
                            changed = true;
                        }
                        else if (a.Kind == FrameKind.From)
                        {
                            stretches[i] = a with { To = b.To };
                            changed = true;
                        }
                    }
                }
            }
        }
        return [.. stretches.OrderBy(s => s.From).ThenByDescending(s => s.To)];
    }

    private void LowerStretch(IReadOnlyList<StmtSyntax> statements, int from, int to, List<Stretch> inside)
    {
        for (int i = from; i < to;)
        {
            if (inside.Find(s => s.From == i) is not { } stretch)
            {
                if (statements[i] is not LabelStmt)
                {
                    Statement(statements[i]);
                }
                i++;
                continue;
            }
            var inner = inside.Where(s => s != stretch && s.From >= stretch.From && s.To <= stretch.To).ToList();
            if (inside.Any(s => s != stretch && !inner.Contains(s) && s.From > stretch.From && s.From < stretch.To))
            {
                throw new LoweringException(SemanticRules.UnstructuredGoto.At(statements[i].Span, stretch.Label));
            }
            EquatableArray<Stmt> body = [];
            InFrame(stretch.Kind, stretch.Label, () => body = Capture(() =>
            {
                LowerStretch(statements, stretch.From, stretch.To, inner);
                Emit(new Break());
            }), () => Emit(new Loop(body, [])));
            inside = [.. inside.Where(s => s != stretch && !inner.Contains(s))];
            i = stretch.To;
        }
    }

    /// <summary>Refuses what a jump over part of a block would need more for: a name that is bound inside of the part.</summary>
    private void CheckNotJumpedOver(Span at)
    {
        if (_frames.Count > 0 && _frames[^1].Kind is FrameKind.Before or FrameKind.From)
        {
            throw Unsupported(at, "a reference or an object with a destructor declared between a label and its goto");
        }
    }

    private sealed class GotoLabels : SyntaxWalker
    {
        private readonly HashSet<string> _labels = new(StringComparer.Ordinal);

        public static HashSet<string> In(StmtSyntax statement)
        {
            var found = new GotoLabels();
            found.Walk(statement);
            return found._labels;
        }

        protected override void Enter(StmtSyntax statement)
        {
            if (statement is GotoStmt g)
            {
                _labels.Add(g.Label);
            }
        }
    }
}
