using System.Text;

namespace KernelPort.Backends.Cpu.Llvm;

/// <summary>What LLVM writes: as its C API numbers them.</summary>
internal enum OutputKind
{
    Assembly,
    Object,
}

/// <summary>Turns LLVM text into code of one processor: parse, verify, optimise, emit.</summary>
internal sealed class LlvmMachine
{
    private const int NoLevel = 0;
    private const int DefaultLevel = 2;

    // Lines of text above which LLVM's allocation of registers takes minutes, more than its better code gives back: 40,000 and more written out took it more than one.
    private const int MostLines = 25_000;
    private const int PositionIndependent = 2;
    private const int ReturnStatus = 2;

    // The part of LLVM's default that our text has a use for: it comes with its vectors, and with most loops written out. Half the time, the same code.
    // Only loops that ask for it are unrolled; where there are some, counters are widened to addresses' size first.
    private const string Before = "cgscc(inline),function(sroa<modify-cfg>,early-cse<memssa>,instcombine<no-verify-fixpoint>,simplifycfg,loop-mssa(loop-rotate,licm),";
    private const string WidenCounters = "loop(indvars),";
    private const string After = "gvn,dse,vector-combine,loop-unroll<O2;full-unroll-max=0;no-partial;no-peeling;no-runtime;no-upperbound>,simplifycfg)";

    private static string PassesFor(string text) => text.Contains(VectorKernel.Unrolled, StringComparison.Ordinal) ? Before + WidenCounters + After : Before + After;

    private static readonly Dictionary<string, LlvmMachine> Made = new(StringComparer.Ordinal);

    private readonly Processor _processor;
    private readonly string _triple;
    private readonly nint _machine;
    private readonly Lazy<nint> _quick;
    private readonly Lock _lock = new();

    private LlvmMachine(Processor processor)
    {
        if (processor.IsArm)
        {
            LLVM.InitializeAArch64TargetInfo();
            LLVM.InitializeAArch64Target();
            LLVM.InitializeAArch64TargetMC();
            LLVM.InitializeAArch64AsmPrinter();
        }
        else
        {
            LLVM.InitializeX86TargetInfo();
            LLVM.InitializeX86Target();
            LLVM.InitializeX86TargetMC();
            LLVM.InitializeX86AsmPrinter();
        }
        _processor = processor;
        _triple = processor.Triple;
        _machine = Create();
        _quick = new Lazy<nint>(() => Create(NoLevel));
    }

    public static LlvmMachine Of(Processor processor)
    {
        lock (Made)
        {
            return Made.TryGetValue(processor.Name, out var machine) ? machine : Made[processor.Name] = new LlvmMachine(processor);
        }
    }

    /// <summary>What its code depends on besides the text.</summary>
    public IReadOnlyList<string> Identity
    {
        get
        {
            LLVM.GetVersion(out uint major, out uint minor, out uint patch);
            return [_triple, _processor.LlvmName, _processor.Features, Before + WidenCounters + After, FormattableString.Invariant($"{major}.{minor}.{patch}")];
        }
    }

    /// <summary>A machine of LLVM's, for who takes it over.</summary>
    public nint Create() => Create(DefaultLevel);

    private nint Create(int level) => LLVM.GetTargetFromTriple(_triple, out nint target, out nint message) == 0
        ? LLVM.CreateTargetMachine(target, _triple, _processor.LlvmName, _processor.Features, level, PositionIndependent, 0)
        : throw new InvalidOperationException(LLVM.Text(message));

    /// <summary>The object or the assembly of a text.</summary>
    /// <exception cref="InvalidOperationException">LLVM rejects the text: our bug.</exception>
    public unsafe byte[] Emit(string text, OutputKind kind)
    {
        lock (_lock)
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
            Check(LLVM.RunPasses(module, PassesFor(text), _machine, options));
            LLVM.DisposePassBuilderOptions(options);
            nint emitter = text.AsSpan().Count('\n') > MostLines ? _quick.Value : _machine;
            if (LLVM.TargetMachineEmitToMemoryBuffer(emitter, module, (int)kind, out nint message, out nint buffer) != 0)
            {
                throw new InvalidOperationException(LLVM.Text(message));
            }
            byte[] code = new Span<byte>(LLVM.GetBufferStart(buffer), (int)LLVM.GetBufferSize(buffer)).ToArray();
            LLVM.DisposeMemoryBuffer(buffer);
            LLVM.DisposeModule(module);
            LLVM.ContextDispose(context);
            return code;
        }
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

    /// <exception cref="InvalidOperationException">LLVM reports an error.</exception>
    public static void Check(nint error)
    {
        if (error != 0)
        {
            throw new InvalidOperationException(LLVM.Text(LLVM.GetErrorMessage(error)));
        }
    }
}
