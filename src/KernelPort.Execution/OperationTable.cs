using System.Diagnostics;
using System.Numerics;
using KernelPort.Ir;

namespace KernelPort.Execution;

/// <summary>Which instruction does an operation on a type.</summary>
internal static class OperationTable
{
    public static Instruction Unary(UnaryOp op, Scalar kind, Slot d, Slot a) => (op, kind) switch
    {
        (UnaryOp.LogicalNot, _) => new UnaryInstruction<LogicalNot, byte, byte>(d, a),
        (_, Scalar.F32) => new UnaryInstruction<Negate<float>, float, float>(d, a),
        (_, Scalar.F64) => new UnaryInstruction<Negate<double>, double, double>(d, a),
        (_, Scalar.I8) => Signed<sbyte>(op, d, a),
        (_, Scalar.U8) => Signed<byte>(op, d, a),
        (_, Scalar.I16) => Signed<short>(op, d, a),
        (_, Scalar.U16) => Signed<ushort>(op, d, a),
        (_, Scalar.I32) => Signed<int>(op, d, a),
        (_, Scalar.U32) => Signed<uint>(op, d, a),
        (_, Scalar.I64) => Signed<long>(op, d, a),
        (_, Scalar.U64) => Signed<ulong>(op, d, a),
        _ => throw new UnreachableException($"{op} on {kind}"),
    };

    private static Instruction Signed<T>(UnaryOp op, Slot d, Slot a) where T : unmanaged, IBinaryInteger<T> => op == UnaryOp.Negate
        ? new UnaryInstruction<Negate<T>, T, T>(d, a)
        : new UnaryInstruction<BitNot<T>, T, T>(d, a);

    public static Instruction Binary(BinaryOp op, Scalar kind, Slot d, Slot a, Slot b) => kind switch
    {
        Scalar.Bool => Logic(op, d, a, b),
        Scalar.I8 => Integer<sbyte>(op, d, a, b),
        Scalar.U8 => Integer<byte>(op, d, a, b),
        Scalar.I16 => Integer<short>(op, d, a, b),
        Scalar.U16 => Integer<ushort>(op, d, a, b),
        Scalar.I32 => Integer<int>(op, d, a, b),
        Scalar.U32 => Integer<uint>(op, d, a, b),
        Scalar.I64 => Integer<long>(op, d, a, b),
        Scalar.U64 => Integer<ulong>(op, d, a, b),
        Scalar.F32 => Floating<float>(op, d, a, b),
        Scalar.F64 => Floating<double>(op, d, a, b),
        _ => throw new UnreachableException($"{op} on {kind}"),
    };

    private static Instruction Logic(BinaryOp op, Slot d, Slot a, Slot b) => op switch
    {
        BinaryOp.LogicalAnd or BinaryOp.And => new BinaryInstruction<And<byte>, byte, byte, byte>(d, a, b),
        BinaryOp.LogicalOr or BinaryOp.Or => new BinaryInstruction<Or<byte>, byte, byte, byte>(d, a, b),
        BinaryOp.Xor => new BinaryInstruction<Xor<byte>, byte, byte, byte>(d, a, b),
        _ => Integer<byte>(op, d, a, b),
    };

    private static Instruction Integer<T>(BinaryOp op, Slot d, Slot a, Slot b) where T : unmanaged, IBinaryInteger<T> => op switch
    {
        BinaryOp.Add => new BinaryInstruction<Add<T>, T, T, T>(d, a, b),
        BinaryOp.Sub => new BinaryInstruction<Sub<T>, T, T, T>(d, a, b),
        BinaryOp.Mul => new BinaryInstruction<Mul<T>, T, T, T>(d, a, b),
        BinaryOp.Div => new BinaryInstruction<IntDiv<T>, T, T, T>(d, a, b),
        BinaryOp.Rem => new BinaryInstruction<IntRem<T>, T, T, T>(d, a, b),
        BinaryOp.And => new BinaryInstruction<And<T>, T, T, T>(d, a, b),
        BinaryOp.Or => new BinaryInstruction<Or<T>, T, T, T>(d, a, b),
        BinaryOp.Xor => new BinaryInstruction<Xor<T>, T, T, T>(d, a, b),
        BinaryOp.Shl => new BinaryInstruction<Shl<T>, T, uint, T>(d, a, b),
        BinaryOp.Shr => new BinaryInstruction<Shr<T>, T, uint, T>(d, a, b),
        _ => Comparison<T>(op, d, a, b),
    };

