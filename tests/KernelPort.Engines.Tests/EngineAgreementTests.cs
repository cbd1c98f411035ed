using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Execution;
using KernelPort.Launches;

namespace KernelPort.Engines.Tests;

/// <summary>What engines do by ways of their own gives the reference executor's bits: rounding in a direction, lanes that look at each other, threads that part in front
/// of a barrier, what is printed and what traps. No kernel file has all of these forms.</summary>
public sealed class EngineAgreementTests
{
    private static IEnumerable<IInProcessEngine> Engines => BackendCatalogue.All.OfType<IInProcessEngine>().Where(e => e.Missing is null);

    public static TheoryData<string> EngineNames() => [.. Engines.Select(e => e.EngineName)];

    private static (KernelFile File, TestLaunch Launch) Read(string text)
    {
        var file = KernelFile.Load(new SourceText("agreement.cu", text), new CompilerOptions());
        file.Compilation.Diagnostics.Where(d => d.Severity == Severity.Error).ShouldBeEmpty();
        file.Header.Errors.ShouldBeEmpty();
        return (file, file.Header.Launches[0]);
    }

    private static ReferenceRun OnEngine(string name, KernelFile file, TestLaunch launch) => InProcessEngine.Run(file, file.Compilation.Module, launch, Engines.First(e => e.EngineName == name));

    private static void Same(string engine, string text)
    {
        var (file, launch) = Read(text);
        var wanted = ReferenceEngine.Run(file, file.Compilation.Module, launch, new ExecutionOptions());
        wanted.Problem.ShouldBe("");
        wanted.Findings.Where(f => f.Diagnostic.Severity == Severity.Error).ShouldBeEmpty();
        var got = OnEngine(engine, file, launch);
        got.Problem.ShouldBe("");
        foreach (var (name, bytes) in wanted.Buffers)
        {
            int at = bytes.AsSpan().CommonPrefixLength(got.Buffers[name]);
            at.ShouldBe(bytes.Length, FormattableString.Invariant($"{name} differs from byte {at} on: {Convert.ToHexString(got.Buffers[name].AsSpan(at / 8 * 8, Math.Min(8, bytes.Length - (at / 8 * 8))))}, not {Convert.ToHexString(bytes.AsSpan(at / 8 * 8, Math.Min(8, bytes.Length - (at / 8 * 8))))}"));
        }
    }

    [Theory]
    [MemberData(nameof(EngineNames))]
    public void Lanes_that_look_at_each_other_see_the_same(string engine) => Same(engine, """
        // launch: look<<<2, 70>>>(in: int[140] = rand(3, 0, 5), f: float[140] = rand(4, -2, 2), out: unsigned[1120])
        __global__ void look(const int *in, const float *f, unsigned *out) {
            int t = threadIdx.x, i = blockIdx.x * 70 + t, lane = t & 31;
            bool last = t >= 64;
            unsigned here = last ? 0x3fu : ~0u, tile = (lane < 16 ? 0xffffu : 0xffff0000u) & here;
            unsigned *o = out + 8 * i;
            o[0] = __match_any_sync(here, in[i]);
            o[1] = __match_any_sync(tile, f[i] < 0 ? 1.5 : 2.5);
            o[2] = __reduce_add_sync(here, in[i]);
            o[3] = __reduce_min_sync(tile, in[i] - 3);
            o[4] = __reduce_max_sync(tile, (unsigned)in[i] * 0x40000000u);
            o[5] = __reduce_xor_sync(here, 1u << (in[i] & 7));
            o[6] = __ballot_sync(tile, in[i] & 1) | __any_sync(tile, in[i] == 4) << 31;
            o[7] = __all_sync(tile, in[i] < 4) + 2 * __shfl_xor_sync(tile, in[i], 1, 2);
        }
        """);

    [Theory]
    [MemberData(nameof(EngineNames))]
    public void Threads_that_part_in_front_of_a_barrier_come_together_behind_it(string engine) => Same(engine, """
        // launch: part<<<3, 96>>>(in: int[288] = rand(8, -50, 50), out: int[288] = poison, n: 250)
        __global__ void part(const int *in, int *out, int n) {
            __shared__ int all[96], sums[3];
            int t = threadIdx.x, i = blockIdx.x * 96 + t;
            if (i >= n) { out[i] = -1; return; }
            all[t] = in[i];
            __syncthreads();
            int v = all[(t * 7) % 40];
            __syncthreads();
            if (t < 32) {
                int s = all[t];
                for (int d = 16; d > 0; d /= 2) s += __shfl_down_sync(~0u, s, d);
                unsigned odd = __ballot_sync(~0u, s & 1);
                if (t == 0) sums[0] = s + __popc(odd);
                for (int round = 0; round < 3; ++round) {
                    int next = all[(t + 1) & 31] & 3;
                    __syncwarp();
                    all[t] += next;
                    __syncwarp();
                }
            } else if (t < 64) {
                if (t == 32) sums[1] = __any_sync(1u, v > 0);
            }
            __syncthreads();
            out[i] = v + sums[0] + sums[1] + all[t & 31] * 0;
        }
        """);

