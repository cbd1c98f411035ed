using KernelPort.Backends.Vectors;

namespace KernelPort.Backends.Cann.Threads;

/// <summary>What the scalar unit of an A2 core has, with one-element calls of the vector unit for mathematics: the capability table of tier T2.</summary>
internal static class ScalarTarget
{
    public static readonly Target A2 = new ScalarCapabilities(
        Evidence.Document("npu-dialects 2.10: the scalar unit has float and 64-bit integers"),
        Evidence.Document("cann-api.csv: high-level mathematics"),
        Evidence.Document("npu-dialects 2.11: atomics of A2"),
        Evidence.Document("npu-dialects 2.9: fp64"),
        Evidence.Document("npu-dialects 8.11: what has no form"))
    {
        NoDouble = "no vector fp64, and the scalar unit lists no double",
        AtomicTypes = "copies that add or compare take int8, int16, int32, half, bfloat16 and float",
        NoOtherAtomics = "copies add or compare; there is no exchange, compare-and-exchange or logic",
        Own = ScalarUnit.Spelled,
    }.Of("cann:a2", ".asc", UnifiedBuffer.Bytes, UnifiedBuffer.From, Evidence.Document("cann-api.csv: __gm__/__ubuf__"));
}
