using KernelPort.Ir;
using KernelPort.Passes;
using KernelPort.Passes.Optimise;

namespace KernelPort.Backends.Cann.Vector;

/// <summary>The vector cores of A2 and A3: no threads; a core runs a block with a lane a thread.</summary>
internal static class VectorTarget
{
    private static readonly Evidence Rows = Evidence.Document("npu-dialects 2.7: vector types of A2");

    public static readonly Target A2 = new()
    {
        Name = "cann:a2",
        Extension = ".asc",
        WarpWidth = 32,
        SharedMemoryBytes = 184 * 1024,
        SharedMemoryFrom = Evidence.Document("npu-dialects 8.9: the slab of the unified buffer"),
        Intrinsics = Intrinsics.All.ToDictionary(i => i, i => Operations.Knows(i)
            ? (Support)new Support.Native(i.Name, Rows)
            : new Support.Gap("the vector lowering has no form of it", Rows)),
        Scalars = new Dictionary<Scalar, Support>
        {
            [Scalar.F64] = new Support.Missing("no vector fp64", Evidence.Document("npu-dialects 2.9: fp64")),
            [Scalar.F16] = new Support.Gap("lanes of 16 bits", Rows),
            [Scalar.BF16] = new Support.Gap("lanes of 16 bits", Rows),
        },
        Atomic = (op, type, space) => new Support.Gap("atomics of vectors", Rows),
        Global = _ => new Support.Gap("variables of file scope", Rows),
        LanguageFrom = Rows,
    };

    /// <summary>Value form: a loop's counter is then a value that may be uniform, not memory of each thread.</summary>
    public static readonly Pipeline Lowering = Pipeline.ToValues;
}
