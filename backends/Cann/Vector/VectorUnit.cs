using KernelPort.Backends.Cann.Threads;
using KernelPort.Backends.Vectors;
using KernelPort.Ir;

namespace KernelPort.Backends.Cann.Vector;

/// <summary>The vector cores of A2 and A3: LocalTensors of the unified buffer, bits as truth values, and pipes that wait for each other by events (npu-dialects 2).</summary>
internal sealed class VectorUnit : VectorMachine
{
    public override int ScratchBytes => UnifiedBuffer.Bytes;

    public override string ScratchName => "unified buffer";

    // Functions of the library take what is left of the buffer; how much they want no document says for A2.
    public override int LibraryBytes => 32 * 1024;

    public override int CopyBlock => 32;

    public override bool MasksAreLanes => false;

    public override bool Gathers => true;

    public override bool HasIntegerExtremes => true;

    public override bool Reduces => true;

    public override bool CountsAreExact => true;

    public override bool WidensByCopies => false;

    public override string Barrier => EventPass.Barrier;

    public override string CopyOrder => "PipeBarrier<PIPE_MTE3>();";

    public override string DeviceFence => EventPass.Barrier + " // others are to see it";

    public override IReadOnlyList<(string Name, string Text)> Helpers => [.. CopyHelpers.All, ("Divide", ScalarHelpers.Divide)];

    public override IReadOnlyList<Assumption> Assumptions { get; } =
    [
        new("int32 wraps (npu-dialects 11, row 1)", "i, int32_t(", "KpDivide(", "ReinterpretCast<int32_t>(), int32_t(", "INT32_MIN") { Switch = Assumption.IntRange },
        new("Select moves bits, so that int32 may be selected as float (11, row 2)", "VSEL_TENSOR_TENSOR_MODE", "VSEL_TENSOR_SCALAR_MODE") { Switch = Assumption.FloatSelects },
        new("ReduceMax and ReduceMin pass over NaN as fmaxf and fminf do", "ReduceMax(", "ReduceMin("),
        new("FusedMulAdd rounds once (11, row 4)", "FusedMulAdd("),
        new("the library's functions are exact to a rounding (2.12)", "Tanh(", "Sin(", "Cos(", "Tan(", "Erf(", "Power(", "Fmod(", "Sinh(", "Cosh(", "Log2(", "Log10(", "Lgamma(", "Asin(", "Acos(", "Atan("),
    ];

    public override string Head => KernelText.Head;

    public override string VectorHead => KernelText.VectorHead;

    public override Operand View(int slot, string element) => new(element switch
    {
        "float" => Build.Invariant($"t{slot}"),
        "int32_t" => Build.Invariant($"t{slot}i"),
        Mask => Build.Invariant($"t{slot}m"),
        _ => Build.Invariant($"t{slot}i.ReinterpretCast<{element}>()"),
    }, element);

    public override Operand Stage(int slot, string element) => new(element == "float" ? Build.Invariant($"t{slot}") : Build.Invariant($"t{slot}.ReinterpretCast<{element}>()"), element);

    public override Operand Reinterpret(Operand tensor, string element) => new($"{tensor}.ReinterpretCast<{element}>()", element);

    public override Operand From(Operand tensor, string first) => tensor with { Text = $"{tensor}[{first}]" };

    public override string Get(Operand tensor, string index) => $"{tensor}.GetValue({index})";

    public override string Set(Operand tensor, string index, string value) => $"{tensor}.SetValue({index}, {value});";

    public override string LaneOf(Operand mask) => $"({mask}.GetValue(l / 8) >> (l % 8) & 1)";

    // How much of global memory is brought in to pick from.
    public override int SpanBytes => 16 * 1024;

    public override string BeyondSpan => Build.Invariant($"they span more than {SpanBytes} bytes");

    public override string Fetch(FetchOperands f) => Build.Invariant($"KpFetch({f.To}, {f.From}, {f.At}, {f.Index}, {f.Scale}, {f.Besides}, {f.IsBesides}, {f.Reach}, {f.Mask}, {f.Room}, {SpanBytes}u, {f.Offsets}, {f.Work}, {f.Lanes})");

    public override string Address(string buffer) => $"{buffer}.GetPhyAddr()";

    public override string Assert(string condition, string message) => $"ascendc_assert({condition}, \"{message}\\n\");";

    public override string CopyIn(Operand to, Operand from, string at, string count, IrType type) =>
        $"DataCopyPad({to}, {from}[{at}], {Extent(count, type)}, DataCopyPadExtParams<{to.Element}>{{false, 0, 0, {to.Element}()}});";

    public override string CopyOut(Operand to, string at, Operand from, string count, IrType type, AtomicOp? combine) => $"DataCopyPad({to}[{at}], {from}, {Extent(count, type)});";

    private static string Extent(string count, IrType type) => Build.Invariant($"DataCopyExtParams{{1, {(count == "1" ? Build.Invariant($"{type.Size}") : Build.Invariant($"uint32_t({count}) * {type.Size}"))}, 0, 0, 0}}");

    public override string StoreRows(AtomicOp? combine) => "StoreRows";

    // A mode that copies are in until it is switched off. Unsigned sums are the same bits as signed ones (npu-dialects 2.11).
    public override string BeginCombining(AtomicOp op, IrType type) => $"{ScalarUnit.Mode(op)}<{(type == IrType.F32 ? "float" : "int32_t")}>();";

    public override string EndCombining => "SetAtomicNone();";

    public override IEnumerable<string> Call(string operation, IReadOnlyList<Operand> operands)
    {
        var (name, given) = operation switch
        {
            "SelectOrZero" => ("Select", [operands[0], operands[1], operands[2], "0.0f", "SELMODE::VSEL_TENSOR_SCALAR_MODE", operands[3]]),
            "Select" => ("Select", [operands[0], operands[1], operands[2], operands[3], "SELMODE::VSEL_TENSOR_TENSOR_MODE", operands[4]]),
            "Compare" or "CompareScalar" => (operation, [operands[0], operands[1], operands[2], $"CMPMODE::{operands[3]}", operands[4]]),
            "Cast" => ("Cast", [operands[0], operands[1], $"RoundMode::CAST_{operands[2]}", operands[3]]),
            "Fill" => ("Duplicate", operands),
            "Sequence" => ("CreateVecIndex", [operands[0], "int32_t(0)", operands[1]]),
            "Expand" => ("Brcb", [operands[0], operands[1], $"uint8_t({operands[2]})", "BrcbRepeatParams{1, 8}"]),
            _ => (operation, operands),
        };
        yield return $"{name}({string.Join(", ", given)});";
    }

    public override string Print(VectorKernel kernel) => KernelText.Of(kernel);
}
