using System.Diagnostics;
using System.Runtime.InteropServices;
using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Engines.Verification;
using KernelPort.Ir;
using KernelPort.Passes.Instrument;

namespace KernelPort.Engines.Tests;

/// <summary>
/// The functions of one float on the engines that compile into this process, against the truth rounded once: by as many units in the last place as CUDA
/// documents. Inputs are bit patterns at equal distances: 65,536 of them, or as many as KP_SWEEP says (4294967296 is every float);
/// KP_SWEEP_ENGINE takes one engine. It prints what it measures.
/// </summary>
public sealed class FloatSweepTests(FloatSweepTests.Library library) : IClassFixture<FloatSweepTests.Library>
{
    private const int PerLaunch = 1 << 20;
    private const int Smallest = 4096;
    private const int Quarters = 8192;

    // It is no operation of the IR.
    private const int OfNormcdf = 5;

    /// <summary>The truth is compiled once.</summary>
    public sealed class Library : IDisposable
    {
        internal Truth? Truth { get; } = Truth.Load(out _);

        public void Dispose() => Truth?.Dispose();
    }

    // By CUDA's name, with the operation that documents its error (none: it is rounded correctly), and the name of the truth where it is another.
    private static readonly Dictionary<string, (Intrinsic? Function, string Truth)> Functions = new (string Name, Intrinsic? Function, string? Truth)[]
    {
        ("sqrtf", Intrinsics.Sqrt, null), ("rsqrtf", Intrinsics.Rsqrt, null), ("cbrtf", Intrinsics.Cbrt, null), ("rcbrtf", Intrinsics.Rcbrt, null),
        ("expf", Intrinsics.Exp, null), ("exp2f", Intrinsics.Exp2, null), ("exp10f", Intrinsics.Exp10, null), ("expm1f", Intrinsics.Expm1, null),
        ("logf", Intrinsics.Log, null), ("log2f", Intrinsics.Log2, null), ("log10f", Intrinsics.Log10, null), ("log1pf", Intrinsics.Log1p, null),
        ("sinf", Intrinsics.Sin, null), ("cosf", Intrinsics.Cos, null), ("tanf", Intrinsics.Tan, null), ("sinpif", Intrinsics.Sinpi, null), ("cospif", Intrinsics.Cospi, null),
        ("asinf", Intrinsics.Asin, null), ("acosf", Intrinsics.Acos, null), ("atanf", Intrinsics.Atan, null),
        ("sinhf", Intrinsics.Sinh, null), ("coshf", Intrinsics.Cosh, null), ("tanhf", Intrinsics.Tanh, null),
        ("asinhf", Intrinsics.Asinh, null), ("acoshf", Intrinsics.Acosh, null), ("atanhf", Intrinsics.Atanh, null),
        ("erff", Intrinsics.Erf, null), ("erfcf", Intrinsics.Erfc, null), ("lgammaf", Intrinsics.Lgamma, null), ("tgammaf", Intrinsics.Tgamma, null), ("normcdff", null, null),
        ("__frcp_rn", null, null), ("__frsqrt_rn", null, "rsqrtf"), ("__fsqrt_rn", null, "sqrtf"),
        ("floorf", Intrinsics.Floor, null), ("ceilf", Intrinsics.Ceil, null), ("truncf", Intrinsics.Trunc, null), ("roundf", Intrinsics.Round, null),
        ("rintf", Intrinsics.Rint, null), ("fabsf", Intrinsics.FAbs, null), ("__saturatef", Intrinsics.Saturate, null),
        ("__expf", Intrinsics.FastExp, "expf"), ("__exp10f", Intrinsics.FastExp10, "exp10f"), ("__logf", Intrinsics.FastLog, "logf"), ("__log2f", Intrinsics.FastLog2, "log2f"),
        ("__log10f", Intrinsics.FastLog10, "log10f"), ("__sinf", Intrinsics.FastSin, "sinf"), ("__cosf", Intrinsics.FastCos, "cosf"), ("__tanf", Intrinsics.FastTan, "tanf"),
    }.ToDictionary(f => f.Name, f => (f.Function, f.Truth ?? f.Name), StringComparer.Ordinal);

    /// <summary>What an engine has no form of; it may only shrink.</summary>
    private static readonly HashSet<(string Engine, string Function)> Missing = [("csharp", "lgammaf"), ("csharp", "tgammaf")];

    // First bits, distance of the next, how many. The smallest of both signs each by each: what loses their last bit shows nowhere else; and the three next to each of so many
    // quarters of a circle, where what pi's parts leave off shows.
    private static readonly IEnumerable<(uint First, uint Step, int Many)> Hardest =
        [(0u, 1u, Smallest), (1u << 31, 1u, Smallest), .. Enumerable.Range(1, Quarters).Select(k => (BitConverter.SingleToUInt32Bits((float)(k * (Math.PI / 2))) - 1, 1u, 3))];

