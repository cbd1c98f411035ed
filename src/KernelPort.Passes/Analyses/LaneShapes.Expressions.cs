using System.Numerics;
using KernelPort.Ir;

namespace KernelPort.Passes.Analyses;

public sealed partial class LaneShapes
{
    // Beyond this stride nothing is claimed: sixteen lanes of it are near the end of 32 bits.
    private const long MaxStride = 1 << 24;

    // What an unsigned number may be for sums with coordinates to stay in 31 bits.
    private const long MostSmall = 1 << 24;

    public LaneShape Of(Expr e)
    {
        if (_isOneLane)
        {
            return OneLane;
        }
        var shape = ShapeOf(e);
        return shape.Stride is > MaxStride or < -MaxStride ? LaneShape.Varying : shape;
    }

    private LaneShape ShapeOf(Expr e)
    {
        switch (e)
        {
            case Literal x:
                long value = Build.AsInt(x);
                bool integer = x.Type.IsInteger;
                return new LaneShape(Uniformity.Constant) { IsExact = value is >= 0 and <= MostSmall || x.Type.IsSigned, IsNonNegative = integer && value >= 0, Alignment = integer ? LaneShape.AlignmentOf(value) : 1 };
            case Undefined:
                return LaneShape.Undefined;
            case LetRef x:
                return Of(x.Id);
            case CoordinateOf x:
                return OfCoordinate(x.Which);
            case Unary x:
                var operand = Of(x.Operand);
                return x.Op == UnaryOp.Negate && !x.Type.IsFloat
                    ? operand with { Stride = -operand.Stride, IsNonNegative = false, IsExact = operand.IsExact && x.Type.IsSigned }
                    : Flat(operand);
            case Binary x:
                return OfBinary(x);
            case Select x:
                return Chosen(Of(x.Condition), x.Then, x.Else);
            case Cast x:
                return OfCast(Of(x.Operand), x.Operand.Type, x.Type);
            case BitCast x:
                return Flat(Of(x.Operand));
            case Pure x:
                return x.Arguments.Select(Of).Aggregate(new LaneShape(Uniformity.Constant), Worse) is { IsVectorUniform: true } worst ? Plain(worst.Base, x.Type) : LaneShape.Varying;
            case PointerOffset x:
                return Sum(Of(x.Pointer), Scaled(OfIndex(x.Index), Math.Max(1, ((PointerType)x.Type).Pointee.Size)), exact: true);
            case PointerDifference x:
                return Worse(Of(x.Left), Of(x.Right)) is { IsVectorUniform: true } both ? Plain(both.Base, x.Type) : LaneShape.Varying;
            case AddressOf x:
                return OfAddress(x.Place);
            case Field x:
                return Of(x.Operand) is { IsVectorUniform: true } of ? Plain(of.Base, x.Type) : LaneShape.Varying;
            case Aggregate x:
                return x.Elements.Select(Of).Aggregate(new LaneShape(Uniformity.Constant), Worse) is { IsVectorUniform: true } all ? Plain(all.Base, x.Type) : LaneShape.Varying;
            default:
                return LaneShape.Varying;
        }
    }

    private static LaneShape Plain(Uniformity level, IrType type) => new(level) { IsExact = type.IsSigned };

    private static LaneShape Worse(LaneShape a, LaneShape b) => a.Stride != 0 || b.Stride != 0 ? LaneShape.Varying : new LaneShape((Uniformity)Math.Max((int)a.Base, (int)b.Base));

    private static LaneShape Flat(LaneShape a) => a.IsVectorUniform ? new LaneShape(a.Base) : LaneShape.Varying;

