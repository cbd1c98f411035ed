namespace KernelPort.Backends.Cpu.Llvm;

/// <summary>Links LLVM text into this process as code.</summary>
internal sealed class LlvmJit
{
    private static readonly Lazy<LlvmJit> Instance = new(() => new LlvmJit());

    private readonly nint _jit;
    private readonly nint _dylib;
    private readonly Dictionary<string, nint> _compiled = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    private LlvmJit()
    {
        nint builder = LLVM.OrcCreateLLJITBuilder();
        // The builder takes a machine; it only links, and what it links may be made for another that this one can run.
        LLVM.OrcLLJITBuilderSetJITTargetMachineBuilder(builder, LLVM.OrcJITTargetMachineBuilderCreateFromTargetMachine(LlvmMachine.Of(Processor.Native).Create()));
        LlvmMachine.Check(LLVM.OrcCreateLLJIT(out _jit, builder));
        _dylib = LLVM.OrcLLJITGetMainJITDylib(_jit);
        byte prefix = LLVM.OrcLLJITGetGlobalPrefix(_jit);
        if (LLVM.OrcCreateDynamicLibrarySearchGeneratorForPath(out nint math, "libm.so.6", prefix, 0, 0) == 0)
        {
            LLVM.OrcJITDylibAddGenerator(_dylib, math);
        }
        if (LLVM.OrcCreateDynamicLibrarySearchGeneratorForProcess(out nint process, prefix, 0, 0) == 0)
        {
            LLVM.OrcJITDylibAddGenerator(_dylib, process);
        }
        Define(RunningLaunch.Functions);
    }

    private unsafe void Define(IReadOnlyList<(string Name, nint Address)> functions)
    {
        // Exported and callable.
        const ulong Flags = 1 | 4;
        var symbols = functions.Select(f => new LLVM.OrcSymbol { Name = LLVM.OrcLLJITMangleAndIntern(_jit, f.Name), Address = (ulong)f.Address, Flags = Flags }).ToArray();
        fixed (LLVM.OrcSymbol* first = symbols)
        {
            LlvmMachine.Check(LLVM.OrcJITDylibDefine(_dylib, LLVM.OrcAbsoluteSymbols(first, (nuint)symbols.Length)));
        }
    }

    public static LlvmJit Shared => Instance.Value;

    /// <summary>The address of a function whose code was compiled under a key before, and kept.</summary>
    public nint? Find(string key)
    {
        lock (_lock)
        {
            if (!_compiled.TryGetValue(key, out nint address))
            {
                if (ObjectCache.Shared.Find(key) is not { } code)
                {
                    return null;
                }
                _compiled[key] = address = Link(code, NameOf(key));
            }
            return address;
        }
    }

    /// <summary>The address of the function <paramref name="function"/> of a text, and the key it can be found by from then on. What was compiled before, for the same
    /// processor, is not compiled again.</summary>
    /// <exception cref="InvalidOperationException">LLVM rejects the text: our bug.</exception>
    public nint Compile(string text, string function, LlvmMachine machine, out string key)
    {
        key = ObjectCache.Key([text, .. machine.Identity]);
        lock (_lock)
        {
            if (Find(key) is { } known)
            {
                return known;
            }
            byte[] code = machine.Emit(text.Replace($"@{function}(", $"@{NameOf(key)}(", StringComparison.Ordinal), OutputKind.Object);
            ObjectCache.Shared.Add(key, code);
            return _compiled[key] = Link(code, NameOf(key));
        }
    }

    /// <summary>A name of the object's own, so that all of them can be linked into this process.</summary>
    private static string NameOf(string key) => "kp_" + key;

    private unsafe nint Link(byte[] code, string function)
    {
        fixed (byte* data = code)
        {
            LlvmMachine.Check(LLVM.OrcLLJITAddObjectFile(_jit, _dylib, LLVM.CreateMemoryBufferWithMemoryRangeCopy(data, (nuint)code.Length, function)));
        }
        LlvmMachine.Check(LLVM.OrcLLJITLookup(_jit, out ulong address, function));
        return (nint)address;
    }
}
