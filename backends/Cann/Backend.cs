using KernelPort.Backends.Cann.Host;
using KernelPort.Backends.Cann.Vector;
using KernelPort.Backends.CLike;
using KernelPort.Backends.Vectors;
using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes;
using KernelPort.Passes.Lower;

namespace KernelPort.Backends.Cann;

/// <summary>Huawei Ascend: the 950's SIMT mode, which is CUDA with renamed intrinsics, and the vector cores of A2 and A3, where a block is a vector.</summary>
public sealed class Backend : IBackend
{
    public string Name => "cann";

    public bool IsCudaDialect => false;

    public IReadOnlyList<Target> Targets { get; } = [CannTargets.Ascend950, VectorTarget.A2];

    // Nothing says how a host names a variable of the device's files; a kernel's arguments it gives. A grid has at most 65535 blocks (npu-dialects 3.3): a kernel takes further ones in turn.
    private static readonly Pipeline AsLaunched = new([new TakeGlobalsAsArguments(), new LoopOverBlocks()]);

    public Pipeline Lowering(Target target) => target == VectorTarget.A2 ? VectorTarget.Lowering : new([new SampleTextures(), new ExpandDp4a(), new WidenHalf(), new CountsAtBarriers(), new DropNamedSpaces()]);

    public EmittedFile Emit(Module module, Target target, string sourceName) => Emit(module, target, sourceName, EmissionOptions.None);

    public EmittedFile Emit(Module module, Target target, string sourceName, EmissionOptions options)
    {
        if (target == VectorTarget.A2)
        {
            return VectorTarget.Files.Emit(module, target, sourceName, options) with { Companions = HostText.Beside(module, target, sourceName, options) };
        }
        var variables = LaunchFunctions.Variables(module);
        var plain = module;
        module = AsLaunched.Run(module);
        string prelude = "#include \"simt_api/asc_simt.h\"\n"
            + (CudaWords.Uses(module, Scalar.F16) ? "#include \"simt_api/asc_fp16.h\"\n" : "")
            + (CudaWords.Uses(module, Scalar.BF16) ? "#include \"simt_api/asc_bf16.h\"\n" : "")
            + (module.Functions.Any(f => CallFinder.Has(f, i => i == Intrinsics.Print)) ? "#include \"utils/debug/asc_printf.h\"\n" : "")
            + (module.Functions.Any(f => CallFinder.Has(f, i => i == Intrinsics.Trap)) ? "#include \"utils/debug/asc_assert.h\"\n" : "");
        var host = HostText.Beside(plain, target, sourceName, options, prelude);
        return CLikeEmitter.Emit(module, CannDialect.Simt with { Prelude = prelude }, target, sourceName) with { Companions = host, Variables = variables };
    }

    public IReadOnlyList<Diagnostic> Refusals(Module lowered, Function kernel, Target target, EmissionOptions options) =>
        target == VectorTarget.A2 ? VectorTarget.Files.Refusals(lowered, kernel, target, options) : [];
}
