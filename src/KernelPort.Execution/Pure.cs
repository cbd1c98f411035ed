using System.Numerics;
using KernelPort.Ir;

namespace KernelPort.Execution;

internal interface IUnaryMeaning<T, TResult>
{
    static abstract TResult Apply(T a);
}

internal interface IBinaryMeaning<TLeft, TRight, TResult>
{
    static abstract TResult Apply(TLeft a, TRight b);
}

internal interface ITernaryMeaning<T, TResult>
{
    static abstract TResult Apply(T a, T b, T c);
}

/// <summary>An operation with one operand, a tight loop over the group's lanes.</summary>
internal sealed class UnaryInstruction<TMeaning, T, TResult>(Slot target, Slot operand) : Instruction
    where TMeaning : struct, IUnaryMeaning<T, TResult> where T : unmanaged where TResult : unmanaged
{
    public override void Run(BlockRun block, Group group)
    {
        var a = block.Values<T>(operand);
        var d = block.Values<TResult>(target);
        if (!target.Uniform && group.IsRow)
        {
            a = group.RowOf(a);
            d = group.RowOf(d);
        }
        if (target.Uniform || group.IsRow)
        {
            for (int i = 0; i < d.Length && i < a.Length; i++)
            {
                d[i] = TMeaning.Apply(a[i]);
            }
            return;
        }
        foreach (int i in group.Active)
        {
            d[i] = TMeaning.Apply(a[i]);
        }
    }
}

/// <summary>An operation with two operands.</summary>
internal sealed class BinaryInstruction<TMeaning, TLeft, TRight, TResult>(Slot target, Slot left, Slot right) : Instruction
    where TMeaning : struct, IBinaryMeaning<TLeft, TRight, TResult> where TLeft : unmanaged where TRight : unmanaged where TResult : unmanaged
{
    public override void Run(BlockRun block, Group group)
    {
        var a = block.Values<TLeft>(left);
        var b = block.Values<TRight>(right);
        var d = block.Values<TResult>(target);
        if (!target.Uniform && group.IsRow)
        {
            a = group.RowOf(a);
            b = group.RowOf(b);
            d = group.RowOf(d);
        }
        if (target.Uniform || group.IsRow)
        {
            for (int i = 0; i < d.Length && i < a.Length && i < b.Length; i++)
            {
                d[i] = TMeaning.Apply(a[i], b[i]);
            }
            return;
        }
        foreach (int i in group.Active)
        {
            d[i] = TMeaning.Apply(a[i], b[i]);
        }
    }
}

/// <summary>An operation with three operands of one type.</summary>
internal sealed class TernaryInstruction<TMeaning, T, TResult>(Slot target, Slot x, Slot y, Slot z) : Instruction
    where TMeaning : struct, ITernaryMeaning<T, TResult> where T : unmanaged where TResult : unmanaged
{
    public override void Run(BlockRun block, Group group)
    {
        var a = block.Values<T>(x);
        var b = block.Values<T>(y);
        var c = block.Values<T>(z);
        var d = block.Values<TResult>(target);
        if (!target.Uniform && group.IsRow)
        {
            a = group.RowOf(a);
            b = group.RowOf(b);
            c = group.RowOf(c);
            d = group.RowOf(d);
        }
        if (target.Uniform || group.IsRow)
        {
            for (int i = 0; i < d.Length && i < a.Length && i < b.Length && i < c.Length; i++)
            {
                d[i] = TMeaning.Apply(a[i], b[i], c[i]);
            }
            return;
        }
        foreach (int i in group.Active)
        {
            d[i] = TMeaning.Apply(a[i], b[i], c[i]);
        }
    }
}

/// <summary>A function of doubles given as a delegate, for the many math functions: their own cost hides the call's.</summary>
internal sealed class MathInstruction<T>(Slot target, Slot[] operands, Func<double, double, double, double> meaning) : Instruction
    where T : unmanaged, INumber<T>
{
    public override void Run(BlockRun block, Group group)
    {
        var d = block.Values<T>(target);
        var a = block.Values<T>(operands[0]);
        var b = operands.Length > 1 ? block.Values<T>(operands[1]) : a;
        var c = operands.Length > 2 ? block.Values<T>(operands[2]) : a;
        if (target.Uniform || group.Count == block.Lanes)
        {
            for (int i = 0; i < d.Length; i++)
            {
                d[i] = T.CreateTruncating(meaning(double.CreateTruncating(a[i]), double.CreateTruncating(b[i]), double.CreateTruncating(c[i])));
            }
            return;
        }
        foreach (int i in group.Active)
        {
            d[i] = T.CreateTruncating(meaning(double.CreateTruncating(a[i]), double.CreateTruncating(b[i]), double.CreateTruncating(c[i])));
        }
    }
}

/// <summary>Copies values byte for byte: lets, struct fields and aggregates.</summary>
internal sealed class CopyInstruction(Slot target, int targetOffset, Slot source, int sourceOffset, int size) : Instruction
{
    public override void Run(BlockRun block, Group group)
    {
        var d = block.Bytes(target);
        var s = block.Bytes(source);
        int dStride = target.Size;
        int sStride = source.Size;
        if (target.Uniform)
        {
            s.Slice(sourceOffset, size).CopyTo(d[targetOffset..]);
            return;
        }
        if (group.Count == block.Lanes && dStride == size && sStride == size)
        {
            s.CopyTo(d);
            return;
        }
        foreach (int i in group.Active)
        {
            s.Slice(i * sStride + sourceOffset, size).CopyTo(d[(i * dStride + targetOffset)..]);
        }
    }
}

/// <summary>Spreads a uniform value over all lanes; runs once a block.</summary>
internal sealed class SplatInstruction(Slot target, Slot source) : Instruction
{
    public override void Run(BlockRun block, Group group)
    {
        var d = block.Bytes(target);
        var s = block.Bytes(source);
        for (int i = 0; i < d.Length; i += s.Length)
        {
            s.CopyTo(d[i..]);
        }
    }
}

/// <summary>Chooses by a condition; operands of any size.</summary>
internal sealed class SelectInstruction(Slot target, Slot condition, Slot then, Slot otherwise) : Instruction
{
    public override void Run(BlockRun block, Group group)
    {
        var d = block.Bytes(target);
        var c = block.Bytes(condition);
        var a = block.Bytes(then);
        var b = block.Bytes(otherwise);
        int size = target.Size;
        if (target.Uniform)
        {
            (c[0] != 0 ? a : b).CopyTo(d);
            return;
        }
        foreach (int i in group.Active)
        {
            (c[i] != 0 ? a : b).Slice(i * size, size).CopyTo(d[(i * size)..]);
        }
    }
}

/// <summary>Writes fixed bytes into a uniform slot.</summary>
internal sealed class ConstantInstruction(Slot target, byte[] bytes) : Instruction
{
    public override void Run(BlockRun block, Group group) => bytes.CopyTo(block.Bytes(target));
}

/// <summary>Puts a coordinate into its slot; runs once a block.</summary>
internal sealed class CoordinateInstruction(Slot target, Coordinate which) : Instruction
{
    public override void Run(BlockRun block, Group group)
    {
        var d = block.Values<uint>(target);
        if (which > Coordinate.ThreadZ)
        {
            d[0] = block.UniformCoordinate(which);
            return;
        }
        for (int i = 0; i < d.Length; i++)
        {
            var t = block.Thread(i);
            d[i] = (uint)(which switch { Coordinate.ThreadX => t.X, Coordinate.ThreadY => t.Y, _ => t.Z });
        }
    }
}
