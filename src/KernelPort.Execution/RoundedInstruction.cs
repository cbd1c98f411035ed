using System.Numerics;
using KernelPort.Ir;

namespace KernelPort.Execution;

/// <summary>Arithmetic that rounds towards zero, up or down: the nearest result, moved by one step where the exact one lies on the other side.</summary>
internal sealed class RoundedInstruction<T>(Slot target, Slot[] operands, RoundedOperation operation, int direction) : Instruction
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public override void Run(BlockRun block, Group group)
    {
        var d = block.Values<T>(target);
        if (target.Uniform)
        {
            d[0] = At(block, 0);
            return;
        }
        foreach (int i in group.Active)
        {
            d[i] = At(block, i);
        }
    }

    private T At(BlockRun block, int lane)
    {
        if (operation == RoundedOperation.Convert)
        {
            return Convert(block, lane);
        }
        var a = block.Values<T>(operands[0])[operands[0].Uniform ? 0 : lane];
        var b = operands.Length > 1 ? block.Values<T>(operands[1])[operands[1].Uniform ? 0 : lane] : T.Zero;
        if (operation == RoundedOperation.Sub)
        {
            b = -b;
        }
        var nearest = operation switch
        {
            RoundedOperation.Add or RoundedOperation.Sub => a + b,
            RoundedOperation.Mul => a * b,
            RoundedOperation.Div => a / b,
            _ => T.Sqrt(a),
        };
        if (!T.IsFinite(a) || !T.IsFinite(b) || T.IsNaN(nearest) || (operation == RoundedOperation.Div && T.IsZero(b)))
        {
            return nearest;
        }
        if (T.IsInfinity(nearest))
        {
            return Step(nearest, -T.Sign(nearest));
        }
        var (x, y, r) = (Exact.Of(a), Exact.Of(b), Exact.Of(nearest));
        int error = operation switch
        {
            RoundedOperation.Add or RoundedOperation.Sub => (x + y - r).Sign,
            RoundedOperation.Mul => ((x * y) - r).Sign,
            RoundedOperation.Div => (x - (r * y)).Sign * y.Sign,
            _ => (x - (r * r)).Sign,
        };
        if (error == 0 && T.IsZero(nearest) && direction == Downwards && (operation is RoundedOperation.Add or RoundedOperation.Sub))
        {
            // Numbers that cancel give minus zero when rounding down; two plus zeros stay one.
            return T.IsPositive(a) && T.IsPositive(b) ? nearest : T.NegativeZero;
        }
        return Step(nearest, error);
    }

    private const int Downwards = -1;

    private T Convert(BlockRun block, int lane)
    {
        var slot = operands[0];
        int i = slot.Uniform ? 0 : lane;
        if (slot.Type == IrType.F64)
        {
            double value = block.Values<double>(slot)[i];
            var near = T.CreateTruncating(value);
            return !double.IsFinite(value) ? near : T.IsInfinity(near) ? Step(near, -T.Sign(near)) : Step(near, (Exact.Of(value) - Exact.Of(near)).Sign);
        }
        BigInteger whole = ((ScalarType)slot.Type).Kind switch
        {
            Scalar.I32 => block.Values<int>(slot)[i],
            Scalar.U32 => block.Values<uint>(slot)[i],
            Scalar.I64 => block.Values<long>(slot)[i],
            _ => block.Values<ulong>(slot)[i],
        };
        var nearest = whole.Sign < 0 ? T.CreateTruncating((long)whole) : T.CreateTruncating((ulong)whole);
        return Step(nearest, (new Exact(whole, 0) - Exact.Of(nearest)).Sign);
    }

    /// <summary>The neighbour on the side of the exact value, where the direction wants it; <paramref name="error"/> is the side.</summary>
    private T Step(T nearest, int error)
    {
        int towards = direction != 0 ? direction : T.IsNegative(nearest) ? 1 : -1;
        return error == 0 || error != towards || (direction == 0 && T.IsZero(nearest)) ? nearest : error > 0 ? T.BitIncrement(nearest) : T.BitDecrement(nearest);
    }
}

internal enum RoundedOperation { Add, Sub, Mul, Div, Sqrt, Convert }

/// <summary>Finds the rounded operations by their names in the IR.</summary>
internal static class Rounded
{
    public static Instruction? Find(Intrinsic i, Slot target, Slot[] operands)
    {
        int end = i.Name.LastIndexOf('_');
        int? direction = i.Name[(end + 1)..] switch { "rz" => 0, "ru" => 1, "rd" => -1, _ => null };
        if (direction is not { } d || !Enum.TryParse<RoundedOperation>(i.Name[..end], ignoreCase: true, out var operation))
        {
            return null;
        }
        return target.Type == IrType.F32 ? new RoundedInstruction<float>(target, operands, operation, d) : new RoundedInstruction<double>(target, operands, operation, d);
    }
}

/// <summary>A binary number of any length: an integer times a power of two.</summary>
internal readonly record struct Exact(BigInteger Mantissa, int Exponent)
{
    public int Sign => Mantissa.Sign;

    public static Exact Of<T>(T value) where T : IFloatingPointIeee754<T>
    {
        long bits = BitConverter.DoubleToInt64Bits(double.CreateTruncating(value));
        int field = (int)(bits >> 52 & 0x7FF);
        BigInteger mantissa = (bits & 0xFFFFFFFFFFFFF) | (field == 0 ? 0 : 1L << 52);
        return new Exact(bits < 0 ? -mantissa : mantissa, Math.Max(field, 1) - 1075);
    }

    public static Exact operator *(Exact a, Exact b) => new(a.Mantissa * b.Mantissa, a.Exponent + b.Exponent);

    public static Exact operator +(Exact a, Exact b)
    {
        int e = Math.Min(a.Exponent, b.Exponent);
        return new Exact((a.Mantissa << (a.Exponent - e)) + (b.Mantissa << (b.Exponent - e)), e);
    }

    public static Exact operator -(Exact a, Exact b) => a + new Exact(-b.Mantissa, b.Exponent);
}
