using KernelPort.Backends.Bang.Vector;
using KernelPort.Backends.CLike;
using KernelPort.Backends.Vectors;
using KernelPort.Ir;

namespace KernelPort.Backends.Bang.Threads;

/// <summary>A core that runs a block's threads one after the other, on its scalar unit.</summary>
internal sealed class ScalarCore : ScalarMachine
{
    private static readonly VectorCore Vectors = new();

    public static readonly IReadOnlyList<(Intrinsic Of, string Spelling, string Needs)> Spelled =
    [
        (Intrinsics.Floor, "KpFloor({0})", "Trunc Floor"), (Intrinsics.Ceil, "(-KpFloor(-({0})))", "Trunc Floor"), (Intrinsics.Trunc, "KpTrunc({0})", "Trunc"),
        (Intrinsics.Round, "KpRound({0})", "Trunc Round"), (Intrinsics.Rint, "KpRint({0})", "Trunc Rint"),
        (Intrinsics.Trap, "KP_ASSERT(false, \"trap\")", ""), (Intrinsics.FenceDevice, "__sync()", ""), (Intrinsics.FenceSystem, "__sync()", ""),
    ];

    public override Target Target => ScalarTarget.Mtp592;

    public override CLikeDialect Dialect => ScalarWords.Dialect;

    public override string FunctionHead => "__mlu_func__";

    public override string Memory => ScalarHelpers.Memory;

    public override IReadOnlyList<(Intrinsic Of, string Spelling, string Needs)> Own => Spelled;

    public override string ClassHead => ScalarHelpers.ClassHead;

    public override IReadOnlyList<(string Name, string Text)> Members =>
    [
        ("Power", TwoOperands("Power")), ("Fmod", TwoOperands("Fmod")), ("Fma", ScalarHelpers.Fma), .. ScalarHelpers.Rounding,
    ];

    // The cell that copies go through, and three operands of calls of 64 elements.
    public override int OwnBytes => 256 * 4;

    public override string LocalAtomic(AtomicOp op, string change) => ScalarHelpers.LocalAtomic(op, change);

    public override string? GlobalAtomic(AtomicOp op) => op switch
    {
        AtomicOp.Add or AtomicOp.Sub => ScalarHelpers.GlobalAtomic(op, "add"),
        AtomicOp.Min => ScalarHelpers.GlobalAtomic(op, "min"),
        AtomicOp.Max => ScalarHelpers.GlobalAtomic(op, "max"),
        _ => null,
    };

    public override string OneOperand(string function) => ScalarHelpers.Function(function, "float x", Vectors.Call(function, [new Operand("kpTwo", "float"), new Operand("kpOne", "float"), "64"]));

    private static string TwoOperands(string function) =>
        ScalarHelpers.Function(function, "float x, float y", Vectors.Call(function, [new Operand("kpTwo", "float"), new Operand("kpOne", "float"), new Operand("kpThree", "float"), "64"]));

    public override EntryWords Entry { get; } = new("__mlu_global__", "void *", "    if (__is_mpu()) return;\n", "taskId", "taskDim", KernelText.BlockCheck);

    public override Evidence? NoOldValues { get; } = Evidence.Code("npu-dialects 5: atomics");
}
