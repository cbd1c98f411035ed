using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Execution;

namespace KernelPort.Engines.Tests;

/// <summary>C# by vectors: which kernels take them, and that sixteen threads at once give the reference executor's bits, at every remainder, with memory behind the end that must stay.</summary>
public sealed class CSharpVectorTests
{
    private static readonly IBackend CSharp = BackendCatalogue.All.First(b => b.Targets.Any(t => t.Name == "csharp"));

    private static string TextOf(KernelFile file, EmissionOptions options) => Emission.Run(file.Compilation.Module, CSharp, CSharp.Targets[0], "k.cu", options: options).File!.Text;

    [Theory]
    [InlineData("saxpy", true)]
    [InlineData("triad", true)]
    [InlineData("stencil2d", true)]
    [InlineData("stencil3d", true)]
    [InlineData("matmul_naive", true)]
    [InlineData("matmul_tiled", true)]
    [InlineData("reduce_tree", true)]
    [InlineData("reduce_warp", true)]
    [InlineData("layernorm", true)]
    [InlineData("spmv", false)]
    [InlineData("mandelbrot", false)]
    [InlineData("blackscholes", false)]
    public void Kernels_of_neighbours_take_vectors(string kernel, bool takes)
    {
        var file = KernelFile.Load(SourceText.Read(Path.Combine(Places.Root, "bench", "Cpu", "kernels", kernel + ".cu")), new CompilerOptions());
        TextOf(file, new EmissionOptions { Sizes = [kernel == "matmul_tiled" ? new Extent(16, 16, 1) : new Extent(256, 1, 1)] }).Contains("Vector512.Load", StringComparison.Ordinal).ShouldBe(takes);
    }

    /// <summary>Kernels called as the text's own methods are.</summary>
    [Fact]
    public void Names_of_kernels_are_kept_clear_of()
    {
        const string Text = """
            // launch: k<<<2, 32>>>(out: int[64], n: 60)
            __global__ void k_16(int* out, int n) { if (threadIdx.x < n) out[threadIdx.x] = 16; }
            __global__ void k_block(int* out, int n) { if (threadIdx.x < n) out[threadIdx.x] = 17; }
            __global__ void k(int* out, int n) { int i = blockIdx.x * blockDim.x + threadIdx.x; if (i < n) out[i] = i; }
            """;
        var file = KernelFile.Load(new SourceText("names.cu", Text), new CompilerOptions());
        string text = TextOf(file, file.EmissionOptions());
        text.ShouldNotContain("bool k_16(");
        text.ShouldContain("bool k_block_16(");
        text.Split("void k_block(int* out_1, int n)").Length.ShouldBe(2);
    }

