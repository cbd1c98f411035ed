using KernelPort.Backends.Bang.Host;
using KernelPort.Backends.Bang.Vector;
using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes;

namespace KernelPort.Backends.Bang;

/// <summary>Cambricon MLU: BANG C, whose cores run a block as vectors in their fast memory, or its threads one after the other.</summary>
public sealed class Backend : IBackend
{
    public string Name => "bang";

    public bool IsCudaDialect => false;

    public IReadOnlyList<Target> Targets { get; } = [BangTarget.Mtp592];

    public Pipeline Lowering(Target target) => BangTarget.Lowering;

    public EmittedFile Emit(Module module, Target target, string sourceName) => Emit(module, target, sourceName, EmissionOptions.None);

    public EmittedFile Emit(Module module, Target target, string sourceName, EmissionOptions options) =>
        BangTarget.Files.Emit(module, target, sourceName, options) with { Companions = HostText.Beside(module, target, sourceName, options) };

    public IReadOnlyList<Diagnostic> Refusals(Module lowered, Function kernel, Target target, EmissionOptions options) => BangTarget.Files.Refusals(lowered, kernel, target, options);
}
