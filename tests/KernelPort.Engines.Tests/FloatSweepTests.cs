using System.Runtime.InteropServices;
using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Engines.Verification;
using KernelPort.Ir;

namespace KernelPort.Engines.Tests;

/// <summary>
/// The functions of one float on the engines that compile into this process, against the same in double, rounded once: by as many units in the last place as
/// CUDA documents. Inputs are bit patterns at equal distances: 65,536 of them, or as many as KP_SWEEP says (4294967296 is every float);
/// KP_SWEEP_ENGINE takes one of them. It prints what it measures.
/// </summary>
public sealed class FloatSweepTests
{
    private const int PerLaunch = 1 << 24;
    private const int Smallest = 4096;

    private static readonly Dictionary<string, (Intrinsic Function, Func<double, double> Truth)> Functions = new()
    {
        ["sqrtf"] = (Intrinsics.Sqrt, Math.Sqrt), ["rsqrtf"] = (Intrinsics.Rsqrt, x => 1 / Math.Sqrt(x)), ["cbrtf"] = (Intrinsics.Cbrt, Math.Cbrt), ["rcbrtf"] = (Intrinsics.Rcbrt, x => 1 / Math.Cbrt(x)),
        ["expf"] = (Intrinsics.Exp, Math.Exp), ["exp2f"] = (Intrinsics.Exp2, x => Math.Pow(2, x)), ["exp10f"] = (Intrinsics.Exp10, x => Math.Pow(10, x)), ["expm1f"] = (Intrinsics.Expm1, Expm1),
        ["logf"] = (Intrinsics.Log, Math.Log), ["log2f"] = (Intrinsics.Log2, Math.Log2), ["log10f"] = (Intrinsics.Log10, Math.Log10), ["log1pf"] = (Intrinsics.Log1p, Log1p),
        ["sinf"] = (Intrinsics.Sin, Math.Sin), ["cosf"] = (Intrinsics.Cos, Math.Cos), ["tanf"] = (Intrinsics.Tan, Math.Tan), ["sinpif"] = (Intrinsics.Sinpi, Sinpi), ["cospif"] = (Intrinsics.Cospi, Cospi),
        ["asinf"] = (Intrinsics.Asin, Math.Asin), ["acosf"] = (Intrinsics.Acos, Math.Acos), ["atanf"] = (Intrinsics.Atan, Math.Atan),
        ["sinhf"] = (Intrinsics.Sinh, Math.Sinh), ["coshf"] = (Intrinsics.Cosh, Math.Cosh), ["tanhf"] = (Intrinsics.Tanh, Math.Tanh),
        ["asinhf"] = (Intrinsics.Asinh, Math.Asinh), ["acoshf"] = (Intrinsics.Acosh, Math.Acosh), ["atanhf"] = (Intrinsics.Atanh, Math.Atanh),
    };

    public static TheoryData<string> Names() => [.. Functions.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_function_is_as_close_as_CUDA_documents(string name)
    {
        long count = long.TryParse(Environment.GetEnvironmentVariable("KP_SWEEP"), out long asked) ? Math.Clamp(asked, 1, 1L << 32) : 1 << 16;
        var (function, truth) = Functions[name];
        double bound = FunctionBounds.Documented(function, IrType.F32)?.Ulp ?? 0;
        string? only = Environment.GetEnvironmentVariable("KP_SWEEP_ENGINE");
        foreach (var engine in BackendCatalogue.All.OfType<IInProcessEngine>().Where(e => only is null || e.EngineName == only))
        {
            if (engine.Missing is { } missing)
            {
                Console.WriteLine($"not run, because this is not installed: {missing}");
                continue;
            }
            var worst = Worst(engine, name, truth, count);
            worst.ShouldNotBeNull($"{engine.EngineName} has no form of {name}");
            var (ulp, at) = worst.Value;
            Console.WriteLine(Build.Invariant($"{name} on {engine.EngineName}: {ulp} ulp of {bound} documented, at {at:R}, of {count} inputs"));
            ((double)ulp).ShouldBeLessThanOrEqualTo(bound, Build.Invariant($"{name}({at:R}) on {engine.EngineName}"));
        }
    }

    /// <summary>The greatest distance from the truth, and where; null where the engine has no form of the function.</summary>
    private static (long Ulp, float At)? Worst(IInProcessEngine engine, string name, Func<double, double> truth, long count)
    {
        uint step = (uint)Math.Max(1, (1L << 32) / count);
        int size = (int)Math.Min(count, PerLaunch);
        var worst = (Ulp: 0L, At: 0f);
        // The smallest of both signs each by each: what loses their last bit shows nowhere else.
        foreach (var (first, by, many) in Enumerable.Range(0, (int)(count / size)).Select(i => ((uint)(i * (long)size * step), step, size)).Append((0u, 1u, Smallest)).Append((1u << 31, 1u, Smallest)))
        {
            var file = KernelFile.Load(new SourceText("sweep.cu", $$"""
                // launch: sweep<<<{{Math.Max(1, many / 256)}}, 256>>>(first: {{first}}, step: {{by}}, count: {{many}}, out: float[{{many}}] = poison)
                __global__ void sweep(unsigned first, unsigned step, unsigned count, float *out) {
                    unsigned i = blockIdx.x * blockDim.x + threadIdx.x;
                    if (i < count) out[i] = {{name}}(__uint_as_float(first + i * step));
                }
                """), new CompilerOptions());
            file.Header.Errors.ShouldBeEmpty();
            var run = InProcessEngine.Run(file, file.Compilation.Module, file.Header.Launches[0], engine);
            if (run.Problem.StartsWith("gap: ", StringComparison.Ordinal))
            {
                return null;
            }
            run.Problem.ShouldBeEmpty();
            var results = MemoryMarshal.Cast<byte, float>(run.Buffers["out"]);
            for (int i = 0; i < many; i++)
            {
                float x = BitConverter.UInt32BitsToSingle(first + ((uint)i * by));
                long far = Distance(results[i], (float)truth(x));
                worst = far > worst.Ulp ? (far, x) : worst;
            }
        }
        return worst;
    }

    /// <summary>The floats between two, zero for two NaNs; from a NaN to a number it is further than any.</summary>
    private static long Distance(float a, float b)
    {
        static long Place(float x) => BitConverter.SingleToInt32Bits(x) is var bits && bits < 0 ? -(bits & (long)int.MaxValue) : bits;
        return float.IsNaN(a) || float.IsNaN(b) ? (float.IsNaN(a) == float.IsNaN(b) ? 0 : 1L << 32) : Math.Abs(Place(a) - Place(b));
    }

    // Without the difference of near numbers: .NET has no function of these names.
    private static double Expm1(double x) => Math.Abs(x) > 1 ? Math.Exp(x) - 1 : 2 * Math.Sinh(x / 2) * Math.Exp(x / 2);

    private static double Log1p(double x) => Math.Abs(x) > 0.5 ? Math.Log(1 + x) : 2 * Math.Atanh(x / (2 + x));

    private static double Sinpi(double x)
    {
        double turn = Math.IEEERemainder(x, 2);
        return Math.Abs(turn) > 0.5 ? Math.Sin(Math.PI * (Math.CopySign(1, turn) - turn)) : x == 0 ? x : Math.Sin(Math.PI * turn);
    }

    private static double Cospi(double x)
    {
        double turn = Math.Abs(Math.IEEERemainder(x, 2));
        return turn > 0.75 ? -Math.Cos(Math.PI * (1 - turn)) : turn > 0.25 ? Math.Sin(Math.PI * (0.5 - turn)) : Math.Cos(Math.PI * turn);
    }
}