    [Theory]
    [MemberData(nameof(EngineNames))]
    public void What_is_rounded_in_a_direction_is_the_same(string engine) => Same(engine, $$"""
        // launch: rounded<<<4, 64>>>(a: unsigned[256] = {{Bits(32, 11)}}, b: unsigned[256] = {{Bits(32, 12)}}, c: ulong[256] = {{Bits(64, 13)}}, d: ulong[256] = {{Bits(64, 14)}}, f: float[5376], g: double[4096])
        __global__ void rounded(const unsigned *a, const unsigned *b, const unsigned long long *c, const unsigned long long *d, float *f, double *g) {
            int i = blockIdx.x * 64 + threadIdx.x, at = 0;
            float x = __uint_as_float(a[i]), y = __uint_as_float(b[i]);
            double u = __longlong_as_double(c[i]), v = __longlong_as_double(d[i]);
            float *o = f + 21 * i;
            {{string.Concat(Directions.Select(r => $"o[at++] = __fadd_{r}(x, y); o[at++] = __fsub_{r}(x, y); o[at++] = __fmul_{r}(x, y); o[at++] = __fdiv_{r}(x, y); o[at++] = __fsqrt_{r}(x); o[at++] = __double2float_{r}(u); o[at++] = __ull2float_{r}(c[i]);\n"))}}
            at = 0;
            double *p = g + 16 * i;
            {{string.Concat(Directions.Select(r => $"p[at++] = __dadd_{r}(u, v); p[at++] = __dmul_{r}(u, v); p[at++] = __ddiv_{r}(u, v); p[at++] = __dsqrt_{r}(u); p[at++] = __ll2double_{r}((long long)d[i]);\n"))}}
            p[15] = 0;
        }
        """);

    private static readonly string[] Directions = ["rz", "ru", "rd"];

    /// <summary>Bit patterns of all kinds: random ones, and beside them zeroes, ones, the ends of the range and what is no number.</summary>
    private static string Bits(int size, int seed)
    {
        var random = new Random(seed);
        ulong[] edges = size == 32
            ? [0, 0x80000000, 1, 0x80000001, 0x7f800000, 0xff800000, 0x7fc00000, 0x7f7fffff, 0xff7fffff, 0x3f800000, 0xbf800000, 0x00800000, 0x007fffff, 0x3f800001]
            : [0, 1UL << 63, 1, (1UL << 63) | 1, 0x7ffUL << 52, 0xfffUL << 52, 0x7ff8UL << 48, (0x7ffUL << 52) - 1, 0x3ffUL << 52, 0xbffUL << 52, 1UL << 52, (1UL << 52) - 1, (0x3ffUL << 52) + 1];
        // NaNs have one form: engines may keep another payload.
        bool IsNan(ulong b) => size == 32 ? (b & 0x7fffffff) > 0x7f800000 : (b & (ulong.MaxValue >> 1)) > 0x7ffUL << 52;
        ulong Next() => random.Next(3) == 0 ? edges[random.Next(edges.Length)] : size == 32 ? (uint)random.NextInt64(1L << 32) : unchecked((ulong)random.NextInt64(long.MinValue, long.MaxValue));
        ulong Number()
        {
            ulong bits = Next();
            return IsNan(bits) ? 0x3f : bits;
        }
        return string.Join(' ', Enumerable.Range(0, 256).Select(_ => FormattableString.Invariant($"{Number()}")));
    }

