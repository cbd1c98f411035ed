using KernelPort.Backends.Cann.Threads;
using KernelPort.Backends.Vectors;
using KernelPort.Ir;
using KernelPort.Passes;
using KernelPort.Passes.Lower;

namespace KernelPort.Backends.Cann.Vector;

/// <summary>The vector cores of A2 and A3: no threads; a core runs a block with a lane a thread, or its threads one after the other.</summary>
internal static class VectorTarget
{
    private static readonly Evidence Rows = Evidence.Document("npu-dialects 2.7: vector types of A2");

    /// <summary>What either unit has: which of them runs a kernel is found when it is lowered.</summary>
    public static readonly Target A2 = ScalarTarget.A2 with
    {
        Intrinsics = Intrinsics.All.ToDictionary(i => i, i => Operations.Knows(i) || IsExchange(i) ? new Support.Native(i.Name, Rows) : ScalarTarget.A2.Intrinsics[i]),
        HasGenericPointers = true,
        LanguageFrom = Rows,
        HostSide = Host.HostText.Side(simt: false),
    };

    /// <summary>What scalar threads do through memory between barriers.</summary>
    private static bool IsExchange(Intrinsic i) =>
        i == Intrinsics.Ballot || i == Intrinsics.VoteAll || i == Intrinsics.VoteAny || i == Intrinsics.BarrierCount || i == Intrinsics.BarrierAnd || i == Intrinsics.BarrierOr;

    public static readonly Pipeline Lowering = new([new ExpandDp4a(), new WidenHalf()]);

    public static readonly TieredFile Files = new(new VectorUnit(), new ScalarUnit());
}
