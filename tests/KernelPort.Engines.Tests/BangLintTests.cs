using System.Globalization;
using System.Text.RegularExpressions;

namespace KernelPort.Engines.Tests;

/// <summary>What no BANG C text may do, whatever its twin says: store into global memory by plain assignments, copy without waiting, call what public code does
/// not show, or give a call a type or a number of elements that it has not (npu-dialects 5).</summary>
public partial class BangLintTests
{
    // By call: what its tensors may be made of.
    private static readonly Dictionary<string, string[]> Operands = new()
    {
        ["add"] = ["float", "int32_t"], ["sub"] = ["float", "int32_t"], ["mul"] = ["float", "int32_t"], ["div"] = ["float", "int32_t"], ["maxequal"] = ["float"], ["minequal"] = ["float"],
        ["add_scalar"] = ["float", "int32_t"], ["sub_scalar"] = ["float", "int32_t"], ["mul_scalar"] = ["float", "int32_t"], ["maxeq_scalar"] = ["float"], ["mineq_scalar"] = ["float"],
        ["lt"] = ["float"], ["le"] = ["float"], ["gt"] = ["float"], ["ge"] = ["float"], ["eq"] = ["float", "int32_t"],
        ["lt_scalar"] = ["float", "int32_t"], ["ge_scalar"] = ["float", "int32_t"], ["le_scalar"] = ["float"], ["gt_scalar"] = ["float"], ["eq_scalar"] = ["float", "int32_t"],
        ["band"] = ["int8_t"], ["bor"] = ["int8_t"], ["bnot"] = ["int8_t"], ["band_scalar"] = ["int32_t"], ["srl"] = ["uint32_t"],
        ["abs"] = ["float"], ["floor"] = ["float"], ["sqrt"] = ["float"], ["log2"] = ["float"], ["active_exphp"] = ["float"], ["fusion"] = ["float"], ["sum"] = ["float"],
        ["write_value"] = ["float", "int32_t"], ["incseq"] = ["int32_t"],
        ["int322float_rn"] = ["float", "int32_t"], ["float2int32_tz"] = ["float", "int32_t"], ["float2int32_rd"] = ["float", "int32_t"],
        ["half2float"] = ["float", "half"], ["float2half_rn"] = ["float", "half"], ["bfloat162float"] = ["float", "bfloat16_t"], ["float2bfloat16_rn"] = ["float", "bfloat16_t"],
        ["atomic_reduce_add"] = ["float", "int32_t", "uint32_t", "A"], ["atomic_reduce_max"] = ["float", "int32_t", "A"], ["atomic_reduce_min"] = ["float", "int32_t", "A"],
    };

    public static TheoryData<string> Texts() =>
        [.. Directory.EnumerateFiles(Path.Combine(Places.Root, "backends", "Bang", "tests", "approved", "bang"), "*.mlu", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Places.Root, f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void An_approved_text_keeps_the_rules(string file) => Faults(File.ReadAllText(Path.Combine(Places.Root, file))).ShouldBeEmpty();

    [Theory]
    [InlineData("p_out[0] = 1.0f;", "store")]
    [InlineData("*p_out = 1.0f;", "store")]
    [InlineData("p_out[i] += 1.0f;", "store")]
    [InlineData("__memcpy_async(t0, p_out, 256, GDRAM2NRAM);", "not waited for")]
    [InlineData("__bang_add(t0, t1, t2, 60);", "60")]
    [InlineData("__bang_band((int8_t *)t0, (int8_t *)t1, (int8_t *)t2, 60 * 4);", "60")]
    [InlineData("__bang_maxequal(t0i, t1i, t2i, 64);", "maxequal")]
    [InlineData("__bang_add(((uint32_t *)t0), ((uint32_t *)t1), ((uint32_t *)t2), 64);", "add")]
    [InlineData("__bang_gt_scalar(t0i, t1i, 3, 64);", "gt_scalar")]
    [InlineData("__bang_xor((int8_t *)t0, (int8_t *)t1, (int8_t *)t2, 256);", "xor")]
    [InlineData("double x = 0;", "double")]
    public void A_planted_fault_is_found(string line, string word) => Faults("float *p_out;\nfloat *t0;\nint32_t *t0i;\n" + line + "\n").ShouldContain(f => f.Contains(word));

    private static List<string> Faults(string text)
    {
        var faults = new List<string>();
        faults.AddRange(Stores().Matches(text).Select(m => "a plain store into global memory: " + m.Value.Trim()));
        if (text.Contains("__memcpy_async", StringComparison.Ordinal) && !text.Contains("__sync", StringComparison.Ordinal))
        {
            faults.Add("copies that are not waited for");
        }
        faults.AddRange(Doubles().Matches(text).Select(m => "a double: " + m.Value));
        foreach (Match call in Calls().Matches(text))
        {
            string name = call.Groups[1].Value;
            string[] operands = Split(call.Groups[2].Value);
            if (!Operands.TryGetValue(name, out var types))
            {
                faults.Add($"{name}: no such call was seen: {call.Value}");
                continue;
            }
            faults.AddRange(operands.Select(TypeOf).OfType<string>().Where(t => !types.Contains(t)).Select(t => $"{name} of {t}: {call.Value}"));
            string count = name == "write_value" ? operands[1] : name is "float2int32_tz" or "float2int32_rd" or "int322float_rn" ? operands[^2] : operands[^1];
            if (!name.StartsWith("atomic", StringComparison.Ordinal) && int.TryParse(count.Replace(" * 4", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n % 64 != 0)
            {
                faults.Add($"{n} elements, which are no multiple of 64: {call.Value}");
            }
        }
        return faults;
    }

    private static string[] Split(string operands)
    {
        var parts = new List<string>();
        int depth = 0, from = 0;
        for (int i = 0; i < operands.Length; i++)
        {
            depth += operands[i] is '(' or '[' ? 1 : operands[i] is ')' or ']' ? -1 : 0;
            if (operands[i] == ',' && depth == 0)
            {
                parts.Add(operands[from..i].Trim());
                from = i + 1;
            }
        }
        return [.. parts, operands[from..].Trim()];
    }

    /// <summary>By what a tensor is seen as, or by how its two views are named; null for another operand.</summary>
    private static string? TypeOf(string operand) =>
        View().Match(operand) is { Success: true } view ? view.Groups[1].Value : Slot().Match(operand) is { Success: true } slot ? slot.Groups[1].Value == "i" ? "int32_t" : "float" : null;

    [GeneratedRegex(@"(?m)^\s*(?:p_\w+\[[^\]]*\]|\*p_\w+|\*\(p_[^)]*\)) [-+*/&|^]?= [^;]*;")]
    private static partial Regex Stores();

    [GeneratedRegex(@"(?m)^\s*(?:const )?double\b[^;]*;")]
    private static partial Regex Doubles();

    [GeneratedRegex(@"__bang_(\w+)\(([^;]*)\);")]
    private static partial Regex Calls();

    [GeneratedRegex(@"^\(+(\w+) \*\)\w+\)*$")]
    private static partial Regex View();

    [GeneratedRegex(@"^(?:t\d+(i?)|work[01])$")]
    private static partial Regex Slot();
}
