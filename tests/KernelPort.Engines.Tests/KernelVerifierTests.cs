using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Engines.Verification;
using KernelPort.Ir;
using KernelPort.Launches;
using KernelPort.Passes;

namespace KernelPort.Engines.Tests;

/// <summary>Inputs that are made for kernels: they fit, right text passes on them, and wrong text is found and made small.</summary>
public class KernelVerifierTests
{
    private const string Scale = """
        __global__ void scale(const float *x, float *y, float a, int n) {
            int i = blockIdx.x * blockDim.x + threadIdx.x;
            if (i < n) y[i] = a * x[i] + 1.0f;
        }
        """;

    private static KernelVerification Verify(string text, string kernel, IBackend backend, VerificationOptions? options = null) =>
        new KernelVerifier(Places.Runner, options ?? new VerificationOptions()).Run(new SourceText("it.cu", text), new CompilerOptions(), kernel, [(backend, backend.Targets[0])]);

    private static IBackend Musa => BackendCatalogue.All.First(b => b.Name == "musa");

    [Fact]
    public void Right_text_passes_on_sizes_around_the_block()
    {
        var result = Verify(Scale, "scale", Musa);
        result.Problem.ShouldBeEmpty();
        result.Cases.Select(c => c.Size).Distinct().ShouldBe([0, 1, 255, 256, 257, 775]);
        result.Targets.ShouldAllBe(t => t.Outcome == Outcome.Passed && t.Histogram.Count > 2000);
        result.Targets.Select(t => t.Engine).ShouldBe(["musa:mp_31/ir", "musa:mp_31"]);
    }

    [Fact]
    public void Wrong_text_is_found_and_made_small()
    {
        var result = Verify(Scale, "scale", new Wrong(Musa, "i < n", "i < n - 1"));
        var bad = result.Targets[0];
        bad.Outcome.ShouldBe(Outcome.Failed);
        bad.Codes.ShouldBe(["KP6202"]);
        // the smallest size of which the wrong text misses an element
        var header = LaunchHeader.Parse(bad.Reproduction!);
        header.Errors.ShouldBeEmpty();
        header.Launches.Single().Steps[0].Arguments.OfType<ScalarArgument>().First(a => a.Name == "n").Text.ShouldBe("1");
        // and the file it is in is a kernel test that the right text passes
        var file = KernelFile.Load(new SourceText("small.cu", bad.Reproduction!), new CompilerOptions());
        Places.Runner.RunTwin(file).Outcome.ShouldBe(Outcome.Passed);
        KernelTestRunner.RunReference(file, "reference", Pipeline.Nothing, new Execution.ExecutionOptions()).Outcome.ShouldBe(Outcome.Passed);
    }

    [Theory]
    [InlineData(" + 7", " + 8", "KP6203", 4, "thread (0,0,0) of block (0,0,0) gets 8, on the reference executor 7")]
    [InlineData(" > 40", " > 41", "KP6204", 6, "thread (9,0,0) of block (1,0,0) goes to line 8, on the reference executor it goes to line 6")]
    [InlineData("% 3", "% 5", "KP6203", 8, "thread (3,0,0) of block (0,0,0) gets 3, on the reference executor 0")]
    public void The_first_value_that_differs_is_named(string right, string wrong, string code, int line, string who)
    {
        var result = Verify("""
            __device__ int twice(int x) { return 2 * x; }
            __global__ void k(int* out, int n) {
                int i = blockIdx.x * blockDim.x + threadIdx.x;
                int a = i + 7;
                if (i > 40) {
                    a = twice(a);
                }
                int b = i % 3;
                if (i < n) out[i] = a + b;
            }
            """, "k", new Wrong(Musa, right, wrong), new VerificationOptions { Block = new Launches.Extent(32, 1, 1), Sizes = [64] });
        var divergence = result.Targets[0].Divergence.ShouldNotBeNull();
        divergence.Code.ShouldBe(code);
        divergence.Message.ShouldContain(who);
        divergence.Span.Line.ShouldBe(line);
        // text that agrees has none
        Verify(Scale, "scale", Musa).Targets[0].Divergence.ShouldBeNull();
    }

