using KernelPort.Backends;
using KernelPort.Execution;

namespace KernelPort.Cli.Estimates;

/// <summary>How long a chip needs at least, by what was counted and its published peaks: an estimate, never a measurement. Times are in microseconds.</summary>
/// <param name="Memory">With every byte of the buffers travelling once, as if caches were perfect; null where the bandwidth is unknown.</param>
/// <param name="MemoryWithoutCaches">With every access travelling; null where the bandwidth is unknown.</param>
/// <param name="Compute">Single and double precision one after the other; null where a peak that is needed is unknown.</param>
public sealed record Roofline(Chip Chip, double? Memory, double? MemoryWithoutCaches, double? Compute)
{
    /// <param name="bufferBytes">All buffers of the launch together.</param>
    public static Roofline Of(OperationCounts counts, long bufferBytes, Chip chip)
    {
        double accessed = counts.GlobalRead + counts.GlobalWritten + counts.Generic;
        double? single = counts.Single + counts.Half == 0 ? 0 : (counts.Single + counts.Half) / (chip.SingleTflops * 1e6);
        double? twice = counts.Double == 0 ? 0 : counts.Double / (chip.DoubleTflops * 1e6);
        return new Roofline(chip, Math.Min(accessed, bufferBytes) / (chip.GigabytesPerSecond * 1e3), accessed / (chip.GigabytesPerSecond * 1e3), single + twice);
    }

    /// <summary>The longer of the two; null where one is unknown.</summary>
    public double? Time => Memory is { } m && Compute is { } c ? Math.Max(m, c) : null;

    /// <summary>What holds it up: memory, arithmetic, or unknown.</summary>
    public string Bound => Memory is { } m && Compute is { } c ? m >= c ? "memory" : "arithmetic" : "unknown";

    /// <summary>Energy at the board's rated power, in microjoules; null where power or time is unknown.</summary>
    public double? Energy => Time * Chip.Watts;
}
