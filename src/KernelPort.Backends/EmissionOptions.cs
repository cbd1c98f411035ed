namespace KernelPort.Backends;

/// <summary>What an emission is told beside the module.</summary>
public sealed record EmissionOptions
{
    public static readonly EmissionOptions None = new();

    /// <summary>The block size a kernel will be launched with, by function name: the IR has none, and where a block is a vector the text depends on it.</summary>
    public IReadOnlyDictionary<string, Extent> Blocks { get; init; } = new Dictionary<string, Extent>();
}
