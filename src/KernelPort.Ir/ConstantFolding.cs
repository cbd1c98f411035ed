using System.Numerics;
using KernelPort.Core;

namespace KernelPort.Ir;

/// <summary>Computes operations on literals, with the results docs/semantics.md gives them. Null where an operand is not a literal.</summary>
public static class ConstantFolding
{
    /// <summary>Folds a whole tree bottom-up as far as literals reach.</summary>
    public static Expr FoldTree(Expr expression) => new TreeFolder().Expression(expression);

    /// <summary>Folds one node whose operands are literals; null where it cannot.</summary>
    public static Literal? Fold(Expr expression) => expression switch
    {
        Literal x => x,
        Unary { Operand: Literal a } x => FoldUnary(x.Op, a),
        Binary { Left: Literal a, Right: Literal b } x => FoldBinary(x.Op, x.Type, a, b),
        Select { Condition: Literal c, Then: Literal a, Else: Literal b } => c.Bits != 0 ? a : b,
        Cast { Operand: Literal a, Type: ScalarType to } => FoldCast(to, a),
        BitCast { Operand: Literal a } x when x.Type is ScalarType => new Literal(x.Type, a.Bits),
        _ => null,
    };

    private static Literal? FoldUnary(UnaryOp op, Literal a) => op switch
    {
        UnaryOp.LogicalNot => Build.Bool(a.Bits == 0),
        UnaryOp.BitNot => new Literal(a.Type, Build.Truncate(a.Type, ~a.Bits)),
        // A sign flip, not a subtraction: it turns +0 into -0 and keeps a NaN's payload.
        UnaryOp.Negate when a.Type.IsFloat => new Literal(a.Type, a.Bits ^ (1UL << ((int)a.Type.Size * 8 - 1))),
        UnaryOp.Negate => new Literal(a.Type, Build.Truncate(a.Type, unchecked(0UL - a.Bits))),
        _ => null,
    };

    private static Literal? FoldBinary(BinaryOp op, IrType type, Literal a, Literal b)
    {
        if (a.Type is PointerType)
        {
            return null;
        }
        if (a.Type.IsFloat)
        {
            return FoldFloat(op, type, Build.AsFloat(a), Build.AsFloat(b));
        }
        if (a.Type.IsSigned)
        {
            return FoldSigned(op, type, Build.AsInt(a), op is BinaryOp.Shl or BinaryOp.Shr ? unchecked((long)b.Bits) : Build.AsInt(b), (int)a.Type.Size * 8);
        }
        return FoldUnsigned(op, type, a.Bits, b.Bits, (int)a.Type.Size * 8);
    }

    private static Literal? FoldFloat(BinaryOp op, IrType type, double a, double b) => op switch
    {
        // Double arithmetic rounded once more gives the correctly rounded float result for + - * /.
        BinaryOp.Add => Build.Float(type, a + b),
        BinaryOp.Sub => Build.Float(type, a - b),
        BinaryOp.Mul => Build.Float(type, a * b),
        BinaryOp.Div => Build.Float(type, a / b),
        BinaryOp.Eq => Build.Bool(a == b),
        BinaryOp.Ne => Build.Bool(a != b),
        BinaryOp.Lt => Build.Bool(a < b),
        BinaryOp.Le => Build.Bool(a <= b),
        BinaryOp.Gt => Build.Bool(a > b),
        BinaryOp.Ge => Build.Bool(a >= b),
        _ => null,
    };

    private static Literal? FoldSigned(BinaryOp op, IrType type, long a, long b, int bits) => unchecked(op switch
    {
        BinaryOp.Add => Build.Int(type, a + b),
        BinaryOp.Sub => Build.Int(type, a - b),
        BinaryOp.Mul => Build.Int(type, a * b),
        // Division by zero is left to the program: the executor reports it.
        BinaryOp.Div => b == 0 ? null : b == -1 ? Build.Int(type, -a) : Build.Int(type, a / b),
        BinaryOp.Rem => b == 0 ? null : b == -1 ? Build.Int(type, 0) : Build.Int(type, a % b),
        BinaryOp.And => Build.Int(type, a & b),
        BinaryOp.Or => Build.Int(type, a | b),
        BinaryOp.Xor => Build.Int(type, a ^ b),
        BinaryOp.Shl => Build.Int(type, (ulong)b >= (ulong)bits ? 0 : a << (int)b),
        BinaryOp.Shr => Build.Int(type, a >> (int)Math.Min((ulong)b, (ulong)bits - 1)),
        BinaryOp.Eq => Build.Bool(a == b),
        BinaryOp.Ne => Build.Bool(a != b),
        BinaryOp.Lt => Build.Bool(a < b),
        BinaryOp.Le => Build.Bool(a <= b),
        BinaryOp.Gt => Build.Bool(a > b),
        BinaryOp.Ge => Build.Bool(a >= b),
        _ => null,
    });