    /// <summary>N is how many of the threads have something to do.</summary>
    private static readonly (string Name, string Text)[] Kernels =
    [
        ("guarded", """
            // launch: k<<<3, 40>>>(in: int[160] = rand(3, -2147483648, 2147483647), f: float[160] = rand(5, -9, 9), out: float[160] = rand(9, 1, 4), ints: int[160] = rand(9, 1, 4), n: N)
            __global__ void k(const int* in, const float* f, float* out, int* ints, int n) {
                int i = blockIdx.x * blockDim.x + threadIdx.x;
                if (i >= n) return;
                float a = __int_as_float(in[i]), b = f[i] * 0.5f + i;
                bool less = a < b || in[i] % 2 == i;
                float c = f[i] > 1.0f ? sqrtf(fabsf(a)) : -a / b;
                out[i] = fmaf(c, b, fminf(a, c)) + fmaxf(floorf(b), a) * rsqrtf(fabsf(b) + 1.0f);
                ints[i] = (in[i] << 3 ^ in[i] >> 5) + (int)b * i - max(in[i], i) + (in[i] > 7 ? i & 31 : ~i);
            }
            """),
        ("unsigned", """
            // launch: k<<<2, 64>>>(in: int[160] = rand(3, -99, 99), out: int[160] = rand(9, 1, 4), n: N)
            __global__ void k(const int* in, int* out, unsigned n) {
                unsigned i = blockIdx.x * blockDim.x + threadIdx.x;
                if (i - 5u < n) out[i] = in[i - 5u] + (int)i;
            }
            """),
        ("arms", """
            // launch: k<<<2, 48>>>(in: float[160] = rand(3, -99, 99), out: float[160] = rand(9, 1, 4), n: N)
            __global__ void k(const float* in, float* out, int n) {
                int i = blockIdx.x * blockDim.x + threadIdx.x;
                float v = 0.0f;
                if (blockIdx.x == 0) { if (i < n - 20) v = in[i] * 2.0f; else v = in[i] + 1.0f; }
                if (i < n) out[i] = v - in[i];
            }
            """),
        ("strides", """
            // launch: k<<<2, 24>>>(in: float[160] = rand(3, -99, 99), out: float[160] = rand(9, 1, 4), n: N)
            __global__ void k(const float* in, float* out, int n) {
                for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += blockDim.x * gridDim.x) out[i] = in[i] * 3.0f + out[i] * 0.0f + i;
            }
            """),
        ("rows", """
            // launch: k<<<2, 100>>>(in: float[400] = rand(3, -8, 8), out: float[400] = rand(9, 1, 4), sums: float[2], n: N)
            __global__ void k(const float* in, float* out, float* sums, int n) {
                __shared__ float s[100];
                const float* row = in + blockIdx.x * 200;
                float* to = out + blockIdx.x * 200;
                int t = threadIdx.x;
                float sum = 0.0f, most = -1e9f;
                for (int c = t; c < n; c += blockDim.x) { sum += row[c]; most = fmaxf(most, row[c]); }
                s[t] = sum + most;
                __syncthreads();
                for (int d = 64; d > 0; d >>= 1) {
                    if (t < d && t + d < 100) s[t] += s[t + d];
                    __syncthreads();
                }
                float mean = s[0];
                for (int c = t; c < n; c += blockDim.x) to[c] = (row[c] - mean) * to[c];
                if (t == 0) sums[blockIdx.x] = s[0];
            }
            """),
        ("tiles", """
            // launch: k<<<(2, 2), (16, 8)>>>(in: float[512] = rand(3, -8, 8), out: float[512] = rand(9, 1, 4), n: N)
            __global__ void k(const float* in, float* out, int n) {
                __shared__ float tile[8][16];
                int x = blockIdx.x * 16 + threadIdx.x, y = blockIdx.y * 8 + threadIdx.y;
                tile[threadIdx.y][threadIdx.x] = in[y * 32 + x];
                __syncthreads();
                float acc = 0.0f;
                for (int k = 0; k < 8; ++k) acc += tile[k][threadIdx.x] * in[y * 32 + k];
                if (y * 32 + x < n) out[y * 32 + x] = acc;
            }
            """),
    ];

    public static TheoryData<string, int> Sizes()
    {
        var data = new TheoryData<string, int>();
        foreach (var (name, _) in Kernels)
        {
            foreach (int n in new[] { 0, 1, 2, 15, 16, 17, 31, 32, 33, 47, 63, 64, 65, 79, 80, 95, 96, 100 })
            {
                data.Add(name, n);
            }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Threads_at_once_give_the_bits_of_threads_one_by_one(string name, int n)
    {
        var file = KernelFile.Load(new SourceText(name + ".cu", Kernels.First(k => k.Name == name).Text.Replace(": N)", FormattableString.Invariant($": {n})"), StringComparison.Ordinal)), new CompilerOptions());
        file.Compilation.Diagnostics.Where(d => d.Severity == Severity.Error).ShouldBeEmpty();
        var launch = file.Header.Launches[0];
        TextOf(file, file.EmissionOptions()).ShouldContain("Vector512.Load");
        var wanted = ReferenceEngine.Run(file, file.Compilation.Module, launch, new ExecutionOptions());
        var got = InProcessEngine.Run(file, file.Compilation.Module, launch, (IInProcessEngine)CSharp);
        got.Problem.ShouldBe("");
        foreach (var (buffer, bytes) in wanted.Buffers)
        {
            int at = bytes.AsSpan().CommonPrefixLength(got.Buffers[buffer]);
            at.ShouldBe(bytes.Length, FormattableString.Invariant($"{buffer} differs from element {at / 4} on"));
        }
    }
}
