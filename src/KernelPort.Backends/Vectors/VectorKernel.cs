using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <summary>A parameter of a kernel; of a buffer, what its elements are.</summary>
public sealed record VectorParameter(string Name, string Word, bool IsBuffer);

/// <summary>Where a memory lies in the scratch memory, and its elements; the one of dynamic size lies behind all, from -1.</summary>
public sealed record VectorPlace(long From, long Elements);

/// <summary>A tensor of shared or private memory.</summary>
public sealed record VectorMemory(Operand Tensor, VectorPlace Place);

/// <summary>A kernel as vectors: the body of a block, and what has to stand around it.</summary>
public sealed record VectorKernel
{
    public required Function Function { get; init; }

    public required Extent Threads { get; init; }

    /// <summary>Blocks that may be taken as one; then the lanes that there are is a variable, n.</summary>
    public required int Merged { get; init; }

    public required KernelForm Form { get; init; }

    /// <summary>Calls of vector operations in the text.</summary>
    public required int Calls { get; init; }

    public required string Body { get; init; }

    /// <summary>What is made once, before the blocks.</summary>
    public required string Tables { get; init; }

    /// <summary>Structs that parameters have.</summary>
    public required string Declarations { get; init; }

    public required IReadOnlyList<VectorParameter> Parameters { get; init; }

    public required IReadOnlyList<VectorMemory> Memories { get; init; }

    public required int Slots { get; init; }

    public required int SlotBytes { get; init; }

    public required int SlotsAt { get; init; }

    public required int RoomAt { get; init; }

    public required int RoomBytes { get; init; }

    /// <summary>All of it but dynamic shared memory, which comes behind.</summary>
    public required int Bytes { get; init; }

    /// <summary>How many it may have.</summary>
    public required int ScratchBytes { get; init; }

    public required bool IsDynamic { get; init; }

    /// <summary>The tier as the text's title says it.</summary>
    public string Tier => Form.Tier == "T0" ? "T0: vector" : Build.Invariant($"{(Form.Tier == "T1" ? "T1: vector" : Form.Tier)}, with {Form.Why}");
}
