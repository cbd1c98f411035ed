using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <summary>What a row loop makes of its row: a carried value takes in one value a turn.</summary>
/// <param name="At">Which carried value, and so which result.</param>
internal sealed record RowFold(int At, string Operation, Expr Value);

/// <summary>
/// A loop whose threads walk through a row side by side, by its form alone: `for (c = t; c &lt; limit; c += step) { ... }`, where turns know of each other only by values
/// that they fold. Which <paramref name="First"/>, <paramref name="Limit"/> and <paramref name="Step"/> do is for whoever knows values.
/// </summary>
/// <param name="Body">What a turn does: lets, loads and stores.</param>
internal sealed record RowLoop(Loop Loop, int IndexAt, Expr First, Expr Limit, Expr Step, EquatableArray<Stmt> Body, IReadOnlyList<RowFold> Folds)
{
    public LetId Index => Loop.Carried[IndexAt].Id;

    public bool Stores => Body.Any(s => s is Store);

    public static bool IsIn(Function kernel)
    {
        var finder = new Rows();
        finder.Walk(kernel);
        return finder.Found;
    }

    private sealed class Rows : Walker
    {
        public bool Found { get; private set; }

        protected override void Enter(Stmt statement) => Found |= statement is Loop x && Of(x) is not null;
    }

    /// <summary>Null where a loop is none.</summary>
    public static RowLoop? Of(Loop x)
    {
        int test = x.Body.ToList().FindIndex(s => s is not Let);
        if (test < 0 || !x.Continuing.IsEmpty || x.Body[test] is not If { Then: [Break leave] } branch || !branch.Else.IsEmpty || !branch.Results.IsEmpty || x.Body[^1] is not Yield next
            || !x.Body.Skip(test + 1).SkipLast(1).All(IsPlain))
        {
            return null;
        }
        var lets = x.Body.OfType<Let>().ToDictionary(l => l.Id, l => l.Value);
        Expr Said(Expr e) => e is LetRef r && lets.TryGetValue(r.Id, out var value) ? Said(value) : e;
        int index = -1;
        Expr? limit = null;
        for (int i = 0; i < x.Carried.Count && index < 0; i++)
        {
            if (EndOf(Said(branch.Condition), x.Carried[i].Id, Said) is { } end)
            {
                (index, limit) = (i, end);
            }
        }
        if (index < 0 || Bare(Said(next.Values[index])) is not Binary { Op: BinaryOp.Add } step || !IsThe(Bare(step.Left), x.Carried[index].Id))
        {
            return null;
        }
        var turn = x.Body.Where((s, i) => i != test).SkipLast(1).ToList();
        var folds = new List<RowFold>();
        foreach (var (carried, i) in x.Carried.Select((c, i) => (c, i)).Where(c => c.i != index))
        {
            // Nothing but the fold may look at what was folded so far.
            if (LetUses.Of(x).GetValueOrDefault(carried.Id) - leave.Values.Count(v => IsThe(v, carried.Id)) != 1 || FoldOf(Said(next.Values[i]), carried.Id) is not var (operation, value))
            {
                return null;
            }
            folds.Add(new RowFold(i, operation, value));
        }
        bool given = leave.Values.All(v => v is LetRef r && r.Id != x.Carried[index].Id && x.Carried.Any(c => c.Id == r.Id)) && leave.Values.Distinct().Count() == leave.Values.Count;
        bool same = LetUses.Of(new Yield([limit!, step.Right])).Keys.All(id => !lets.ContainsKey(id) && x.Body.OfType<Load>().All(l => l.Id != id) && x.Carried.All(c => c.Id != id));
        return given && same ? new RowLoop(x, index, x.Carried[index].Initial, limit!, step.Right, Wanted(turn, folds), folds) : null;
    }

    /// <summary>What a turn does but count, test and fold.</summary>
    private static EquatableArray<Stmt> Wanted(List<Stmt> turn, List<RowFold> folds)
    {
        var wanted = LetUses.Of(new Yield([.. folds.Select(f => f.Value)])).Keys.ToHashSet();
        var body = new List<Stmt>();
        foreach (var s in Enumerable.Reverse(turn))
        {
            if (s is not Let l || wanted.Contains(l.Id))
            {
                wanted.UnionWith(LetUses.Of(s).Keys);
                body.Insert(0, s);
            }
        }
        return [.. body];
    }

    private static bool IsPlain(Stmt s) => s is Let or Load { Volatile: false } or Store { Volatile: false };

    /// <summary>A turn knows its thread otherwise than by the index.</summary>
    public bool KnowsThreads
    {
        get
        {
            var finder = new Threads();
            finder.Walk(Body);
            finder.Walk(new Yield([.. Folds.Select(f => f.Value)]));
            return finder.Found;
        }
    }

    private sealed class Threads : Walker
    {
        public bool Found { get; private set; }

        protected override void Enter(Expr expression) => Found |= expression is CoordinateOf { Which: Coordinate.ThreadX or Coordinate.ThreadY or Coordinate.ThreadZ };
    }

    /// <summary>A sum of an int and the unsigned width of a block is one of unsigned numbers: where it wraps there is no row, and no memory for it.</summary>
    private static Expr Bare(Expr e) => e is Cast x && x.Type.IsInteger && x.Operand.Type.IsInteger && x.Type.Size == x.Operand.Type.Size ? Bare(x.Operand) : e;

    private static bool IsThe(Expr e, LetId id) => e is LetRef r && r.Id == id;

    /// <summary>The limit of `c &lt; limit`, seen as the condition to leave.</summary>
    private static Expr? EndOf(Expr e, LetId id, Func<Expr, Expr> said) => e switch
    {
        Binary { Op: BinaryOp.Ge } b when IsThe(b.Left, id) && b.Left.Type.IsSigned => b.Right,
        Unary { Op: UnaryOp.LogicalNot } u when said(u.Operand) is Binary { Op: BinaryOp.Lt } b && IsThe(b.Left, id) && b.Left.Type.IsSigned => b.Right,
        _ => null,
    };

    private static (string Operation, Expr Value)? FoldOf(Expr e, LetId carried)
    {
        var (operation, a, b) = e switch
        {
            Binary { Op: BinaryOp.Add } x => ("Add", x.Left, x.Right),
            Pure { Intrinsic: var i, Arguments: [var p, var q] } when i == Intrinsics.FMax => ("Max", p, q),
            Pure { Intrinsic: var i, Arguments: [var p, var q] } when i == Intrinsics.FMin => ("Min", p, q),
            _ => ("", e, e),
        };
        // The order of the operands makes no difference.
        var value = IsThe(a, carried) ? b : a;
        return operation.Length > 0 && e.Type == IrType.F32 && (IsThe(a, carried) || IsThe(b, carried)) && !LetUses.Of(new Yield([value])).ContainsKey(carried) ? (operation, value) : null;
    }
}
