using KernelPort.Backends.CLike;
using KernelPort.Backends.Vectors;
using KernelPort.Ir;
using KernelPort.Passes.Lower;

namespace KernelPort.Backends.Cann.Threads;

/// <summary>What the scalar unit of an A2 core has, with one-element calls of the vector unit for mathematics: the capability table of tier T2.</summary>
internal static class ScalarTarget
{
    private static readonly Evidence Unit = Evidence.Document("npu-dialects 2.10: the scalar unit has float and 64-bit integers");
    private static readonly Evidence Library = Evidence.Document("cann-api.csv: high-level mathematics");
    private static readonly Evidence NoAtomics = Evidence.Document("npu-dialects 2.11: atomics of A2");
    private static readonly Evidence Tiers = Evidence.Document("npu-dialects 8.11: what has no form");

    public static readonly Target A2 = new()
    {
        Name = "cann:a2",
        Extension = ".asc",
        WarpWidth = 32,
        SharedMemoryBytes = UnifiedBuffer.Bytes,
        SharedMemoryFrom = UnifiedBuffer.From,
        Intrinsics = Operations(),
        Scalars = new Dictionary<Scalar, Support>
        {
            [Scalar.F64] = new Support.Missing("no vector fp64, and the scalar unit lists no double", Evidence.Document("npu-dialects 2.9: fp64")),
        },
        Atomic = Atomic,
        Global = _ => new Support.Gap("variables of file scope", Unit),
        PackedStructs = new Support.Gap("members that are not aligned", Unit),
        HasGenericPointers = false,
        LanguageFrom = Evidence.Document("cann-api.csv: __gm__/__ubuf__"),
    };

    /// <summary>Global memory has add, minimum and maximum as modes of a copy, without the old value; the unified buffer belongs to the core.</summary>
    private static Support? Atomic(AtomicOp op, Scalar type, AddressSpace space) => (space, op, type) switch
    {
        (AddressSpace.Shared or AddressSpace.Local, _, Scalar.F16 or Scalar.BF16 or Scalar.F64) => new Support.Gap("atomics of 16 bits", NoAtomics),
        (AddressSpace.Shared or AddressSpace.Local, _, _) => null,
        (_, AtomicOp.Add or AtomicOp.Sub, Scalar.I32 or Scalar.U32 or Scalar.F32) => null,
        (_, AtomicOp.Min or AtomicOp.Max, Scalar.I32) => null,
        (_, AtomicOp.Add or AtomicOp.Min or AtomicOp.Max, Scalar.F16 or Scalar.BF16) => new Support.Gap("atomics of 16 bits", NoAtomics),
        (_, AtomicOp.Min or AtomicOp.Max or AtomicOp.Add, _) => new Support.Missing("copies that add or compare take int8, int16, int32, half, bfloat16 and float", NoAtomics),
        _ => new Support.Missing("copies add or compare; there is no exchange, compare-and-exchange or logic", NoAtomics),
    };

    private static Dictionary<Intrinsic, Support> Operations()
    {
        var t = Intrinsics.All.ToDictionary(i => i, _ => (Support)new Support.Gap("the scalar form of A2 has none of it", Unit));
        foreach (var (i, function) in ScalarFunctions.OneOperand)
        {
            t[i] = new Support.Native($"Kp{function}({{0}})", Library);
        }
        foreach (var (i, spelling, _) in ScalarFunctions.Others.Concat(ScalarUnit.Spelled))
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