    private static Instruction Floating<T>(BinaryOp op, Slot d, Slot a, Slot b) where T : unmanaged, IFloatingPointIeee754<T> => op switch
    {
        BinaryOp.Add => new BinaryInstruction<Add<T>, T, T, T>(d, a, b),
        BinaryOp.Sub => new BinaryInstruction<Sub<T>, T, T, T>(d, a, b),
        BinaryOp.Mul => new BinaryInstruction<Mul<T>, T, T, T>(d, a, b),
        BinaryOp.Div => new BinaryInstruction<FloatDiv<T>, T, T, T>(d, a, b),
        _ => Comparison<T>(op, d, a, b),
    };

    private static Instruction Comparison<T>(BinaryOp op, Slot d, Slot a, Slot b) where T : unmanaged, INumber<T> => op switch
    {
        BinaryOp.Eq => new BinaryInstruction<Eq<T>, T, T, byte>(d, a, b),
        BinaryOp.Ne => new BinaryInstruction<Ne<T>, T, T, byte>(d, a, b),
        BinaryOp.Lt => new BinaryInstruction<Lt<T>, T, T, byte>(d, a, b),
        BinaryOp.Le => new BinaryInstruction<Le<T>, T, T, byte>(d, a, b),
        BinaryOp.Gt => new BinaryInstruction<Gt<T>, T, T, byte>(d, a, b),
        BinaryOp.Ge => new BinaryInstruction<Ge<T>, T, T, byte>(d, a, b),
        _ => throw new UnreachableException(op.ToString()),
    };

    public static Instruction Cast(Scalar from, Scalar to, Slot d, Slot a) => (from, to) switch
    {
        (Scalar.F16, Scalar.F32) => new UnaryInstruction<HalfToFloat, Half, float>(d, a),
        (Scalar.F32, Scalar.F16) => new UnaryInstruction<FloatToHalf, float, Half>(d, a),
        (Scalar.F64, Scalar.F16) => new UnaryInstruction<DoubleToHalf, double, Half>(d, a),
        (Scalar.BF16, Scalar.F32) => new UnaryInstruction<BFloatToFloat, ushort, float>(d, a),
        (Scalar.F32, Scalar.BF16) => new UnaryInstruction<FloatToBFloat, float, ushort>(d, a),
        (Scalar.Bool or Scalar.U8, _) => From<byte>(to, d, a),
        (Scalar.I8, _) => From<sbyte>(to, d, a),
        (Scalar.I16, _) => From<short>(to, d, a),
        (Scalar.U16, _) => From<ushort>(to, d, a),
        (Scalar.I32, _) => From<int>(to, d, a),
        (Scalar.U32, _) => From<uint>(to, d, a),
        (Scalar.I64, _) => From<long>(to, d, a),
        (Scalar.U64, _) => From<ulong>(to, d, a),
        (Scalar.F32, _) => From<float>(to, d, a),
        (Scalar.F64, _) => From<double>(to, d, a),
        _ => throw new UnreachableException($"{from} to {to}"),
    };

    private static Instruction From<T>(Scalar to, Slot d, Slot a) where T : unmanaged, INumberBase<T> => to switch
    {
        Scalar.Bool => new UnaryInstruction<ToBool<T>, T, byte>(d, a),
        Scalar.I8 => new UnaryInstruction<Number<T, sbyte>, T, sbyte>(d, a),
        Scalar.U8 => new UnaryInstruction<Number<T, byte>, T, byte>(d, a),
        Scalar.I16 => new UnaryInstruction<Number<T, short>, T, short>(d, a),
        Scalar.U16 => new UnaryInstruction<Number<T, ushort>, T, ushort>(d, a),
        Scalar.I32 => new UnaryInstruction<Number<T, int>, T, int>(d, a),
        Scalar.U32 => new UnaryInstruction<Number<T, uint>, T, uint>(d, a),
        Scalar.I64 => new UnaryInstruction<Number<T, long>, T, long>(d, a),
        Scalar.U64 => new UnaryInstruction<Number<T, ulong>, T, ulong>(d, a),
        Scalar.F32 => new UnaryInstruction<Number<T, float>, T, float>(d, a),
        Scalar.F64 => new UnaryInstruction<Number<T, double>, T, double>(d, a),
        _ => throw new UnreachableException(to.ToString()),
    };

