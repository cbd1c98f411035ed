using System.Runtime.CompilerServices;
using KernelPort.Backends.CLike;
using KernelPort.Backends.CSharp.Vectors;
using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes;
using KernelPort.Passes.Lower;

namespace KernelPort.Backends.CSharp;

/// <summary>C# for .NET: each kernel a method that runs one thread, compiled in memory by Roslyn; kernels with
/// shared memory and barriers a method that runs one block, region by region.</summary>
public sealed partial class Backend : IBackend, IInProcessEngine, IKernelLibraries
{
    internal static readonly Evidence DotNet = Evidence.Document("the C# language and .NET 10 class library");

    public string Name => "csharp";

    public bool IsCudaDialect => false;

    public string EngineName => "csharp";

    public string? Missing => RuntimeFeature.IsDynamicCodeSupported ? null : "the .NET runtime's compiler (this kernelport is native code; the .NET tool has it)";

    public IReadOnlyList<Target> Targets { get; } =
    [
        new Target
        {
            Name = "csharp",
            Extension = ".cs",
            WarpWidth = 32,
            Intrinsics = CSharpWords.Operations(),
            Atomic = (_, type, _) => type is Scalar.I32 or Scalar.U32 or Scalar.I64 or Scalar.U64 or Scalar.F32 or Scalar.F64 ? null : new Support.Gap("System.Threading.Interlocked takes 32 and 64 bits here", DotNet),
            LanguageFrom = DotNet,
        },
    ];

    public Pipeline Lowering(Target target) => new([new ExpandDp4a(), new WidenHalf(), new SampleTextures(), new VotesWithinMask(), new ActiveMaskAsBallot()]);

    /// <summary>What comes after kernels have their form: pointers without spaces, arrays without rows.</summary>
    private static readonly Pipeline Flattened = new([new DropNamedSpaces(), new PointToElements(), new FlattenArrays()]);

    public EmittedFile Emit(Module module, Target target, string sourceName) => Emit(module, target, sourceName, EmissionOptions.None);

    public EmittedFile Emit(Module module, Target target, string sourceName, EmissionOptions options) =>
        Print(module, [.. module.Kernels.Select(k => (k.Name, KernelForm.Of(module, k, options.BlockOf(k))))], target, sourceName, TypeName(sourceName)).File;

    public IReadOnlyList<Diagnostic> Refusals(Module lowered, Function kernel, Target target, EmissionOptions options) =>
        Refusals(KernelForm.Of(lowered, kernel, options.BlockOf(kernel)), kernel, target);

    private static IReadOnlyList<Diagnostic> Refusals(KernelForm form, Function kernel, Target target) =>
        form.NeedsBlock ? [TargetRules.UnknownBlock.At(kernel.From.Span, kernel.SourceName).For(target.Name)]
            : form.Gap is { } gap ? [TargetRules.Gap.At(gap.At.IsNone ? kernel.From.Span : gap.At, kernel.SourceName, gap.What + " is not emitted as C# yet").For(target.Name)]
            : CapabilityCheck.Run(form.Module, form.Module.Find(kernel.Name)!, WithVectors(target));

    public IKernelProgram? Compile(Module module, Function kernel, Extent block, IReadOnlyDictionary<string, ulong> globals, out string reason)
    {
        // Said here once more, in these words, for the native compiler to leave the C# compiler out.
        if (!RuntimeFeature.IsDynamicCodeSupported)
        {
            reason = Missing!;
            return null;
        }
        return Driven(module, kernel, block, globals, out reason) is { } driven ? CSharpProgram.Compile(driven, out reason) : null;
    }

    private DrivenKernel? Driven(Module module, Function kernel, Extent block, IReadOnlyDictionary<string, ulong> globals, out string reason)
    {
        var before = CapabilityCheck.Run(module, kernel, Targets[0]);
        module = Lowering(Targets[0]).Run(module with { Functions = CapabilityCheck.Reachable(module, kernel).ToEquatable() });
        var form = KernelForm.Of(module, module.Find(kernel.Name)!, block);
        reason = before.Concat(Refusals(form, kernel, Targets[0])).FirstOrDefault()?.Message ?? "";
        if (reason.Length > 0)
        {
            return null;
        }
        var (file, printed) = Print(module, [(kernel.Name, form)], Targets[0], "kernel.cu", DrivenKernel.Kernels);
        var names = CLikeEmitter.GlobalNames(printed, CSharpWords.Dialect, Targets[0]);
        var addresses = printed.Globals.ToDictionary(g => names[g.Name], g => (g.Type is ArrayType a ? a.Element : g.Type, globals[g.Name]), StringComparer.Ordinal);
        return new DrivenKernel(file.Text, printed.Find(kernel.Name)!, block, form.Block is not null, printed.Functions.Any(LaunchText.Prints), addresses);
    }

    /// <summary>One text of several kernels, each with what it calls; a function that two of them call does the same in both.</summary>
    private static (EmittedFile File, Module Printed) Print(Module module, IReadOnlyList<(string Kernel, KernelForm Form)> forms, Target target, string sourceName, string type)
    {
        var printed = Flattened.Run(module with { Functions = forms.SelectMany(f => f.Form.Module.Functions).DistinctBy(f => f.Name, StringComparer.Ordinal).ToEquatable() });
        var blocks = forms.Where(f => f.Form.Block is not null).ToDictionary(f => f.Kernel, f => f.Form.Block!.Value, StringComparer.Ordinal);
        var dialect = CSharpWords.Dialect with { Prelude = CSharpPrelude.For(printed, type), Postlude = LaunchText.Of(printed, type, blocks) + "}\n" };
        return (CLikeEmitter.Emit(printed, dialect, WithVectors(target), sourceName), printed);
    }

    /// <summary>The target with the words of the text's own vectors, which no kernel asks for.</summary>
    private static Target WithVectors(Target target)
    {
        var operations = target.Intrinsics.ToDictionary();
        foreach (var (operation, spelling) in VectorWords.Spellings)
        {
            operations[operation] = new Support.Native(spelling, DotNet);
        }
        return target with { Intrinsics = operations };
    }

    /// <summary>The struct of a file: <c>RowSoftmaxKernels</c> of row_softmax.cu.</summary>
    internal static string TypeName(string sourceName)
    {
        string stem = Path.GetFileNameWithoutExtension(sourceName);
        var words = stem.Split([.. stem.Where(c => !char.IsAsciiLetterOrDigit(c))], StringSplitOptions.RemoveEmptyEntries);
        string name = string.Concat(words.Select(w => char.ToUpperInvariant(w[0]) + w[1..])) + DrivenKernel.Kernels;
        return char.IsAsciiDigit(name[0]) ? "_" + name : name;
    }
}