    private LaneShape OfCoordinate(Coordinate which)
    {
        var (x, y, z) = _block;
        bool rows = x % _width == 0;
        LaneShape Number(Uniformity level, long stride = 0) => new(level, stride) { IsExact = true, IsNonNegative = true };
        return which switch
        {
            Coordinate.ThreadX when x == 1 => Number(Uniformity.Constant) with { Alignment = LaneShape.MaxAlignment },
            Coordinate.ThreadX => rows || y * z == 1 ? Number(Uniformity.Constant, 1) with { Alignment = LaneShape.MaxAlignment } : LaneShape.Varying,
            Coordinate.ThreadY when y == 1 => Number(Uniformity.Constant) with { Alignment = LaneShape.MaxAlignment },
            Coordinate.ThreadY => rows ? Number(Uniformity.Vector) : LaneShape.Varying,
            Coordinate.ThreadZ when z == 1 => Number(Uniformity.Constant) with { Alignment = LaneShape.MaxAlignment },
            Coordinate.ThreadZ => x * y % _width == 0 ? Number(Uniformity.Vector) : LaneShape.Varying,
            Coordinate.BlockX or Coordinate.BlockY or Coordinate.BlockZ => Number(Uniformity.Block),
            Coordinate.BlockDimX => Number(Uniformity.Constant) with { Alignment = LaneShape.AlignmentOf(x) },
            Coordinate.BlockDimY => Number(Uniformity.Constant) with { Alignment = LaneShape.AlignmentOf(y) },
            Coordinate.BlockDimZ => Number(Uniformity.Constant) with { Alignment = LaneShape.AlignmentOf(z) },
            Coordinate.WarpSize => Number(Uniformity.Constant),
            _ => Number(Uniformity.Launch),
        };
    }

    private LaneShape OfBinary(Binary x)
    {
        var (a, b) = (Of(x.Left), Of(x.Right));
        if (a.IsVarying || b.IsVarying)
        {
            return LaneShape.Varying;
        }
        if (x.Type is ScalarType { IsInteger: true } and not { Kind: Scalar.Bool })
        {
            bool exact = a.IsExact && b.IsExact;
            switch (x.Op)
            {
                case BinaryOp.Add:
                    return Sum(a, b, exact);
                case BinaryOp.Sub:
                    return Sum(a, b with { Stride = -b.Stride, IsNonNegative = false }, exact && x.Type.IsSigned);
                case BinaryOp.Mul when x.Right is Literal k:
                    return Scaled(a, Build.AsInt(k)) with { IsExact = exact };
                case BinaryOp.Mul when x.Left is Literal k:
                    return Scaled(b, Build.AsInt(k)) with { IsExact = exact };
                case BinaryOp.Mul when a.Stride == 0 && b.Stride == 0:
                    return Worse(a, b) with { IsExact = exact, IsNonNegative = a.IsNonNegative && b.IsNonNegative && exact, Alignment = Math.Min(LaneShape.MaxAlignment, a.Alignment * b.Alignment) };
                case BinaryOp.Shl when x.Right is Literal { Bits: < 31 } k:
                    return Scaled(a, 1L << (int)k.Bits) with { IsExact = a.IsExact };
                case BinaryOp.Shr or BinaryOp.Div or BinaryOp.Rem or BinaryOp.And when x.Right is Literal k && PowerOf(x.Op, k) is { } power:
                    if (Cut(x, a, power) is { } cut)
                    {
                        return cut;
                    }
                    break;
            }
        }
        return Worse(a, b) is { IsVectorUniform: true } both
            ? Plain(both.Base, x.Type) with { IsNonNegative = a.IsNonNegative && b.IsNonNegative && x.Op is BinaryOp.Div or BinaryOp.Rem or BinaryOp.Shr or BinaryOp.And }
            : LaneShape.Varying;
    }

    /// <summary>The power of two that an operation with a literal cuts at.</summary>
    private static long? PowerOf(BinaryOp op, Literal k)
    {
        long value = Build.AsInt(k);
        return op switch
        {
            BinaryOp.Shr when value is >= 0 and < 31 => 1L << (int)value,
            BinaryOp.Div or BinaryOp.Rem when value > 0 && BitOperations.IsPow2(value) => value,
            BinaryOp.And when value > 0 && BitOperations.IsPow2(value + 1) => value + 1,
            _ => null,
        };
    }

