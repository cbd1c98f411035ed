using System.Globalization;
using System.Text.RegularExpressions;

namespace KernelPort.Twin.Tests;

/// <summary>Bang's twin finds what is wrong with code for NRAM: defects planted by hand in hand-written kernels, and by rule in texts that we emitted.</summary>
public partial class BangDefectTests() : PlantedDefects("bang", Path.Combine("tests", "twin", "bang", "defects"), Path.Combine("backends", "Bang", "tests", "approved", "bang"), ".mlu")
{
    [Theory]
    [InlineData("saxpy_async")]
    [InlineData("row_softmax")]
    [InlineData("transpose")]
    public void The_hand_written_kernels_pass(string name) => HandWrittenPasses(name);

    [Theory]
    // Waits.
    [InlineData("saxpy_async", "    __sync();\n    while", "    while", "TW085")]
    [InlineData("saxpy_async", "        __sync();\n        if", "        if", "TW085")]
    [InlineData("saxpy_async", "        __sync();\n        if", "        __sync_compute();\n        if", "TW085")]
    [InlineData("saxpy_async", "xs[1 - turn], x + next", "xs[turn], x + next", "TW085")]
    [InlineData("saxpy_async", "        __sync();\n        if (rest <= 0) break;", "        if (rest <= 0) break;\n        __sync();", "TW086")]
    // Memory.
    [InlineData("saxpy_async", "LANES = 2048", "LANES = 32768", "TW080")]
    [InlineData("saxpy_async", "__nram__ float ys[2][LANES]", "static float ys[2][LANES]", "TW081")]
    [InlineData("saxpy_async", "y + base, ys[turn], k * 4, NRAM2GDRAM", "y + base, ys[turn], k * 4, GDRAM2NRAM", "TW081")]
    [InlineData("row_softmax", "__bang_sum(row, whole)", "__bang_sum(row + 1, whole)", "TW083")]
    [InlineData("row_softmax", "__bang_div(row, row, mask, whole)", "__bang_div(row, row, mask, int32_t(cols))", "TW082")]
    [InlineData("row_softmax", "__bang_div(row, row, mask, whole)", "__bang_div(row, row, mask + 32, whole)", "wrong answer")]
    [InlineData("row_softmax", "        __bang_write_value(row, whole, -1e30f);\n", "", "wrong answer")]
    [InlineData("row_softmax", "__bang_sub_scalar(row, row, most, whole)", "__bang_sub_scalar(row + 32, row, most, whole)", "TW087")]
    [InlineData("row_softmax", "row, cols * 4, NRAM2GDRAM", "row, (cols + 1) * 4, NRAM2GDRAM", "TW002")]
    [InlineData("row_softmax", "r += taskDim", "r += taskDim + 1", "wrong answer")]
    // Types.
    [InlineData("row_softmax", "__bang_write_value(mask, whole, sum)", "__bang_write_value(mask, whole, double(sum))", "does not compile")]
    [InlineData("transpose", "__bang_mul_scalar((int32_t *)offsets, (int32_t *)offsets,", "__bang_mul_scalar(offsets, offsets,", "does not compile")]
    // Copies.
    [InlineData("transpose", "GDRAM2NRAM, 4, cols * 4, rows - 1", "GDRAM2NRAM, 2, cols * 4, rows - 1", "TW084")]
    [InlineData("transpose", "GDRAM2NRAM, 4, cols * 4, rows - 1", "GDRAM2NRAM, 4, cols * 4, rows", "TW001")]
    [InlineData("transpose", "cols * 4, 64);\n        if", "cols * 4 + 2, 64);\n        if", "TW088")]
    [InlineData("transpose", "__memcpy(picked, column, 4, NRAM2NRAM, 4, 4, rows - 1)", "__memcpy(column + 1, column, 4 * rows, NRAM2NRAM)", "TW087")]
    [InlineData("transpose", "in + c, offsets, 4, GDRAM2NRAM", "picked, offsets, 4, GDRAM2NRAM", "TW081")]
    [InlineData("transpose", "__bang_atomic_reduce_add(out + c * rows, picked, rows)", "__bang_atomic_reduce_add(picked, out + c * rows, rows)", "TW081")]
    [InlineData("transpose", "__bang_atomic_reduce_add(out + c * rows, picked, rows)", "__bang_atomic_reduce_add(out + c * rows, picked, rows - rows)", "TW084")]
    public void A_defect_planted_by_hand_is_reported(string name, string from, string to, string expected) => PlantedByHand(name, from, to, expected);

