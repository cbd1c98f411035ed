namespace KernelPort.Execution;

/// <summary>A counter that grows with what the block has done; the same for the lanes that read it together.</summary>
internal sealed class ClockInstruction(Slot target) : Instruction
{
    private const long TicksAStep = 16;

    public override void Run(BlockRun block, Group group)
    {
        var d = block.Values<long>(target);
        foreach (int i in group.Active)
        {
            d[i] = (block.Steps + 1) * TicksAStep;
        }
    }
}