    /// <summary>Machines make NaNs of different bits; what is told is the first value for which that matters.</summary>
    [Fact]
    public void One_NaN_is_as_good_as_another()
    {
        var result = Verify("""
            __global__ void k(int* out, int n) {
                int i = blockIdx.x * blockDim.x + threadIdx.x;
                int bits = 2143289344;
                float nan = __int_as_float(bits + 1);
                int low = __float_as_int(nan) & 7;
                if (i < n) out[i] = low;
            }
            """, "k", new Wrong(Musa, "(bits + 1)", "(bits + 2)"), new VerificationOptions { Block = new Launches.Extent(32, 1, 1), Sizes = [32] });
        var divergence = result.Targets[0].Divergence.ShouldNotBeNull();
        divergence.Span.Line.ShouldBe(5);
        divergence.Message.ShouldContain("gets 2, on the reference executor 1");
    }

    [Fact]
    public void A_difference_of_some_units_in_the_last_place_is_counted_and_weighed()
    {
        var wrong = new Wrong(Musa, "1.0f", "1.0000002f");
        Verify(Scale, "scale", wrong, new VerificationOptions { Ulp = 0 }).Targets[0].Outcome.ShouldBe(Outcome.Failed);
        var allowed = Verify(Scale, "scale", wrong, new VerificationOptions { Ulp = 1e9 }).Targets[0];
        allowed.Outcome.ShouldBe(Outcome.Passed);
        allowed.Histogram.Counts.First(c => c.Name == "2 ulp").Count.ShouldBeGreaterThan(0);
    }

    private const string Mixed = """
        __global__ void mixed(const float *x, float *direct, float *less, float *exact, int *count, int n) {
            int i = blockIdx.x * blockDim.x + threadIdx.x;
            if (i >= n) return;
            __shared__ float s[64];
            s[threadIdx.x] = expf(x[i]);
            direct[i] = s[threadIdx.x];
            less[i] = s[threadIdx.x] - 1.0f;
            exact[i] = sqrtf(x[i]) * 3.0f / 7.0f + 1.0f;
            count[i] = (int)(16777216.0f * sinf(x[i] * 0.5f));
        }
        """;

    private static readonly VerificationOptions OneBlock = new() { Block = new Launches.Extent(64, 1, 1), Sizes = [64] };

    [Fact]
    public void How_far_a_buffer_may_be_follows_from_the_functions_that_reach_it()
    {
        var result = Verify(Mixed, "mixed", new Wrong(Musa, "expf", "expf"), OneBlock);
        result.Targets[0].Outcome.ShouldBe(Outcome.Passed, result.Targets[0].Detail);
        result.Tolerances.Select(t => $"{t.Buffer}: {t.Why.Split(',')[0]}").ShouldBe(
        [
            "x: exact: no inexact function reaches it", "direct: each value as far as exp of f32 (2 ulp) can move it", "less: each value as far as exp of f32 (2 ulp) can move it",
            "exact: exact: no inexact function reaches it", "count: each value as far as sin of f32 (2 ulp) can move it",
        ]);
        // two answers that are within 2 ulp and 1 of the truth; the difference loses leading bits
        result.Tolerances[1].Moved.ShouldBeInRange(3, 6);
        result.Tolerances[2].Moved.ShouldBeGreaterThan(16);
    }

    [Fact]
    public void What_functions_may_be_wrong_is_allowed_and_no_more()
    {
        var slightly = Verify(Mixed, "mixed", new Wrong(Musa, "= expf(", "= 1.0000001f * expf("), OneBlock).Targets[0];
        slightly.Outcome.ShouldBe(Outcome.Passed, slightly.Detail);
        slightly.Histogram.Counts.First(c => c.Name == "equal").Count.ShouldBeLessThan(slightly.Histogram.Count);
        var far = Verify(Mixed, "mixed", new Wrong(new Wrong(Musa, "= expf(", "= 1.0001f * expf("), "sqrtf(", "1.0000001f * sqrtf("), OneBlock).Targets[0];
        far.Outcome.ShouldBe(Outcome.Failed);
        far.Buffers.Where(b => b.Mismatches > 0).Select(b => b.Name).ShouldBe(["direct", "less", "exact"]);
    }

    /// <summary>docs/semantics.md has the bounds, once for people.</summary>
    [Fact]
    public void The_bounds_are_those_of_the_page()
    {
        string page = File.ReadAllText(Path.Combine(Places.Root, "docs", "semantics.md"));
        foreach (var f in Intrinsics.All.Where(f => !f.Name.StartsWith("fast_", StringComparison.Ordinal) && f != Intrinsics.Lgamma))
        {
            if (FunctionBounds.Documented(f, IrType.F32) is { } bound)
            {
                page.ShouldContain(FormattableString.Invariant($"| `{f.Name}` | {bound.Ulp} | {FunctionBounds.Documented(f, IrType.F64)!.Ulp} |"));
            }
        }
    }

