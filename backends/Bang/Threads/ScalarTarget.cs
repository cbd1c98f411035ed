using KernelPort.Backends.CLike;
using KernelPort.Backends.Vectors;
using KernelPort.Ir;
using KernelPort.Passes.Lower;

namespace KernelPort.Backends.Bang.Threads;

/// <summary>What the scalar unit of a core has, with calls of the vector unit for mathematics: the capability table of scalar threads.</summary>
internal static class ScalarTarget
{
    private static readonly Evidence Unit = Evidence.Inferred("npu-dialects 5: scalars are C++'s");
    private static readonly Evidence Library = Evidence.Code("npu-dialects 5: vector ops");
    private static readonly Evidence Atomics = Evidence.Code("npu-dialects 5: atomics");
    private static readonly Evidence Tiers = Evidence.Document("npu-dialects 8.11: what has no form");
    private static readonly Evidence Types = Evidence.Inferred("npu-dialects 5: types");

    public static readonly Target Mtp592 = new()
    {
        Name = "bang",
        Extension = ".mlu",
        WarpWidth = 32,
        SharedMemoryBytes = NeuronMemory.Bytes,
        SharedMemoryFrom = NeuronMemory.From,
        Intrinsics = Operations(),
        Scalars = new Dictionary<Scalar, Support>
        {
            [Scalar.F64] = new Support.Missing("no fp64 was found", Types),
        },
        Atomic = Atomic,
        Global = _ => new Support.Gap("variables of file scope", Unit),
        PackedStructs = new Support.Gap("members that are not aligned", Unit),
        HasGenericPointers = false,
        LanguageFrom = Unit,
    };

    /// <summary>Global memory has sums, minima and maxima, without the old value; NRAM belongs to the core.</summary>
    private static Support? Atomic(AtomicOp op, Scalar type, AddressSpace space) => (space, op, type) switch
    {
        (AddressSpace.Shared or AddressSpace.Local, _, Scalar.F16 or Scalar.BF16 or Scalar.F64) => new Support.Gap("atomics of 16 bits", Atomics),
        (AddressSpace.Shared or AddressSpace.Local, _, _) => null,
        (_, AtomicOp.Add or AtomicOp.Sub, Scalar.I32 or Scalar.U32 or Scalar.F32) => null,
        (_, AtomicOp.Min or AtomicOp.Max, Scalar.I32) => null,
        (_, AtomicOp.Add or AtomicOp.Min or AtomicOp.Max, Scalar.F16 or Scalar.BF16) => new Support.Gap("atomics of 16 bits", Atomics),
        (_, AtomicOp.Min or AtomicOp.Max or AtomicOp.Add, _) => new Support.Missing("__bang_atomic_reduce_* was seen on 32 bits and half", Atomics),
        _ => new Support.Missing("there is __bang_atomic_reduce_add, _max and _min: no exchange, compare-and-exchange or logic", Atomics),
    };

    private static Dictionary<Intrinsic, Support> Operations()
    {
        var t = Intrinsics.All.ToDictionary(i => i, _ => (Support)new Support.Gap("the scalar form has none of it", Unit));
        foreach (var (i, function) in ScalarFunctions.OneOperand)
        {
            t[i] = new Support.Native($"Kp{function}({{0}})", Library);
        }
        foreach (var (i, spelling, _) in ScalarFunctions.Others.Concat(ScalarCore.Spelled))
        {
            t[i] = new Support.Native(spelling, Unit);
        }
        foreach (var i in Intrinsics.Textures)
        {
            t[i] = new Support.Missing("no texture units", Tiers);
        }
        t[Intrinsics.Dp4aSigned] = t[Intrinsics.Dp4aUnsigned] = new Support.Lowered(new ExpandDp4a(), Unit);
        t[Intrinsics.Clock] = new Support.Missing("its meaning between threads has no equal", Tiers);
        t[Intrinsics.Sleep] = new Support.Missing("no thread waits by itself", Tiers);
        return t;
    }
}
