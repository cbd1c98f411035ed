using KernelPort.Backends.CLike;
using KernelPort.Ir;
using KernelPort.Passes;
using KernelPort.Passes.Lower;

namespace KernelPort.Backends.Dcu;

/// <summary>Hygon DCU: HIP 5.7 on 64-lane wavefronts; what AMD's gfx906 compiler accepts too.</summary>
public sealed class Backend : IBackend
{
    private static readonly IReadOnlyDictionary<Scalar, string> Scalars = new Dictionary<Scalar, string>(CudaWords.Scalars) { [Scalar.BF16] = "hip_bfloat16" };

    public string Name => "dcu";

    public bool IsCudaDialect => true;

    public IReadOnlyList<Target> Targets { get; } = DcuTargets.All;

    public Pipeline Lowering(Target target) => new([new ExpandDp4a(), new GroupsOf32Lanes(target.WarpWidth, hasWideBallot: true), new WidenHalf(), new DropNamedSpaces()]);

    public EmittedFile Emit(Module module, Target target, string sourceName)
    {
        string prelude = "#include <hip/hip_runtime.h>\n"
            + (CudaWords.Uses(module, Scalar.F16) ? "#include <hip/hip_fp16.h>\n" : "")
            + (CudaWords.Uses(module, Intrinsics.GridBarrier) ? "#include <hip/hip_cooperative_groups.h>\n" : "");
        var dialect = CudaWords.Dialect with
        {
            Prelude = prelude,
            Scalars = Scalars,
            Textures = new TextureWords { Prefix = "hip", ObjectsAreNumbers = false, ReadsSurfacesThroughPointers = true },
            // The compiler assumes smaller blocks where nothing is said (simt-dialects 2.2).
            DefaultBounds = "__launch_bounds__(1024)",
        };
        return CLikeEmitter.Emit(module, dialect, target, sourceName);
    }
}
