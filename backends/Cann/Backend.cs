using KernelPort.Backends.CLike;
using KernelPort.Ir;
using KernelPort.Passes;
using KernelPort.Passes.Lower;

namespace KernelPort.Backends.Cann;

/// <summary>Huawei Ascend: the 950's SIMT mode, which is CUDA with renamed intrinsics.</summary>
public sealed class Backend : IBackend
{
    public string Name => "cann";

    public bool IsCudaDialect => false;

    public IReadOnlyList<Target> Targets { get; } = [CannTargets.Ascend950];

    public Pipeline Lowering(Target target) => new([new ExpandDp4a(), new WidenHalf(), new DropNamedSpaces()]);

    public EmittedFile Emit(Module module, Target target, string sourceName)
    {
        string prelude = "#include \"simt_api/asc_simt.h\"\n"
            + (CudaWords.Uses(module, Scalar.F16) ? "#include \"simt_api/asc_fp16.h\"\n" : "")
            + (CudaWords.Uses(module, Scalar.BF16) ? "#include \"simt_api/asc_bf16.h\"\n" : "");
        return CLikeEmitter.Emit(module, CannDialect.Simt with { Prelude = prelude }, target, sourceName);
    }
}
