namespace KernelPort.Fuzz.Generation;

/// <summary>What kernels of a batch may use. Batches differ, so that a target that refuses one thing still runs the others.</summary>
public sealed record Profile(string Name)
{
    public bool Wide { get; init; }

    public bool Floats { get; init; }

    public bool Doubles { get; init; }

    public bool Halves { get; init; }

    /// <summary>Atomics on global memory.</summary>
    public bool Atomics { get; init; } = true;

    /// <summary>Shared memory, barriers and shared atomics.</summary>
    public bool Blocks { get; init; }

    /// <summary>Shuffles, votes and exchanges within a warp.</summary>
    public bool Warps { get; init; }

    /// <summary>Structures with methods, templates, lambdas, vector types, references.</summary>
    public bool Classes { get; init; }

    /// <summary>In the order batches take them.</summary>
    public static readonly IReadOnlyList<Profile> All =
    [
        new("integers") { Atomics = false },
        new("blocks") { Blocks = true },
        new("warps") { Warps = true, Wide = true },
        new("floats") { Floats = true, Blocks = true, Warps = true },
        new("classes") { Classes = true, Floats = true, Wide = true },
        new("halves") { Halves = true, Floats = true, Blocks = true },
        new("doubles") { Doubles = true, Floats = true, Wide = true, Warps = true },
        new("all") { Wide = true, Floats = true, Blocks = true, Warps = true, Classes = true },
    ];

    public IReadOnlyList<Scalar> Types => [.. new (bool Has, Scalar[] Types)[]
    {
        (true, [Scalar.I32, Scalar.U32, Scalar.I32, Scalar.U32, Scalar.I8, Scalar.U8, Scalar.I16, Scalar.U16]),
        (Wide, [Scalar.I64, Scalar.U64, Scalar.I64, Scalar.U64]),
        (Floats, [Scalar.F32, Scalar.F32, Scalar.F32]),
        (Doubles, [Scalar.F64, Scalar.F64, Scalar.F64]),
        (Halves, [Scalar.F16, Scalar.F16, Scalar.F16]),
    }.Where(g => g.Has).SelectMany(g => g.Types)];
}
