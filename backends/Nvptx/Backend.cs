using KernelPort.Backends.Llvm;
using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes;
using KernelPort.Passes.Lower;

namespace KernelPort.Backends.Nvptx;

/// <summary>NVIDIA's machines through LLVM: text and PTX, which the driver takes.</summary>
public sealed class Backend : IBackend
{
    private const string Assembler = "ptxas";

    public string Name => "nvptx64";

    public Func<TextReader> OpenPackMember { get; } = MigrationProfile.Embedded(typeof(Backend).Assembly, "member.cpp");

    public bool IsCudaDialect => false;

    public IReadOnlyList<Target> Targets { get; } = NvptxTargets.All;

    public Pipeline Lowering(Target target) => new([new SampleTextures(), new ExpandDp4a(), new WidenHalf(), new InferAddressSpaces()]);

    public IReadOnlyList<OutputForm> Forms =>
    [
        new("asm") { Missing = LlvmCompiler.Missing },
        new("obj") { Missing = LlvmCompiler.Missing ?? (LlvmCompiler.Exists(Assembler) ? null : $"{Assembler}, of NVIDIA's CUDA toolkit; --emit asm is PTX, which the driver takes as well") },
        new("llvm-ir"),
    ];

    public EmittedFile Emit(Module module, Target target, string sourceName) => Emit(module, target, sourceName, EmissionOptions.None);

    public EmittedFile Emit(Module module, Target target, string sourceName, EmissionOptions options)
    {
        var text = LlvmTargets.Emit(module, NvptxTargets.Dialect(target), target, sourceName);
        string[] machine = NvptxTargets.Options(target);
        return options.Form switch
        {
            "obj" => LlvmTargets.Compiled(text, ".cubin", isBytes: true, [.. machine, "-c"], target, options.HasLines, throughAssembly: true),
            "asm" => LlvmTargets.Compiled(text, ".ptx", isBytes: false, [.. machine, "-S"], target, options.HasLines),
            _ => text,
        };
    }

    public IReadOnlyList<Diagnostic> Refusals(Module lowered, Function kernel, Target target, EmissionOptions options) =>
        LlvmTargets.Refusals(lowered, kernel, NvptxTargets.Dialect(target), target);
}
