using KernelPort.Ir;

namespace KernelPort.Execution;

/// <summary>An access of memory through addresses: finds the allocation of each lane's address and checks it.</summary>
internal abstract class AccessInstruction(Slot address, long displacement, IrType type, string what) : Instruction
{
    private const ulong OffsetMask = (1UL << Memory.OffsetBits) - 1;

    /// <summary>Bytes that a lane accesses.</summary>
    internal int Size { get; } = (int)type.Size;

    /// <summary>Where the place lies, as the text has it.</summary>
    internal AddressSpace Space { get; private set; } = AddressSpace.Generic;

    public AccessInstruction In(AddressSpace space)
    {
        Space = space;
        return this;
    }

    protected string What { get; } = what;

    private int _alignment = type.Alignment;

    /// <summary>The same access where less is known of the address than its type wants.</summary>
    public AccessInstruction Aligned(int alignment)
    {
        _alignment = alignment;
        return this;
    }

    protected Slot AddressSlot { get; } = address;

    /// <summary>Leaves additions that wait as they are; any other access has them made first.</summary>
    protected virtual bool Waits(BlockRun block) => false;

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
            if (last.Sums is { } sums && !Waits(block))
            {
                sums.Settle(last);
            }
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
        found.Sums?.Settle(found);
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
        near.NoteOverrun(o, Size);
        block.Report(write ? ExecutionRules.WriteOutOfBounds : ExecutionRules.ReadOutOfBounds, this, lane,
            FormattableString.Invariant($"'{What}' at byte {o} of {near.Name}, which has {near.Data.Length} bytes"));
    }
}
