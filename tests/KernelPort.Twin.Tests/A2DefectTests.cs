using System.Globalization;
using System.Text.RegularExpressions;

namespace KernelPort.Twin.Tests;

/// <summary>A2's twin finds what is wrong with vector code: defects planted by hand in hand-written kernels, and by rule in texts that we emitted.</summary>
public partial class A2DefectTests() : PlantedDefects("cann:a2", Path.Combine("tests", "twin", "cann-a2", "defects"), Path.Combine("backends", "Cann", "tests", "approved", "cann-a2"), ".asc")
{
    [Theory]
    [InlineData("saxpy_queues")]
    [InlineData("row_softmax_events")]
    [InlineData("matmul_gather")]
    public void The_hand_written_kernels_pass(string name) => HandWrittenPasses(name);

    /// <summary>The fourteen of the facts page (npu-dialects 10).</summary>
    [Theory]
    [InlineData("saxpy_queues", "LANES = 2048", "LANES = 8192", "TW057")]
    [InlineData("saxpy_queues", "Muls(r, xv, a, int32_t(k))", "Muls(r[1], xv, a, int32_t(k))", "TW053")]
    [InlineData("saxpy_queues", "xv = qx.DeQue<float>();", "", "TW070")]
    [InlineData("saxpy_queues", "qo.FreeTensor(r);", "", "TW07")]
    [InlineData("saxpy_queues", "qx.EnQue(xv);", "", "TW070")]
    [InlineData("row_softmax_events", "SetFlag<HardEvent::MTE2_V>(eIn);\n        WaitFlag<HardEvent::MTE2_V>(eIn);", "", "TW050")]
    [InlineData("row_softmax_events", "WaitFlag<HardEvent::V_MTE3>(eOut);", "", "TW050")]
    [InlineData("row_softmax_events", "SetFlag<HardEvent::V_MTE3>(eOut);\n        WaitFlag<HardEvent::V_MTE3>(eOut);", "", "TW050")]
    [InlineData("row_softmax_events", "Flag<HardEvent::MTE3_MTE2>(eBack);", "Flag<HardEvent::S_MTE3>(eBack);", "TW050")]
    [InlineData("row_softmax_events", "        WaitFlag<HardEvent::MTE3_MTE2>(eBack);\n        DataCopyPad(row", "        DataCopyPad(row", "TW065")]
    [InlineData("matmul_gather", "PipeBarrier<PIPE_ALL>(); // filled", "", "TW050")]
    [InlineData("matmul_gather", "Duplicate(As, 0.0f, int32_t(L));\n            Duplicate(Bs, 0.0f, int32_t(L));", "", "wrong answer")]
    [InlineData("matmul_gather", "Sub(offX, lane, offX, int32_t(L))", "Sub(offX.ReinterpretCast<uint32_t>(), lane.ReinterpretCast<uint32_t>(), ox, int32_t(L))", "does not compile")]
    [InlineData("matmul_gather", "Gather(bv, Bs, ox, k * T * 4, L)", "Gather(bv, Bs, ox, k * T * 4 + 2, L)", "TW059")]
    [InlineData("matmul_gather", "uint32_t((K - kv) * 4), 2 - (kv + 7) / 8, 0}", "uint32_t((K - kv) * 4), 3 - (kv + 7) / 8, 0}", "TW054")]
    // Besides: flags, event ids and what a core leaves behind.
    [InlineData("row_softmax_events", "    SetFlag<HardEvent::MTE3_MTE2>(eBack);\n    for", "    for", "TW066")]
    [InlineData("row_softmax_events", "    WaitFlag<HardEvent::MTE3_MTE2>(eBack);\n    pipe.Rel", "    pipe.Rel", "TW067")]
    [InlineData("row_softmax_events", "    pipe.ReleaseEventID<HardEvent::V_S>(eRed);\n", "", "TW067")]
    [InlineData("row_softmax_events", "        SetFlag<HardEvent::MTE2_V>(eIn);\n", "        SetFlag<HardEvent::MTE2_V>(eIn);\n        SetFlag<HardEvent::MTE2_V>(eIn);\n", "TW065")]
    [InlineData("row_softmax_events", "SetFlag<HardEvent::MTE2_V>(eIn);\n        WaitFlag<HardEvent::MTE2_V>(eIn);", "SetFlag<HardEvent::MTE2_V>(9);\n        WaitFlag<HardEvent::MTE2_V>(9);", "TW068")]
    [InlineData("saxpy_queues", "qy.FreeTensor(yv);", "qy.FreeTensor(xv);", "TW070")]
    public void A_defect_planted_by_hand_is_reported(string name, string from, string to, string expected) => PlantedByHand(name, from, to, expected);

