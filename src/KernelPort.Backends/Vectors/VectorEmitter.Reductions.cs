using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <content>
/// A loop that folds shared memory in halves, `for (d = 64; d > 0; d /= 2) if (t &lt; d) part[t] = max(part[t], part[t + d])`: one reduction, where only the first
/// element is looked at before the memory is written anew. The greatest and the least are the same in any order; sums are not, and are taken so where it is allowed.
/// </content>
internal sealed partial class VectorEmitter
{
    /// <summary>What a text has where a sum of shared memory is one operation.</summary>
    public const string SumOfMemory = "ReduceSum(m_";

    /// <summary>One step: memory from a place on takes in what lies a distance behind.</summary>
    private sealed record Step(string Operation, Memory Memory, long First, long Distance, long Count);

    /// <summary>Twice <paramref name="Half"/> elements of a memory from the first, folded by one operation.</summary>
    private sealed record Tree(string Operation, Memory Memory, long First, long Half);

    /// <summary>False, and nothing printed, where a loop is no such tree.</summary>
    private bool ReducedTree(Loop x)
    {
        if (TreeOf(x) is not { } tree)
        {
            return false;
        }
        Reduce(tree);
        return true;
    }

    private void Reduce(Tree tree)
    {
        if (tree.Operation == "Add" && !_reassociates)
        {
            SumInOrder(tree.Memory, tree.First, tree.Half);
            return;
        }
        int work = NewSlot();
        var from = Piece(tree.Memory, Build.Invariant($"{tree.First}"));
        Vector(tree.Operation == "Add" ? "ReduceSum" : "Reduce" + tree.Operation, from, from, Floats(work), Build.Invariant($"{tree.Half * 2}"));
    }

    /// <summary>A tree that is written out, `if (t &lt; 64) ...; if (t &lt; 32) ...`, from its first branch on; false, and nothing printed, where there is none.</summary>
    private bool WrittenTree(If x)
    {
        var (body, at, _) = _following.Peek();
        if (!CanReduce || !ReferenceEquals(body[at], x) || Tried(() => StepOf(x)) is not { Operation: "Max" or "Min" or "Add" } first || first.Distance != first.Count || first.Count < 8 || !long.IsPow2(first.Count) || first.Memory.Element != IrType.F32)
        {
            return false;
        }
        var steps = new List<Stmt> { x };
        int last = at;
        long next = first.Distance / 2;
        _ = Tried<Step>(() =>
        {
            for (int i = at + 1; i < body.Count && next > 0 && (body[i] is Let or If || IsBarrier(body[i])); i++)
            {
                if (body[i] is Let let)
                {
                    Bind(let.Id, Expression(let.Value));
                }
                else if (body[i] is If branch)
                {
                    if (StepOf(branch) is not { } step || step != first with { Distance = next, Count = next })
                    {
                        break;
                    }
                    steps.Add(branch);
                    (last, next) = (i, next / 2);
                }
            }
            return null;
        });
        if (next > 0)
        {
            return false;
        }
        if (!Later(last, () => IsOnlyFirstRead(first)))
        {
            return false;
        }
        Reduce(new Tree(first.Operation, first.Memory, first.First, first.Distance));
        _done.UnionWith(steps.Skip(1));
        return true;
    }

    private bool CanReduce => _m.Reduces && _block.Y * _block.Z == 1 && _merged == 1 && _mask.IsFull;

    /// <summary>Null where a loop is no tree; nothing is printed.</summary>
    private Tree? TreeOf(Loop x)
    {
        if (!CanReduce || x.Carried.Count != 1 || x.Results.Any(r => _uses.ContainsKey(r))
            || !Scalars.TryInt(Expression(x.Carried[0].Initial).Text, out long half) || half < 8 || !long.IsPow2(half) || half > 1 << 20 || !Halves(x))
        {
            return null;
        }
        Step? first = null;
        for (long d = half; d > 0; d /= 2)
        {
            if (StepAt(x, x.Carried[0].Id, d) is not { } step || step.Distance != d || step.Count != d)
            {
                return null;
            }
            first ??= step;
            if (step.Operation != first.Operation || step.First != first.First || !ReferenceEquals(step.Memory, first.Memory))
            {
                return null;
            }
        }
        return first!.Operation is "Max" or "Min" or "Add" && first.Memory.Element == IrType.F32 && IsOnlyFirstRead(first) ? new Tree(first.Operation, first.Memory, first.First, half) : null;
    }

