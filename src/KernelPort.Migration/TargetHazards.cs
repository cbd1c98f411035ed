using KernelPort.Backends;
using KernelPort.Core;
using KernelPort.Cuda.Hazards;
using KernelPort.Ir;

namespace KernelPort.Migration;

/// <summary>Which of a program's hazards are ones on a target.</summary>
internal static class TargetHazards
{
    /// <param name="asksForWidth">The file reads <c>warpSize</c>: its exchanges then keep the machine's width, and are not narrowed to 32 lanes.</param>
    public static Diagnostic? Of(HazardSite site, Target target, bool asksForWidth)
    {
        var traits = target.Traits;
        bool wide = target.WarpWidth > 32 && asksForWidth;
        int threads = target.MaxThreadsPerBlock;
        return site.Kind switch
        {
            HazardKind.InlineAssembly when !traits.HasInlinePtx => HazardRules.InlineAssembly.At(site.Span, OneLine(site.Detail)),
            HazardKind.EmptyUnderArchitecture => HazardRules.EmptyKernel.At(site.Span, site.Detail, traits.Architecture ?? "undefined"),
            HazardKind.FixedLanes when wide => HazardRules.FixedLanes.At(site.Span, site.Detail, target.WarpWidth),
            HazardKind.RowsOfWarps when target.WarpWidth > 32 => HazardRules.RowsOfWarps.At(site.Span, site.Detail, target.WarpWidth),
            HazardKind.BallotIn32Bits when wide => HazardRules.BallotIn32Bits.At(site.Span, site.Detail, target.WarpWidth),
            HazardKind.ImplicitWarpSynchrony => HazardRules.ImplicitWarpSynchrony.At(site.Span, site.Detail),
            HazardKind.SpinWait when !traits.HasIndependentThreads => HazardRules.SpinWait.At(site.Span, site.Detail),
            HazardKind.DoublePrecision when target.Scalars.GetValueOrDefault(Scalar.F64) is Support.Missing => HazardRules.DoublePrecision.At(site.Span, site.Detail),
            HazardKind.LongDouble when !traits.HasLongDouble => HazardRules.LongDouble.At(site.Span, site.Detail),
            HazardKind.ThreadsOfBlock when site.Number > threads => HazardRules.TooManyThreads.At(site.Span, Kernel(site), site.Number, threads),
            HazardKind.ThreadsOfBlock when traits.UnboundedThreads > 0 && site.Number > traits.UnboundedThreads && site.Detail.StartsWith("unbounded ", StringComparison.Ordinal)
                => HazardRules.UnboundedKernel.At(site.Span, Kernel(site), site.Number, traits.UnboundedThreads),
            HazardKind.DepthOfBlock when site.Number > traits.MaxBlockZ => HazardRules.TooDeep.At(site.Span, site.Detail, site.Number, traits.MaxBlockZ),
            HazardKind.SharedMemory when target.SharedMemoryBytes > 0 && site.Number > target.SharedMemoryBytes
                => HazardRules.TooMuchShared.At(site.Span, site.Detail, site.Number, target.SharedMemoryBytes),
            HazardKind.WarpSizeAsConstant => HazardRules.WarpSizeAsConstant.At(site.Span, site.Detail),
            HazardKind.MappedHostMemory when !traits.KernelsWritePinnedMemory => HazardRules.MappedHostMemory.At(site.Span, site.Detail),
            HazardKind.PackedHalfAtomic when !traits.HasPackedHalfAtomics => HazardRules.PackedHalfAtomic.At(site.Span, site.Detail),
            _ => null,
        };
    }

    /// <summary>The line above says <c>// kernelport: allow CODE reason</c>. Without a reason it allows nothing.</summary>
    public static bool IsAllowed(Diagnostic hazard)
    {
        if (hazard.Span.Source is not { } source || hazard.Span.Line < 2)
        {
            return false;
        }
        string above = source.Line(hazard.Span.Line - 1);
        string wanted = $"kernelport: allow {hazard.Code} ";
        int at = above.IndexOf(wanted, StringComparison.Ordinal);
        return at >= 0 && above.AsSpan(0, at).TrimStart().StartsWith("//") && above.AsSpan(at + wanted.Length).Trim().Length > 0;
    }

    private static string Kernel(HazardSite site) => site.Detail.Replace("unbounded ", "", StringComparison.Ordinal);

    private static string OneLine(string text)
    {
        string line = text.Replace("\\n", " ", StringComparison.Ordinal).Replace('\n', ' ');
        return line.Length > 60 ? line[..60] + "..." : line;
    }
}
