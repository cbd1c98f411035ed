using System.Numerics;
using KernelPort.Ir;

namespace KernelPort.Execution;

/// <summary>pointer + index * size.</summary>
internal sealed class OffsetInstruction(Slot target, Slot pointer, Slot index, long size) : Instruction
{
    public override void Run(BlockRun block, Group group)
    {
        var d = block.Values<ulong>(target);
        var p = block.Values<ulong>(pointer);
        var i = block.Values<long>(index);
        if (target.Uniform || group.Count == block.Lanes)
        {
            for (int k = 0; k < d.Length && k < p.Length && k < i.Length; k++)
            {
                d[k] = unchecked(p[k] + (ulong)(i[k] * size));
            }
            return;
        }
        foreach (int k in group.Active)
        {
            d[k] = unchecked(p[k] + (ulong)(i[k] * size));
        }
    }
}

/// <summary>(left - right) / size.</summary>
internal sealed class DistanceInstruction(Slot target, Slot left, Slot right, long size) : Instruction
{
    public override void Run(BlockRun block, Group group)
    {
        var d = block.Values<long>(target);
        var a = block.Values<ulong>(left);
        var b = block.Values<ulong>(right);
        for (int k = 0; k < d.Length; k++)
        {
            d[k] = unchecked((long)(a[k] - b[k])) / size;
        }
    }
}

/// <summary>The address of a variable that lives in memory; runs once a block.</summary>
internal sealed class VariableAddress(Slot target, MemoryVariable variable) : Instruction
{
    public override void Run(BlockRun block, Group group)
    {
        var d = block.Values<ulong>(target);
        var a = block.AllocationOf(variable);
        for (int i = 0; i < d.Length; i++)
        {
            d[i] = a.Base + (ulong)(i * a.LaneStride);
        }
    }
}

/// <summary>Reports a read of a register variable that was never stored.</summary>
internal sealed class RegisterCheck(Slot written, int first, int count, string name) : Instruction
{
    public override void Run(BlockRun block, Group group)
    {
        var w = block.Bytes(written);
        foreach (int i in group.Active)
        {
            if (w.Slice(i * written.Size + first, count).Contains((byte)0))
            {
                block.Report(ExecutionRules.UninitialisedRead, this, i, $"the variable '{name}'");
            }
        }
    }
}

internal sealed class RegisterWritten(Slot written, int first, int count) : Instruction
{
    public override void Run(BlockRun block, Group group)
    {
        var w = block.Bytes(written);
        foreach (int i in group.Active)
        {
            w.Slice(i * written.Size + first, count).Fill(1);
        }
    }
}

internal sealed class DivisorCheck(Slot divisor) : Instruction
{
    public override void Run(BlockRun block, Group group)
    {
        var b = block.Bytes(divisor);
        foreach (int i in group.Active)
        {
            if (!b.Slice(i * divisor.Size, divisor.Size).ContainsAnyExcept((byte)0))
            {
                block.Report(ExecutionRules.DivisionByZero, this, i, "the divisor is 0");
            }
        }
    }
}

internal sealed class TrapInstruction : Instruction
{
    public override void Run(BlockRun block, Group group)
    {
        block.Report(ExecutionRules.Trap, this, group.Lanes[0], "__trap was called");
        block.Abort();
    }
}

/// <summary>|a - b| + c.</summary>
internal sealed class SadInstruction<T>(Slot target, Slot a, Slot b, Slot c) : Instruction where T : unmanaged, IBinaryInteger<T>
{
    public override void Run(BlockRun block, Group group)
    {
        var d = block.Values<uint>(target);
        var x = block.Values<T>(a);
        var y = block.Values<T>(b);
        var z = block.Values<uint>(c);
        for (int i = 0; i < d.Length; i++)
        {
            long difference = Math.Abs(long.CreateTruncating(x[i]) - long.CreateTruncating(y[i]));
            d[i] = unchecked((uint)difference + z[i]);
        }
    }
}

/// <summary>Chooses the instruction for an access by its type.</summary>
internal static class MemoryInstructions
{
    public static AccessInstruction Load(Slot target, Slot address, long displacement, IrType type, string what, bool strong) => type switch
    {
        ScalarType or PointerType => type.Size switch
        {
            1 => new LoadInstruction<byte>(target, address, displacement, type, what, strong),
            2 => new LoadInstruction<ushort>(target, address, displacement, type, what, strong),
            4 => new LoadInstruction<uint>(target, address, displacement, type, what, strong),
            _ => new LoadInstruction<ulong>(target, address, displacement, type, what, strong),
        },
        _ => new LoadParts(target, address, displacement, type, what, strong, [.. Leaves(type, 0)]),
    };