    [Fact]
    public void Pointers_are_also_aligned_for_their_types_and_no_better()
    {
        // one element in, nothing is 16 bytes aligned
        var vectors = Verify("__global__ void k(float *p, int n) { int i = threadIdx.x; if (i < n / 4) reinterpret_cast<float4 *>(p)[i] = make_float4(1.0f, 2.0f, 3.0f, 4.0f); }", "k", new Wrong(Musa, "1.0f", "1.0f"), OneBlock);
        vectors.LeftOut.ShouldHaveSingleItem().ShouldContain("KP6009: misaligned access");
        vectors.LeftOut[0].ShouldEndWith("(size 64, random values, pointers one element in)");
        vectors.Targets[0].Outcome.ShouldBe(Outcome.Passed);
        var scalars = Verify(Scale, "scale", new Wrong(Musa, "1.0f", "1.0f"), OneBlock);
        scalars.Cases[^1].ToString().ShouldBe("size 64, random values, pointers one element in");
        scalars.Targets[0].Outcome.ShouldBe(Outcome.Passed, scalars.Targets[0].Detail);
    }

    [Fact]
    public void Buffers_grow_to_what_the_kernel_touches()
    {
        var result = Verify("""
            __global__ void rows(const int *x, int *y, int n) {
                int i = blockIdx.x * blockDim.x + threadIdx.x;
                if (i < n) for (int k = 0; k < 7; k++) y[7 * i + k] = x[i * n + k % n];
            }
            """, "rows", Musa, new VerificationOptions { Sizes = [40] });
        result.Problem.ShouldBeEmpty();
        result.Targets.ShouldAllBe(t => t.Outcome == Outcome.Passed && t.Histogram.Count == (2 * ((40 * 39) + 7 + 280)) + 2); // with pointers at the start and one element in
    }

    [Fact]
    public void A_kernel_for_one_warp_a_block_gets_it()
    {
        var result = Verify("""
            __global__ void sums(const float *x, float *y, int n) {
                float s = 0.0f;
                for (int i = threadIdx.x; i < n; i += 32) s += x[blockIdx.x * n + i];
                for (int d = 16; d > 0; d /= 2) s += __shfl_down_sync(0xffffffffu, s, d);
                if (threadIdx.x % 32 == 0) y[blockIdx.x] = s;
            }
            """, "sums", Musa);
        result.Problem.ShouldBeEmpty();
        result.Block.ShouldBe(new Launches.Extent(32, 1, 1));
    }

    [Theory]
    [InlineData("__global__ void k(float **rows, int n) { rows[0][n] = 1.0f; }", "has pointers inside")]
    [InlineData("struct View { float *data; int n; }; __global__ void k(View v) { v.data[v.n] = 1.0f; }", "has pointers inside")]
    [InlineData("__global__ void k(int *x, int n) { x[-1 - n] = 1; }", "before its start")]
    [InlineData("__global__ void k(int *x, long long n) { x[n * 1000000 + 100000000] = 1; }", "would need more than")]
    public void Where_no_inputs_can_be_made_it_is_said(string text, string why)
    {
        var result = Verify(text, "k", Musa);
        result.Problem.ShouldContain(why);
        result.Targets.ShouldBeEmpty();
    }

    /// <summary>A backend that prints one thing wrong.</summary>
    private sealed class Wrong(IBackend right, string text, string instead) : IBackend
    {
        public string Name => right.Name;

        public IReadOnlyList<Target> Targets => right.Targets;

        /// <summary>Only the printed text is wrong: none is migrated.</summary>
        public bool IsCudaDialect => false;

        public Pipeline Lowering(Target target) => right.Lowering(target);

        public EmittedFile Emit(Ir.Module module, Target target, string sourceName)
        {
            var file = right.Emit(module, target, sourceName);
            file.Text.ShouldContain(text);
            return file with { Text = file.Text.Replace(text, instead, StringComparison.Ordinal) };
        }

        public EmittedFile Emit(Ir.Module module, Target target, string sourceName, EmissionOptions options) => Emit(module, target, sourceName);
    }
}
