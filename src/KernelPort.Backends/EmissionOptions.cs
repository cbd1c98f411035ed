using KernelPort.Ir;

namespace KernelPort.Backends;

/// <summary>What an emission is told beside the module.</summary>
public sealed record EmissionOptions
{
    public static readonly EmissionOptions None = new();

    /// <summary>The block size a kernel will be launched with, by function name: the IR has none, and where a block is a vector the text depends on it.</summary>
    public IReadOnlyDictionary<string, Extent> Blocks { get; init; } = new Dictionary<string, Extent>();

    /// <summary>The block sizes that every kernel is to be made for, where somebody says so.</summary>
    public IReadOnlyList<Extent> Sizes { get; init; } = [];

    /// <summary>Further sizes that a run of the program launched kernels with, by their names in the source.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Extent>> Launched { get; init; } = new Dictionary<string, IReadOnlyList<Extent>>();

    /// <summary>Names in the source that several kernels of the unit have, emitted or not: a launch by name cannot tell them apart.</summary>
    public IReadOnlySet<string> SharedNames { get; init; } = new HashSet<string>();

    /// <summary>One of <see cref="IBackend.Forms"/>; null means the backend's text.</summary>
    public string? Form { get; init; }

    /// <summary>One of <see cref="IBackend.Processors"/>; null means the default.</summary>
    public string? Processor { get; init; }

    /// <summary>Sums of a block may be made in the order that a machine has an operation for, instead of the kernel's.</summary>
    public bool Reassociates { get; init; }

    /// <summary>Nothing relies on vectors of int32 wrapping, where no document says that they do.</summary>
    public bool KeepsIntRange { get; init; }

    /// <summary>Nothing relies on selections of floats moving the bits of other numbers, where no document says that they do.</summary>
    public bool SelectsFloats { get; init; }

    /// <summary>Machine code says which line of the CUDA text its instructions come from, and its assembly's and LLVM text's line maps do.</summary>
    public bool HasLines { get; init; }

    /// <summary>The sizes to make a kernel for: those of its launches, those asked for that its bounds allow, or the bounds; none where nobody knows.</summary>
    public IReadOnlyList<Extent> BlocksOf(Function kernel)
    {
        var sizes = Blocks.TryGetValue(kernel.Name, out var block) ? [block] : Sizes.Where(s => kernel.Bounds is not { } limit || s.X * s.Y * s.Z <= limit.MaxThreads).ToList();
        return sizes.Count > 0 || kernel.Bounds is not { } bounds ? sizes : [new Extent(bounds.MaxThreads)];
    }

    /// <summary>The size a kernel's launches have, or its launch bounds name; null where nobody knows, and then nothing may be guessed.</summary>
    public Extent? BlockOf(Function kernel) => BlocksOf(kernel) is [var one] ? one : null;
}
