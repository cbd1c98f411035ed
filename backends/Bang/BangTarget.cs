using KernelPort.Backends.Bang.Threads;
using KernelPort.Backends.Bang.Vector;
using KernelPort.Backends.Vectors;
using KernelPort.Ir;
using KernelPort.Passes;
using KernelPort.Passes.Lower;

namespace KernelPort.Backends.Bang;

/// <summary>A core of mtp_592: no threads; it runs a block with a lane a thread, or its threads one after the other.</summary>
internal static class BangTarget
{
    private static readonly Evidence Calls = Evidence.Code("npu-dialects 5: calls of mlu-ops");

    /// <summary>What either form has: which of them runs a kernel is found when it is lowered.</summary>
    public static readonly Target Mtp592 = ScalarTarget.Mtp592 with
    {
        Intrinsics = Intrinsics.All.ToDictionary(i => i, i => Operations.Knows(i) || Exchanges.Contains(i) ? new Support.Native(i.Name, InferredNames.Covers(i) ? InferredNames.From : Calls) : ScalarTarget.Mtp592.Intrinsics[i]),
        HasGenericPointers = true,
        LanguageFrom = Calls,
        HostSide = Host.HostText.Side,
    };

    /// <summary>What scalar threads do through memory between barriers.</summary>
    private static IReadOnlyCollection<Intrinsic> Exchanges =>
        [Intrinsics.Ballot, Intrinsics.VoteAll, Intrinsics.VoteAny, Intrinsics.BarrierCount, Intrinsics.BarrierAnd, Intrinsics.BarrierOr];

    public static readonly Pipeline Lowering = new([new ExpandDp4a(), new WidenHalf()]);

    public static readonly TieredFile Files = new(new VectorCore(), new ScalarCore());
}
