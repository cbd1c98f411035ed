using KernelPort.Backends.Cann.Threads;
using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes;

namespace KernelPort.Backends.Cann.Vector;

/// <summary>The file of a module's kernels for A2, each in the best tier it has, or why it has none.</summary>
internal static class VectorFile
{
    private const string Head = """
        #include "kernel_operator.h"
        using namespace AscendC;

        __aicore__ inline float KpFloat(uint32_t bits)
        {
            union { uint32_t u; float f; } x;
            x.u = bits;
            return x.f;
        }

        __aicore__ inline uint32_t KpWordOf(float value)
        {
            union { uint32_t u; float f; } x;
            x.f = value;
            return x.u;
        }

        """;

    private const int MergedLanes = 1024;

    private const string VectorHelpers = """

        __aicore__ inline int32_t KpClamp(int64_t value, int32_t most) { return value < 0 ? 0 : value > most ? most : int32_t(value); }

        // How many multiples of a step, from 0 on, lie below a limit.
        __aicore__ inline int64_t KpSteps(int64_t limit, int64_t step) { return limit <= 0 ? 0 : (limit + step - 1) / step; }

        // An unsigned index of neighbouring lanes: where the lanes that run are, less the times that it wrapped. Lanes that wrap where others do not are no row.
        __aicore__ inline int64_t KpUnwrapped(int64_t base, int64_t least, int64_t most)
        {
            const int64_t wraps = (base + least) >> 32 << 32;
            ascendc_assert(most < least || base + most - wraps < (int64_t(1) << 32), "an unsigned index wraps between neighbouring threads\\n");
            return base - wraps;
        }

        // The same bits: no vector copy of any length exists, but adding 0 to them as numbers does.
        template <class T> __aicore__ inline void KpCopy(const LocalTensor<T>& to, const LocalTensor<T>& from, int32_t n)
        {
            Adds(to.template ReinterpretCast<int32_t>(), from.template ReinterpretCast<int32_t>(), int32_t(0), n);
        }

        """;

    public static EmittedFile Emit(Module module, Target target, string sourceName, EmissionOptions options)
    {
        var vectors = new List<string>();
        var helpers = new HashSet<string>(StringComparer.Ordinal);
        var scalars = new List<(string Kernel, ScalarForm Form, string Why)>();
        var forms = new List<KernelForm>();
        foreach (var kernel in module.Kernels)
        {
            if (Vector(module, kernel, options, helpers, out var why) is { } vector)
            {
                vectors.Add(vector.Text);
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
        w.Write(Head);
        w.Write(vectors.Count > 0 ? VectorHelpers : "");
        foreach (var (_, helper) in CopyHelpers.All.Where(h => helpers.Contains(h.Name)))
        {
            w.Write(helper);
        }
        foreach (var (_, helper) in ScalarHelpers.Free.Where(h => helpers.Contains(h.Name)))
        {
            w.Write(helper);
        }
        foreach (string text in vectors)
        {
            w.Line();
            w.Write(text);
        }
        if (scalars.Count > 0)
        {
            w.Line();
            w.Write(ScalarText.Of(scalars, helpers, sourceName));
        }
        return new EmittedFile(target.Extension, w.ToString(), []) { Forms = forms };
    }

    private static string Because(NotVectorised why) => why.At.IsNone ? why.Message : Build.Invariant($"line {why.At.Line}: {why.Message}");

    /// <param name="helpers">Takes the functions of <see cref="ScalarHelpers.Free"/> it needs.</param>
    /// <summary>A kernel as vectors; null where it has no such form, and then why.</summary>
    private static VectorText? Vector(Module module, Function kernel, EmissionOptions options, HashSet<string> helpers, out NotVectorised? why)
    {
        why = null;
        if (options.BlockOf(kernel) is not { } block)
        {
            return null;
        }
        // Short loops written out, arrays and early returns taken apart: longer text, which is only wanted where the shorter has no form.
        foreach (var pipeline in new[] { VectorTarget.ToVectors, Pipeline.ToVectors(block.X, block.Y, block.Z) })
        {
            try
            {
                var values = pipeline.Run(module with { Functions = CapabilityCheck.Reachable(module, kernel).ToEquatable() });
                var form = values.Find(kernel.Name)!;
                var vector = VectorEmitter.Emit(values, form, block);
                if (FlatKernels.Is(form, block))
                {
                    vector = Merged(values, form, block) ?? vector;
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

    /// <summary>As many blocks as one as make copies of 4 KB, or fewer where the unified buffer has no room.</summary>
    private static VectorText? Merged(Module values, Function form, Extent block)
    {
        for (int merged = MergedLanes / block.X; merged > 1; merged /= 2)
        {
            try
            {
                return VectorEmitter.Emit(values, form, block, merged);
            }
            catch (NotVectorised)
            {
                // Of fewer there may be room.
            }
        }
        return null;
    }

    public static IReadOnlyList<Diagnostic> Refusals(Module module, Function kernel, Target target, EmissionOptions options)
    {
        if (Vector(module, kernel, options, [], out var why) is not null)
        {
            return [];
        }
        var form = ScalarForm.Of(module, kernel, options.BlockOf(kernel));
        // Both ways are ours to make wider: the text says what stands in each.
        return ScalarText.Refusals(form.Gap is { } gap && why is not null ? form with { Gap = $"{gap}; as vectors, {Because(why)}" } : form, kernel, target);
    }
}
