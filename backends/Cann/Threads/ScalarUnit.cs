using KernelPort.Backends.CLike;
using KernelPort.Backends.Vectors;
using KernelPort.Ir;

namespace KernelPort.Backends.Cann.Threads;

/// <summary>The scalar unit of a core of A2, which runs a block's threads one after the other.</summary>
internal sealed class ScalarUnit : ScalarMachine
{
    private static readonly IReadOnlyList<(AtomicOp Op, string Mode)> Modes =
        [(AtomicOp.Add, "SetAtomicAdd"), (AtomicOp.Sub, "SetAtomicAdd"), (AtomicOp.Min, "SetAtomicMin"), (AtomicOp.Max, "SetAtomicMax")];

    public static readonly IReadOnlyList<(Intrinsic Of, string Spelling, string Needs)> Spelled =
    [
        (Intrinsics.Floor, "KpFloor({0})", "Floor"), (Intrinsics.Ceil, "KpCeil({0})", "Ceil"), (Intrinsics.Trunc, "KpTrunc({0})", "Trunc"),
        (Intrinsics.Round, "KpRound({0})", "Round"), (Intrinsics.Rint, "KpRint({0})", "Rint"),
        (Intrinsics.Trap, "ascendc_assert(false, \"trap\\n\")", ""), (Intrinsics.FenceDevice, "PipeBarrier<PIPE_ALL>()", ""), (Intrinsics.FenceSystem, "PipeBarrier<PIPE_ALL>()", ""),
    ];

    public static string Mode(AtomicOp op) => Modes.First(m => m.Op == op).Mode;

    public override Target Target => ScalarTarget.A2;

    public override CLikeDialect Dialect => ScalarWords.Dialect;

    public override string FunctionHead => "__aicore__ inline";

    public override string Memory => ScalarHelpers.Memory;

    public override IReadOnlyList<(Intrinsic Of, string Spelling, string Needs)> Own => Spelled;

    public override string ClassHead => ScalarHelpers.ClassHead;

    public override IReadOnlyList<(string Name, string Text)> Members => ScalarHelpers.Members;

    // Three operands of one-element calls.
    public override int OwnBytes => 96;

    public override string LocalAtomic(AtomicOp op, string change) => ScalarHelpers.LocalAtomic(op, change);

    public override string? GlobalAtomic(AtomicOp op) => Modes.FirstOrDefault(m => m.Op == op).Mode is { } mode ? ScalarHelpers.GlobalAtomic(op, mode) : null;

    public override string OneOperand(string function) => ScalarHelpers.OneOperand(function);

    public override EntryWords Entry { get; } = new("extern \"C\" __global__ __aicore__", "GM_ADDR", "    KERNEL_TASK_TYPE_DEFAULT(KERNEL_TYPE_AIV_ONLY);\n", "uint32_t(GetBlockIdx())", "uint32_t(GetBlockNum())", EntryText.BlockCheck);

    public override Evidence? NoOldValues { get; } = Evidence.Document("npu-dialects 2.11: atomics of A2");
}
