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

    private static string TextOf(string text)
    {
        var module = Compiler.Compiler.Compile(new SourceText("kernel.cu", text), new CompilerOptions()).Module;
        var backend = BackendCatalogue.All.First(b => b.Name == "cpu");
        return backend.Emit(module, backend.Targets[0], "kernel.cu", EmissionOptions.None with { Form = "llvm-ir", Processor = "x86-64-v4", Sizes = [new Extent(64, 1, 1)] }).Text;
    }
}
