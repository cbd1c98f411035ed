using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Execution;

/// <summary>Loads what is stored again with some bits changed: an access like any other, but its bytes need not have been written.</summary>
internal sealed class MergingLoad(Slot target, Slot address, long displacement, IrType type, string what, bool strong) : AccessInstruction(address, displacement, type, what)
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
