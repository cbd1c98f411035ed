using KernelPort.Core;

namespace KernelPort.Cuda.Hazards;

/// <summary>What may go wrong on another machine. Whether it does depends on the machine.</summary>
public enum HazardKind
{
    /// <summary>Inline PTX; the detail is its text.</summary>
    InlineAssembly,

    /// <summary>A kernel with nothing left in it where <c>__CUDA_ARCH__</c> has another value; the detail is its name.</summary>
    EmptyUnderArchitecture,

    /// <summary>32 as a number of lanes, in a file that asks for <c>warpSize</c> elsewhere; the detail is the expression.</summary>
    FixedLanes,

    /// <summary>A block 32 threads wide, launched on a kernel that takes <c>warpSize</c> for that width; the detail is its name.</summary>
    RowsOfWarps,

    /// <summary>A ballot or an active mask kept in, or counted by, 32 bits; the detail says how.</summary>
    BallotIn32Bits,

    /// <summary>Lanes read what other lanes of their warp wrote, with no barrier between; the detail is the array.</summary>
    ImplicitWarpSynchrony,

    /// <summary>Threads of a block may come to one element of shared memory with no barrier between, for all that the text tells; the detail is
    /// the array. No hazard by itself: a reason to look while it runs.</summary>
    UnorderedExchange,

    /// <summary>A thread waits for another one in a loop; the detail is what it looks at.</summary>
    SpinWait,

    /// <summary>double in device code; the detail is where it comes from.</summary>
    DoublePrecision,

    /// <summary>long double in device code.</summary>
    LongDouble,

    /// <summary>More threads a block than some machines have, or than they assume; the number is the threads.</summary>
    ThreadsOfBlock,

    /// <summary>A block of that depth; the number is its z.</summary>
    DepthOfBlock,

    /// <summary>Shared memory of a function; the number is its bytes, the detail its name.</summary>
    SharedMemory,

    /// <summary><c>warpSize</c> where a constant is needed.</summary>
    WarpSizeAsConstant,

    /// <summary>Host memory that kernels are given to write; the detail is the call.</summary>
    MappedHostMemory,

    /// <summary>An atomic on a pair of halves.</summary>
    PackedHalfAtomic,
}

/// <summary>A place where a program may go wrong on another machine.</summary>
/// <param name="Detail">What stands there, for the message.</param>
/// <param name="Number">A size, where the kind has one.</param>
public sealed record HazardSite(HazardKind Kind, Span Span, string Detail, long Number = 0)
{
    /// <summary>What to write, where: a rewriting that means the same on CUDA and takes the hazard away. Empty where there is none that is safe.</summary>
    public EquatableArray<(Span Span, string Text)> Fix { get; init; } = [];
}
