using KernelPort.Ir;

namespace KernelPort.Backends;

/// <summary>What an emission is told beside the module.</summary>
public sealed record EmissionOptions
{
    public static readonly EmissionOptions None = new();

    /// <summary>The block size a kernel will be launched with, by function name: the IR has none, and where a block is a vector the text depends on it.</summary>
    public IReadOnlyDictionary<string, Extent> Blocks { get; init; } = new Dictionary<string, Extent>();

    /// <summary>The size a kernel's launches have, or its launch bounds name; null where nobody knows, and then nothing may be guessed.</summary>
    public Extent? BlockOf(Function kernel) => Blocks.TryGetValue(kernel.Name, out var block) ? block : kernel.Bounds is { } bounds ? new Extent(bounds.MaxThreads) : null;
}
