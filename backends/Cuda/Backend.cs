using KernelPort.Backends.CLike;
using KernelPort.Ir;
using KernelPort.Passes;
using KernelPort.Passes.Lower;

namespace KernelPort.Backends.Cuda;

/// <summary>CUDA itself: what comes in goes out again, to show that nothing was lost on the way through the IR.</summary>
public sealed class Backend : IBackend
{
    private static readonly Evidence Language = Evidence.Document("CUDA C++ Programming Guide");

    public string Name => "cuda";

    public bool IsCudaDialect => true;

    public IReadOnlyList<Target> Targets { get; } =
    [
        new Target
        {
            Name = "cuda",
            Extension = ".cu",
            WarpWidth = 32,
            SharedMemoryBytes = 48 * 1024,
            SharedMemoryFrom = Language,
            Intrinsics = CudaWords.Operations(Language),
            LanguageFrom = Language,
            Chips = [new("A100 SXM4 40 GB", 19.5, 9.7, 1555, 400, "glennklockwood.com/garden/processors/A100, after NVIDIA's data sheet"), new("V100 PCIe 16 GB", 14.13, 7.066, 897, 300, "sysrqmts.com, A100 PCIe vs V100 PCIe")],
            OpenVendorBuild = MigrationProfile.Embedded(typeof(Backend).Assembly, "VendorBuild.sh"),
            Traits = new MachineTraits { HasInlinePtx = true, HasIndependentThreads = true },
        },
    ];

    public Pipeline Lowering(Target target) => new([new WidenHalf(), new DropNamedSpaces()]);

    public EmittedFile Emit(Module module, Target target, string sourceName)
    {
        string prelude = "#include <cuda_runtime.h>\n"
            + (CudaWords.Uses(module, Scalar.F16) ? "#include <cuda_fp16.h>\n" : "")
            + (CudaWords.Uses(module, Scalar.BF16) ? "#include <cuda_bf16.h>\n" : "")
            + (CudaWords.Uses(module, Intrinsics.GridBarrier) ? "#include <cooperative_groups.h>\n" : "");
        return CLikeEmitter.Emit(module, CudaWords.Dialect with { Prelude = prelude }, target, sourceName);
    }
}