    public static Instruction Pure(Intrinsic intrinsic, Scalar kind, Slot d, Slot[] x) => kind switch
    {
        Scalar.F32 => FloatPure<float>(intrinsic, d, x),
        Scalar.F64 => FloatPure<double>(intrinsic, d, x),
        Scalar.I8 => IntegerPure<sbyte>(intrinsic, d, x),
        Scalar.U8 or Scalar.Bool => IntegerPure<byte>(intrinsic, d, x),
        Scalar.I16 => IntegerPure<short>(intrinsic, d, x),
        Scalar.U16 => IntegerPure<ushort>(intrinsic, d, x),
        Scalar.I32 => IntegerPure<int>(intrinsic, d, x),
        Scalar.U32 => IntegerPure<uint>(intrinsic, d, x),
        Scalar.I64 => IntegerPure<long>(intrinsic, d, x),
        Scalar.U64 => IntegerPure<ulong>(intrinsic, d, x),
        _ => throw new UnreachableException($"{intrinsic} on {kind}"),
    };

    private static Instruction FloatPure<T>(Intrinsic i, Slot d, Slot[] x) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (i == Intrinsics.Fma)
        {
            return new TernaryInstruction<Fma<T>, T, T>(d, x[0], x[1], x[2]);
        }
        if (i == Intrinsics.Sqrt)
        {
            return new UnaryInstruction<Sqrt<T>, T, T>(d, x[0]);
        }
        if (i == Intrinsics.FMin)
        {
            return new BinaryInstruction<FloatMin<T>, T, T, T>(d, x[0], x[1]);
        }
        if (i == Intrinsics.FMax)
        {
            return new BinaryInstruction<FloatMax<T>, T, T, T>(d, x[0], x[1]);
        }
        if (i == Intrinsics.FAbs)
        {
            return new UnaryInstruction<FloatAbs<T>, T, T>(d, x[0]);
        }
        if (i == Intrinsics.IsNan)
        {
            return new UnaryInstruction<IsNan<T>, T, byte>(d, x[0]);
        }
        if (i == Intrinsics.IsInf)
        {
            return new UnaryInstruction<IsInf<T>, T, byte>(d, x[0]);
        }
        if (i == Intrinsics.IsFinite)
        {
            return new UnaryInstruction<IsFinite<T>, T, byte>(d, x[0]);
        }
        if (i == Intrinsics.SignBit)
        {
            return new UnaryInstruction<SignBit<T>, T, byte>(d, x[0]);
        }
        return new MathInstruction<T>(d, x, MathMeanings.Find(i) ?? throw new UnreachableException(i.Name));
    }

    private static Instruction IntegerPure<T>(Intrinsic i, Slot d, Slot[] x) where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T> => i.Name switch
    {
        "min" => new BinaryInstruction<IntMin<T>, T, T, T>(d, x[0], x[1]),
        "max" => new BinaryInstruction<IntMax<T>, T, T, T>(d, x[0], x[1]),
        "abs" => new UnaryInstruction<Abs<T>, T, T>(d, x[0]),
        "mulhi" when typeof(T) == typeof(ulong) => new BinaryInstruction<MulHiU64, ulong, ulong, ulong>(d, x[0], x[1]),
        "mulhi" => new BinaryInstruction<MulHi<T>, T, T, T>(d, x[0], x[1]),
        "popcount" => new UnaryInstruction<PopCount<T>, T, int>(d, x[0]),
        "clz" => new UnaryInstruction<LeadingZeros<T>, T, int>(d, x[0]),
        "ffs" => new UnaryInstruction<FindFirst<T>, T, int>(d, x[0]),
        "brev" => new UnaryInstruction<BitReverse<T>, T, T>(d, x[0]),
        "byte_perm" => new TernaryInstruction<BytePermute, uint, uint>(d, x[0], x[1], x[2]),
        "funnel_left" => new TernaryInstruction<FunnelLeft, uint, uint>(d, x[0], x[1], x[2]),
        "funnel_right" => new TernaryInstruction<FunnelRight, uint, uint>(d, x[0], x[1], x[2]),
        "dp4a_s" => new TernaryInstruction<Dp4aSigned, int, int>(d, x[0], x[1], x[2]),
        "dp4a_u" => new TernaryInstruction<Dp4aUnsigned, uint, uint>(d, x[0], x[1], x[2]),
        "mul24" when typeof(T) == typeof(int) => new BinaryInstruction<Mul24Signed, int, int, int>(d, x[0], x[1]),
        "mul24" => new BinaryInstruction<Mul24Unsigned, uint, uint, uint>(d, x[0], x[1]),
        "sad" => new SadInstruction<T>(d, x[0], x[1], x[2]),
        _ => throw new UnreachableException(i.Name),
    };
}
