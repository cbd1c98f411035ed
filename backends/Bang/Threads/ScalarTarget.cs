using KernelPort.Backends.Vectors;

namespace KernelPort.Backends.Bang.Threads;

/// <summary>What the scalar unit of a core has, with calls of the vector unit for mathematics: the capability table of scalar threads.</summary>
internal static class ScalarTarget
{
    private static readonly Evidence Unit = Evidence.Inferred("npu-dialects 5: scalars are C++'s");

    public static readonly Target Mtp592 = new ScalarCapabilities(Unit, Evidence.Code("npu-dialects 5: vector ops"), Evidence.Code("npu-dialects 5: atomics"), Evidence.Inferred("npu-dialects 5: types"),
        Evidence.Inferred("npu-dialects 5: public code calls nothing of the kind"))
    {
        NoDouble = "no fp64 was found",
        AtomicTypes = "__bang_atomic_reduce_* was seen on 32 bits and half",
        NoOtherAtomics = "there is __bang_atomic_reduce_add, _max and _min: no exchange, compare-and-exchange or logic",
        Own = ScalarCore.Spelled,
    }.Of("bang", ".mlu", NeuronMemory.Bytes, NeuronMemory.From, Unit);
}
