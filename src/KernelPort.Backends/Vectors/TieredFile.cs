using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes;
using KernelPort.Passes.Lower;

namespace KernelPort.Backends.Vectors;

/// <summary>The file of a module's kernels for a machine of vectors, each in the best tier it has, or why it has none.</summary>
public sealed class TieredFile(VectorMachine vectors, ScalarMachine threads)
{
    private const int MergedLanes = 2048;

    // Where lanes pick from a span, more of them reach further than one has room.
    private const int SpannedLanes = 1024;

    private static readonly Pipeline AsArguments = new([new TakeGlobalsAsArguments()]);

    public EmittedFile Emit(Module module, Target target, string sourceName, EmissionOptions options)
    {
        var variables = LaunchFunctions.Variables(module);
        module = AsArguments.Run(module);
        var texts = new List<string>();
        var helpers = new HashSet<string>(StringComparer.Ordinal);
        var scalars = new List<(string Kernel, ScalarForm Form, string Why)>();
        var forms = new List<KernelForm>();
        foreach (var kernel in module.Kernels)
        {
            if (Vector(module, kernel, options, helpers, out var why) is { } vector)
            {
                texts.Add(vector.Text);
                forms.Add(vector.Form);
            }
            else
            {
                string because = why is null ? "the size of its blocks is not known" : Because(why);
                scalars.Add((kernel.Name, ScalarForm.Of(module, kernel, options.BlockOf(kernel)), why is null ? "" : because));
                forms.Add(new KernelForm(kernel.SourceName, "T2", because));
            }
        }
        var w = new CodeWriter();
        w.Write(texts.Count > 0 ? vectors.VectorHead : "");
        foreach (var (_, helper) in vectors.Helpers.Where(h => helpers.Contains(h.Name)))
        {
            w.Write(helper);
        }
        foreach (var (_, helper) in FreeFunctions.Free.Where(h => helpers.Contains(h.Name)))
        {
            w.Write(helper.Replace(FreeFunctions.Head, threads.FunctionHead, StringComparison.Ordinal));
        }
        foreach (string vector in texts)
        {
            w.Line();
            w.Write(vector);
        }
        if (scalars.Count > 0)
        {
            w.Line();
            w.Write(ScalarText.Of(threads, scalars, helpers, sourceName));
        }
        string text = w.ToString();
        return new EmittedFile(target.Extension, Fidelity(text, options) + vectors.Head + text, []) { Forms = forms, Variables = variables };
    }

    /// <summary>Which of its recipes rely on what no document promises.</summary>
    private string Fidelity(string text, EmissionOptions options)
    {
        var relied = vectors.Assumptions.Where(a => !a.IsAvoided(options) && a.Words.Any(w => text.Contains(w, StringComparison.Ordinal))).Select(a => a.ToString()).ToList();
        return (relied.Count == 0 ? "" : $"// Relies, where its numbers reach so far, on what no document promises: {string.Join("; ", relied)}.\n")
            + (options.Reassociates && text.Contains(VectorEmitter.SumOfMemory, StringComparison.Ordinal) ? "// Sums of a block's shared memory are in the machine's own order, not CUDA's (--reassociate).\n" : "");
    }

    private static string Because(NotVectorised why) => why.At.IsNone ? why.Message : Build.Invariant($"line {why.At.Line}: {why.Message}");

    /// <summary>A kernel as vectors; null where it has no such form, and then why.</summary>
    /// <param name="helpers">Takes the functions it needs.</param>
    private VectorText? Vector(Module module, Function kernel, EmissionOptions options, HashSet<string> helpers, out NotVectorised? why)
    {
        why = null;
        if (options.BlockOf(kernel) is not { } block)
        {
            return null;
        }
        // Short loops written out, arrays and early returns taken apart: longer text, which is only wanted where the shorter has no form, or for lanes that shuffle,
        // whose distances are then numbers. What is made once for all blocks is given up where there is no room for it.
        var reachable = module with { Functions = CapabilityCheck.Reachable(module, kernel).ToEquatable() };
        Pipeline[] pipelines = [Pipeline.ToValues, Pipeline.ToVectors(block.X, block.Y, block.Z)];
        bool shuffles = reachable.Functions.Any(f => CallFinder.Has(f, Operations.IsShuffle));
        foreach (var (pipeline, sparing) in shuffles ? [(pipelines[1], false), (pipelines[0], false), (pipelines[1], true), (pipelines[0], true)] : pipelines.Select(p => (p, false)))
        {
            try
            {
                var values = pipeline.Run(reachable);
                var form = values.Find(kernel.Name)!;
                var how = new VectorOptions(1, sparing) { Reassociates = options.Reassociates, KeepsRange = options.KeepsIntRange, SelectsFloats = options.SelectsFloats };
                var vector = VectorEmitter.Emit(vectors, form, block, how);
                if (FlatKernels.Is(form, block))
                {
                    vector = Merged(form, block, how with { IsSparing = false }) ?? vector;
                }
                else
                {
                    vector = WithRows(form, block, how) ?? vector;
                }
                helpers.UnionWith(vector.Helpers);
                return vector;
            }
            catch (NotVectorised e)
            {
                why ??= e;
            }
        }
        return null;
    }

    /// <summary>As many blocks as one as make copies of 8 KB, or fewer where the memory of vectors has no room.</summary>
    private VectorText? Merged(Function form, Extent block, VectorOptions how)
    {
        for (int merged = MergedLanes / block.X; merged > 1; merged /= 2)
        {
            try
            {
                var vector = VectorEmitter.Emit(vectors, form, block, how with { Merged = merged });
                if (vector.Form.Tier == "T0" || merged * block.X <= SpannedLanes)
                {
                    return vector;
                }
            }
            catch (NotVectorised)
            {
                // Of fewer there may be room.
            }
        }
        return null;
    }

    /// <summary>Rows that a block walks through come in copies of 8 KB, or of less where there is no room; null where the kernel has none.</summary>
    private VectorText? WithRows(Function form, Extent block, VectorOptions how)
    {
        for (int row = MergedLanes; row > block.X && RowLoop.IsIn(form); row /= 2)
        {
            try
            {
                return VectorEmitter.Emit(vectors, form, block, how with { Row = row }) is { Rows: > 0 } vector ? vector : null;
            }
            catch (NotVectorised)
            {
                // Shorter pieces take less.
            }
        }
        return null;
    }

    public IReadOnlyList<Diagnostic> Refusals(Module module, Function kernel, Target target, EmissionOptions options)
    {
        module = AsArguments.Run(module);
        kernel = module.Find(kernel.Name)!;
        if (Vector(module, kernel, options, [], out var why) is not null)
        {
            return [];
        }
        var form = ScalarForm.Of(module, kernel, options.BlockOf(kernel));
        // Both ways are ours to make wider: the text says what stands in each.
        return ScalarText.Refusals(threads, form.Gap is { } gap && why is not null ? form with { Gap = gap with { What = $"{gap.What}; as vectors, {Because(why)}" } } : form, kernel, target);
    }
}
