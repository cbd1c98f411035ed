namespace KernelPort.Execution;

/// <summary>Three extents or coordinates.</summary>
public readonly record struct Dim3(int X, int Y = 1, int Z = 1)
{
    public long Volume => (long)X * Y * Z;

    public override string ToString() => FormattableString.Invariant($"({X},{Y},{Z})");
}

/// <summary>How lanes are grouped into warps. <paramref name="PerPlane"/>: a warp never spans two z planes of the block.</summary>
public sealed record WarpShape(int Width, bool PerPlane = false)
{
    public static readonly WarpShape Cuda = new(32);
}

public enum Schedule
{
    /// <summary>All lanes that can run together do; a group that is behind runs first.</summary>
    LockStep,

    /// <summary>Groups take turns, so that a thread that waits for another one's flag does not keep it from running.</summary>
    Fair,

    /// <summary>Warps, lanes and blocks in an order that follows from <see cref="ExecutionOptions.Seed"/>.</summary>
    Seeded,
}

/// <summary>How a kernel is executed.</summary>
public sealed record ExecutionOptions
{
    public WarpShape Warp { get; init; } = WarpShape.Cuda;

    public Schedule Schedule { get; init; } = Schedule.LockStep;

    /// <summary>Which order <see cref="Schedule.Seeded"/> takes.</summary>
    public ulong Seed { get; init; }

    /// <summary>Bounds, uninitialised reads and races. Barriers, masks and traps are always looked at.</summary>
    public bool Check { get; init; } = true;

    /// <summary>Atomic floating sums whose old values nobody takes are made in the order of blocks and threads, so that they round alike under every schedule.</summary>
    public bool DefinedSums { get; init; }

    /// <summary>Counts what is done, for <see cref="Executor.Counts"/>.</summary>
    public bool Count { get; init; }

    /// <summary>Instructions a block may execute (each counts once for all lanes that run it together).</summary>
    public long StepBudget { get; init; } = 5_000_000;
}

/// <summary>A kernel argument: a buffer, or the bytes of a scalar or struct.</summary>
public sealed record Argument
{
    private Argument(Allocation? buffer, long offset, byte[]? bytes)
    {
        Buffer = buffer;
        Offset = offset;
        Bytes = bytes;
    }

    public Allocation? Buffer { get; }

    /// <summary>Where in the buffer the pointer points.</summary>
    public long Offset { get; }

    public byte[]? Bytes { get; }

    public static Argument Of(Allocation buffer, long offset = 0) => new(buffer, offset, null);

    public static Argument Of(byte[] bytes) => new(null, 0, bytes);
}
