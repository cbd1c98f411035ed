using KernelPort.Backends.CLike;
using KernelPort.Ir;
using KernelPort.Passes;
using KernelPort.Passes.Lower;

namespace KernelPort.Backends.CoreX;

/// <summary>Iluvatar CoreX: compiles CUDA's names unchanged, on 64-lane warps.</summary>
public sealed class Backend : IBackend
{
    public string Name => "corex";

    public bool IsCudaDialect => true;

    public IReadOnlyList<Target> Targets { get; } = [CoreXTarget.Default];

    // The type of a ballot is not known (simt-dialects 3.1): collected by exchanges of width 32 instead.
    public Pipeline Lowering(Target target) => new([new GroupsOf32Lanes(target.WarpWidth, hasWideBallot: false), new WidenHalf(), new DropNamedSpaces()]);

    public EmittedFile Emit(Module module, Target target, string sourceName)
    {
        string prelude = "#include <cuda_runtime.h>\n"
            + (CudaWords.Uses(module, Scalar.F16) ? "#include <cuda_fp16.h>\n" : "")
            + (CudaWords.Uses(module, Scalar.BF16) ? "#include <cuda_bf16.h>\n" : "");
        return CLikeEmitter.Emit(module, CudaWords.Dialect with { Prelude = prelude }, target, sourceName);
    }
}