    /// <summary>A vector whose lanes all lie between two multiples of the power: above the cut they are one, below it they keep their steps.</summary>
    private LaneShape? Cut(Binary x, LaneShape a, long power)
    {
        bool signed = x.Op is BinaryOp.Div or BinaryOp.Rem && x.Left.Type.IsSigned;
        long span = a.Stride * _width;
        // A base of the block moves on by spans, from vector to vector.
        if (a.Stride <= 0 || !BitOperations.IsPow2(a.Stride) || span > power || a.Alignment < span || (signed && !a.IsNonNegative))
        {
            return null;
        }
        return x.Op is BinaryOp.Shr or BinaryOp.Div
            ? new LaneShape(Uniformity.Vector) { IsExact = true, IsNonNegative = a.IsNonNegative }
            : new LaneShape(Uniformity.Vector, a.Stride) { IsExact = true, IsNonNegative = true, Alignment = Math.Min(a.Alignment, power) };
    }

    private static LaneShape Sum(LaneShape a, LaneShape b, bool exact) => a.IsVarying || b.IsVarying
        ? LaneShape.Varying
        : new LaneShape((Uniformity)Math.Max((int)a.Base, (int)b.Base), a.Stride + b.Stride)
        {
            IsExact = exact, IsNonNegative = a.IsNonNegative && b.IsNonNegative && exact, Alignment = Math.Min(a.Alignment, b.Alignment),
        };

    private static LaneShape Scaled(LaneShape a, long factor) => a.IsVarying
        ? a
        : a with { Stride = a.Stride * factor, IsNonNegative = a.IsNonNegative && factor >= 0, Alignment = Math.Min(LaneShape.MaxAlignment, a.Alignment * LaneShape.AlignmentOf(factor)) };

    private static LaneShape OfCast(LaneShape a, IrType from, IrType to)
    {
        if (a.IsVarying || from == to)
        {
            return a;
        }
        bool numbers = (from.IsInteger || from is PointerType) && (to.IsInteger || to is PointerType) && from != IrType.Bool && to != IrType.Bool;
        if (!numbers)
        {
            return Flat(a) is { IsVarying: false } flat ? Plain(flat.Base, to) : LaneShape.Varying;
        }
        if (a.Stride == 0)
        {
            return a with { IsExact = to.IsSigned ? from.IsSigned || a.IsExact || from.Size < to.Size : a.IsExact && a.IsNonNegative, IsNonNegative = a.IsNonNegative && a.IsExact };
        }
        // Where neighbouring lanes may wrap round (an unsigned number, or a signed one that was made of such), the wider numbers do not lie in steps.
        bool keeps = from.Size >= to.Size || a.IsExact;
        return keeps && to.Size >= 4 ? a with { IsExact = a.IsExact && (to.IsSigned || a.IsNonNegative), IsNonNegative = a.IsNonNegative && a.IsExact } : LaneShape.Varying;
    }

    /// <summary>The shape of a number that counts elements of memory. A signed one of 32 bits that wraps between neighbouring lanes would address gigabytes, so its widening lies in
    /// steps where it does; as a value it need not.</summary>
    public LaneShape OfIndex(Expr e) => e is Cast { Operand.Type: { IsInteger: true, IsSigned: true, Size: >= 4 } } x && x.Type.IsInteger && x.Type.Size > x.Operand.Type.Size
        && Of(e).IsVarying && Of(x.Operand) is { IsVarying: false } narrow
        ? narrow with { IsExact = false, IsNonNegative = false }
        : Of(e);

    /// <summary>The shape of a place's address.</summary>
    public LaneShape OfAddress(Place place) => place switch
    {
        VariablePlace v => _function.Variables[v.Id.Index].Space == AddressSpace.Local ? LaneShape.Varying : new LaneShape(Uniformity.Block) { IsExact = true, Alignment = 16 },
        GlobalPlace => new LaneShape(Uniformity.Launch) { IsExact = true },
        Deref d => Of(d.Pointer),
        Element e => Sum(OfAddress(e.Base), Scaled(OfIndex(e.Index), Math.Max(1, e.Type.Size)), exact: true),
        Member m => Sum(OfAddress(m.Base), new LaneShape(Uniformity.Constant) { IsExact = true }, exact: true) with { Alignment = 1 },
        _ => LaneShape.Varying,
    };
}
