using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Execution;

/// <summary>Where a value lies in a block's arena. A uniform slot holds one value for all lanes.</summary>
internal sealed record Slot(int Index, IrType Type, bool Uniform)
{
    public int Size => Math.Max(1, (int)Type.Size);
}

/// <summary>A kernel in linear form: instructions over slots, device functions put in place.</summary>
internal sealed class Program
{
    public required Instruction[] Prologue { get; init; }

    public required Instruction[] Code { get; init; }

    public required Slot[] Slots { get; init; }

    /// <summary>Memory variables of the kernel and of the functions it calls.</summary>
    public required MemoryVariable[] Memory { get; init; }

    public required Slot[] Parameters { get; init; }
}

/// <summary>A variable that needs an address: a shared one a block, or a local one a lane.</summary>
internal sealed record MemoryVariable(int Index, string Name, IrType Type, AddressSpace Space, bool IsDynamic);

/// <summary>One step for all lanes of a group.</summary>
internal abstract class Instruction
{
    public Span From { get; set; }

    /// <summary>How many lanes ran it so far, where that is counted.</summary>
    public long Executed;

    public abstract void Run(BlockRun block, Group group);
}

/// <summary>Lanes that stand at the same instruction.</summary>
internal sealed class Group
{
    public int Pc;
    public int[] Lanes = [];
    public int Count;

    /// <summary>Stands at a barrier or warp operation and cannot go on by itself.</summary>
    public bool Waiting;

    /// <summary>The lanes are neighbours, in order.</summary>
    public bool IsRow => Lanes[Count - 1] - Lanes[0] == Count - 1;

    public Span<T> RowOf<T>(Span<T> values) => values.Slice(Lanes[0], Count);

    public ReadOnlySpan<int> Active => Lanes.AsSpan(0, Count);
}
