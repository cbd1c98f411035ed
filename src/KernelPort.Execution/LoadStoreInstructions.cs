using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using KernelPort.Ir;

namespace KernelPort.Execution;

/// <summary>Loads a value of 1, 2, 4 or 8 bytes.</summary>
internal sealed class LoadInstruction<T>(Slot target, Slot address, long displacement, IrType type, string what, bool strong) : AccessInstruction(address, displacement, type, what)
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
                if (check && all.Space == AddressSpace.Global)
                {
                    block.Globals!.ReadRow(block, all, from, Size, group, this, strong);
                }
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
                else if (memory.Space == AddressSpace.Global)
                {
                    block.Globals!.Read(block, memory, offset, Size, i, this, group.Pc, strong);
                }
            }
            d[i] = Unsafe.ReadUnaligned<T>(ref memory.Data[offset]);
        }
    }
}

/// <summary>Loads of which only some bytes need to be written: a struct's fields, or none of what is stored again with some bits changed.</summary>
/// <param name="parts">Those that need to be, by offset and size.</param>
internal sealed class LoadParts(Slot target, Slot address, long displacement, IrType type, string what, bool strong, (int Offset, int Size)[] parts) : AccessInstruction(address, displacement, type, what)
{
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
                foreach (var (at, size) in parts)
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
                else if (memory.Space == AddressSpace.Global)
                {
                    block.Globals!.Read(block, memory, offset, Size, i, this, group.Pc, strong);
                }
            }
            memory.Data.AsSpan(offset, Size).CopyTo(into);
        }
    }
}

internal sealed class StoreInstruction<T>(Slot value, Slot address, long displacement, IrType type, string what, bool strong) : AccessInstruction(address, displacement, type, what)
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
            if (check && all.Space == AddressSpace.Global)
            {
                block.Globals!.WriteRow(block, all, to, Size, group, this, strong, MemoryMarshal.AsBytes(v.Slice(group.Lanes[0], group.Count)));
            }
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
            else if (check && memory.Space == AddressSpace.Global)
            {
                block.Globals!.Write(block, memory, offset, Size, i, this, group.Pc, strong, MemoryMarshal.AsBytes(v.Slice(i, 1)));
            }
            Unsafe.WriteUnaligned(ref data, v[i]);
            Unsafe.WriteUnaligned(ref memory.Written[offset], AllWritten);
        }
    }
}

internal sealed class StoreStruct(Slot value, Slot address, long displacement, IrType type, string what, bool strong) : AccessInstruction(address, displacement, type, what)
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
            else if (block.Check && memory.Space == AddressSpace.Global)
            {
                block.Globals!.Write(block, memory, offset, Size, i, this, group.Pc, strong, from);
            }
            from.CopyTo(to);
            memory.Written.AsSpan(offset, Size).Fill(1);
        }
    }
}
