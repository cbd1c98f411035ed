namespace KernelPort.Backends;

/// <summary>What a machine and its compiler promise to code that was written for CUDA; each default is what most of them do.</summary>
public sealed record MachineTraits
{
    /// <summary>Takes inline PTX.</summary>
    public bool HasInlinePtx { get; init; }

    /// <summary>Lanes of a warp make progress each by itself, so that one may wait for another.</summary>
    public bool HasIndependentThreads { get; init; }

    /// <summary>A kernel may write pinned host memory.</summary>
    public bool KernelsWritePinnedMemory { get; init; } = true;

    /// <summary>The largest z of a block.</summary>
    public int MaxBlockZ { get; init; } = 64;

    /// <summary>Threads of a block that a kernel without launch bounds may have; 0 where it does not matter.</summary>
    public int UnboundedThreads { get; init; }

    /// <summary>The value that a comparison of <c>__CUDA_ARCH__</c> sees in device code: the highest level of CUDA's all of whose features the
    /// target has, or what its compiler defines where it keeps the name. Null where CUDA's own value holds.</summary>
    public string? Architecture { get; init; }

    /// <summary>long double in device code.</summary>
    public bool HasLongDouble { get; init; } = true;

    /// <summary>atomicAdd on pairs of halves.</summary>
    public bool HasPackedHalfAtomics { get; init; } = true;
}
