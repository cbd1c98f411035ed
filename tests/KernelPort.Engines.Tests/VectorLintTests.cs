using System.Text.RegularExpressions;

namespace KernelPort.Engines.Tests;

/// <summary>What no text for A2 may do, whatever its twin says: store into global memory through the scalar cache, leave flags or atomic modes unpaired, use a
/// type that its operation has not (npu-dialects 2.6, 2.7, 2.10, 2.11).</summary>
public partial class VectorLintTests
{
    // Tensors of the unified buffer; bool and double are in no row of the table.
    private static readonly HashSet<string> TensorTypes = ["float", "half", "bfloat16_t", "int8_t", "uint8_t", "int16_t", "uint16_t", "int32_t", "uint32_t", "int64_t", "uint64_t", "A", "T", "U"];

    // By call: the types of its count form, of those this emitter prints.
    private static readonly Dictionary<string, string[]> Operands = new()
    {
        ["Add"] = ["float", "int32_t"], ["Sub"] = ["float", "int32_t"], ["Mul"] = ["float", "int32_t"], ["Max"] = ["float", "int32_t"], ["Min"] = ["float", "int32_t"], ["Div"] = ["float"],
        ["Adds"] = ["float", "int32_t"], ["Muls"] = ["float", "int32_t"], ["Maxs"] = ["float", "int32_t"], ["Mins"] = ["float", "int32_t"],
        ["Exp"] = ["float"], ["Ln"] = ["float"], ["Sqrt"] = ["float"], ["Abs"] = ["float"], ["ReduceSum"] = ["float"], ["ReduceMax"] = ["float"], ["ReduceMin"] = ["float"], ["Power"] = ["float"], ["FusedMulAdd"] = ["float"],
        ["And"] = ["uint16_t"], ["Or"] = ["uint16_t"], ["Not"] = ["uint16_t"], ["ShiftLeft"] = ["int32_t", "uint32_t"], ["ShiftRight"] = ["int32_t", "uint32_t"],
    };

