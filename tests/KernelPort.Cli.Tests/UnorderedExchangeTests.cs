using KernelPort.Core;
using KernelPort.Cuda;
using KernelPort.Cuda.Hazards;
using KernelPort.Migration;

namespace KernelPort.Cli.Tests;

/// <summary>Which kernels `run` looks at for races: all but those in which the text rules them out.</summary>
public class UnorderedExchangeTests
{
    private const string Head = "__global__ void k(float* x, int n) { __shared__ float s[256]; __shared__ int count; int t = threadIdx.x; ";

    [Theory]
    [InlineData("s[t] = x[t]; __syncthreads(); x[t] = s[255 - t];", false)]
    [InlineData("s[t] = x[t]; x[t] = s[255 - t];", true)]
    [InlineData("s[t] = x[t]; __syncwarp(); x[t] = s[t ^ 1];", true)]
    [InlineData("s[t] = x[t]; s[t] += 1; x[t] = s[t];", false)]
    [InlineData("int u = t / 2; s[u] = x[t]; x[t] = s[u];", true)]
    [InlineData("s[n % 7] += 1;", true)]
    [InlineData("atomicAdd(&s[n % 7], 1.0f);", false)]
    [InlineData("atomicAdd(&s[n % 7], 1.0f); x[t] = s[t];", true)]
    [InlineData("for (int i = 0; i < n; i++) { s[t] = x[i]; __syncthreads(); x[t] += s[255 - t]; }", true)]
    [InlineData("for (int i = 0; i < n; i++) { s[t] = x[i]; __syncthreads(); x[t] += s[255 - t]; __syncthreads(); }", false)]
    [InlineData("if (n > 3) { s[t] = 1; __syncthreads(); } else { s[t] = 2; } x[t] = s[255 - t];", true)]
    [InlineData("if (t == 0) count = n; __syncthreads(); x[t] = count;", false)]
    [InlineData("if (t == 0) count += n; x[t] = count;", true)]
    [InlineData("float* p = s; p[t] = x[t]; x[t] = s[255 - t];", true)]
    [InlineData("float* p = &s[n]; for (int i = 0; i < 4; i++) p[i * t] = x[i];", true)]
    [InlineData("x[t] = x[t + 1];", false)]
    public void Of_a_kernel(string body, bool looked) => Sites(Head + body + " }").Any().ShouldBe(looked);

    [Theory]
    [InlineData("struct Any { __device__ operator float*(); }; __global__ void k(float* x) { float* s = Any(); s[threadIdx.x] = x[0]; x[threadIdx.x] = s[threadIdx.x + 1]; }", true)]
    [InlineData("__device__ void tail(float* s, int t) { s[t] += s[t + 16]; }", true)]
    [InlineData("__device__ float own(const float* s, int t) { return s[t] + s[t + 16]; }", false)]
    [InlineData("__global__ void k(float* x) { __shared__ float s[8][8]; s[threadIdx.y][threadIdx.x] = x[0]; s[threadIdx.y][threadIdx.x] += 1; }", false)]
    [InlineData("__global__ void k(float* x) { __shared__ float s[8][8]; s[threadIdx.y][0] = x[threadIdx.x]; x[threadIdx.x] = s[threadIdx.y][0]; }", true)]
    public void Of_other_text(string text, bool looked) => Sites(text).Any().ShouldBe(looked);

    private static IEnumerable<HazardSite> Sites(string text) =>
        SourceTree.Read("/", [new SourceText("/kernel.cu", text)], new ParseOptions()).Files.SelectMany(f => f.Hazards).Where(h => h.Kind == HazardKind.UnorderedExchange);
}
