using System.Runtime.InteropServices;
using KernelPort.Backends.Cpu.Llvm;
using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>A kernel compiled in this process for blocks of one size.</summary>
public sealed unsafe class CpuProgram : IKernelProgram
{
    private static int _count;

    private readonly VectorKernel _kernel;
    private readonly delegate* unmanaged<void*, int, int, int, int, int, int, void*, int, void> _entry;

    private CpuProgram(VectorKernel kernel, nint entry)
    {
        _kernel = kernel;
        _entry = (delegate* unmanaged<void*, int, int, int, int, int, int, void*, int, void>)entry;
    }

    /// <summary>Whether LLVM is there.</summary>
    public static bool IsAvailable => LLVM.IsInstalled;

    /// <summary>Compiles a kernel; null, with a reason, where it needs what this backend has not.</summary>
    public static CpuProgram? Compile(Module module, Function kernel, Extent block, IReadOnlyDictionary<string, ulong> globals, out string reason)
    {
        try
        {
            string name = Build.Invariant($"kp_kernel_{Interlocked.Increment(ref _count)}");
            var text = VectorEmitter.Emit(module, kernel, block, name, globals);
            reason = "";
            return new CpuProgram(text, LlvmJit.Shared.Compile(text.Text, name));
        }
        catch (NotVectorised e)
        {
            reason = e.Message;
            return null;
        }
    }

    /// <summary>The LLVM text of a kernel, for people.</summary>
    public static string? Print(Module module, Function kernel, Extent block, out string reason)
    {
        try
        {
            reason = "";
            return VectorEmitter.Emit(module, kernel, block, kernel.Name, null).Text;
        }
        catch (NotVectorised e)
        {
            reason = e.Message;
            return null;
        }
    }

    /// <summary>Runs all blocks in order. Each argument is its bytes; a buffer is the address of pinned memory.</summary>
    public void Run(Extent grid, long dynamicShared, IReadOnlyList<byte[]> arguments)
    {
        const int DynamicAt = 256 * 1024;
        byte* packed = (byte*)NativeMemory.AlignedAlloc((nuint)Math.Max(64, _kernel.ArgumentBytes), 64);
        byte* shared = (byte*)NativeMemory.AlignedAlloc((nuint)(DynamicAt + dynamicShared + 64), 64);
        try
        {
            for (int i = 0; i < arguments.Count; i++)
            {
                arguments[i].CopyTo(new Span<byte>(packed + _kernel.ArgumentOffsets[i], arguments[i].Length));
            }
            for (int z = 0; z < grid.Z; z++)
            {
                for (int y = 0; y < grid.Y; y++)
                {
                    for (int x = 0; x < grid.X; x++)
                    {
                        _entry(packed, x, y, z, grid.X, grid.Y, grid.Z, shared, 32);
                    }
                }
            }
        }
        finally
        {
            NativeMemory.AlignedFree(packed);
            NativeMemory.AlignedFree(shared);
        }
    }
}
