using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <content>Types of 8 and 16 bits: in tensors they are int32 or float, in global memory themselves (npu-dialects 2.7 and 2.9).</content>
internal sealed partial class VectorEmitter
{
    /// <summary>A tensor's memory as numbers of a type as they lie in global memory.</summary>
    private Operand Stage(int slot, IrType type) => slot < FirstInMemory ? _m.Stage(slot, Scalars.Storage(type)) : Lanes(slot, Scalars.Storage(type));

    /// <summary>The same as whole numbers of the size, which scalars can move.</summary>
    private Operand Raw(int slot, IrType type) => slot < FirstInMemory ? _m.Stage(slot, Build.Invariant($"uint{type.Size * 8}_t")) : Lanes(slot, Build.Invariant($"uint{type.Size * 8}_t"));

    /// <summary>What was copied in as itself, as it is computed with.</summary>
    private void Widen(int to, int stage, IrType type, string count)
    {
        if (_m.WidensByCopies && type.IsInteger)
        {
            Used("Widen");
            int bytes = type.IsSigned ? NewSlot() : to;
            Vector("KpWiden", Ints(bytes), Stage(stage, type), count);
            if (type.IsSigned)
            {
                SignExtend(to, bytes, type);
            }
            return;
        }
        switch (((ScalarType)type).Kind)
        {
            case Scalar.F16 or Scalar.BF16:
                Vector("Cast", Floats(to), Stage(stage, type), "NONE", count);
                break;
            case Scalar.I8 or Scalar.U8:
                int half = NewSlot();
                Vector("Cast", Stage(half, IrType.F16), Stage(stage, type), "NONE", count);
                Vector("Cast", Ints(to), Stage(half, IrType.F16), "RINT", count);
                break;
            default:
                int number = NewSlot();
                Vector("Cast", Floats(number), Stage(stage, IrType.I16), "NONE", count);
                Vector("Cast", Ints(to), Floats(number), "RINT", count);
                if (type == IrType.U16)
                {
                    int low = Materialise(Value.Scalar(IrType.I32, "65535"));
                    Vector("And", Words(to), Words(to), Words(low), Twice);
                }
                break;
        }
    }

    /// <summary>A tensor as it is to lie in global memory.</summary>
    private int Narrowed(int from, IrType type)
    {
        int stage = NewSlot();
        if (_m.WidensByCopies && type.IsInteger)
        {
            Used("Narrow");
            Vector("KpNarrow", Stage(stage, type), Ints(from), N);
            return stage;
        }
        switch (((ScalarType)type).Kind)
        {
            case Scalar.F16 or Scalar.BF16:
                Vector("Cast", Stage(stage, type), Floats(from), "RINT", N);
                break;
            case Scalar.I8 or Scalar.U8:
                int number = NewSlot();
                int half = NewSlot();
                Vector("Cast", Floats(number), Ints(from), "RINT", N);
                Vector("Cast", Stage(half, IrType.F16), Floats(number), "RINT", N);
                Vector("Cast", Stage(stage, type), Stage(half, IrType.F16), "RINT", N);
                break;
            case Scalar.U16:
                int signed = Cut(Value.Tensor(IrType.I32, from), IrType.I16).Slot;
                Vector("Cast", Stage(stage, IrType.I16), Ints(signed), "NONE", N);
                break;
            default:
                Vector("Cast", Stage(stage, type), Ints(from), "NONE", N);
                break;
        }
        return stage;
    }

    /// <summary>A float as the half nearest to it.</summary>
    private Value Rounded(Value a, IrType to)
    {
        int stage = Narrowed(Materialise(a), to);
        int back = NewSlot();
        Widen(back, stage, to, N);
        return Value.Tensor(to, back);
    }

    /// <summary>The low bits of an integer, as a value of the type.</summary>
    private Value Cut(Value a, IrType to)
    {
        int from = Materialise(a);
        int d = NewSlot();
        if (to.IsSigned)
        {
            SignExtend(d, from, to);
        }
        else
        {
            int low = Materialise(Value.Scalar(IrType.I32, to.Size == 1 ? "255" : "65535"));
            Vector("And", Words(d), Words(from), Words(low), Twice);
        }
        return Value.Tensor(to, d);
    }

    private void SignExtend(int to, int from, IrType type)
    {
        if (!_m.HasIntegerExtremes)
        {
            // A shift by multiplication.
            MayWrap("a sign that is spread");
        }
        long away = 32 - (type.Size * 8);
        Vector("ShiftLeft", Ints(to), Ints(from), $"int32_t({away})", N);
        Vector("ShiftRight", Ints(to), Ints(to), $"int32_t({away})", N);
    }

    /// <summary>A float as an integer that fits a small type: CUDA's conversions saturate.</summary>
    private Value Saturated(Value a, IrType to)
    {
        int d = NewSlot();
        var (least, most) = to.IsSigned ? (-(1 << (((int)to.Size * 8) - 1)), (1 << (((int)to.Size * 8) - 1)) - 1) : (0, (1 << ((int)to.Size * 8)) - 1);
        Vector("Cast", Ints(d), Floats(Materialise(a)), "TRUNC", N);
        if (!_m.HasIntegerExtremes)
        {
            Value Bound(long n) => Value.Scalar(IrType.I32, Build.Invariant($"{n}"));
            var whole = Value.Tensor(IrType.I32, d);
            whole = SelectValue(Compare(BinaryOp.Lt, whole, Bound(least)), Bound(least), whole);
            return SelectValue(Compare(BinaryOp.Ge, whole, Bound(most)), Bound(most), whole);
        }
        Vector("Maxs", Ints(d), Ints(d), $"int32_t({least})", N);
        Vector("Mins", Ints(d), Ints(d), $"int32_t({most})", N);
        return Value.Tensor(IrType.I32, d);
    }
}