    public static AccessInstruction Store(Slot value, Slot address, long displacement, IrType type, string what, bool strong) => type switch
    {
        ScalarType or PointerType => type.Size switch
        {
            1 => new StoreInstruction<byte>(value, address, displacement, type, what, strong),
            2 => new StoreInstruction<ushort>(value, address, displacement, type, what, strong),
            4 => new StoreInstruction<uint>(value, address, displacement, type, what, strong),
            _ => new StoreInstruction<ulong>(value, address, displacement, type, what, strong),
        },
        _ => new StoreStruct(value, address, displacement, type, what, strong),
    };

    public static AccessInstruction Atomic(AtomicOp op, Slot target, Slot address, long displacement, Slot operand, Slot? compare, IrType type, string what, bool isSum) => ((ScalarType)type).Kind switch
    {
        Scalar.I32 => Integer<int>(op, target, address, displacement, operand, compare, type, what),
        Scalar.U32 => Integer<uint>(op, target, address, displacement, operand, compare, type, what),
        Scalar.I64 => Integer<long>(op, target, address, displacement, operand, compare, type, what),
        Scalar.U64 => Integer<ulong>(op, target, address, displacement, operand, compare, type, what),
        Scalar.U16 => Integer<ushort>(op, target, address, displacement, operand, compare, type, what),
        Scalar.F32 => new AtomicInstruction<float>(op, Floating<float>(op), target, address, displacement, operand, compare, type, what, isSum),
        Scalar.F64 => new AtomicInstruction<double>(op, Floating<double>(op), target, address, displacement, operand, compare, type, what, isSum),
        Scalar.F16 => new AtomicInstruction<Half>(op, (a, b) => FloatToHalf.Apply((float)a + (float)b), target, address, displacement, operand, compare, type, what, isSum),
        Scalar.BF16 => new AtomicInstruction<ushort>(op, (a, b) => Bfloat16.FromSingle(Bfloat16.ToSingle(a) + Bfloat16.ToSingle(b)), target, address, displacement, operand, compare, type, what, isSum),
        var kind => throw new System.Diagnostics.UnreachableException($"atomic on {kind}"),
    };

    private static AtomicInstruction<T> Integer<T>(AtomicOp op, Slot target, Slot address, long displacement, Slot operand, Slot? compare, IrType type, string what) where T : unmanaged, IBinaryInteger<T>
    {
        Func<T, T, T> change = op switch
        {
            AtomicOp.Add => (a, b) => unchecked(a + b),
            AtomicOp.Sub => (a, b) => unchecked(a - b),
            AtomicOp.Exchange or AtomicOp.CompareExchange => (_, b) => b,
            AtomicOp.Min => (a, b) => a < b ? a : b,
            AtomicOp.Max => (a, b) => a > b ? a : b,
            AtomicOp.And => (a, b) => a & b,
            AtomicOp.Or => (a, b) => a | b,
            AtomicOp.Xor => (a, b) => a ^ b,
            // ((old >= val) ? 0 : (old + 1)) and ((old == 0) || (old > val)) ? val : (old - 1).
            AtomicOp.Increment => (a, b) => a >= b ? T.Zero : a + T.One,
            _ => (a, b) => T.IsZero(a) || a > b ? b : a - T.One,
        };
        return new AtomicInstruction<T>(op, change, target, address, displacement, operand, compare, type, what);
    }

    private static Func<T, T, T> Floating<T>(AtomicOp op) where T : IFloatingPointIeee754<T> => op switch
    {
        AtomicOp.Add => (a, b) => a + b,
        AtomicOp.Sub => (a, b) => a - b,
        AtomicOp.Min => FloatMin<T>.Apply,
        AtomicOp.Max => FloatMax<T>.Apply,
        _ => (_, b) => b,
    };

    /// <summary>The scalars inside a type with their offsets.</summary>
    public static IEnumerable<(int Offset, int Size)> Leaves(IrType type, int at) => type switch
    {
        StructType { IsUnion: true } => [],
        StructType s => s.Fields.Where(f => !f.IsPadding).SelectMany(f => Leaves(f.Type, at + (int)f.Offset)),
        ArrayType a => Enumerable.Range(0, (int)a.Length).SelectMany(i => Leaves(a.Element, at + i * (int)a.Element.Size)),
        _ => [(at, (int)type.Size)],
    };
}
