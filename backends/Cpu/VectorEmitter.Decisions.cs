using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Backends.Cpu;

/// <summary>Conditions on a whole group of lanes by a few scalars: of numbers that count up along the lanes, the first or the last one decides.</summary>
internal sealed partial class VectorEmitter
{
    /// <summary>Whether a condition holds for all lanes of the group, or for any; null where no scalars tell.</summary>
    private string? Decided(Expr e, bool all)
    {
        switch (e)
        {
            // What stands under a condition of the whole block is computed there only.
            case LetRef r when _frame.Definitions.TryGetValue(r.Id, out var definition) && definition is not LetRef:
                return Decided(definition, all) ?? ByVectors(e, all);
            case Unary { Op: UnaryOp.LogicalNot } x:
                return Decided(x.Operand, !all) is { } opposite ? Assign($"xor i1 {opposite}, true") : null;
            case Binary { Op: BinaryOp.LogicalAnd } x when all:
                return Both("and", x, all);
            case Binary { Op: BinaryOp.LogicalOr } x when !all:
                return Both("or", x, all);
            // A conjunction in value form: the right side counts where the left holds.
            case Select { Else: Literal { Bits: 0 } } x when all && x.Type == IrType.Bool && !_frame.Shapes.Of(x.Condition).IsUniform:
                return Decided(x.Condition, all) is { } left && Decided(x.Then, all) is { } right ? Assign($"and i1 {left}, {right}") : null;
            case Select { Then: Literal { Bits: 1 } } x when !all && x.Type == IrType.Bool && !_frame.Shapes.Of(x.Condition).IsUniform:
                return Decided(x.Condition, all) is { } one && Decided(x.Else, all) is { } other ? Assign($"or i1 {one}, {other}") : null;
            case Binary x when Build.IsComparison(x.Op) && x.Left.Type.IsInteger && x.Left.Type != IrType.Bool:
                return Compared(x, all) ?? ByVectors(e, all);
            default:
                return ByVectors(e, all);
        }
    }

    private string? Both(string word, Binary x, bool all) => Decided(x.Left, all) is { } left && Decided(x.Right, all) is { } right ? Assign($"{word} i1 {left}, {right}") : null;

    private string? ByVectors(Expr e, bool all)
    {
        if (!_frame.Shapes.Of(e).IsVectorUniform)
        {
            return null;
        }
        var value = Expression(e);
        string result = At(value, 0).Name;
        for (int u = 1; u < (IsSpread(value) ? _units : 1); u++)
        {
            result = Assign($"{(all ? "and" : "or")} i1 {result}, {At(value, u).Name}");
        }
        return result;
    }

    private string? Compared(Binary x, bool all)
    {
        var (left, right) = (_frame.Shapes.Of(x.Left), _frame.Shapes.Of(x.Right));
        bool less = x.Op is BinaryOp.Lt or BinaryOp.Le;
        bool exact = x.Left.Type.IsSigned || (left.IsExact && right.IsExact);
        long slope = left.Stride - right.Stride;
        if (x.Op is BinaryOp.Eq or BinaryOp.Ne || !left.IsOfBlock || !right.IsOfBlock || slope == 0 || !exact || Span() is not { } span)
        {
            return null;
        }
        // The larger the difference, the harder is less.
        string lane = slope > 0 == (less == all) ? span.Last : span.First;
        var (a, b) = (Expression(x.Left).Pieces[0], Expression(x.Right).Pieces[0]);
        return BinaryValue(x.Op, IrType.Bool, Moved(a, lane), Moved(b, lane)).Name;
    }

    /// <summary>threadIdx.x of the group's first and last lane, where the lanes between take all the numbers between.</summary>
    private (string First, string Last)? Span()
    {
        int lanes = _units * _width;
        if (_block.X <= lanes && lanes % _block.X == 0 && _block.X % _width == 0)
        {
            return ("0", Build.Invariant($"{_block.X - 1}"));
        }
        if (_block.X % lanes != 0 && (_block.Y * _block.Z > 1 || _threads < lanes))
        {
            return null;
        }
        string last = int.TryParse(_column[^1], out int known) ? Build.Invariant($"{known + _width - 1}") : Assign(Build.Invariant($"add i32 {_column[^1]}, {_width - 1}"));
        return (_column[0], last);
    }
}

/// <summary>What names of a function stand for, conditions that give a truth value among them.</summary>
internal sealed class Definitions : Walker
{
    private readonly Dictionary<LetId, Expr> _all = [];

    public static IReadOnlyDictionary<LetId, Expr> Of(Function function)
    {
        var definitions = new Definitions();
        definitions.Walk(function);
        return definitions._all;
    }

    protected override void Enter(Stmt statement)
    {
        if (statement is Let x)
        {
            _all[x.Id] = x.Value;
        }
        if (statement is If branch && VectorEmitter.IsBlend(branch))
        {
            for (int i = 0; i < branch.Results.Count; i++)
            {
                _all[branch.Results[i]] = new Select(branch.Condition, ((Yield)branch.Then[^1]).Values[i], ((Yield)branch.Else[^1]).Values[i]);
            }
        }
    }
}
