using KernelPort.Backends.CLike;
using KernelPort.Ir;
using KernelPort.Passes;
using KernelPort.Passes.Lower;

namespace KernelPort.Backends.Musa;

/// <summary>Moore Threads MUSA: CUDA's kernel language, with warps of 128 lanes on the older chips.</summary>
public sealed class Backend : IBackend
{
    private static readonly IReadOnlyDictionary<Scalar, string> Scalars = new Dictionary<Scalar, string>(CudaWords.Scalars) { [Scalar.BF16] = "__mt_bfloat16" };

    public string Name => "musa";

    public bool IsCudaDialect => true;

    public IReadOnlyList<Target> Targets { get; } = MusaTargets.All;

    public Pipeline Lowering(Target target) => target.WarpWidth == 32
        ? new([new WidenHalf(), new DropNamedSpaces()])
        // The width of a ballot on 128-lane chips is not documented: collected by exchanges of width 32 instead (simt-dialects 3.1).
        : new([new GroupsOf32Lanes(target.WarpWidth, hasWideBallot: false), new WidenHalf(), new DropNamedSpaces()]);

    public EmittedFile Emit(Module module, Target target, string sourceName)
    {
        string prelude = "#include <musa_runtime.h>\n"
            + (CudaWords.Uses(module, Scalar.F16) ? "#include <musa_fp16.h>\n" : "")
            + (CudaWords.Uses(module, Scalar.BF16) ? "#include <musa_bf16.h>\n" : "");
        return CLikeEmitter.Emit(module, CudaWords.Dialect with { Prelude = prelude, Scalars = Scalars, Textures = new TextureWords { Prefix = "musa" } }, target, sourceName);
    }
}
