using System.Runtime.CompilerServices;
using KernelPort.Ir;

namespace KernelPort.Backends.CSharp;

/// <summary>Kernels as assemblies that a running program loads: it starts .NET in its own process for them.</summary>
public sealed partial class Backend
{
    private static int _assemblies;

    public byte[]? Runtime(out string reason) => HostedRuntime.Library(out reason);

    public byte[]? Library(Module module, Function kernel, Extent block, IReadOnlyDictionary<string, ulong> globals, out string symbol, out string reason)
    {
        symbol = "";
        // As in Compile.
        if (!RuntimeFeature.IsDynamicCodeSupported)
        {
            reason = Missing!;
            return null;
        }
        if (Driven(module, kernel, block, globals, out reason) is not { } driven)
        {
            return null;
        }
        // A program loads no two assemblies of one name, and asks for a kernel once a block size.
        string name = Build.Invariant($"kernelport-{kernel.Name}-{Interlocked.Increment(ref _assemblies)}");
        symbol = $"{DrivenKernel.TypeName},{name}";
        return AssemblyImage.Of(driven.Text, name, out reason);
    }
}
