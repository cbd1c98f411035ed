using System.Globalization;
using KernelPort.Backends.Vectors;
using KernelPort.Ir;

namespace KernelPort.Backends.Bang.Vector;

/// <summary>A core's vector unit over NRAM: pointers, whole multiples of 64 elements, truth values as lanes of 0 or -1, copies that are done when they return (npu-dialects 5).</summary>
internal sealed class VectorCore : VectorMachine
{
    // Of what calls compute on the way: work0 and work1.
    public override int WorkTensors => 2;

    public override int ScratchBytes => NeuronMemory.Bytes;

    public override string ScratchName => "NRAM";

    public override int CopyBlock => 1;

    public override bool MasksAreLanes => true;

    public override bool Gathers => false;

    public override bool HasIntegerExtremes => false;

    public override bool Reduces => false;

    public override bool CountsAreExact => false;

    public override bool WidensByCopies => true;

    public override string Barrier => "";

    public override string CopyOrder => "";

    // Copies without "async" are done when they return.
    public override string DeviceFence => "__sync();";

    public override IReadOnlyList<(string Name, string Text)> Helpers => VectorHelpers.All;

    public override IReadOnlyList<Assumption> Assumptions { get; } =
    [
        new("int32 wraps", "i, int32_t(", "KpLess(", "KpDivide(", "KpFetch(") { Switch = Assumption.IntRange },
        new("conversions to int32 saturate and make 0 of NaN", "__bang_float2int32_tz(t", "__bang_float2int32_rd(t"),
        new("of a number and a NaN the greater and the smaller are the number", "__bang_maxequal(", "__bang_minequal(", "__bang_maxeq_scalar(", "__bang_mineq_scalar("),
        new("division of int32 rounds to zero", "__bang_div(q"),
        new("FUSION_FMA rounds once", "FUSION_FMA"),
        new("active_exphp and log2 are exact to a rounding", "__bang_active_exphp(", "__bang_log2("),
        new("the device library has this function, named as __cn_vector_sin_f32 is", "__cn_vector_t", "__cn_vector_e", "__cn_vector_p", "__cn_vector_f", "__cn_vector_a", "__cn_vector_l", "__cn_vector_sinh", "__cn_vector_cosh"),
    ];

    public override string Head => KernelText.Head;

    public override string VectorHead => KernelText.VectorHead;

    public override Operand View(int slot, string element) => element switch
    {
        "float" => new Operand(Build.Invariant($"t{slot}"), element),
        "int32_t" or Mask => new Operand(Build.Invariant($"t{slot}i"), "int32_t"),
        _ => new Operand(Build.Invariant($"(({element} *)t{slot})"), element),
    };

    public override Operand Stage(int slot, string element) => View(slot, element);

    public override Operand Reinterpret(Operand tensor, string element) => tensor.Element == element ? tensor : new($"(({element} *){tensor})", element);

    public override Operand From(Operand tensor, string first) => tensor with { Text = $"({tensor} + {first})" };

    public override string Get(Operand tensor, string index) => $"{tensor}[{index}]";

    public override string Set(Operand tensor, string index, string value) => $"{tensor}[{index}] = {value};";

    public override string LaneOf(Operand mask) => $"{mask}[l]";

    public override int SpanBytes => 0;

    public override string BeyondSpan => "offsets are negative or beyond 2 GB";

    // Gathered from where they lie: no room is needed.
    public override string Fetch(FetchOperands f) => $"KpFetch({f.To}, {f.From}, {f.At}, {f.Index}, {f.Scale}, {f.Besides}, {f.IsBesides}, {f.Reach}, {f.Mask}, {f.Offsets}, {f.Work}, {f.Lanes}, work0, work1)";

    public override string Address(string buffer) => buffer;

    public override string Assert(string condition, string message) => $"KP_ASSERT({condition}, \"{message}\");";

    public override string CopyIn(Operand to, Operand from, string at, string count, IrType type) => $"__memcpy({to}, {Offset(from, at)}, {Bytes(count, type)}, GDRAM2NRAM);";

    public override string CopyOut(Operand to, string at, Operand from, string count, IrType type, AtomicOp? combine) => combine is { } op
        ? $"__bang_atomic_reduce_{Combined(op)}({Offset(to, at)}, {from}, {count});"
        : $"__memcpy({Offset(to, at)}, {from}, {Bytes(count, type)}, NRAM2GDRAM);";

    private static string Offset(Operand buffer, string at) => at == "0" ? buffer.Text : $"{buffer} + {at}";

