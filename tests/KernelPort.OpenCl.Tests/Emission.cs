using KernelPort.Backends;
using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Tests;

namespace KernelPort.OpenCl.Tests;

/// <summary>A kernel file's module for OpenCL: lowered, checked and printed, or the refusals.</summary>
internal sealed record Emission(Module Module, string Text, IReadOnlyList<Diagnostic> Refusals)
{
    private static readonly Backends.OpenCl.Backend Backend = new();

    public static Emission Of(string file)
    {
        var compilation = KernelFiles.Compile(file);
        if (compilation.HasErrors)
        {
            return new Emission(compilation.Module, "", [.. compilation.Diagnostics.Where(d => d.Severity == Severity.Error)]);
        }
        var target = Backend.Targets[0];
        var module = Backend.Lowering(target).Run(compilation.Module);
        var refusals = module.Kernels.SelectMany(k => CapabilityCheck.Run(module, k, target)).ToList();
        return new Emission(module, refusals.Count > 0 ? "" : Backend.Emit(module, target, file).Text, refusals);
    }
}
