using System.Runtime.InteropServices;
using KernelPort.Backends.Cpu.Llvm;
using KernelPort.Ir;
using KernelPort.Passes;
using KernelPort.Passes.Lower;

namespace KernelPort.Backends.Cpu;

/// <summary>A kernel compiled in this process for blocks of one size.</summary>
public sealed unsafe class CpuProgram : IKernelProgram
{
    private const string Name = "kp_kernel";

    /// <summary>What is taken apart before the vectors.</summary>
    internal static readonly Pipeline Lowering = new([new ExpandDp4a()]);

    private readonly VectorKernel _kernel;
    private readonly delegate* unmanaged<void*, long, long, int, int, int, void*, void> _entry;

    private CpuProgram(VectorKernel kernel, nint entry)
    {
        _kernel = kernel;
        _entry = (delegate* unmanaged<void*, long, long, int, int, int, void*, void>)entry;
    }

    /// <summary>Whether LLVM is there.</summary>
    public static bool IsAvailable => LLVM.IsInstalled;

    /// <summary>Compiles a kernel; null, with a reason, where it needs what this backend has not.</summary>
    /// <param name="contracts">A product and a sum may become one rounding.</param>
    public static CpuProgram? Compile(Module module, Function kernel, Extent block, IReadOnlyDictionary<string, ulong> globals, bool contracts, out string reason)
    {
        return Emit(module, kernel, block, Name, LlvmJit.Shared.VectorBytes / sizeof(float), globals, contracts, out reason) is { } text
            ? new CpuProgram(text, LlvmJit.Shared.Compile(text.Text, Name))
            : null;
    }

    /// <summary>A kernel's text; null, with a reason, where it needs what this backend has not.</summary>
    internal static VectorKernel? Emit(Module module, Function kernel, Extent block, string name, int width, IReadOnlyDictionary<string, ulong>? globals, bool contracts, out string reason)
    {
        try
        {
            reason = "";
            var values = Pipeline.ToVectors(block.X, block.Y, block.Z).Run(Lowering.Run(module));
            return VectorEmitter.Emit(values, values.Find(kernel.Name)!, block, name, width, globals, contracts);
        }
        catch (NotVectorised e)
        {
            reason = e.Message;
            return null;
        }
    }

    /// <summary>Runs all blocks. Each argument is its bytes; a buffer is the address of pinned memory.</summary>
    public void Run(Extent grid, long dynamicShared, IReadOnlyList<byte[]> arguments)
    {
        byte* packed = stackalloc byte[Math.Max(64, _kernel.ArgumentBytes)];
        for (int i = 0; i < arguments.Count; i++)
        {
            arguments[i].CopyTo(new Span<byte>(packed + _kernel.ArgumentOffsets[i], arguments[i].Length));
        }
        var kernel = _kernel;
        var entry = _entry;
        long blocks = (long)grid.X * grid.Y * grid.Z;
        nuint bytes = dynamicShared > 0 ? (nuint)(VectorEmitter.DynamicShared + dynamicShared) : (nuint)kernel.SharedBytes;
        WorkerPool.Shared.Run(blocks, (first, last, shared) => entry(packed, first, last, grid.X, grid.Y, grid.Z, shared), bytes);
    }
}