    /// <summary>The tree's own order: halves of the memory while they begin where operands may; then the last eight, each in a block of its own, so that all halves do.</summary>
    private void SumInOrder(Memory memory, long first, long half)
    {
        Operand At(long place) => Piece(memory, Build.Invariant($"{place}"));
        for (long d = half; d >= 8; d /= 2)
        {
            Vector("Add", At(first), At(first), At(first + d), Build.Invariant($"{d}"));
        }
        var blocks = Floats(NewSlot());
        Vector("Expand", _m.Reinterpret(blocks, "int32_t"), _m.Reinterpret(At(first), "int32_t"), "1");
        Vector("Add", blocks, blocks, From(blocks, "32"), "32");
        Vector("Add", blocks, blocks, From(blocks, "16"), "16");
        Vector("Add", At(first), blocks, From(blocks, "8"), "1");
    }

    /// <summary>It leaves once the distance is 0, has one branch, barriers besides, and halves the distance.</summary>
    private static bool Halves(Loop x)
    {
        var carried = x.Carried[0].Id;
        bool IsDistance(Expr e) => e is LetRef r && r.Id == carried;
        bool IsEnd(Expr e) => e switch
        {
            Binary { Op: BinaryOp.Le or BinaryOp.Eq, Left: var a, Right: Literal { Bits: 0 } } => IsDistance(a),
            Binary { Op: BinaryOp.Lt, Left: var a, Right: Literal { Bits: 1 } } => IsDistance(a),
            Unary { Op: UnaryOp.LogicalNot, Operand: Binary { Op: BinaryOp.Gt or BinaryOp.Ne, Left: var a, Right: Literal { Bits: 0 } } } => IsDistance(a),
            _ => false,
        };
        var lets = x.Body.OfType<Let>().ToDictionary(l => l.Id, l => l.Value);
        Expr Said(Expr e) => e is LetRef r && lets.TryGetValue(r.Id, out var value) ? value : e;
        bool IsHalf(Expr e) => e is Binary { Op: BinaryOp.Div, Left: var a, Right: Literal { Bits: 2 } } && IsDistance(a) || e is Binary { Op: BinaryOp.Shr, Left: var b, Right: Literal { Bits: 1 } } && IsDistance(b);
        var branches = x.Body.OfType<If>().ToList();
        return branches.Count == 2 && x.Body.All(s => s is Let or If or Yield || s is Call { Result: null } c && (c.Intrinsic == Intrinsics.Barrier || c.Intrinsic == Intrinsics.WarpBarrier))
            && IsEnd(Said(branches[0].Condition)) && branches[0].Then is [Break] && branches[0].Else.IsEmpty
            && x.Body[^1] is Yield { Values: [var next] } && IsHalf(Said(next));
    }

    /// <summary>What the loop does for one distance; nothing is printed.</summary>
    private Step? StepAt(Loop x, LetId carried, long distance) => Tried(() =>
    {
        _lets[carried.Index] = Value.Scalar(_kernel.TypeOf(carried), Scalars.Literal(_kernel.TypeOf(carried), (ulong)distance), true);
        foreach (var let in x.Body.OfType<Let>())
        {
            Bind(let.Id, Expression(let.Value));
        }
        return StepOf(x.Body.OfType<If>().Last());
    });