    public static TheoryData<string, string> Mutations() => Mutations(["learning/layer_norm", "learning/reductions_rows", "learning/index_gather", "parallel/lane_addresses", "learning/activations_gated", "shape/saxpy"], Rules.Keys);

    /// <summary>Mechanical changes of one place.</summary>
    private static readonly Dictionary<string, (Regex Where, Func<Match, string> Becomes)> Rules = new(StringComparer.Ordinal)
    {
        ["no sync behind a copy"] = (Loaded(), _ => ""),
        ["no sync before a copy"] = (Ready(), _ => ""),
        ["no wait"] = (Pair(), m => m.Groups["set"].Value),
        ["no set"] = (Pair(), m => m.Groups["wait"].Value),
        ["not queued"] = (Queued(), _ => ""),
        ["not taken"] = (Taken(), _ => ""),
        ["not freed"] = (Freed(), _ => ""),
        ["id kept"] = (Release(), _ => ""),
        ["moved by four bytes"] = (Offset(), m => Invariant($"{m.Groups["head"].Value}{int.Parse(m.Groups["n"].ValueSpan, CultureInfo.InvariantCulture) + 4});")),
        ["too much memory"] = (Slab(), _ => "InitBuffer(slab, 200000)"),
        ["one more lane stored"] = (Stored(), m => m.Value.Replace(") * ", ") * 1 + 64 * ", StringComparison.Ordinal)),
        ["compared by sixty"] = (Compared(), m => m.Groups["head"].Value + "60);"),
        ["gathered between elements"] = (Gathered(), m => m.Groups["head"].Value + "uint32_t(2),"),
        ["unsigned arithmetic"] = (Summed(), m => $"{m.Groups["name"].Value}({m.Groups["a"].Value}i.ReinterpretCast<uint32_t>(), {m.Groups["b"].Value}i.ReinterpretCast<uint32_t>()"),
    };

    [Theory]
    [MemberData(nameof(Mutations))]
    public void A_defect_planted_by_rule_is_reported(string kernel, string rule) => PlantedByRule(kernel, rule, Rules[rule].Where, Rules[rule].Becomes);

    [GeneratedRegex(@"(?<set>SetFlag<HardEvent::\w+>\(e_\w+\);) (?<wait>WaitFlag<HardEvent::\w+>\(e_\w+\);)")]
    private static partial Regex Pair();

    [GeneratedRegex(@"SetFlag<HardEvent::MTE2_V>\(e_\w+\); WaitFlag<HardEvent::MTE2_V>\(e_\w+\);")]
    private static partial Regex Loaded();

    [GeneratedRegex(@"SetFlag<HardEvent::V_MTE3>\(e_\w+\); WaitFlag<HardEvent::V_MTE3>\(e_\w+\);")]
    private static partial Regex Ready();

    [GeneratedRegex(@"queue\w+\.EnQue\(\w+\);")]
    private static partial Regex Queued();

    [GeneratedRegex(@"\w+ = queue\w+\.DeQue<float>\(\);")]
    private static partial Regex Taken();

    [GeneratedRegex(@"queue\w+\.FreeTensor\(\w+\);")]
    private static partial Regex Freed();

    [GeneratedRegex(@"pipe\.ReleaseEventID<HardEvent::\w+>\(e_\w+\);")]
    private static partial Regex Release();

    [GeneratedRegex(@"(?<head>t\d+ = slab\.GetWithOffset<float>\(\d+, )(?<n>\d+)\);")]
    private static partial Regex Offset();

    [GeneratedRegex(@"InitBuffer\(slab, \d+\)")]
    private static partial Regex Slab();

    [GeneratedRegex(@"DataCopyPad\(p_\w+\[[^\]]*\], t\d+[^,]*, DataCopyExtParams\{1, uint32_t\(\w+\) \* \d")]
    private static partial Regex Stored();

    [GeneratedRegex(@"(?<head>Compare(?:Scalar)?\(.*, CMPMODE::\w+, )\d+\);")]
    private static partial Regex Compared();

    [GeneratedRegex(@"(?<head>Gather\(t\d+i?(?:\.\S+)?, [^,]*, [^,]*, )uint32_t\(0\),")]
    private static partial Regex Gathered();

    [GeneratedRegex(@"(?<name>Adds|Muls|Max)\((?<a>t\d+)i, (?<b>t\d+)i")]
    private static partial Regex Summed();
}
