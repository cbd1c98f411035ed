using System.Runtime.InteropServices;
using KernelPort.Backends.Cpu.Llvm;
using KernelPort.Ir;
using KernelPort.Passes;
using KernelPort.Passes.Lower;
using KernelPort.Passes.Optimise;

namespace KernelPort.Backends.Cpu;

/// <summary>A kernel compiled in this process for blocks of one size.</summary>
public sealed unsafe class CpuProgram : IKernelProgram
{
    private const string Name = "kp_kernel";

    /// <summary>What is taken apart before the vectors.</summary>
    internal static readonly Pipeline Lowering = new([new ExpandDp4a(), new SampleTextures(), new VotesWithinMask()]);

    /// <summary>What a block counts at a barrier goes through its memory; only where it does, as it brings functions together.</summary>
    private static readonly Pipeline Counts = new([new InlineCalls { OnlyConvergent = true, WithShared = true }, new ExchangeThroughLocal { OnlyCounts = true }]);

    /// <summary>What is left of tiles that the caches hold; only where some do.</summary>
    private static readonly Pipeline Unstaged = new([new FoldConstants(), new ShareValues(), new RemoveDeadCode()]);

    private readonly ProgramForm _kernel;
    private readonly delegate* unmanaged<void*, long, long, int, int, int, void*, int> _entry;

    private CpuProgram(ProgramForm kernel, nint entry)
    {
        _kernel = kernel;
        _entry = (delegate* unmanaged<void*, long, long, int, int, int, void*, int>)entry;
    }

    /// <summary>Whether LLVM is there.</summary>
    public static bool IsAvailable => LLVM.IsInstalled;

    /// <summary>Compiles a kernel; null, with a reason, where it needs what this backend has not.</summary>
    /// <param name="contracts">A product and a sum may become one rounding.</param>
    internal static CpuProgram? Compile(Module module, Function kernel, Extent block, Processor processor, IReadOnlyDictionary<string, ulong> globals, bool contracts, out string reason)
    {
        string key = ProgramForm.Key(module, kernel, block, processor, globals, contracts);
        if (ProgramForm.Find(key) is { } known && LlvmJit.Shared.Find(known.Code) is { } entry)
        {
            reason = "";
            return new CpuProgram(known, entry);
        }
        if (Emit(module, kernel, block, Name, processor, globals, contracts, out reason) is not { } text)
        {
            return null;
        }
        entry = LlvmJit.Shared.Compile(text.Text, Name, LlvmMachine.Of(processor), out string code);
        var form = ProgramForm.Of(text, code);
        form.Keep(key);
        return new CpuProgram(form, entry);
    }

    /// <summary>A kernel's text; null, with a reason, where it needs what this backend has not.</summary>
    internal static VectorKernel? Emit(Module module, Function kernel, Extent block, string name, Processor processor, IReadOnlyDictionary<string, ulong>? globals, bool contracts, out string reason, bool marked = false)
    {
        try
        {
            reason = "";
            var lowered = Lowering.Run(module);
            if (lowered.Functions.Any(f => CallFinder.Has(f, i => i == Intrinsics.BarrierCount || i == Intrinsics.BarrierAnd || i == Intrinsics.BarrierOr)))
            {
                lowered = Counts.Run(lowered);
            }
            var values = Pipeline.ToVectors(block.X, block.Y, block.Z).Run(lowered);
            var unstaged = new DropStaging(block.X, block.Y, block.Z, processor.Lanes).Run(values);
            values = ReferenceEquals(unstaged, values) ? values : Unstaged.Run(unstaged);
            values = new TurnSharedArrays(block.X, block.Y, block.Z, processor.Lanes).Run(values);
            return VectorEmitter.Emit(values, values.Find(kernel.Name)!, block, name, processor, globals, contracts, marked);
        }
        catch (NotVectorised e)
        {
            reason = e.Message;
            return null;
        }
    }

    /// <summary>Runs all blocks. Each argument is its bytes; a buffer is the address of pinned memory.</summary>
    public LaunchEnd Run(Extent grid, long dynamicShared, IReadOnlyList<byte[]> arguments)
    {
        byte* packed = stackalloc byte[Math.Max(64, _kernel.ArgumentBytes)];
        for (int i = 0; i < arguments.Count; i++)
        {
            arguments[i].CopyTo(new Span<byte>(packed + _kernel.ArgumentOffsets[i], arguments[i].Length));
        }
        long blocks = (long)grid.X * grid.Y * grid.Z;
        nuint bytes = dynamicShared > 0 ? (nuint)(VectorEmitter.DynamicShared + dynamicShared) : (nuint)_kernel.SharedBytes;
        // Nothing is made for a launch that calls nobody back: it may take less time than that.
        return !_kernel.MeetsGrid && !_kernel.Prints && WorkerPool.Shared.IsAlone(blocks)
            ? _entry(packed, 0, blocks, grid.X, grid.Y, grid.Z, WorkerPool.Memory(bytes)) != 0 ? LaunchEnd.Trapped("") : new LaunchEnd(null, "")
            : Run(packed, grid, blocks, bytes);
    }

    private LaunchEnd Run(byte* packed, Extent grid, long blocks, nuint bytes)
    {
        var kernel = _kernel;
        var entry = _entry;
        var launch = new RunningLaunch();
        int answer;
        if (kernel.MeetsGrid)
        {
            if (blocks > RunningLaunch.MostBlocksAtOnce)
            {
                return new LaunchEnd(Build.Invariant($"{blocks} blocks are too many to run at once; {RunningLaunch.MostBlocksAtOnce} can"), "");
            }
            answer = launch.RunTogether((int)blocks, i => WorkerPool.WithMemory(shared => entry(packed, i, i + 1, grid.X, grid.Y, grid.Z, shared), bytes));
        }
        else if (kernel.Prints)
        {
            answer = WorkerPool.Shared.Run(blocks, (first, last, shared) => launch.Run(first, () => entry(packed, first, last, grid.X, grid.Y, grid.Z, shared)), bytes);
        }
        else
        {
            answer = WorkerPool.Shared.Run(blocks, (first, last, shared) => entry(packed, first, last, grid.X, grid.Y, grid.Z, shared), bytes);
        }
        return answer != 0 ? LaunchEnd.Trapped(launch.Printed) : new LaunchEnd(null, launch.Printed);
    }
}