    public static TheoryData<string> Texts() =>
        [.. Directory.EnumerateFiles(Path.Combine(Places.Root, "backends", "Cann", "tests", "approved", "cann-a2"), "*.asc", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Places.Root, f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void An_approved_text_keeps_the_rules(string file) => Faults(File.ReadAllText(Path.Combine(Places.Root, file))).ShouldBeEmpty();

    [Theory]
    [InlineData("p_out.SetValue(0, 1.0f);", "store")]
    [InlineData("to.SetValue(0, 1.0f);", "store")]
    [InlineData("((__gm__ float *)p)[0] = 1.0f;", "store")]
    [InlineData("out[i] = 1.0f;", "store")]
    [InlineData("SetFlag<HardEvent::MTE2_V>(0);", "flag")]
    [InlineData("SetFlag<HardEvent::MTE2_V>(0);\nWaitFlag<HardEvent::MTE2_V>(1);", "flag")]
    [InlineData("e_V_S = pipe.AllocEventID<HardEvent::V_S>();", "event id")]
    [InlineData("SetAtomicAdd<float>();", "atomic mode")]
    [InlineData("in0 = queueIn0.DeQue<float>();", "queueIn0")]
    [InlineData("x = q.AllocTensor<float>();\nq.EnQue(x);\nx = q.DeQue<float>();", "word of a queue")]
    [InlineData("LocalTensor<double> t;", "type double")]
    [InlineData("LocalTensor<bool> t;", "type bool")]
    [InlineData("And(t0m, t1m, t2m, 64);", "And")]
    [InlineData("Div(t0i, t1i, t2i, 64);", "Div")]
    [InlineData("Sub(t0.ReinterpretCast<uint32_t>(), t1i, t2i, 64);", "Sub")]
    [InlineData("Exp(t0i, t1i, 64);", "Exp")]
    [InlineData("Div(in0.ReinterpretCast<int32_t>(), t1i, t2i, 64);", "Div")]
    public void A_planted_fault_is_found(string line, string word) =>
        Faults("GlobalTensor<float> p_out;\nGlobalTensor<float> to;\n__aicore__ inline void k(__gm__ float *out, int32_t i)\n" + line + "\n").ShouldContain(f => f.Contains(word));

    private static List<string> Faults(string text)
    {
        var faults = new List<string>();
        var global = GlobalTensors().Matches(text).Select(m => m.Groups[1].Value).ToHashSet();
        faults.AddRange(SetValues().Matches(text).Where(m => global.Contains(m.Groups[1].Value)).Select(m => "a scalar store into global memory: " + m.Value));
        foreach (string function in Heads().Split(text))
        {
            var pointers = GlobalPointers().Matches(function).Select(m => m.Groups[1].Value).ToHashSet();
            faults.AddRange(ElementStores().Matches(function).Where(m => pointers.Contains(m.Groups[1].Value)).Select(m => "a scalar store into global memory: " + m.Value));
        }
        faults.AddRange(CastStores().Matches(text).Select(m => "a scalar store into global memory: " + m.Value));
        foreach (var flags in Flags().Matches(text).GroupBy(m => m.Groups[2].Value))
        {
            if (flags.Count(f => f.Groups[1].Value == "Set") != flags.Count(f => f.Groups[1].Value == "Wait"))
            {
                faults.Add("an unpaired flag: " + flags.Key);
            }
        }
        // Each of a queue's four words as often as the others: Alloc, EnQue, DeQue and Free follow each other on every way (npu-dialects 2.4).
        faults.AddRange(QueueWords().Matches(text).GroupBy(m => m.Groups[1].Value)
            .Where(g => g.GroupBy(m => m.Groups[2].Value).Select(w => w.Count()) is var n && (n.Count() != 4 || n.Distinct().Count() != 1)).Select(g => $"a word of a queue alone: {g.Key}"));
        var ids = EventIds().Matches(text).GroupBy(m => m.Groups[2].Value).Where(g => g.Count(m => m.Groups[1].Value == "Alloc") != g.Count(m => m.Groups[1].Value == "Release"));
        faults.AddRange(ids.Select(g => "an event id that is not released: " + g.Key));
        if (AtomicModes().Count(text) != AtomicEnds().Count(text))
        {
            faults.Add("an atomic mode that is not switched off");
        }
        faults.AddRange(Tensors().Matches(text).Select(m => m.Groups[1].Value).Where(t => !TensorTypes.Contains(t)).Select(t => $"a tensor of type {t}"));
        foreach (Match call in Calls().Matches(text))
        {
            if (Operands.TryGetValue(call.Groups[1].Value, out var types) && TypeOf(call.Groups[2].Value) is { } type && !types.Contains(type))
            {
                faults.Add($"{call.Groups[1].Value} of {type}: {call.Value}");
            }
        }
        return faults;
    }

    /// <summary>By how a tensor's three views are named, or by what it is seen as; null for another name.</summary>
    private static string? TypeOf(string operand) =>
        View().Match(operand) is { Success: true } view ? view.Groups[1].Value
            : Slot().Match(operand) is { Success: true } slot ? slot.Groups[1].Value switch { "i" => "int32_t", "m" => "uint8_t", _ => "float" } : null;

    [GeneratedRegex(@"\b(\w+)\.(AllocTensor|EnQue|DeQue|FreeTensor)\b")]
    private static partial Regex QueueWords();

    [GeneratedRegex(@"(Alloc|Release)EventID<HardEvent::(\w+)>")]
    private static partial Regex EventIds();

    [GeneratedRegex(@"GlobalTensor<\w+>\s+(\w+);")]
    private static partial Regex GlobalTensors();

    [GeneratedRegex(@"\b(\w+)(?:\[[^\]]*\])?\.SetValue\([^;]*;")]
    private static partial Regex SetValues();

    [GeneratedRegex(@"(?m)^(?=[^\n]*\b__aicore__\b)")]
    private static partial Regex Heads();

    [GeneratedRegex(@"__gm__ [\w ]*\*\s*(\w+)")]
    private static partial Regex GlobalPointers();

    [GeneratedRegex(@"(?m)^\s*\*?(\w+)(?:\[[^\]]*\]|->\w+)*(?:\[[^\]]*\]|->\w+) [-+*/&|^]?= [^;]*;")]
    private static partial Regex ElementStores();

    [GeneratedRegex(@"\(\(__gm__ [\w ]*\*\)[^)]*\)\[[^\]]*\] = ")]
    private static partial Regex CastStores();

    [GeneratedRegex(@"\b(Set|Wait)Flag<([^;]*);")]
    private static partial Regex Flags();

    [GeneratedRegex(@"\bSetAtomic(?:Add|Max|Min)<")]
    private static partial Regex AtomicModes();

    [GeneratedRegex(@"\bSetAtomicNone\(\)")]
    private static partial Regex AtomicEnds();

    [GeneratedRegex(@"\b(?:LocalTensor|GlobalTensor|ReinterpretCast|GetWithOffset)<(\w+)>")]
    private static partial Regex Tensors();

    [GeneratedRegex(@"\b([A-Z]\w+)\(((?:t|in|out)\d+\w*(?:\.ReinterpretCast<\w+>\(\))?)(?:\[[^\]]*\])?, [^;]*;")]
    private static partial Regex Calls();

    [GeneratedRegex(@"ReinterpretCast<(\w+)>")]
    private static partial Regex View();

    [GeneratedRegex(@"^(?:t|in|out)\d+([im]?)$")]
    private static partial Regex Slot();
}
