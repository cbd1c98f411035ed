using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Execution;

namespace KernelPort.Engines.Tests;

/// <summary>Shared memory that the `cpu` target keeps out of memory, against the executor, which keeps all of it: tiles of read-only memory, and elements that nobody reads again.</summary>
public class SharedMemoryFormTests
{
    public static TheoryData<string> Kernels() =>
    [
        // tiles with values from the left and from above; blocks in rows and columns, and a matrix that is no power of two wide
        """
        // launch: k<<<(3, 2), (16, 16)>>>(n: 48, a: float[2304] = rand(1, -1, 1), b: float[2304] = rand(2, -1, 1), out: float[2304])
        __global__ void k(int n, const float* __restrict__ a, const float* __restrict__ b, float* __restrict__ out) {
            __shared__ float s[16][16], t[16][17];
            int x = threadIdx.x, y = threadIdx.y, row = blockIdx.y * 16 + y, column = blockIdx.x * 16 + x;
            float sum = 0;
            for (int i = 0; i < n / 16; i++) {
                s[y][x] = a[row * n + i * 16 + x];
                t[y][x] = b[(i * 16 + y) * n + column];
                __syncthreads();
                for (int k = 0; k < 16; k++) sum += s[y][k] * t[k][x];
                __syncthreads();
            }
            out[row * n + column] = sum;
        }
        """,
        // one tile stays: it is written again
        """
        // launch: k<<<4, 64>>>(n: 256, a: int[256] = rand(3, 0, 100), out: int[256])
        __global__ void k(int n, const int* __restrict__ a, int* __restrict__ out) {
            __shared__ int s[64], t[64];
            int x = threadIdx.x, i = blockIdx.x * 64 + x;
            s[x] = a[i];
            t[x] = a[n - 1 - i];
            __syncthreads();
            int v = s[3] + t[(x + 1) % 64];
            __syncthreads();
            t[x] = v;
            __syncthreads();
            out[i] = t[63 - x] + s[x];
        }
        """,
        // a tree of which two elements are read in the end, by groups of threads
        """
        // launch: k<<<2, 256>>>(n: 1000, a: float[2000] = rand(4, -1, 1), out: float[2000])
        __global__ void k(int n, const float* a, float* out) {
            __shared__ float s[256], t[256];
            int x = threadIdx.x;
            const float* row = a + blockIdx.x * n;
            float v = 0, w = -2;
            for (int i = x; i < n; i += 256) { v += row[i]; w = fmaxf(w, row[i]); }
            s[x] = v;
            t[x] = w;
            __syncthreads();
            for (int d = 128; d > 0; d /= 2) {
                if (x < d) { s[x] += s[x + d]; t[x] = fmaxf(t[x], t[x + d]); }
                __syncthreads();
            }
            float mean = s[0] / n, most = t[0], second = s[1];
            for (int i = x; i < n; i += 256) out[blockIdx.x * n + i] = (row[i] - mean) * most + second;
        }
        """,
        // elements that an address reaches, which nothing names
        """
        // launch: k<<<2, 128>>>(a: int[256] = rand(5, 0, 100), out: int[256])
        __device__ int at(const int* p, int i) { return p[i]; }
        __global__ void k(const int* a, int* out) {
            __shared__ int s[128];
            const int* p = s;
            int x = threadIdx.x, i = blockIdx.x * 128 + x;
            s[x] = a[i];
            __syncthreads();
            int v = s[0];
            __syncthreads();
            for (int j = 0; j < 3; j++) { v += at(p, (x + j) % 128); __syncthreads(); }
            out[i] = v;
        }
        """,
        // read again in a later turn of a loop
        """
        // launch: k<<<2, 256>>>(n: 4, a: int[256] = rand(6, 0, 100), out: int[512])
        __global__ void k(int n, const int* a, int* out) {
            __shared__ int s[256];
            int x = threadIdx.x, v = 0;
            s[x] = a[x];
            for (int j = 0; j < n; j++) {
                __syncthreads();
                v += s[x ^ j];
                __syncthreads();
                if (x == 0) s[5] = v;
            }
            __syncthreads();
            out[blockIdx.x * 256 + x] = v + s[5];
        }
        """,
    ];

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Answers_are_the_executors(string text)
    {
        var file = KernelFile.Load(new SourceText("forms.cu", text), new CompilerOptions());
        file.Compilation.HasErrors.ShouldBeFalse();
        var launch = file.Header.Launches[0];
        var wanted = ReferenceEngine.Run(file, file.Compilation.Module, launch, new ExecutionOptions());
        wanted.Problem.ShouldBe("");
        wanted.Findings.ShouldBeEmpty();
        // Products and sums rounded one by one, as the executor does.
        var backend = new Backends.Cpu.Backend { Contracts = false };
        if (backend.Missing is { } missing)
        {
            Console.WriteLine($"not run, because this is not installed: {missing}");
            return;
        }
        var got = InProcessEngine.Run(file, file.Compilation.Module, launch, backend);
        got.Problem.ShouldBe("");
        got.Buffers["out"].ShouldBe(wanted.Buffers["out"]);
        wanted.Buffers["out"].ShouldContain(b => b != 0);
    }
}