    [Theory]
    [MemberData(nameof(EngineNames))]
    public void What_is_printed_is_the_same_and_in_the_order_of_blocks(string engine)
    {
        var (file, launch) = Read("""
            // launch: tell<<<5, 20>>>(x: double[20] = 0 -0.5 1e10 123456.789 1e-7 0.0001 2.5 3.5 1e22 -1e300 0.1 99999.95 999999.5 1 10 100 0.05 0.25 7 8)
            #include <stdio.h>
            __global__ void tell(const double *x) {
                int i = threadIdx.x, b = blockIdx.x;
                if (i % 3 == b % 3) printf("%d.%d: %5.1f|%-12g|%+.3e|%G|%05d|%x|%#o|%c|%-6.3u|%lld|%hhd|%*d|%p\n", b, i, x[i], x[i], x[i], x[i], i - 10, i * 1000, i, 'a' + i, i, -1LL * i << 33, i * 50, 6, i, (void*)0);
            }
            """);
        var wanted = ReferenceEngine.Run(file, file.Compilation.Module, launch, new ExecutionOptions());
        wanted.Printed.Length.ShouldBeGreaterThan(1000);
        OnEngine(engine, file, launch).Printed.ShouldBe(wanted.Printed);
    }

    [Theory]
    [MemberData(nameof(EngineNames))]
    public void Where_a_thread_traps_the_launch_says_so(string engine)
    {
        const string Text = """
            // launch: check<<<4, 50>>>(in: int[200] = seq(0, 1), out: int[200], bad: {0})
            __global__ void check(const int *in, int *out, int bad) {
                int i = blockIdx.x * 50 + threadIdx.x;
                if (in[i] == bad) __trap();
                out[i] = in[i] + 1;
            }
            """;
        var (file, launch) = Read(Text.Replace("{0}", "133", StringComparison.Ordinal));
        OnEngine(engine, file, launch).Problem.ShouldContain("a thread trapped");
        (file, launch) = Read(Text.Replace("{0}", "-1", StringComparison.Ordinal));
        OnEngine(engine, file, launch).Problem.ShouldBe("");
    }

    /// <summary>Coordinates far and near, in and out, of every filter, mode and texel.</summary>
    [Theory]
    [MemberData(nameof(EngineNames))]
    public void Textures_are_sampled_the_same(string engine)
    {
        string[] modes = ["wrap", "clamp", "mirror", "border", "wrap mirror border"];
        foreach (string mode in modes)
        {
            foreach (string how in new[] { "point", "linear", "point normalized", "linear normalized" })
            {
                Same(engine, $$"""
                    // launch: sample<<<2, 48>>>(line: texture<float>[7] {{how}} {{mode}} = rand(1, -9, 9), image: texture<float2>[5, 3] {{how}} {{mode}} = rand(2, -9, 9), room: texture<float4>[4, 3, 2] {{how}} {{mode}} = rand(3, -9, 9), bytes: texture<uchar4>[5, 4] {{how}} {{mode}} normalizedfloat = rand(4, 0, 255), shorts: texture<short>[6] {{how}} {{mode}} normalizedfloat = rand(5, -32768, 32767), x: float[96] = rand(6, -12, 12), y: float[96] = rand(7, -2, 2), out: float[1152])
                    __global__ void sample(cudaTextureObject_t line, cudaTextureObject_t image, cudaTextureObject_t room, cudaTextureObject_t bytes, cudaTextureObject_t shorts, const float *x, const float *y, float *out) {
                        int i = blockIdx.x * 48 + threadIdx.x;
                        float a = i % 3 ? x[i] : x[i] * 1e-1f, b = y[i] * (i & 1 ? 3 : 1), c = i == 95 ? 3e38f : y[95 - i];
                        float *o = out + 12 * i;
                        o[0] = tex1D<float>(line, a);
                        float2 p = tex2D<float2>(image, a, b);
                        float4 q = tex3D<float4>(room, a, b, c), r = tex2D<float4>(bytes, b, a);
                        o[1] = p.x; o[2] = p.y; o[3] = q.x; o[4] = q.y; o[5] = q.z; o[6] = q.w; o[7] = r.x; o[8] = r.y; o[9] = r.z; o[10] = r.w;
                        o[11] = tex1D<float>(shorts, a);
                    }
                    """);
            }
        }
    }

    [Fact]
    public void The_texture_unit_in_IR_is_its_text_in_CUDA()
    {
        string folder = Path.Combine(Places.Root, "src", "KernelPort.Passes", "Lower");
        var compilation = Compiler.Compiler.Compile(SourceText.Read(Path.Combine(folder, "TextureUnit.cu")), new CompilerOptions());
        Ir.Printer.Print(compilation.Module).ShouldBe(File.ReadAllText(Path.Combine(folder, "TextureUnit.kir")));
    }
}
