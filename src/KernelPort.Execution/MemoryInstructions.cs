using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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

/// <summary>An access of memory through addresses: finds the allocation of each lane's address and checks it.</summary>
internal abstract class AccessInstruction(Slot address, long displacement, IrType type, string what) : Instruction
{
    private const ulong OffsetMask = (1UL << Memory.OffsetBits) - 1;

    protected int Size { get; } = (int)type.Size;

    protected string What { get; } = what;

    private readonly int _alignment = type.Alignment;

    protected Slot AddressSlot { get; } = address;

    protected long Displacement { get; } = displacement;

    /// <summary>The allocation and offset a lane accesses; null where the access is reported instead.</summary>
    protected Allocation? Locate(BlockRun block, int lane, ulong at, bool write, ref Allocation? last, out int offset)
    {
        ulong full = unchecked(at + (ulong)Displacement);
        if (last is null || (full & ~OffsetMask) != last.Base)
        {
            last = block.Find((int)(full >> Memory.OffsetBits));
        }
        ulong o = full & OffsetMask;
        if (last is not null && o + (ulong)Size <= (ulong)last.Data.Length)
        {
            offset = (int)o;
            if ((full & (ulong)(_alignment - 1)) != 0)
            {
                block.Report(ExecutionRules.Misaligned, this, lane, $"'{What}' at byte {o} of {last.Name}, which needs an alignment of {_alignment}");
            }
            if (last.LaneStride > 0 && offset / last.LaneStride != lane)
            {
                block.Report(write ? ExecutionRules.WriteOutOfBounds : ExecutionRules.ReadOutOfBounds, this, lane, $"'{What}' is outside of this thread's {last.Name}");
                return null;
            }
            if (write && last.ReadOnly)
            {
                block.Report(ExecutionRules.WriteToConstant, this, lane, $"'{What}' lies in {last.Name}");
                return null;
            }
            return last;
        }
        offset = 0;
        ReportOutside(block, lane, full, write);
        return null;
    }

    /// <summary>Neighbouring lanes that access neighbouring places, as most do: one look-up serves them all. Where anything at all would have
    /// to be reported, says no, and the lanes are taken one by one.</summary>
    protected bool LocateRow(BlockRun block, Group group, ReadOnlySpan<ulong> addresses, bool write, out Allocation memory, out int offset)
    {
        memory = null!;
        offset = 0;
        var row = addresses.Slice(group.Lanes[0], group.Count);
        ulong step = (ulong)Size;
        ulong first = row[0];
        if (row[^1] != first + (step * (ulong)(group.Count - 1)))
        {
            return false;
        }
        for (int i = 1; i < row.Length; i++)
        {
            if (row[i] != first + (step * (ulong)i))
            {
                return false;
            }
        }
        ulong full = unchecked(first + (ulong)Displacement);
        ulong o = full & OffsetMask;
        if (block.Find((int)(full >> Memory.OffsetBits)) is not { LaneStride: 0 } found || o + (step * (ulong)group.Count) > (ulong)found.Data.Length
            || (full & (ulong)(_alignment - 1)) != 0 || (write && found.ReadOnly))
        {
            return false;
        }
        memory = found;
        offset = (int)o;
        return true;
    }

    private void ReportOutside(BlockRun block, int lane, ulong full, bool write)
    {
        long o = (long)(full & OffsetMask);
        int id = (int)(full >> Memory.OffsetBits);
        // Just below an allocation's start: the address borrows from its number.
        bool below = o > (1L << (Memory.OffsetBits - 1));
        var near = block.Find(below ? id + 1 : id);
        if (near is null)
        {
            block.Report(ExecutionRules.NullPointer, this, lane, FormattableString.Invariant($"'{What}' at address 0x{full:x}"));
            return;
        }
        if (below)
        {
            o -= 1L << Memory.OffsetBits;
        }
        block.Report(write ? ExecutionRules.WriteOutOfBounds : ExecutionRules.ReadOutOfBounds, this, lane,
            FormattableString.Invariant($"'{What}' at byte {o} of {near.Name}, which has {near.Data.Length} bytes"));
    }
}

