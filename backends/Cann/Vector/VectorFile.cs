using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.Cann.Vector;

/// <summary>The file of a module's kernels, or why there is none.</summary>
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

        __aicore__ inline int32_t KpClamp(int64_t value, int32_t most) { return value < 0 ? 0 : value > most ? most : int32_t(value); }

        // The same bits: no vector copy of any length exists, but adding 0 to them as numbers does.
        template <class T> __aicore__ inline void KpCopy(const LocalTensor<T>& to, const LocalTensor<T>& from, int32_t n)
        {
            Adds(to.template ReinterpretCast<int32_t>(), from.template ReinterpretCast<int32_t>(), int32_t(0), n);
        }

        """;

    public static EmittedFile Emit(Module module, Target target, string sourceName, EmissionOptions options)
    {
        var w = new CodeWriter();
        w.Write(Head);
        foreach (var kernel in module.Kernels)
        {
            w.Line();
            w.Write(VectorEmitter.Emit(module, kernel, options.BlockOf(kernel)!.Value));
        }
        return new EmittedFile(target.Extension, w.ToString(), []);
    }

    public static IReadOnlyList<Diagnostic> Refusals(Module module, Function kernel, Target target, EmissionOptions options)
    {
        if (options.BlockOf(kernel) is not { } block)
        {
            return [TargetRules.UnknownBlock.At(kernel.From.Span, kernel.SourceName).For(target.Name)];
        }
        try
        {
            VectorEmitter.Emit(module, kernel, block);
            return [];
        }
        catch (NotVectorised e)
        {
            var at = e.At.IsNone ? kernel.From.Span : e.At;
            return [(e.MissingType ? TargetRules.MissingType.At(at, e.Message, "vector units have float and int32 only", "npu-dialects 2.7") : TargetRules.Gap.At(at, kernel.SourceName, e.Message)).For(target.Name)];
        }
    }
}
