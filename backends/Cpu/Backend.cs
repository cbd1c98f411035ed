using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes;

namespace KernelPort.Backends.Cpu;

/// <summary>The CPU itself, through LLVM: a block is a vector, all lanes in lock step under masks.</summary>
public sealed class Backend : IBackend, IInProcessEngine
{
    private static readonly Evidence Ours = Evidence.Code("LLVM 19 language reference; run here");

    public string Name => "cpu";

    public bool IsCudaDialect => false;

    public IReadOnlyList<Target> Targets { get; } =
    [
        new Target
        {
            Name = "cpu",
            Extension = ".ll",
            WarpWidth = 32,
            SharedMemoryBytes = 256 * 1024,
            SharedMemoryFrom = Ours,
            Intrinsics = Intrinsics.All.ToDictionary(i => i, i => VectorEmitter.Knows(i)
                ? (Support)new Support.Native(i.Name, Ours)
                : new Support.Gap("the vector emitter has no form of it", Ours)),
            LanguageFrom = Ours,
        },
    ];

    public string EngineName => "llvm";

    /// <summary>Whether a product and a sum may become one rounding, as nvcc's -fmad=true has it; without it all engines give the same bits.</summary>
    public bool Contracts { get; init; } = true;

    public string? Missing => CpuProgram.IsAvailable ? null : "libLLVM 19 (Debian: apt-get install libllvm19)";

    public IKernelProgram? Compile(Module module, Function kernel, Extent block, IReadOnlyDictionary<string, ulong> globals, out string reason) =>
        CpuProgram.Compile(module, kernel, block, globals, Contracts, out reason);

    public Pipeline Lowering(Target target) => Pipeline.Nothing;

    public EmittedFile Emit(Module module, Target target, string sourceName) => Emit(module, target, sourceName, EmissionOptions.None);

    /// <summary>The LLVM text of each kernel.</summary>
    public EmittedFile Emit(Module module, Target target, string sourceName, EmissionOptions options)
    {
        var w = new CodeWriter();
        foreach (var kernel in module.Kernels)
        {
            var block = options.BlockOf(kernel)!.Value;
            string? text = CpuProgram.Print(module, kernel, block, out _);
            w.Line(Build.Invariant($"; {kernel.Name} for blocks of {block.X * block.Y * block.Z} threads"));
            w.Write(text ?? "");
        }
        return new EmittedFile(target.Extension, w.ToString(), []);
    }

    public IReadOnlyList<Diagnostic> Refusals(Module lowered, Function kernel, Target target, EmissionOptions options) =>
        options.BlockOf(kernel) is not { } block ? [TargetRules.UnknownBlock.At(kernel.From.Span, kernel.SourceName).For(target.Name)]
            : CpuProgram.Print(lowered, kernel, block, out string reason) is null
            ? [TargetRules.Gap.At(kernel.From.Span, kernel.SourceName, reason).For(target.Name)]
            : [];
}
