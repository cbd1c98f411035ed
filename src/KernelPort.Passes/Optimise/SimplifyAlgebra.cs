using KernelPort.Ir;

namespace KernelPort.Passes.Optimise;

/// <summary>Drops what changes nothing: `x + 0` becomes `x`, `-(-x)` becomes `x`. Floats only where every bit stays, so not `x + 0.0f`.</summary>
public sealed class SimplifyAlgebra : Rewriter, IPass
{
    public Module Run(Module module) => Rewrite(module);

    protected override Expr Leave(Expr expression) => expression switch
    {
        Unary x => SimplifyUnary(x),
        Binary x when x.Left.Type.IsFloat => SimplifyFloat(x),
        Binary x when x.Left.Type == IrType.Bool => SimplifyBool(x),
        Binary x when x.Left.Type.IsInteger => Build.IsComparison(x.Op) ? SimplifyComparison(x) : SimplifyInteger(x),
        Select x => SimplifySelect(x),
        Cast x => SimplifyCast(x),
        BitCast x when x.Type == x.Operand.Type => x.Operand,
        BitCast { Operand: BitCast inner } x => x with { Operand = inner.Operand },
        PointerOffset { Index: Literal { Bits: 0 } } x => x.Pointer,
        PointerOffset { Index: Literal b, Pointer: PointerOffset { Index: Literal a } inner } x => x with { Pointer = inner.Pointer, Index = Build.I64(unchecked(Build.AsInt(a) + Build.AsInt(b))) },
        Field { Operand: Aggregate a } x => a.Elements[x.Index],
        _ => expression,
    };

    private static bool IsZero(Expr e) => e is Literal { Bits: 0 };

    private static bool IsOne(Expr e) => e is Literal { Bits: 1 };

    private static bool IsAllOnes(Expr e) => e is Literal l && l.Bits == Build.Truncate(l.Type, ulong.MaxValue);

    private static Literal Zero(Expr like) => new(like.Type, 0);

    private static Expr SimplifyUnary(Unary x) => x switch
    {
        { Operand: Unary inner } when inner.Op == x.Op => inner.Operand,
        // Only == and != may be turned round for floats: a NaN makes every other comparison false.
        { Op: UnaryOp.LogicalNot, Operand: Binary { Op: BinaryOp.Eq } b } => b with { Op = BinaryOp.Ne },
        { Op: UnaryOp.LogicalNot, Operand: Binary { Op: BinaryOp.Ne } b } => b with { Op = BinaryOp.Eq },
        { Op: UnaryOp.LogicalNot, Operand: Binary b } when Build.IsComparison(b.Op) && !b.Left.Type.IsFloat => b with { Op = Opposite(b.Op) },
        _ => x,
    };

    private static BinaryOp Opposite(BinaryOp op) => op switch
    {
        BinaryOp.Lt => BinaryOp.Ge,
        BinaryOp.Le => BinaryOp.Gt,
        BinaryOp.Gt => BinaryOp.Le,
        _ => BinaryOp.Lt,
    };

    private static Expr SimplifyInteger(Binary x) => x.Op switch
    {
        BinaryOp.Add or BinaryOp.Or or BinaryOp.Xor when IsZero(x.Left) => x.Right,
        BinaryOp.Add or BinaryOp.Sub or BinaryOp.Or or BinaryOp.Xor or BinaryOp.Shl or BinaryOp.Shr when IsZero(x.Right) => x.Left,
        BinaryOp.Mul or BinaryOp.And when IsZero(x.Left) || IsZero(x.Right) => Zero(x),
        BinaryOp.Shl or BinaryOp.Shr when IsZero(x.Left) => Zero(x),
        BinaryOp.Mul when IsOne(x.Left) => x.Right,
        BinaryOp.Mul or BinaryOp.Div when IsOne(x.Right) => x.Left,
        BinaryOp.Rem when IsOne(x.Right) => Zero(x),
        BinaryOp.And when IsAllOnes(x.Left) => x.Right,
        BinaryOp.And when IsAllOnes(x.Right) => x.Left,
        BinaryOp.And or BinaryOp.Or when x.Left == x.Right => x.Left,
        BinaryOp.Sub or BinaryOp.Xor when x.Left == x.Right => Zero(x),
        _ => x,
    };