    private static string Bytes(string count, IrType type) => count == "1" ? Build.Invariant($"{type.Size}") : Build.Invariant($"{count} * {type.Size}");

    private static string Combined(AtomicOp op) => op switch { AtomicOp.Min => "min", AtomicOp.Max => "max", _ => "add" };

    public override string StoreRows(AtomicOp? combine) => combine is { } op ? Combined(op) switch { "min" => "MinRows", "max" => "MaxRows", _ => "AddRows" } : "StoreRows";

    public override string BeginCombining(AtomicOp op, IrType type) => "";

    public override string EndCombining => "";

    /// <summary>Tensors have whole multiples of 64 lanes, so that calls may run over the ones that are not used.</summary>
    private static string Whole(string count) =>
        int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? Build.Invariant($"{(n + 63) / 64 * 64}") : count == "n" || count == "(n + 63) / 64 * 64" ? "whole" : $"KpWhole({count})";

    private static readonly IReadOnlyDictionary<string, string> Direct = new Dictionary<string, string>
    {
        ["Add"] = "__bang_add", ["Sub"] = "__bang_sub", ["Mul"] = "__bang_mul", ["Div"] = "__bang_div", ["Max"] = "__bang_maxequal", ["Min"] = "__bang_minequal",
        ["Adds"] = "__bang_add_scalar", ["Muls"] = "__bang_mul_scalar", ["Maxs"] = "__bang_maxeq_scalar", ["Mins"] = "__bang_mineq_scalar",
        ["Exp"] = "__bang_active_exphp", ["Sqrt"] = "__bang_sqrt", ["Abs"] = "__bang_abs", ["Log2"] = "__bang_log2",
    };

    public override IEnumerable<string> Call(string operation, IReadOnlyList<Operand> o)
    {
        if (operation.StartsWith("Kp", StringComparison.Ordinal))
        {
            return [$"{operation}({string.Join(", ", o)});"];
        }
        string n = Whole(o[^1].Text);
        if (Direct.TryGetValue(operation, out string? call))
        {
            return [$"{call}({string.Join(", ", o.SkipLast(1))}, {n});"];
        }
        return operation switch
        {
            "And" => Bits("band", o),
            "Or" => Bits("bor", o),
            "Not" => Bits("bnot", o),
            "ShiftLeft" => [$"__bang_mul_scalar({Ints(o[0])}, {Ints(o[1])}, int32_t(1u << {o[2]}), {n});"],
            "ShiftRight" when o[0].Element == "uint32_t" => [$"__bang_srl({o[0]}, {o[1]}, {o[2]}, {n});"],
            // The bits of the sign's place, taken away twice: 2 * s below the shifted number.
            "ShiftRight" => [$"__bang_srl((uint32_t *){o[0]}, (uint32_t *){o[1]}, {o[2]}, {n});", $"__bang_band_scalar((int32_t *)work0, {o[0]}, int32_t(1u << (31 - {o[2]})), {n});", $"__bang_mul_scalar((int32_t *)work0, (int32_t *)work0, 2, {n});", $"__bang_sub({o[0]}, {o[0]}, (int32_t *)work0, {n});"],
            "Ln" => [$"__bang_log2({o[0]}, {o[1]}, {n});", $"__bang_mul_scalar({o[0]}, {o[0]}, 0.693147182f, {n});"],
            "Log10" => [$"__bang_log2({o[0]}, {o[1]}, {n});", $"__bang_mul_scalar({o[0]}, {o[0]}, 0.301029996f, {n});"],
            "Cast" => Converted(o[0], o[1], o[2].Text, n),
            "FusedMulAdd" => [$"__bang_fusion(FUSION_FMA, {o[0]}, {o[0]}, {o[1]}, {o[2]}, {n}, {n});"],
            "Duplicate" => [$"__bang_write_value({o[0]}, {n}, {o[1]});"],
            "Fill" => [$"__bang_write_value(({o[0].Element} *)work0, {n}, {o[1]});", $"KpCopy({o[0]}, ({o[0].Element} *)work0, {o[2]});"],
            "Sequence" => [$"__bang_incseq({o[0]}, {n});"],
            "SelectOrZero" => [$"__bang_band((int8_t *){o[0]}, (int8_t *){o[2]}, (int8_t *){o[1]}, {n} * 4);"],
            "Select" => Selected(o, n),
            "CompareScalar" => Truth(o[0], o[1].Element, $"__bang_{o[3].Text.ToLowerInvariant()}_scalar({{0}}, {o[1]}, {o[2]}, {n});", n),
            "Compare" => Truth(o[0], o[1].Element, $"__bang_{o[3].Text.ToLowerInvariant()}({{0}}, {o[1]}, {o[2]}, {n});", n),
            "CompareOrder" => Ordered(o, n),
            "ReduceSum" => [$"KpSum({o[0]}, {o[1]}, {o[3]}, work0);"],
            "Power" or "Fmod" => [$"{InferredNames.Of(operation)}({n}, {o[0]}, {o[1]}, {o[2]});"],
            _ => [$"{InferredNames.Of(operation)}({n}, {o[0]}, {o[1]});"],
        };
    }

