using KernelPort.Ir;

namespace KernelPort.Backends.Cann.Vector;

/// <content>Types of 8 and 16 bits: in tensors they are int32 or float, in global memory themselves (npu-dialects 2.7 and 2.9).</content>
internal sealed partial class VectorEmitter
{
    /// <summary>A tensor's memory as numbers of a type as they lie in global memory.</summary>
    private static string Stage(int slot, IrType type) => Scalars.Storage(type) == "float" ? Build.Invariant($"t{slot}") : Build.Invariant($"t{slot}.ReinterpretCast<{Scalars.Storage(type)}>()");

    /// <summary>The same as whole numbers of the size, which scalars can move.</summary>
    private static string Raw(int slot, IrType type) => Build.Invariant($"t{slot}.ReinterpretCast<uint{type.Size * 8}_t>()");

    /// <summary>What was copied in as itself, as it is computed with.</summary>
    private void Widen(int to, int stage, IrType type, string count)
    {
        switch (((ScalarType)type).Kind)
        {
            case Scalar.F16 or Scalar.BF16:
                Vector($"Cast(t{to}, {Stage(stage, type)}, RoundMode::CAST_NONE, {count});");
                break;
            case Scalar.I8 or Scalar.U8:
                int half = NewSlot();
                Vector($"Cast({Stage(half, IrType.F16)}, {Stage(stage, type)}, RoundMode::CAST_NONE, {count});");
                Vector($"Cast(t{to}i, {Stage(half, IrType.F16)}, RoundMode::CAST_RINT, {count});");
                break;
            default:
                int number = NewSlot();
                Vector($"Cast(t{number}, {Stage(stage, IrType.I16)}, RoundMode::CAST_NONE, {count});");
                Vector($"Cast(t{to}i, t{number}, RoundMode::CAST_RINT, {count});");
                if (type == IrType.U16)
                {
                    int low = Materialise(Value.Scalar(IrType.I32, "65535"));
                    Vector($"And({Words(to)}, {Words(to)}, {Words(low)}, {Twice});");
                }
                break;
        }
    }

    /// <summary>A tensor as it is to lie in global memory.</summary>
    private int Narrowed(int from, IrType type)
    {
        int stage = NewSlot();
        switch (((ScalarType)type).Kind)
        {
            case Scalar.F16 or Scalar.BF16:
                Vector($"Cast({Stage(stage, type)}, t{from}, RoundMode::CAST_RINT, {N});");
                break;
            case Scalar.I8 or Scalar.U8:
                int number = NewSlot();
                int half = NewSlot();
                Vector($"Cast(t{number}, t{from}i, RoundMode::CAST_RINT, {N});");
                Vector($"Cast({Stage(half, IrType.F16)}, t{number}, RoundMode::CAST_RINT, {N});");
                Vector($"Cast({Stage(stage, type)}, {Stage(half, IrType.F16)}, RoundMode::CAST_RINT, {N});");
                break;
            case Scalar.U16:
                int signed = Cut(Value.Tensor(IrType.I32, from), IrType.I16).Slot;
                Vector($"Cast({Stage(stage, IrType.I16)}, t{signed}i, RoundMode::CAST_NONE, {N});");
                break;
            default:
                Vector($"Cast({Stage(stage, type)}, t{from}i, RoundMode::CAST_NONE, {N});");
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
            long away = 32 - (to.Size * 8);
            Vector($"ShiftLeft(t{d}i, t{from}i, int32_t({away}), {N});");
            Vector($"ShiftRight(t{d}i, t{d}i, int32_t({away}), {N});");
        }
        else
        {
            int low = Materialise(Value.Scalar(IrType.I32, to.Size == 1 ? "255" : "65535"));
            Vector($"And({Words(d)}, {Words(from)}, {Words(low)}, {Twice});");
        }
        return Value.Tensor(to, d);
    }

    /// <summary>A float as an integer that fits a small type: CUDA's conversions saturate.</summary>
    private Value Saturated(Value a, IrType to)
    {
        int d = NewSlot();
        var (least, most) = to.IsSigned ? (-(1 << (((int)to.Size * 8) - 1)), (1 << (((int)to.Size * 8) - 1)) - 1) : (0, (1 << ((int)to.Size * 8)) - 1);
        Vector($"Cast(t{d}i, t{Materialise(a)}, RoundMode::CAST_TRUNC, {N});");
        Vector($"Maxs(t{d}i, t{d}i, int32_t({least}), {N});");
        Vector($"Mins(t{d}i, t{d}i, int32_t({most}), {N});");
        return Value.Tensor(IrType.I32, d);
    }
}