    public static TheoryData<string, string> Mutations() => Mutations(["learning/layer_norm", "learning/reductions_rows", "learning/rope", "parallel/lane_addresses"], Rules.Keys);

    /// <summary>Mechanical changes of one place.</summary>
    private static readonly Dictionary<string, (Regex Where, Func<Match, string> Becomes)> Rules = new(StringComparer.Ordinal)
    {
        ["never waited for"] = (Loaded(), m => m.Value.Replace("__memcpy(", "__memcpy_async(", StringComparison.Ordinal)),
        ["moved by four bytes"] = (Offset(), m => Invariant($"{m.Groups["head"].Value}{int.Parse(m.Groups["n"].ValueSpan, CultureInfo.InvariantCulture) + 4});")),
        ["too much memory"] = (Memory(), _ => "uint8_t kpNram[400 * 1024]"),
        ["one lane less"] = (Counted(), m => m.Groups["head"].Value + Invariant($"{int.Parse(m.Groups["n"].ValueSpan, CultureInfo.InvariantCulture) - 1});")),
        ["one more lane stored"] = (Stored(), m => m.Value.Replace(" * 4, NRAM2GDRAM", " * 4 + 4, NRAM2GDRAM", StringComparison.Ordinal)),
        ["the other way"] = (Stored(), m => m.Value.Replace("NRAM2GDRAM", "GDRAM2NRAM", StringComparison.Ordinal)),
        ["mask taken as truth value"] = (Mask(), m => m.Value.Replace(", -1, ", ", 1, ", StringComparison.Ordinal)),
        ["no bits of the other"] = (Other(), _ => ""),
        ["unsigned arithmetic"] = (Summed(), m => $"{m.Groups["name"].Value}((uint32_t *){m.Groups["a"].Value}, (uint32_t *){m.Groups["b"].Value},"),
        ["the first blocks left out"] = (Turns(), _ => "b = taskId + 3;"),
    };

    [Theory]
    [MemberData(nameof(Mutations))]
    public void A_defect_planted_by_rule_is_reported(string kernel, string rule) => PlantedByRule(kernel, rule, Rules[rule].Where, Rules[rule].Becomes);

    [GeneratedRegex(@"__memcpy\(t\d+, p_\w+[^;]*, GDRAM2NRAM\);")]
    private static partial Regex Loaded();

    [GeneratedRegex(@"(?<head>t\d+ = \(float \*\)\(kpNram \+ )(?<n>\d+)\);")]
    private static partial Regex Offset();

    [GeneratedRegex(@"uint8_t kpNram\[KP_NRAM_BYTES\]")]
    private static partial Regex Memory();

    [GeneratedRegex(@"(?<head>__bang_(?:add|mul|sub)(?:_scalar)?\([^;]*, )(?<n>\d+)\);")]
    private static partial Regex Counted();

    [GeneratedRegex(@"__memcpy\(p_\w+[^;]*, t\d+[^;]* \* 4, NRAM2GDRAM\);")]
    private static partial Regex Stored();

    [GeneratedRegex(@"__bang_mul_scalar\(t\d+i, t\d+i, -1, \w+\);")]
    private static partial Regex Mask();

    [GeneratedRegex(@"__bang_bor\(\(int8_t \*\)t\d+, \(int8_t \*\)work0, \(int8_t \*\)work1, [^;]*;")]
    private static partial Regex Other();

    [GeneratedRegex(@"(?<name>__bang_(?:add|mul)_scalar)\((?<a>t\d+i), (?<b>t\d+i),")]
    private static partial Regex Summed();

    [GeneratedRegex("b = taskId;")]
    private static partial Regex Turns();
}