    private static string Ints(Operand o) => o.Element == "int32_t" ? o.Text : $"(int32_t *){o}";

    /// <summary>On all bits of whole lanes; the operands come as halves of lanes.</summary>
    private static IEnumerable<string> Bits(string what, IReadOnlyList<Operand> o)
    {
        string halves = o[^1].Text;
        string lanes = int.TryParse(halves, NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? Whole(Build.Invariant($"{n / 2}")) : "whole";
        yield return $"__bang_{what}({string.Join(", ", o.SkipLast(1).Select(p => p.Text.Replace("((uint16_t *)", "((int8_t *)", StringComparison.Ordinal)))}, {lanes} * 4);";
    }

    /// <summary>By bits, so that a NaN in the value that is not taken stays out.</summary>
    private static IEnumerable<string> Selected(IReadOnlyList<Operand> o, string n) =>
    [
        $"__bang_band((int8_t *)work0, (int8_t *){o[2]}, (int8_t *){o[1]}, {n} * 4);",
        $"__bang_bnot((int8_t *)work1, (int8_t *){o[1]}, {n} * 4);",
        $"__bang_band((int8_t *)work1, (int8_t *)work1, (int8_t *){o[3]}, {n} * 4);",
        $"__bang_bor((int8_t *){o[0]}, (int8_t *)work0, (int8_t *)work1, {n} * 4);",
    ];

    /// <summary>Comparisons give 0 or 1 in the type they compare; a mask is 0 or -1.</summary>
    private static IEnumerable<string> Truth(Operand mask, string type, string compare, string n) => type == "float"
        ? [string.Format(CultureInfo.InvariantCulture, compare, "work0"), $"__bang_float2int32_tz({mask}, work0, {n}, 0);", $"__bang_mul_scalar({mask}, {mask}, -1, {n});"]
        : [string.Format(CultureInfo.InvariantCulture, compare, mask), $"__bang_mul_scalar({mask}, {mask}, -1, {n});"];

    /// <summary>Orders of two tensors of int32 are not seen in public code; the sign of a difference that cannot overflow is one.</summary>
    private static IEnumerable<string> Ordered(IReadOnlyList<Operand> o, string n)
    {
        string mode = o[3].Text;
        var (a, b) = mode is "LT" or "GE" ? (o[1], o[2]) : (o[2], o[1]);
        return [$"KpLess({o[0]}, {a}, {b}, {(mode is "LT" or "GT" ? "true" : "false")}, {n}, work0, work1);"];
    }

    private static IEnumerable<string> Converted(Operand to, Operand from, string mode, string n) => (to.Element, from.Element, mode) switch
    {
        ("float", "int32_t", _) => [$"__bang_int322float_rn({to}, {from}, {n}, 0);"],
        ("int32_t", "float", "FLOOR") => [$"__bang_float2int32_rd({to}, {from}, {n}, 0);"],
        ("int32_t", "float", _) => [$"__bang_float2int32_tz({to}, {from}, {n}, 0);"],
        ("float", "half", _) => [$"__bang_half2float({to}, {from}, {n});"],
        ("half", "float", _) => [$"__bang_float2half_rn({to}, {from}, {n});"],
        ("float", "bfloat16_t", _) => [$"__bang_bfloat162float({to}, {from}, {n});"],
        ("bfloat16_t", "float", _) => [$"__bang_float2bfloat16_rn({to}, {from}, {n});"],
        ("float", "float", "FLOOR") => [$"__bang_floor({to}, {from}, {n});"],
        ("float", "float", "CEIL") => [$"__bang_mul_scalar({to}, {from}, -1.0f, {n});", $"__bang_floor({to}, {to}, {n});", $"__bang_mul_scalar({to}, {to}, -1.0f, {n});"],
        ("float", "float", _) => [$"KpRound<KP_{mode}>({to}, {from}, {n}, work0, work1);"],
        _ => throw new NotSupportedException($"{from.Element} as {to.Element}"),
    };

    public override string Print(VectorKernel kernel) => KernelText.Of(kernel);
}