/// <summary>Loads a value of 1, 2, 4 or 8 bytes.</summary>
internal sealed class LoadInstruction<T>(Slot target, Slot address, long displacement, IrType type, string what) : AccessInstruction(address, displacement, type, what)
    where T : unmanaged, IBinaryInteger<T>
{
    private static readonly T AllWritten = T.CreateTruncating(0x0101010101010101UL);

    public override void Run(BlockRun block, Group group)
    {
        var d = block.Values<T>(target);
        var a = block.Values<ulong>(AddressSlot);
        bool check = block.Check;
        if (group.IsRow && LocateRow(block, group, a, false, out var all, out int from))
        {
            int bytes = group.Count * Size;
            if (!check || (all.Shadow is null && !all.Written.AsSpan(from, bytes).ContainsAnyExcept((byte)1)))
            {
                MemoryMarshal.Cast<byte, T>(all.Data.AsSpan(from, bytes)).CopyTo(d.Slice(group.Lanes[0], group.Count));
                return;
            }
        }
        Allocation? last = null;
        foreach (int i in group.Active)
        {
            if (Locate(block, i, a[i], false, ref last, out int offset) is not { } memory)
            {
                d[i] = default;
                continue;
            }
            if (check)
            {
                if (Unsafe.ReadUnaligned<T>(ref memory.Written[offset]) != AllWritten)
                {
                    block.Report(ExecutionRules.UninitialisedRead, this, i, FormattableString.Invariant($"'{What}' at byte {offset} of {memory.Name}"));
                }
                if (memory.Shadow is { } shadow)
                {
                    block.Races.Read(shadow, memory, offset, Size, i, this, group.Pc);
                }
            }
            d[i] = Unsafe.ReadUnaligned<T>(ref memory.Data[offset]);
        }
    }
}

/// <summary>Loads a struct; only its fields' bytes need to be written.</summary>
internal sealed class LoadStruct(Slot target, Slot address, long displacement, IrType type, string what) : AccessInstruction(address, displacement, type, what)
{
    private readonly (int Offset, int Size)[] _leaves = [.. MemoryInstructions.Leaves(type, 0)];

    public override void Run(BlockRun block, Group group)
    {
        var d = block.Bytes(target);
        var a = block.Values<ulong>(AddressSlot);
        Allocation? last = null;
        foreach (int i in group.Active)
        {
            var into = d.Slice(i * target.Size, target.Size);
            if (Locate(block, i, a[i], false, ref last, out int offset) is not { } memory)
            {
                into.Clear();
                continue;
            }
            if (block.Check)
            {
                foreach (var (at, size) in _leaves)
                {
                    if (memory.Written.AsSpan(offset + at, size).Contains((byte)0))
                    {
                        block.Report(ExecutionRules.UninitialisedRead, this, i, FormattableString.Invariant($"'{What}' at byte {offset + at} of {memory.Name}"));
                    }
                }
                if (memory.Shadow is { } shadow)
                {
                    block.Races.Read(shadow, memory, offset, Size, i, this, group.Pc);
                }
            }
            memory.Data.AsSpan(offset, Size).CopyTo(into);
        }
    }
}

internal sealed class StoreInstruction<T>(Slot value, Slot address, long displacement, IrType type, string what) : AccessInstruction(address, displacement, type, what)
    where T : unmanaged, IBinaryInteger<T>
{
    private static readonly T AllWritten = T.CreateTruncating(0x0101010101010101UL);

    public override void Run(BlockRun block, Group group)
    {
        var v = block.Values<T>(value);
        var a = block.Values<ulong>(AddressSlot);
        bool check = block.Check;
        if (group.IsRow && LocateRow(block, group, a, true, out var all, out int to) && (!check || all.Shadow is null))
        {
            int bytes = group.Count * Size;
            v.Slice(group.Lanes[0], group.Count).CopyTo(MemoryMarshal.Cast<byte, T>(all.Data.AsSpan(to, bytes)));
            all.Written.AsSpan(to, bytes).Fill(1);
            return;
        }
        Allocation? last = null;
        foreach (int i in group.Active)
        {
            if (Locate(block, i, a[i], true, ref last, out int offset) is not { } memory)
            {
                continue;
            }
            ref byte data = ref memory.Data[offset];
            if (check && memory.Shadow is { } shadow)
            {
                bool same = Unsafe.ReadUnaligned<T>(ref data) == v[i];
                block.Races.Write(shadow, memory, offset, Size, i, this, group.Pc, same, atomic: false);
            }
            Unsafe.WriteUnaligned(ref data, v[i]);
            Unsafe.WriteUnaligned(ref memory.Written[offset], AllWritten);
        }
    }
}

internal sealed class StoreStruct(Slot value, Slot address, long displacement, IrType type, string what) : AccessInstruction(address, displacement, type, what)
{
    public override void Run(BlockRun block, Group group)
    {
        var v = block.Bytes(value);
        var a = block.Values<ulong>(AddressSlot);
        Allocation? last = null;
        foreach (int i in group.Active)
        {
            if (Locate(block, i, a[i], true, ref last, out int offset) is not { } memory)
            {
                continue;
            }
            var from = v.Slice(i * value.Size, value.Size);
            var to = memory.Data.AsSpan(offset, Size);
            if (block.Check && memory.Shadow is { } shadow)
            {
                block.Races.Write(shadow, memory, offset, Size, i, this, group.Pc, from.SequenceEqual(to), atomic: false);
            }
            from.CopyTo(to);
            memory.Written.AsSpan(offset, Size).Fill(1);
        }
    }
}

