using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;

namespace KernelPort.Engines.Tests;

/// <summary>What the text for CPUs says of kernels whose answers would be the same without it; the kernel tests hold the answers.</summary>
public class VectorTextTests
{
    private const string Adds = "const unsigned char *in, int *bins, int n) { __shared__ int h[64]; h[threadIdx.x] = 0; __syncthreads(); "
        + "for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += gridDim.x * blockDim.x) atomicAdd(&h[in[i] & 63], 1); __syncthreads(); ";

    [Theory]
    [InlineData("atomicAdd(&bins[threadIdx.x], h[threadIdx.x]); }", true)]
    [InlineData("if (threadIdx.x > 5) atomicAdd(bins, h[threadIdx.x]); }", true)]
    [InlineData("for (int k = 0; k < 3; k++) atomicAdd(&bins[threadIdx.x], k); }", true)]
    // What they add to differs from block to block, or from turn to turn.
    [InlineData("atomicAdd(&bins[blockIdx.x], h[threadIdx.x]); }", false)]
    [InlineData("for (int k = 0; k < n; k++) atomicAdd(&bins[k], h[threadIdx.x]); }", false)]
    // Somebody looks, or may: at the sum, at what lies there, in turn with another, or after a fence.
    [InlineData("h[atomicAdd(&bins[threadIdx.x], 1)] = 0; bins[64] = h[0]; }", false)]
    [InlineData("atomicAdd(&bins[threadIdx.x], 1); bins[64 + threadIdx.x] = bins[threadIdx.x]; }", false)]
    [InlineData("for (int k = 0; k < n; k++) { h[k] += in[k]; atomicAdd(&bins[threadIdx.x], h[threadIdx.x]); } }", false)]
    [InlineData("atomicAdd(&bins[threadIdx.x], 1); atomicMax(&bins[threadIdx.x], 7); }", false)]
    [InlineData("atomicAdd(&bins[threadIdx.x], 1); __threadfence(); }", false)]
    public void Additions_wait_for_the_last_block_where_nobody_can_tell(string rest, bool wait) =>
        TextOf("__global__ void adds(" + Adds + rest).Contains("call void @llvm.memset", StringComparison.Ordinal).ShouldBe(wait);

    [Theory]
    [InlineData("unsigned char", "gridDim.x * blockDim.x", true)]
    [InlineData("unsigned char", "step", true)]
    // A step that the text says the processor foresees, and a piece of so many bytes too.
    [InlineData("unsigned char", "blockDim.x", false)]
    [InlineData("float", "gridDim.x * blockDim.x", false)]
    public void Small_pieces_far_apart_are_asked_for_ahead(string type, string step, bool ahead) =>
        TextOf($"__global__ void sums(const {type} *in, float *out, int n, int step) {{ float s = 0; "
            + $"for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += {step}) s += in[i]; out[blockIdx.x * blockDim.x + threadIdx.x] = s; }}")
            .Contains("call void @llvm.prefetch", StringComparison.Ordinal).ShouldBe(ahead);

    /// <summary>A float4 is a vector of 512 bits for each four threads, four for each vector of them: nothing is stored under a mask, lane by lane or element by element.</summary>
    [Theory]
    [InlineData("out[i] = make_float4(v.w, v.z, v.y, v.x);", 16)]
    // Field by field: what waits for its neighbours goes with them.
    [InlineData("out[i].x = v.y; out[i].z = v.w; out[i].y = v.x; out[i].w = v.z;", 16)]
    [InlineData("out[i].x = v.y; out[i].z = v.w; out[i].y = v.x;", 0)]
    public void Structures_of_equal_fields_are_stored_in_whole_vectors(string stores, int whole)
    {
        string text = TextOf($"__global__ void fours(const float4 *in, float4 *out) {{ int i = blockIdx.x * blockDim.x + threadIdx.x; float4 v = in[i]; {stores} }}");
        // Each of them past the caches, and not.
        Count(text, ", align 64, !nontemporal").ShouldBe(whole);
        text.Split('\n').Count(l => l.StartsWith("  store <16 x float> ", StringComparison.Ordinal) && l.EndsWith(", align 4", StringComparison.Ordinal)).ShouldBe(whole);
        text.Contains("@llvm.masked.store", StringComparison.Ordinal).ShouldBe(whole == 0);
    }

