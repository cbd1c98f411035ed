using System.Text;
using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes.Lower;

namespace KernelPort.Backends.Llvm;

/// <summary>What backends that print LLVM text share.</summary>
public static class LlvmTargets
{
    /// <summary>The operations' rows: what the emitter or the device's library has a form of; the others are gaps, for what the backend says instead.</summary>
    public static Dictionary<Intrinsic, Support> Operations(LlvmLibrary device, Evidence evidence)
    {
        var rows = Intrinsics.All.ToDictionary(i => i, i => LlvmEmitter.Knows(i, device)
            ? (Support)new Support.Native(i.Name, evidence)
            : new Support.Gap("there is no form of it in LLVM's language yet", evidence));
        foreach (var i in Intrinsics.Textures)
        {
            rows[i] = new Support.Lowered(new SampleTextures(), evidence);
        }
        return rows;
    }

    public static EmittedFile Emit(Module module, LlvmDialect dialect, Target target, string sourceName) => LlvmEmitter.Emit(module, dialect, target, sourceName);

    /// <summary>The text in another form; where LLVM refuses it the text itself, with what LLVM says.</summary>
    /// <param name="hasLines">It carries the lines of the CUDA text.</param>
    /// <param name="throughAssembly">The compiler makes assembly and hands that on.</param>
    public static EmittedFile Compiled(EmittedFile text, string extension, bool isBytes, IEnumerable<string> options, Target target, bool hasLines, bool throughAssembly = false) =>
        LlvmCompiler.Compile(hasLines ? LineTable.Attach(text.Text, text.LineMap, isForObjects: isBytes && !throughAssembly) : text.Text, options, out string reason) is { } bytes
            ? new EmittedFile(extension, Encoding.Latin1.GetString(bytes), []) { IsBytes = isBytes }.WithLines(hasLines && !isBytes, text.LineMap)
            : text with { Notes = [TargetRules.NotAssembled.At(Span.None, extension, reason).For(target.Name)] };

    private static EmittedFile WithLines(this EmittedFile assembly, bool hasLines, IReadOnlyList<(int Line, Span From)> lines) =>
        hasLines && lines.Count > 0 ? assembly with { LineMap = LineTable.Read(assembly.Text, lines[0].From.Source!) } : assembly;

    /// <summary>What the capability table cannot say because it depends on types.</summary>
    public static IReadOnlyList<Diagnostic> Refusals(Module lowered, Function kernel, LlvmDialect dialect, Target target) =>
        LlvmEmitter.Lacks(lowered, kernel, dialect) is { } lacks ? [TargetRules.Gap.At(lacks.At, kernel.SourceName, lacks.What).For(target.Name)] : [];
}