    public static TheoryData<string> Names() => [.. Functions.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_function_is_as_close_as_CUDA_documents(string name)
    {
        if (library.Truth is not { } truth)
        {
            Console.WriteLine("not run, because gcc is not installed");
            return;
        }
        long count = long.TryParse(Environment.GetEnvironmentVariable("KP_SWEEP"), out long asked) ? Math.Clamp(asked, 1, 1L << 32) : 1 << 16;
        var bound = (Functions[name].Function is { } function ? FunctionBounds.Documented(function, IrType.F32) : null) ?? new ErrorBound(name == "normcdff" ? OfNormcdf : 0);
        string? only = Environment.GetEnvironmentVariable("KP_SWEEP_ENGINE");
        foreach (var engine in BackendCatalogue.All.OfType<IInProcessEngine>().Where(e => only is null || e.EngineName == only))
        {
            if (engine.Missing is { } missing)
            {
                Console.WriteLine($"not run, because this is not installed: {missing}");
                continue;
            }
            var time = Process.GetCurrentProcess().TotalProcessorTime;
            var measured = Worst(engine, name, truth, count, bound.Absolute);
            (measured is null).ShouldBe(Missing.Contains((engine.EngineName, name)), $"{engine.EngineName} has no form of {name}, or has one now");
            if (measured is not var (worst, inputs))
            {
                continue;
            }
            double seconds = (Process.GetCurrentProcess().TotalProcessorTime - time).TotalSeconds;
            float at = BitConverter.UInt32BitsToSingle(worst.At);
            Console.WriteLine(Build.Invariant($"{name} on {engine.EngineName}: {worst.Worst} ulp of {bound.Ulp} documented, at {at:R}; {worst.Apart} of {inputs} inputs are not rounded correctly; {seconds:F1} s of CPU time"));
            ((double)worst.Worst).ShouldBeLessThanOrEqualTo(bound.Ulp, Build.Invariant($"{name}({at:R}) on {engine.EngineName}"));
        }
    }

    /// <summary>A wrong answer is seen, one bit and whole numbers off, a zero of the other sign, a NaN, and one that only more bits than a double's tell from a right one.</summary>
    [Fact]
    public unsafe void What_is_wrong_is_seen()
    {
        if (library.Truth is not { } truth)
        {
            Console.WriteLine("not run, because gcc is not installed");
            return;
        }
        Truth.Result Of(string function, float x, float answer)
        {
            var result = default(Truth.Result);
            truth.Compare(function, &answer, BitConverter.SingleToUInt32Bits(x), 1, 1, 0, ref result);
            return result;
        }
        Of("expf", 1, 2.7182817f).Worst.ShouldBe(0);
        Of("expf", 1, 2.718282f).Worst.ShouldBe(1);
        Of("expf", 1, 2.75f).Worst.ShouldBeGreaterThan(100_000);
        Of("expf", 1, float.NaN).Worst.ShouldBe(1L << 32);
        Of("sinf", -0f, 0).Worst.ShouldBe(1L << 32);
        Of("sinf", float.PositiveInfinity, float.NaN).Worst.ShouldBe(0);
        // 1 - 2^-25 + 2^-48/24: the middle between two floats, and too little more for what a double is trusted with.
        Of("cosf", MathF.ScaleB(1, -12), 1).Worst.ShouldBe(0);
        Of("cosf", MathF.ScaleB(1, -12), MathF.BitDecrement(1)).Worst.ShouldBe(1);
    }

    /// <summary>The greatest distance from the truth, where, and of how many inputs; null where the engine has no form of the function.</summary>
    private static unsafe (Truth.Result Result, long Inputs)? Worst(IInProcessEngine engine, string name, Truth truth, long count, double absolute)
    {
        uint step = (uint)Math.Max(1, (1L << 32) / count);
        int size = (int)Math.Min(count, PerLaunch);
        var file = KernelFile.Load(new SourceText("sweep.cu", $$"""
            // launch: sweep<<<1, 256>>>(first: 0, step: 1, count: 256, out: float[256] = poison)
            __global__ void sweep(unsigned first, unsigned step, unsigned count, float *out) {
                unsigned i = blockIdx.x * blockDim.x + threadIdx.x;
                if (i < count) out[i] = {{name}}(__uint_as_float(first + i * step));
            }
            """), new CompilerOptions());
        file.Header.Errors.ShouldBeEmpty();
        if (engine.Compile(file.Compilation.Module, file.Kernel(file.Header.Launches[0].Steps[0])!, new Extent(256, 1, 1), new Dictionary<string, ulong>(), out _) is not { } program)
        {
            return null;
        }
        var answers = (float*)NativeMemory.AlignedAlloc(PerLaunch * sizeof(float), 64);
        var result = default(Truth.Result);
        long inputs = 0;
        foreach (var (first, by, many) in Enumerable.Range(0, (int)(count / size)).Select(i => ((uint)(i * (long)size * step), step, size)).Concat(Hardest))
        {
            var end = program.Run(new Extent((many + 255) / 256, 1, 1), 0, [BitConverter.GetBytes(first), BitConverter.GetBytes(by), BitConverter.GetBytes(many), BitConverter.GetBytes((ulong)answers)]);
            end.Problem.ShouldBeNull();
            truth.Compare(Functions[name].Truth, answers, first, by, many, absolute, ref result);
            inputs += many;
        }
        NativeMemory.AlignedFree(answers);
        return (result, inputs);
    }
}
