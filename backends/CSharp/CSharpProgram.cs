using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

namespace KernelPort.Backends.CSharp;

/// <summary>A kernel as C#, compiled in memory, with a method that runs all its threads.</summary>
internal sealed unsafe class CSharpProgram : IKernelProgram
{
    internal const string NeverNative = "the engine is missing in a native program";

    /// <summary>From KP_THREADS; all where it says nothing.</summary>
    private static readonly int Processors = int.TryParse(Environment.GetEnvironmentVariable("KP_THREADS"), NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n > 0 ? n : -1;

    private readonly delegate*<byte*, uint*, int, long, Action<string>, string?> _entry;
    private readonly DrivenKernel _kernel;

    private CSharpProgram(delegate*<byte*, uint*, int, long, Action<string>, string?> entry, DrivenKernel kernel)
    {
        _entry = entry;
        _kernel = kernel;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = NeverNative)]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = NeverNative)]
    public static CSharpProgram? Compile(DrivenKernel kernel, out string reason)
    {
        if (AssemblyImage.Of(kernel.Text, "kernelport-kernel", out reason) is not { } image)
        {
            return null;
        }
        var method = Assembly.Load(image).GetType(DrivenKernel.TypeName)!.GetMethod("Run")!;
        return new CSharpProgram((delegate*<byte*, uint*, int, long, Action<string>, string?>)method.MethodHandle.GetFunctionPointer(), kernel);
    }

    public LaunchEnd Run(Extent grid, long dynamicShared, IReadOnlyList<byte[]> arguments)
    {
        byte* packed = (byte*)NativeMemory.AlignedAlloc((nuint)Math.Max(64, _kernel.ArgumentBytes), 64);
        try
        {
            for (int i = 0; i < arguments.Count; i++)
            {
                arguments[i].CopyTo(new Span<byte>(packed + _kernel.Offsets[i], arguments[i].Length));
            }
            uint* sizes = stackalloc uint[] { (uint)grid.X, (uint)grid.Y, (uint)grid.Z };
            string printed = "";
            string? problem = _entry(packed, sizes, Processors, dynamicShared, text => printed += text);
            return new LaunchEnd(problem, printed);
        }
        finally
        {
            NativeMemory.AlignedFree(packed);
        }
    }
}
