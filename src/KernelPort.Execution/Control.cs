namespace KernelPort.Execution;

/// <summary>Goes on elsewhere.</summary>
internal sealed class Jump : Instruction
{
    public int Target { get; set; }

    public override void Run(BlockRun block, Group group) => group.Pc = Target;
}

/// <summary>Goes on elsewhere where the condition is <paramref name="jumpIf"/>; splits the group where its lanes disagree.</summary>
internal sealed class Branch(Slot condition, bool jumpIf) : Instruction
{
    public int Target { get; set; }

    public override void Run(BlockRun block, Group group)
    {
        var c = block.Values<byte>(condition);
        byte taken = jumpIf ? (byte)1 : (byte)0;
        int jumping = 0;
        foreach (int i in group.Active)
        {
            jumping += c[i] == taken ? 1 : 0;
        }
        if (jumping == group.Count)
        {
            group.Pc = Target;
        }
        else if (jumping == 0)
        {
            group.Pc++;
        }
        else
        {
            block.Split(group, c, taken, jumping, Target);
        }
    }
}

/// <summary>The end of the kernel for these lanes.</summary>
internal sealed class ExitInstruction : Instruction
{
    public override void Run(BlockRun block, Group group) => block.Exit(group);
}

/// <summary>A register variable comes into being anew.</summary>
internal sealed class ForgetInstruction(Slot written) : Instruction
{
    public override void Run(BlockRun block, Group group)
    {
        var w = block.Bytes(written);
        foreach (int i in group.Active)
        {
            w.Slice(i * written.Size, written.Size).Clear();
        }
    }
}