/// <summary>A read-modify-write, lane after lane.</summary>
internal sealed class AtomicInstruction<T>(AtomicOp op, Func<T, T, T> change, Slot target, Slot address, long displacement, Slot operand, Slot? compare, IrType type, string what)
    : AccessInstruction(address, displacement, type, what) where T : unmanaged
{
    public override void Run(BlockRun block, Group group)
    {
        var d = block.Values<T>(target);
        var a = block.Values<ulong>(AddressSlot);
        var v = block.Values<T>(operand);
        var expected = compare is null ? default : block.Values<T>(compare);
        Allocation? last = null;
        foreach (int i in group.Active)
        {
            if (Locate(block, i, a[i], true, ref last, out int offset) is not { } memory)
            {
                d[i] = default;
                continue;
            }
            if (block.Check)
            {
                if (memory.Written.AsSpan(offset, Size).Contains((byte)0))
                {
                    block.Report(ExecutionRules.UninitialisedRead, this, i, FormattableString.Invariant($"atomic on '{What}' at byte {offset} of {memory.Name}"));
                }
                if (memory.Shadow is { } shadow)
                {
                    block.Races.Write(shadow, memory, offset, Size, i, this, group.Pc, same: false, atomic: true);
                }
            }
            var old = MemoryMarshal.Read<T>(memory.Data.AsSpan(offset));
            d[i] = old;
            bool write = op != AtomicOp.CompareExchange || EqualityComparer<T>.Default.Equals(old, expected[i]);
            if (write)
            {
                var updated = change(old, v[i]);
                MemoryMarshal.Write(memory.Data.AsSpan(offset), in updated);
                memory.Written.AsSpan(offset, Size).Fill(1);
            }
        }
    }
}

/// <summary>Chooses the instruction for an access by its type.</summary>
internal static class MemoryInstructions
{
    public static Instruction Load(Slot target, Slot address, long displacement, IrType type, string what) => type switch
    {
        ScalarType or PointerType => type.Size switch
        {
            1 => new LoadInstruction<byte>(target, address, displacement, type, what),
            2 => new LoadInstruction<ushort>(target, address, displacement, type, what),
            4 => new LoadInstruction<uint>(target, address, displacement, type, what),
            _ => new LoadInstruction<ulong>(target, address, displacement, type, what),
        },
        _ => new LoadStruct(target, address, displacement, type, what),
    };

    public static Instruction Store(Slot value, Slot address, long displacement, IrType type, string what) => type switch
    {
        ScalarType or PointerType => type.Size switch
        {
            1 => new StoreInstruction<byte>(value, address, displacement, type, what),
            2 => new StoreInstruction<ushort>(value, address, displacement, type, what),
            4 => new StoreInstruction<uint>(value, address, displacement, type, what),
            _ => new StoreInstruction<ulong>(value, address, displacement, type, what),
        },
        _ => new StoreStruct(value, address, displacement, type, what),
    };

    public static Instruction Atomic(AtomicOp op, Slot target, Slot address, long displacement, Slot operand, Slot? compare, IrType type, string what) => ((ScalarType)type).Kind switch
    {
        Scalar.I32 => Integer<int>(op, target, address, displacement, operand, compare, type, what),
        Scalar.U32 => Integer<uint>(op, target, address, displacement, operand, compare, type, what),
        Scalar.I64 => Integer<long>(op, target, address, displacement, operand, compare, type, what),
        Scalar.U64 => Integer<ulong>(op, target, address, displacement, operand, compare, type, what),
        Scalar.U16 => Integer<ushort>(op, target, address, displacement, operand, compare, type, what),
        Scalar.F32 => new AtomicInstruction<float>(op, Floating<float>(op), target, address, displacement, operand, compare, type, what),
        Scalar.F64 => new AtomicInstruction<double>(op, Floating<double>(op), target, address, displacement, operand, compare, type, what),
        Scalar.F16 => new AtomicInstruction<Half>(op, (a, b) => FloatToHalf.Apply((float)a + (float)b), target, address, displacement, operand, compare, type, what),
        Scalar.BF16 => new AtomicInstruction<ushort>(op, (a, b) => Bfloat16.FromSingle(Bfloat16.ToSingle(a) + Bfloat16.ToSingle(b)), target, address, displacement, operand, compare, type, what),
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
        StructType s => s.Fields.SelectMany(f => Leaves(f.Type, at + (int)f.Offset)),
        ArrayType a => Enumerable.Range(0, (int)a.Length).SelectMany(i => Leaves(a.Element, at + i * (int)a.Element.Size)),
        _ => [(at, (int)type.Size)],
    };
}