    [Theory]
    [InlineData("unsigned char", "i8.1")]
    [InlineData("short", "i16.2")]
    public void Narrow_numbers_that_lanes_store_anywhere_go_through_one_loop(string type, string name)
    {
        string text = TextOf($"__global__ void narrow(const int *at, {type} *out) {{ int i = threadIdx.x; out[at[i]] = 1; if (at[i] > 3) out[at[i] * 3] = 2; if (at[i] > 7) out[at[i] * 5] = 3; }}");
        Count(text, $"define internal void @kp.scatter.{name}(").ShouldBe(1);
        // For each of four vectors the first store, and those under a condition where all lanes are on, and where some are.
        Count(text, $"call void @kp.scatter.{name}(").ShouldBe(4 * (1 + 2 + 2));
        text.ShouldNotContain("@llvm.masked.scatter");
    }

    /// <summary>Edges of guarded arrays, where stores under masks are slow.</summary>
    [Theory]
    [InlineData("x86-64-v3", true)]
    [InlineData("x86-64-v4", false)]
    [InlineData("x86-64-v2", false)]
    public void Edges_are_overlapping_stores_where_masked_ones_are_slow(string processor, bool overlapping) =>
        TextOf("__global__ void edge(float *out, int n) { int i = blockIdx.x * blockDim.x + threadIdx.x; if (i < n) out[i] = i; }", processor)
            .Contains("call void @kp.store.run(", StringComparison.Ordinal).ShouldBe(overlapping);

    /// <summary>Blocks along a row of the grid take turns, a row of threads at a time, where lanes lie side by side in straight code.</summary>
    [Theory]
    [InlineData("out[y * w + x] = in[y * w + x + w] - in[y * w + x];", 2)]
    // Lines that a block writes a piece of serve its other rows.
    [InlineData("out[x * w + y] = in[y * w + x];", 4)]
    // Turns wait for each other: more rows hide it.
    [InlineData("float s = 0; for (int k = 0; k < w; k++) s = s * s + in[y * w + x]; out[y * w + x] = s;", 8)]
    public void Straight_code_walks_one_row_of_threads(string stores, int vectors)
    {
        string text = TextOf($"__global__ void rows(int w, const float *__restrict__ in, float *__restrict__ out) {{ int x = blockIdx.x * 32 + threadIdx.x, y = blockIdx.y * 4 + threadIdx.y; {stores} }}",
            "x86-64-v4", new Extent(32, 4, 1));
        (Count(text, ", !nontemporal") + Count(text, "call void @llvm.masked.scatter")).ShouldBe(vectors);
    }

    /// <summary>Two neighbouring blocks are one where threads know no more of their place than its sum, and an element of a row serves both.</summary>
    [Theory]
    [InlineData("sum += in[y * n + i] * in[i * n + x];", 16, true)]
    // A block has two vectors a row already; nothing is one for a row; a thread sees more of its place.
    [InlineData("sum += in[y * n + i] * in[i * n + x];", 32, false)]
    [InlineData("sum += in[i * n + x];", 16, false)]
    [InlineData("sum += in[y * n + i] * in[i * n + x + blockIdx.x];", 16, false)]
    [InlineData("sum += in[y * n + i] * in[i * n + x - threadIdx.x];", 16, false)]
    public void Neighbouring_blocks_go_together(string turn, int width, bool together) =>
        TextOf($"__global__ void product(const float *__restrict__ in, float *__restrict__ out, int n) {{ int x = blockIdx.x * blockDim.x + threadIdx.x, y = blockIdx.y * blockDim.y + threadIdx.y; "
            + $"float sum = 0; for (int i = 0; i < n; i++) {turn} out[y * n + x] = sum; }}", "x86-64-v4", new Extent(width, 16, 1))
            .Contains(".pairs(", StringComparison.Ordinal).ShouldBe(together);

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static string TextOf(string text, string processor = "x86-64-v4", Extent? size = null)
    {
        var module = Compiler.Compiler.Compile(new SourceText("kernel.cu", text), new CompilerOptions()).Module;
        var backend = BackendCatalogue.All.First(b => b.Name == "cpu");
        return backend.Emit(module, backend.Targets[0], "kernel.cu", EmissionOptions.None with { Form = "llvm-ir", Processor = processor, Sizes = [size ?? new Extent(64, 1, 1)] }).Text;
    }
}
