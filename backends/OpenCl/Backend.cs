using KernelPort.Backends.CLike;
using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes;
using KernelPort.Passes.Lower;
using KernelPort.Passes.Optimise;

namespace KernelPort.Backends.OpenCl;

/// <summary>OpenCL C 1.2, as any conforming device takes it.</summary>
public sealed class Backend : IBackend
{
    public string Name => "opencl";

    public Func<TextReader> OpenPackMember { get; } = MigrationProfile.Embedded(typeof(Backend).Assembly, "member.cpp");

    public bool IsCudaDialect => false;

    public IReadOnlyList<Target> Targets { get; } = [OpenClTargets.OpenCl12];

    public Pipeline Lowering(Target target) => new(
    [
        new InlineCalls { OnlyConvergent = true }, // before ExchangeThroughLocal, which looks at kernels only
        new ExchangeThroughLocal(target.MaxThreadsPerBlock),
        new InferAddressSpaces(),
        new WidenHalf(),
    ]);

    public IReadOnlyList<Diagnostic> Refusals(Module lowered, Function kernel, Target target, EmissionOptions options) => CapabilityCheck.Run(lowered, kernel, OpenClTargets.Text);

    public EmittedFile Emit(Module module, Target target, string sourceName) =>
        CLikeEmitter.Emit(module, OpenClDialect.Words with { Prelude = OpenClPrelude.For(module) }, target, sourceName);
}
