using KernelPort.Backends.CLike;
using KernelPort.Ir;
using KernelPort.Passes;
using KernelPort.Passes.Lower;

namespace KernelPort.Backends.Maca;

/// <summary>MetaX MACA: CUDA's kernel language on 64-lane warps, with masks of 64 bits.</summary>
public sealed class Backend : IBackend
{
    private static readonly IReadOnlyDictionary<Scalar, string> Scalars = new Dictionary<Scalar, string>(CudaWords.Scalars) { [Scalar.BF16] = "__maca_bfloat16" };

    public string Name => "maca";

    public bool IsCudaDialect => true;

    public IReadOnlyList<Target> Targets { get; } = [MacaTarget.Native];

    public Pipeline Lowering(Target target) => new([new GroupsOf32Lanes(target.WarpWidth, hasWideBallot: true), new WidenHalf(), new DropNamedSpaces()]);

    public EmittedFile Emit(Module module, Target target, string sourceName)
    {
        string prelude = "#include <mcr/mc_runtime.h>\n"
            + (CudaWords.Uses(module, Scalar.F16) ? "#include <maca_fp16.h>\n" : "")
            + (CudaWords.Uses(module, Scalar.BF16) ? "#include <maca_bfloat16.h>\n" : "");
        return CLikeEmitter.Emit(module, CudaWords.Dialect with { Prelude = prelude, Scalars = Scalars, Textures = new TextureWords { Prefix = "mc" } }, target, sourceName);
    }
}
