using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Tests;

namespace KernelPort.OpenCl.Tests;

/// <summary>A kernel file's module for OpenCL as the product emits it, or the refusals of any of its kernels.</summary>
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
        var emission = Compiler.Emission.Run(compilation.Module, Backend, Backend.Targets[0], file);
        Diagnostic[] refusals = [.. emission.Kernels.SelectMany(k => k.Refusals)];
        return refusals.Length > 0 ? new Emission(compilation.Module, "", refusals) : new Emission(emission.Lowered!, emission.File!.Text, []);
    }
}