    private Step? StepOf(If branch)
    {
        if (Expression(branch.Condition) is not { Kind: Kind.Mask } condition || !branch.Else.IsEmpty || branch.Then.IsEmpty || branch.Then[^1] is not Store store)
        {
            return null;
        }
        var before = _mask;
        _mask = Both(_mask, condition.Lanes!);
        var step = FoldOf(branch.Then, store) is var (operation, own, other, count) && Scalars.TryInt(count, out long n) && Scalars.TryInt(own.Text, out long first) && Scalars.TryInt(other.Text, out long second)
            ? new Step(operation, own.Memory!, first, second - first, n) : null;
        _mask = before;
        return step;
    }

    /// <summary>What is found out by printing, of which nothing stays.</summary>
    private T? Tried<T>(Func<T?> find) where T : class
    {
        var state = Save();
        try
        {
            return find();
        }
        catch (NotVectorised)
        {
            return null;
        }
        finally
        {
            Restore(state);
        }
    }

    // The statements that are being printed, inner first, and what lists they stand in.
    private readonly Stack<(EquatableArray<Stmt> Body, int At, bool IsTurn)> _following = new();

    /// <summary>What is so at a later statement of the list.</summary>
    private T Later<T>(int at, Func<T> look)
    {
        var here = _following.Pop();
        _following.Push(here with { At = at });
        try
        {
            return look();
        }
        finally
        {
            _following.Pop();
            _following.Push(here);
        }
    }

    /// <summary>Of the folded memory nothing but the first element is read from here on, until all of it is written or the kernel ends.</summary>
    private bool IsOnlyFirstRead(Step step)
    {
        int variable = Array.FindIndex(_memory, m => ReferenceEquals(m, step.Memory));
        if (_pointed.Contains(variable))
        {
            return false;
        }
        foreach (var (body, at, isTurn) in _following)
        {
            if (Written(body.Skip(at + 1), step, variable) is { } decided)
            {
                return decided;
            }
            // The next turn comes here again, where all elements are read.
            if (isTurn)
            {
                return Written(body.Take(at), step, variable) is true;
            }
        }
        return true;
    }

    /// <summary>True where all lanes write all of the memory, false where it is used before that, null where neither is.</summary>
    private bool? Written(IEnumerable<Stmt> statements, Step step, int variable)
    {
        bool all = true;
        foreach (var s in statements)
        {
            if (all && step.Memory.Length == _lanes && s is Store { Target: Element { Base: VariablePlace v, Index: var index } } && v.Id.Index == variable && IsLane(index))
            {
                return true;
            }
            if (MemoryUses.Of(s, variable, step.First))
            {
                return false;
            }
            // Behind a way out not all lanes may be here.
            all &= !Inside([s]);
        }
        return null;
    }

    private bool IsLane(Expr e) => e switch
    {
        CoordinateOf c => c.Which == Coordinate.ThreadX,
        Cast c => c.Type.Size >= 4 && IsLane(c.Operand),
        LetRef r => _lets[r.Id.Index] is { Kind: Kind.Affine, Text: "0" } v && v.Strides == new Strides("1", "0", "0"),
        _ => false,
    };

    /// <summary>Looks for what names a variable's memory otherwise than by reading one of its elements.</summary>
    private sealed class MemoryUses(int variable, long allowed) : Walker
    {
        private bool _found;
        private int _mentions;
        private int _reads;

        public static bool Of(Stmt s, int variable, long allowed)
        {
            var finder = new MemoryUses(variable, allowed);
            finder.Walk(s);
            return finder._found || finder._mentions != finder._reads;
        }

        protected override void Enter(Place place) => _mentions += place is VariablePlace v && v.Id.Index == variable ? 1 : 0;

        protected override void Access(Place place, bool write)
        {
            if (place is Element { Base: VariablePlace v, Index: Literal n } && v.Id.Index == variable && !write && n.Type.IsInteger && Build.AsInt(n) == allowed)
            {
                _reads++;
            }
            else if (write && Base(place) is VariablePlace w && w.Id.Index == variable)
            {
                _found = true;
            }
        }

        private static Place Base(Place place) => place switch { Element e => Base(e.Base), Member m => Base(m.Base), _ => place };
    }
}