    private static Literal? FoldUnsigned(BinaryOp op, IrType type, ulong a, ulong b, int bits) => unchecked(op switch
    {
        BinaryOp.Add => Build.Int(type, (long)(a + b)),
        BinaryOp.Sub => Build.Int(type, (long)(a - b)),
        BinaryOp.Mul => Build.Int(type, (long)(a * b)),
        BinaryOp.Div => b == 0 ? null : Build.Int(type, (long)(a / b)),
        BinaryOp.Rem => b == 0 ? null : Build.Int(type, (long)(a % b)),
        BinaryOp.And => Build.Int(type, (long)(a & b)),
        BinaryOp.Or => Build.Int(type, (long)(a | b)),
        BinaryOp.Xor => Build.Int(type, (long)(a ^ b)),
        BinaryOp.Shl => Build.Int(type, b >= (ulong)bits ? 0 : (long)(a << (int)b)),
        BinaryOp.Shr => Build.Int(type, b >= (ulong)bits ? 0 : (long)(a >> (int)b)),
        BinaryOp.Eq => Build.Bool(a == b),
        BinaryOp.Ne => Build.Bool(a != b),
        BinaryOp.Lt => Build.Bool(a < b),
        BinaryOp.Le => Build.Bool(a <= b),
        BinaryOp.Gt => Build.Bool(a > b),
        BinaryOp.Ge => Build.Bool(a >= b),
        BinaryOp.LogicalAnd => Build.Bool(a != 0 && b != 0),
        BinaryOp.LogicalOr => Build.Bool(a != 0 || b != 0),
        _ => null,
    });

    private static Literal? FoldCast(ScalarType to, Literal a)
    {
        if (a.Type is not ScalarType from)
        {
            return null;
        }
        if (to.Kind == Scalar.Bool)
        {
            return Build.Bool(from.IsFloat ? Build.AsFloat(a) != 0 : a.Bits != 0);
        }
        if (to.IsFloat)
        {
            if (from.IsFloat)
            {
                return Build.Float(to, Build.AsFloat(a));
            }
            return IntToFloat(to, from.IsSigned ? Build.AsInt(a) : (BigInteger)a.Bits);
        }
        return from.IsFloat ? FloatToInt(to, Build.AsFloat(a)) : Build.Int(to, Build.AsInt(a));
    }

    private static Literal? IntToFloat(ScalarType to, BigInteger value) => to.Kind switch
    {
        // By way of 64-bit integers: BigInteger's own conversion cuts instead of rounding.
        Scalar.F64 => Build.F64(value >= 0 ? (double)(ulong)value : (double)(long)value),
        Scalar.F32 => Build.F32(value >= 0 ? (float)(ulong)value : (float)(long)value),
        // Through a double: exact for every value that does not overflow these types anyway.
        _ => Build.Float(to, value >= 0 ? (double)(ulong)value : (double)(long)value),
    };

    /// <summary>Rounds toward zero, clamps to the type's range, and gives 0 for NaN, as PTX's cvt.rzi does.</summary>
    private static Literal FloatToInt(ScalarType to, double value)
    {
        if (double.IsNaN(value))
        {
            return new Literal(to, 0);
        }
        value = Math.Truncate(value);
        int bits = (int)to.Size * 8;
        var low = to.IsSigned ? -BigInteger.Pow(2, bits - 1) : BigInteger.Zero;
        var high = BigInteger.Pow(2, to.IsSigned ? bits - 1 : bits) - 1;
        var whole = double.IsInfinity(value) ? (value > 0 ? high : low) : BigInteger.Clamp((BigInteger)value, low, high);
        return new Literal(to, Build.Truncate(to, (ulong)(whole & ulong.MaxValue)));
    }

    private sealed class TreeFolder : Rewriter
    {
        protected override Expr Leave(Expr expression) => Fold(expression) is { } literal ? literal with { From = expression.From } : expression;
    }
}
