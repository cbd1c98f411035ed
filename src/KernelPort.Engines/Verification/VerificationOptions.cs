using KernelPort.Core;
using KernelPort.Launches;

namespace KernelPort.Engines.Verification;

/// <summary>How inputs are made and answers compared.</summary>
public sealed record VerificationOptions
{
    /// <summary>Null: the kernel's launch bounds, else 256 threads, or 16 x 16, or 8 x 8 x 4, by the axes it looks at.</summary>
    public Extent? Block { get; init; }

    /// <summary>What integers that stand for a size are set to, one case each; empty for sizes around the block's.</summary>
    public EquatableArray<int> Sizes { get; init; } = [];

    /// <summary>Arguments by the parameter's name; all others are made.</summary>
    public EquatableArray<(string Name, string Value)> Fixed { get; init; } = [];

    public ulong Seed { get; init; } = 1;

    /// <summary>How many units in the last place a float may be away; null for what follows from the functions that reach it.</summary>
    public double? Ulp { get; init; }
}
