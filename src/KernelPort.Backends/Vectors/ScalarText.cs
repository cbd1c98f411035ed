using System.Text;
using KernelPort.Backends.CLike;
using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <summary>The text of kernels of scalar threads (tier T2): a class whose functions are what one thread, or one block, does, and for each kernel the entry that calls it.</summary>
internal static class ScalarText
{
    private const string Class = "KpThreads";

    /// <summary>What stands in the way of a kernel's scalar form; nothing where there is one.</summary>
    public static IReadOnlyList<Diagnostic> Refusals(ScalarMachine machine, ScalarForm form, Function kernel, Target target)
    {
        if (form.NeedsBlock)
        {
            return [TargetRules.UnknownBlock.At(kernel.From.Span, kernel.SourceName).For(target.Name)];
        }
        if (form.Gap is { } gap)
        {
            return [TargetRules.Gap.At(gap.At.IsNone ? kernel.From.Span : gap.At, kernel.SourceName, gap.What).For(target.Name)];
        }
        var printed = form.Module.Find(kernel.Name)!;
        // That a pointer says its memory is the language's rule; that nobody knows which it is, is ours.
        var found = CapabilityCheck.Run(form.Module, printed, machine.Target)
            .Select(d => d.Code == TargetRules.GenericPointer.Code ? TargetRules.Gap.At(d.Span, kernel.SourceName, "a pointer into a memory that is not known: it was kept in a struct, or is one of two").For(target.Name) : d)
            .DistinctBy(d => (d.Code, d.Message, d.Span.Line)).Concat(machine.NoOldValues is { } why ? AtomicResults.In(form.Module, target, why) : []).ToList();
        long bytes = SharedLayout.Of(printed).Bytes + machine.OwnBytes;
        if (found.Count == 0 && bytes > machine.Target.SharedMemoryBytes)
        {
            found.Add(TargetRules.TooMuchShared.At(kernel.From.Span, bytes, machine.Target.SharedMemoryBytes, machine.Target.SharedMemoryFrom.Source).For(target.Name));
        }
        return found;
    }

    /// <param name="given">Helpers that the file has already.</param>
    public static string Of(ScalarMachine machine, IReadOnlyList<(string Kernel, ScalarForm Form, string WhyNoVectors)> forms, IReadOnlySet<string> given, string sourceName)
    {
        var module = forms[0].Form.Module with
        {
            Functions = forms.SelectMany(f => f.Form.Module.Functions).DistinctBy(f => f.Name, StringComparer.Ordinal).ToEquatable(),
            Structs = forms.SelectMany(f => f.Form.Module.Structs).DistinctBy(s => s.Name, StringComparer.Ordinal).ToEquatable(),
        };
        var (prelude, head) = ScalarPrelude.For(machine, module, Class, given);
        var known = forms.ToDictionary(f => f.Kernel, StringComparer.Ordinal);
        var dialect = machine.Dialect with { Prelude = prelude, FunctionsHead = head, Postlude = "};\n", Entry = (kernel, declare) => Entry(machine, kernel, known[kernel.Name].Form.Block, known[kernel.Name].WhyNoVectors, declare) };
        string text = CLikeEmitter.Emit(module, dialect, machine.Target, sourceName).Text;
        // The file has a title already.
        return text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
    }

    private static string Entry(ScalarMachine machine, Function kernel, Extent? block, string whyNoVectors, Func<IrType, string, string> declare)
    {
        var words = machine.Entry;
        var names = new Namer([.. machine.Dialect.Reserved, "gridX", "gridY", "gridZ", "blockX", "blockY", "blockZ", "dynamicBytes", "kpThreads", "kpIndex"]);
        var parameters = kernel.Parameters.Select(p => (Type: kernel.TypeOf(p), Name: names.Name(kernel.Lets[p.Index].Name))).ToList();
        string declared = string.Concat(parameters.Select(p => (p.Type is PointerType ? words.Pointer + " " + p.Name : declare(p.Type, p.Name)) + ", "));
        string given = string.Join(", ", parameters.Select(p => p.Type is PointerType ? $"({declare(p.Type, "").TrimEnd()}){p.Name}" : p.Name));
        long bytes = SharedLayout.Of(kernel).Bytes;
        var text = new StringBuilder();
        text.Append(Build.Invariant($"\n// {kernel.SourceName}{(block is { } size ? $", for blocks of ({size.X}, {size.Y}, {size.Z})" : "")}. T2: scalar{(whyNoVectors.Length > 0 ? $"; no vectors: {whyNoVectors}" : "")}\n"));
        text.Append($"{words.Head} void {kernel.Name}({declared}uint32_t gridX, uint32_t gridY, uint32_t gridZ, uint32_t blockX, uint32_t blockY, uint32_t blockZ, uint32_t dynamicBytes)\n{{\n");
        text.Append(words.Begin);
        if (block is { } b)
        {
            text.Append(words.BlockCheck(kernel, b));
        }
        text.Append(Build.Invariant($"    {Class} kpThreads;\n    kpThreads.Init(KpExtent{{gridX, gridY, gridZ}}, KpExtent{{blockX, blockY, blockZ}}, {bytes}u + dynamicBytes);\n"));
        text.Append($"    for (uint32_t kpIndex = {words.Core}; kpIndex < gridX * gridY * gridZ; kpIndex += {words.Cores}) {{\n        kpThreads.kpBlock = KpExtent{{kpIndex % gridX, kpIndex / gridX % gridY, kpIndex / gridX / gridY}};\n");
        text.Append(block is null
            ? $"        for (kpThreads.kpThread.z = 0; kpThreads.kpThread.z < blockZ; ++kpThreads.kpThread.z)\n            for (kpThreads.kpThread.y = 0; kpThreads.kpThread.y < blockY; ++kpThreads.kpThread.y)\n                for (kpThreads.kpThread.x = 0; kpThreads.kpThread.x < blockX; ++kpThreads.kpThread.x) kpThreads.{kernel.Name}({given});\n"
            : $"        kpThreads.{kernel.Name}({given});\n");
        return text.Append("    }\n}\n").ToString();
    }

    /// <summary>Atomics on global memory whose old value is looked at: no copy gives it back.</summary>
    private sealed class AtomicResults(Module module, Target target, Evidence why) : Walker
    {
        private readonly List<Diagnostic> _found = [];
        private Function _function = null!;

        public static IReadOnlyList<Diagnostic> In(Module module, Target target, Evidence why)
        {
            var finder = new AtomicResults(module, target, why);
            foreach (var f in module.Functions)
            {
                finder._function = f;
                finder.Walk(f);
            }
            return finder._found;
        }

        protected override void Enter(Stmt statement)
        {
            if (statement is Atomic { Result: { } result } a && Build.SpaceOf(a.Target, _function, module) == AddressSpace.Global && LetUses.Of(_function).ContainsKey(result))
            {
                _found.Add(TargetRules.MissingAtomic.At(a.From.Span, $"the old value of {a.Op.ToString().ToLowerInvariant()} on {a.Target.Type}", "copies that combine give no old value back", why.Source).For(target.Name));
            }
        }
    }
}
