using System.Text;
using KernelPort.Backends.Cpu.Llvm;
using KernelPort.Backends.Llvm;
using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes;

namespace KernelPort.Backends.Cpu;

/// <summary>The CPU itself, through LLVM: a block is a vector, all lanes in lock step under masks.</summary>
public sealed partial class Backend : IBackend, IInProcessEngine, IKernelLibraries
{
    private static readonly Evidence Ours = Evidence.Code("LLVM 19 language reference; run here");

    public string Name => "cpu";

    public bool IsCudaDialect => false;

    public bool IsLinkedIntoPacks => true;

    public IReadOnlyList<Target> Targets { get; } =
    [
        new Target
        {
            Name = "cpu",
            Extension = ".o",
            WarpWidth = 32,
            SharedMemoryBytes = 256 * 1024,
            SharedMemoryFrom = Ours,
            Intrinsics = Intrinsics.All.ToDictionary(i => i, i => VectorEmitter.Knows(i)
                ? (Support)new Support.Native(i.Name, Ours)
                : new Support.Gap("the vector emitter has no form of it", Ours)),
            LanguageFrom = Ours,
        },
    ];

    public string EngineName => "llvm";

    /// <summary>Whether a product and a sum may become one rounding, as nvcc's -fmad=true has it; without it all engines give the same bits.</summary>
    public bool Contracts { get; init; } = true;

    /// <summary>What a launch may write before its stores go past the caches; what the last cache of this machine holds, where it is not said.</summary>
    public long? CacheBytes { get; init; }

    /// <summary>The processor that code to be run is made for, one of <see cref="Processors"/>: this machine's, or another whose code it can run.</summary>
    public string ProcessorName { get; init; } = "native";

    private Processor Chosen => Processor.Find(ProcessorName);

    public string? Missing => CpuProgram.IsAvailable ? null : "libLLVM 19 (Debian: apt-get install libllvm19)";

    public IKernelProgram? Compile(Module module, Function kernel, Extent block, IReadOnlyDictionary<string, ulong> globals, out string reason) =>
        CpuProgram.Compile(module, kernel, block, CacheBytes is { } bytes ? Chosen with { CacheBytes = bytes } : Chosen, globals, Contracts, out reason);

    public Pipeline Lowering(Target target) => CpuProgram.Lowering;

    public IReadOnlyList<OutputForm> Forms =>
        [new("obj") { Missing = Missing }, new("asm") { Missing = Missing }, new("llvm-ir")];

    public IReadOnlyList<string> Processors => Processor.Names;

    public EmittedFile Emit(Module module, Target target, string sourceName) => Emit(module, target, sourceName, EmissionOptions.None);

    /// <summary>The module's LLVM text, or where asked for its assembly, or its object with a header, the runtime and a library of both.</summary>
    public EmittedFile Emit(Module module, Target target, string sourceName, EmissionOptions options)
    {
        var processor = Processor.Find(options.Processor);
        var kernels = module.Kernels.Select(k => (k, options.BlocksOf(k))).ToList();
        string text = ObjectText.Of(module, kernels, processor, Contracts, marked: options.HasLines);
        IReadOnlyList<(int Line, Span From)> lines = [];
        if (options.HasLines && kernels.Count > 0)
        {
            (text, lines) = MarkedLines.Read(text, kernels[0].k.From.Span.Source!);
        }
        if (options.Form is not ("obj" or "asm"))
        {
            return new EmittedFile(".ll", text, lines);
        }
        text = LineTable.Attach(text, lines, isForObjects: options.Form == "obj");
        byte[] code = LlvmMachine.Of(processor).Emit(text, options.Form == "obj" ? OutputKind.Object : OutputKind.Assembly);
        string bytes = Encoding.Latin1.GetString(code);
        if (options.Form == "asm")
        {
            return new EmittedFile(".s", bytes, lines.Count > 0 ? LineTable.Read(bytes, lines[0].From.Source!) : []);
        }
        string stem = Path.GetFileNameWithoutExtension(sourceName);
        var companions = new Dictionary<string, string>(SharedLibrary.RuntimeFiles) { [stem + ".h"] = ObjectHeader.Of(module, kernels, stem, processor) };
        List<Diagnostic> notes = [];
        if (SharedLibrary.Link(stem, code, processor, out string reason) is { } library)
        {
            companions[$"lib{stem}.so"] = Encoding.Latin1.GetString(library);
        }
        else
        {
            notes.Add(TargetRules.NoLibrary.At(Span.None, $"lib{stem}.so", reason).For(target.Name));
        }
        return new EmittedFile(".o", bytes, []) { IsBytes = true, Companions = companions, Notes = notes };
    }

    public IReadOnlyList<Diagnostic> Refusals(Module lowered, Function kernel, Target target, EmissionOptions options)
    {
        var blocks = options.BlocksOf(kernel);
        if (blocks.Count == 0)
        {
            return [TargetRules.UnknownBlock.At(kernel.From.Span, kernel.SourceName).For(target.Name)];
        }
        foreach (var block in blocks)
        {
            var made = CpuProgram.Emit(lowered, kernel, block, kernel.Name, Processor.Find(options.Processor), null, Contracts, out string reason);
            if (made is null)
            {
                return [TargetRules.Gap.At(kernel.From.Span, kernel.SourceName, reason).For(target.Name)];
            }
        }
        return [];
    }
}
