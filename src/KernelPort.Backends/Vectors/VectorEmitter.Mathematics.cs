using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <content>Functions of floats that the library lacks, made of those it has.</content>
internal sealed partial class VectorEmitter
{
    private Value AsFloats(Value v) => Value.Tensor(IrType.F32, Materialise(v));

    private static Value Number(float x) => Value.Scalar(IrType.F32, Scalars.Literal(IrType.F32, BitConverter.SingleToUInt32Bits(x)));

    private Value WholeOf(Value v) => BitCastValue(AsFloats(v), IrType.I32);

    private Value Call1(string function, Value v)
    {
        int to = NewSlot();
        Vector($"{function}", Floats(to), Floats(Materialise(v)), N);
        return Value.Tensor(IrType.F32, to);
    }

    private Value Plus(Value a, Value b) => BinaryValue(BinaryOp.Add, IrType.F32, a, b);

    private Value Times(Value a, Value b) => BinaryValue(BinaryOp.Mul, IrType.F32, a, b);

    private Value Over(Value a, Value b) => BinaryValue(BinaryOp.Div, IrType.F32, a, b);

    /// <summary>Null where another form is to be taken.</summary>
    private Value? FloatParts(Intrinsic i, Value[] a)
    {
        if (a.Length == 0 || a[0].Type != IrType.F32)
        {
            return null;
        }
        if (i == Intrinsics.IsInf)
        {
            return Compare(BinaryOp.Eq, Call1("Abs", a[0]), Number(float.PositiveInfinity));
        }
        if (i == Intrinsics.IsFinite)
        {
            return Compare(BinaryOp.Lt, Call1("Abs", a[0]), Number(float.PositiveInfinity));
        }
        if (i == Intrinsics.SignBit)
        {
            return Compare(BinaryOp.Lt, WholeOf(a[0]), Value.Scalar(IrType.I32, "0"));
        }
        if (i == Intrinsics.CopySign)
        {
            var magnitude = Arithmetic(BinaryOp.And, IrType.I32, WholeOf(a[0]), Value.Scalar(IrType.I32, "0x7fffffff"));
            var sign = Arithmetic(BinaryOp.And, IrType.I32, WholeOf(a[1]), Value.Scalar(IrType.I32, "INT32_MIN"));
            return BitCastValue(Arithmetic(BinaryOp.Or, IrType.I32, magnitude, sign), IrType.F32);
        }
        if (i == Intrinsics.Fdim)
        {
            var (x, y) = (AsFloats(a[0]), AsFloats(a[1]));
            return SelectValue(Compare(BinaryOp.Le, x, y), Number(0), BinaryValue(BinaryOp.Sub, IrType.F32, x, y));
        }
        // Kahan's forms: what is lost where 1 is added is put back by a quotient that loses the same.
        if (i == Intrinsics.Log1p)
        {
            var x = AsFloats(a[0]);
            var one = Plus(x, Number(1));
            var back = Plus(one, Number(-1));
            var log = Call1("Ln", one);
            var exact = SelectValue(Compare(BinaryOp.Eq, back, Number(0)), x, Times(log, Over(x, back)));
            return SelectValue(Compare(BinaryOp.Gt, x, Number(1e10f)), log, exact);
        }
        if (i == Intrinsics.Expm1)
        {
            var x = AsFloats(a[0]);
            int least = NewSlot();
            // Below it the answer is -1, where the quotient would be of nothing.
            Vector("Maxs", Floats(least), Floats(x.Slot), "-80.0f", N);
            var power = Call1("Exp", Value.Tensor(IrType.F32, least));
            var less = Plus(power, Number(-1));
            var exact = SelectValue(Compare(BinaryOp.Eq, power, Number(1)), x, Times(less, Over(Value.Tensor(IrType.F32, least), Call1("Ln", power))));
            var finite = SelectValue(Compare(BinaryOp.Eq, power, Number(float.PositiveInfinity)), power, exact);
            return SelectValue(Compare(BinaryOp.Eq, x, x), finite, x);
        }
        if (i == Intrinsics.Hypot)
        {
            // The greater is taken out, so that no square overflows.
            var (x, y) = (Call1("Abs", a[0]), Call1("Abs", a[1]));
            int most = NewSlot();
            int least = NewSlot();
            Vector("Max", Floats(most), Floats(x.Slot), Floats(y.Slot), N);
            Vector("Min", Floats(least), Floats(x.Slot), Floats(y.Slot), N);
            var (m, l) = (Value.Tensor(IrType.F32, most), Value.Tensor(IrType.F32, least));
            var ratio = Over(l, m);
            var root = Times(m, Call1("Sqrt", Plus(Times(ratio, ratio), Number(1))));
            var whole = SelectValue(Compare(BinaryOp.Eq, m, Number(0)), m, root);
            var nan = SelectValue(Compare(BinaryOp.Eq, Plus(x, y), Plus(x, y)), whole, Plus(x, y));
            return SelectValue(Compare(BinaryOp.Eq, m, Number(float.PositiveInfinity)), m, nan);
        }
        return null;
    }
}
