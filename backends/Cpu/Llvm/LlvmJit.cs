using System.Runtime.InteropServices;
using System.Text;

namespace KernelPort.Backends.Cpu.Llvm;

/// <summary>Turns LLVM text into code in this process: parse, verify, optimise, emit, link.</summary>
internal sealed class LlvmJit
{
    private const int DefaultLevel = 2;
    private const int PositionIndependent = 2;
    private const int ObjectFile = 1;
    private const int ReturnStatus = 2;
    private const string Passes = "default<O2>";

    private static readonly Lazy<LlvmJit> Instance = new(() => new LlvmJit());

    private readonly nint _jit;
    private readonly nint _dylib;
    private readonly nint _machine;
    private readonly string _triple;
    private readonly Dictionary<string, nint> _compiled = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    private LlvmJit()
    {
        LLVM.InitializeX86TargetInfo();
        LLVM.InitializeX86Target();
        LLVM.InitializeX86TargetMC();
        LLVM.InitializeX86AsmPrinter();
        _triple = LLVM.Text(LLVM.GetDefaultTargetTriple());
        _machine = CreateMachine();
        nint builder = LLVM.OrcCreateLLJITBuilder();
        // The builder takes its machine; ours stays for emission.
        LLVM.OrcLLJITBuilderSetJITTargetMachineBuilder(builder, LLVM.OrcJITTargetMachineBuilderCreateFromTargetMachine(CreateMachine()));
        Check(LLVM.OrcCreateLLJIT(out _jit, builder));
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
    }

    public static LlvmJit Shared => Instance.Value;

    /// <summary>The bytes of this machine's vector registers; KP_VECTOR_BITS=256 says less.</summary>
    public int VectorBytes { get; } = Environment.GetEnvironmentVariable("KP_VECTOR_BITS") == "256" ? 32 : LLVM.Text(LLVM.GetHostCPUFeatures()).Contains("+avx512vl", StringComparison.Ordinal) ? 64 : 32;

    private nint CreateMachine()
    {
        if (LLVM.GetTargetFromTriple(_triple, out nint target, out nint message) != 0)
        {
            throw new InvalidOperationException(LLVM.Text(message));
        }
        return LLVM.CreateTargetMachine(target, _triple, LLVM.Text(LLVM.GetHostCPUName()), LLVM.Text(LLVM.GetHostCPUFeatures()), DefaultLevel, PositionIndependent, 0);
    }

    /// <summary>The address of the function <paramref name="function"/> of a text. What was compiled before, for this processor, is not compiled again.</summary>
    /// <exception cref="InvalidOperationException">LLVM rejects the text: our bug.</exception>
    public nint Compile(string text, string function)
    {
        LLVM.GetVersion(out uint major, out uint minor, out uint patch);
        string key = ObjectCache.Key(text, _triple, LLVM.Text(LLVM.GetHostCPUName()), LLVM.Text(LLVM.GetHostCPUFeatures()), Passes, FormattableString.Invariant($"{major}.{minor}.{patch}"));
        lock (_lock)
        {
            if (!_compiled.TryGetValue(key, out nint address))
            {
                // Its name in the object is its own, so that all of them can be linked into this process.
                string own = "kp_" + key;
                byte[]? code = ObjectCache.Find(key);
                if (code is null)
                {
                    code = Emit(text.Replace($"@{function}(", $"@{own}(", StringComparison.Ordinal));
                    ObjectCache.Add(key, code);
                }
                _compiled[key] = address = Link(code, own);
            }
            return address;
        }
    }

    /// <summary>The object of a text.</summary>
    private unsafe byte[] Emit(string text)
    {
        nint context = LLVM.ContextCreate();
        nint module = Parse(context, text);
        LLVM.SetTarget(module, _triple);
        LLVM.SetModuleDataLayout(module, LLVM.CreateTargetDataLayout(_machine));
        if (LLVM.VerifyModule(module, ReturnStatus, out nint fault) != 0)
        {
            throw new InvalidOperationException(LLVM.Text(fault));
        }
        nint options = LLVM.CreatePassBuilderOptions();
        Check(LLVM.RunPasses(module, Passes, _machine, options));
        LLVM.DisposePassBuilderOptions(options);
        if (LLVM.TargetMachineEmitToMemoryBuffer(_machine, module, ObjectFile, out nint message, out nint buffer) != 0)
        {
            throw new InvalidOperationException(LLVM.Text(message));
        }
        byte[] code = new Span<byte>(LLVM.GetBufferStart(buffer), (int)LLVM.GetBufferSize(buffer)).ToArray();
        LLVM.DisposeMemoryBuffer(buffer);
        LLVM.DisposeModule(module);
        LLVM.ContextDispose(context);
        return code;
    }

    private unsafe nint Link(byte[] code, string function)
    {
        fixed (byte* data = code)
        {
            Check(LLVM.OrcLLJITAddObjectFile(_jit, _dylib, LLVM.CreateMemoryBufferWithMemoryRangeCopy(data, (nuint)code.Length, function)));
        }
        Check(LLVM.OrcLLJITLookup(_jit, out ulong address, function));
        return (nint)address;
    }

    private static unsafe nint Parse(nint context, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        fixed (byte* data = bytes)
        {
            nint buffer = LLVM.CreateMemoryBufferWithMemoryRangeCopy(data, (nuint)bytes.Length, "kernel");
            return LLVM.ParseIRInContext(context, buffer, out nint module, out nint message) == 0 ? module : throw new InvalidOperationException(LLVM.Text(message));
        }
    }

    private static void Check(nint error)
    {
        if (error != 0)
        {
            throw new InvalidOperationException(LLVM.Text(LLVM.GetErrorMessage(error)));
        }
    }
}
