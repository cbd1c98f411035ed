using System.Runtime.InteropServices;
using KernelPort.Ir;

namespace KernelPort.Execution;

/// <summary>A read-modify-write, lane after lane.</summary>
/// <param name="isSum">A floating sum of which nobody takes the old value.</param>
internal sealed class AtomicInstruction<T>(AtomicOp op, Func<T, T, T> change, Slot target, Slot address, long displacement, Slot operand, Slot? compare, IrType type, string what, bool isSum = false)
    : AccessInstruction(address, displacement, type, what), IDeferredSum where T : unmanaged
{
    protected override bool Waits(BlockRun block) => isSum && block.DefinedSums;

    public void Apply(Allocation memory, int offset, ulong value)
    {
        var sum = change(MemoryMarshal.Read<T>(memory.Data.AsSpan(offset)), MemoryMarshal.Read<T>(MemoryMarshal.AsBytes(new ReadOnlySpan<ulong>(in value))));
        MemoryMarshal.Write(memory.Data.AsSpan(offset), in sum);
    }

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
            if (block.Globals is { } races && memory.Space == AddressSpace.Global)
            {
                if (write)
                {
                    races.Write(block, memory, offset, Size, i, this, group.Pc, strong: true, []);
                }
                else
                {
                    races.Read(block, memory, offset, Size, i, this, group.Pc, strong: true);
                }
            }
            if (Waits(block))
            {
                ulong bits = 0;
                MemoryMarshal.Write(MemoryMarshal.AsBytes(new Span<ulong>(ref bits)), in v[i]);
                (memory.Sums ??= new DeferredSums()).Add(offset, block.BlockNumber, i, bits, this);
                memory.Written.AsSpan(offset, Size).Fill(1);
            }
            else if (write)
            {
                var updated = change(old, v[i]);
                MemoryMarshal.Write(memory.Data.AsSpan(offset), in updated);
                memory.Written.AsSpan(offset, Size).Fill(1);
            }
        }
    }
}

/// <summary>A memory fence: orders nothing by itself, but lets a strong access behind it hand over what came before.</summary>
internal sealed class FenceInstruction(bool wholeDevice) : Instruction
{
    public override void Run(BlockRun block, Group group)
    {
        if (block.Globals is { } races)
        {
            block.Sync.Fence(group, races.NextTick(), wholeDevice);
        }
    }
}