    private static Expr SimplifyComparison(Binary x) => x.Op switch
    {
        BinaryOp.Eq or BinaryOp.Le or BinaryOp.Ge when x.Left == x.Right => Build.Bool(true),
        BinaryOp.Ne or BinaryOp.Lt or BinaryOp.Gt when x.Left == x.Right => Build.Bool(false),
        BinaryOp.Lt when !x.Left.Type.IsSigned && IsZero(x.Right) => Build.Bool(false),
        BinaryOp.Ge when !x.Left.Type.IsSigned && IsZero(x.Right) => Build.Bool(true),
        // A truth value widened to a number and tested again.
        BinaryOp.Ne when IsZero(x.Right) && x.Left is Cast { Operand: { } b } && b.Type == IrType.Bool => b,
        BinaryOp.Eq when IsZero(x.Right) && x.Left is Cast { Operand: { } b } && b.Type == IrType.Bool => new Unary(UnaryOp.LogicalNot, b),
        BinaryOp.Ne when IsZero(x.Right) && x.Left is Select { Then: Literal { Bits: 1 }, Else: Literal { Bits: 0 } } s => s.Condition,
        _ => x,
    };

    private static Expr SimplifyBool(Binary x) => x.Op switch
    {
        BinaryOp.LogicalAnd or BinaryOp.And when IsZero(x.Left) || IsZero(x.Right) => Build.Bool(false),
        BinaryOp.LogicalAnd or BinaryOp.And when IsOne(x.Left) => x.Right,
        BinaryOp.LogicalAnd or BinaryOp.And when IsOne(x.Right) || x.Left == x.Right => x.Left,
        BinaryOp.LogicalOr or BinaryOp.Or when IsOne(x.Left) || IsOne(x.Right) => Build.Bool(true),
        BinaryOp.LogicalOr or BinaryOp.Or when IsZero(x.Left) => x.Right,
        BinaryOp.LogicalOr or BinaryOp.Or when IsZero(x.Right) || x.Left == x.Right => x.Left,
        BinaryOp.Eq or BinaryOp.Xor or BinaryOp.Ne when x.Left == x.Right => Build.Bool(x.Op == BinaryOp.Eq),
        _ => x,
    };

    private static Expr SimplifyFloat(Binary x) => x.Op switch
    {
        BinaryOp.Mul or BinaryOp.Div when IsFloat(x.Right, 1) => x.Left,
        BinaryOp.Mul when IsFloat(x.Left, 1) => x.Right,
        // x - (+0) and x + (-0) keep even a -0; the other two signs do not.
        BinaryOp.Sub when IsZero(x.Right) => x.Left,
        BinaryOp.Add when IsMinusZero(x.Right) => x.Left,
        BinaryOp.Add when IsMinusZero(x.Left) => x.Right,
        _ => x,
    };

    private static bool IsFloat(Expr e, double value) => e is Literal l && Build.AsFloat(l) == value;

    private static bool IsMinusZero(Expr e) => e is Literal l && l.Bits == 1UL << ((int)l.Type.Size * 8 - 1);

    private static Expr SimplifySelect(Select x) => x switch
    {
        { Condition: Literal c } => c.Bits != 0 ? x.Then : x.Else,
        _ when x.Then == x.Else => x.Then,
        { Condition: Unary { Op: UnaryOp.LogicalNot } not } => x with { Condition = not.Operand, Then = x.Else, Else = x.Then },
        { Then: Literal { Bits: 1 }, Else: Literal { Bits: 0 } } when x.Type == IrType.Bool => x.Condition,
        { Then: Literal { Bits: 0 }, Else: Literal { Bits: 1 } } when x.Type == IrType.Bool => new Unary(UnaryOp.LogicalNot, x.Condition),
        _ => x,
    };

    private static Expr SimplifyCast(Cast x)
    {
        if (x.Type == x.Operand.Type)
        {
            return x.Operand;
        }
        if (x.Operand is not Cast { Operand: { } first } middle)
        {
            return x;
        }
        var (from, by, to) = (first.Type, middle.Type, x.Type);
        if (from.IsInteger && by.IsInteger && to.IsInteger && by != IrType.Bool)
        {
            return IsExactChain(from, by, to) ? Leave(x, first) : x;
        }
        // A float goes through a wider float and back, or further, without loss.
        return from.IsFloat && by.IsFloat && to.IsFloat && IsWider(from, by) ? Leave(x, first) : x;
    }

    private static Expr Leave(Cast x, Expr operand) => x.Type == operand.Type ? operand : x with { Operand = operand };

    private static bool IsExactChain(IrType from, IrType by, IrType to)
    {
        if (to == IrType.Bool)
        {
            return by.Size >= from.Size;
        }
        // Cutting takes the same low bits either way; widening must extend the same way twice.
        return to.Size <= by.Size || from == IrType.Bool || (from.IsSigned ? by.IsSigned && by.Size >= from.Size : by.Size > from.Size || (by.Size == from.Size && !by.IsSigned));
    }

    private static bool IsWider(IrType narrow, IrType wide) => (((ScalarType)narrow).Kind, ((ScalarType)wide).Kind) is (Scalar.F16 or Scalar.BF16, Scalar.F32 or Scalar.F64) or (Scalar.F32, Scalar.F64);
}
