using KernelPort.Backends.Llvm;
using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes;
using KernelPort.Passes.Lower;

namespace KernelPort.Backends.Amdgcn;

/// <summary>AMD's machines through LLVM: text, assembly, and code objects that the driver loads.</summary>
public sealed class Backend : IBackend
{
    public string Name => "amdgcn";

    public Func<TextReader> OpenPackMember { get; } = MigrationProfile.Embedded(typeof(Backend).Assembly, "member.cpp");

    public bool IsCudaDialect => false;

    public IReadOnlyList<Target> Targets { get; } = AmdgcnTargets.All;

    public Pipeline Lowering(Target target) => new([new SampleTextures(), new ExpandDp4a(), new GroupsOf32Lanes(target.WarpWidth, hasWideBallot: true), new WidenHalf(), new InferAddressSpaces()]);

    public IReadOnlyList<OutputForm> Forms =>
        [new("obj") { Missing = LlvmCompiler.MissingLinker }, new("asm") { Missing = LlvmCompiler.Missing }, new("llvm-ir")];

    public EmittedFile Emit(Module module, Target target, string sourceName) => Emit(module, target, sourceName, EmissionOptions.None);

    public EmittedFile Emit(Module module, Target target, string sourceName, EmissionOptions options)
    {
        var text = LlvmTargets.Emit(module, AmdgcnTargets.Dialect(target), target, sourceName);
        string[] machine = ["--target=" + AmdgcnTargets.Triple, "-mcpu=" + target.Name.Split(':')[1]];
        return options.Form switch
        {
            "obj" => LlvmTargets.Compiled(text, ".hsaco", isBytes: true, machine, target, options.HasLines),
            "asm" => LlvmTargets.Compiled(text, ".s", isBytes: false, [.. machine, "-S"], target, options.HasLines),
            _ => text,
        };
    }

    public IReadOnlyList<Diagnostic> Refusals(Module lowered, Function kernel, Target target, EmissionOptions options) =>
        LlvmTargets.Refusals(lowered, kernel, AmdgcnTargets.Dialect(target), target);
}
