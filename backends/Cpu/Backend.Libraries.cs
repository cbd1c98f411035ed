using KernelPort.Backends.Cpu.Llvm;
using KernelPort.Ir;
using KernelPort.Passes.Lower;

namespace KernelPort.Backends.Cpu;

/// <summary>Kernels as libraries that a running program loads; what was compiled once for a processor is kept.</summary>
public sealed partial class Backend
{
    public byte[]? Runtime(out string reason)
    {
        var processor = Chosen;
        string key = ObjectCache.Key(["runtime library", processor.Triple, .. SharedLibrary.RuntimeFiles.Values]);
        string why = "";
        byte[]? library = ObjectCache.Shared.Find(key) ?? Kept(key, SharedLibrary.Runtime(processor, out why));
        reason = why;
        return library;
    }

    public byte[]? Library(Module module, Function kernel, Extent block, IReadOnlyDictionary<string, ulong> globals, out string symbol, out string reason)
    {
        symbol = ObjectText.Table(kernel);
        var processor = Chosen;
        if (CpuProgram.Emit(module, kernel, block, kernel.Name, processor, globals, Contracts, out reason) is null)
        {
            return null;
        }
        string text = ObjectText.Of(module, [(kernel, [block])], processor, Contracts, globals);
        var machine = LlvmMachine.Of(processor);
        string key = ObjectCache.Key(["library", text, .. machine.Identity]);
        string why = "";
        byte[]? library = ObjectCache.Shared.Find(key) ?? Kept(key, SharedLibrary.Kernels(machine.Emit(text, OutputKind.Object), processor, out why));
        reason = why;
        return library;
    }

    private static byte[]? Kept(string key, byte[]? made)
    {
        if (made is not null)
        {
            ObjectCache.Shared.Add(key, made);
        }
        return made;
    }
}
