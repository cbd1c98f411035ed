using KernelPort.Launches;

namespace KernelPort.Twin.Tests;

/// <summary>Text in a vendor's words, as a backend would emit it, through the vendor's twin with the same header and driver.</summary>
public class EmittedTextTests
{
    private const string Sum = """
        // launch: sum<<<2, 64>>>(in: int[128] = seq(1, 1), out: int[4])
        // expect: out = 528 1552 2576 3600
        """;

    private const string Compact = """
        // launch: compact<<<1, 64>>>(out: unsigned[2])
        // expect: out = 286331153 572662306
        """;

    private static void Check(string target, string header, string text)
    {
        if (!Places.CanRun(target))
        {
            return;
        }
        var launches = LaunchHeader.Parse(header);
        launches.Errors.ShouldBeEmpty();
        var twin = Places.Targets[target];
        var run = Places.Runner.Run(text, "emitted.cu", launches, 0, twin);
        var verdict = TwinCheck.Judge(launches.Launches[0], run, target, twin.Warp);
        verdict.Passed.ShouldBeTrue(verdict.Message + string.Join('\n', verdict.Results));
    }

    [Theory]
    [InlineData("musa:mp_31", "__shfl_down_sync(0xffffffffu, v, d, 32)")]
    [InlineData("musa:mp_22", "__shfl_down_sync(0xffffffffu, v, d, 32)")]
    [InlineData("musa:mp_21", "__shfl_down_sync(0xffffffffu, v, d, 32)")]
    [InlineData("dcu", "__shfl_down(v, d, 32)")]
    [InlineData("birensupa:br1xx", "__shfl_down_sync(0xffffffffu, v, d, 32)")]
    [InlineData("birensupa:br2xx", "__shfl_down_sync(0xffffffffu, v, d, 32)")]
    [InlineData("cann:950", "asc_shfl_down(v, d, 32)")]
    public void A_sum_over_32_lanes(string target, string shuffle) => Check(target, Sum, $$"""
        __global__ __launch_bounds__(64) void sum(const int* in, int* out) {
            int i = blockIdx.x * blockDim.x + threadIdx.x;
            int v = in[i];
            for (int d = 16; d > 0; d >>= 1) v += {{shuffle}};
            if (threadIdx.x % 32 == 0) out[i / 32] = v;
        }
        """);

    [Theory]
    [InlineData("musa:mp_31", "__ballot_sync(0xffffffffu, p)")]
    [InlineData("dcu", "(unsigned)(__ballot(p) >> (threadIdx.x & 32u))")]
    [InlineData("birensupa:br1xx", "__ballot_sync(0xffffffffu, p)")]
    [InlineData("cann:950", "asc_ballot(p)")]
    public void A_ballot_of_32_lanes(string target, string ballot) => Check(target, Compact, $$"""
        __global__ void compact(unsigned* out) {
            int p = threadIdx.x % 4 == threadIdx.x / 32;
            unsigned m = {{ballot}};
            if (threadIdx.x % 32 == 0) out[threadIdx.x / 32] = m;
        }
        """);

    [Fact]
    public void The_950_spells_shared_memory_and_barriers_its_own_way() => Check("cann:950", """
        // launch: reverse<<<2, 8, 32>>>(data: int[16] = seq(0, 1))
        // expect: data = 14 12 10 8 6 4 2 0 30 28 26 24 22 20 18 16
        """, """
        #include "simt_api/asc_simt.h"
        __aicore__ inline int twice(int x) { return 2 * x; }
        __global__ __launch_bounds__(8) void reverse(int* data) {
            extern __ubuf__ int tile[];
            __ubuf__ int copy[8];
            tile[threadIdx.x] = data[blockIdx.x * 8 + threadIdx.x];
            asc_syncthreads();
            copy[threadIdx.x] = tile[7 - threadIdx.x];
            data[blockIdx.x * 8 + threadIdx.x] = twice(copy[threadIdx.x]);
        }
        """);

    [Fact]
    public void A_warp_of_BR1xx_stays_in_its_plane() => Check("birensupa:br1xx", """
        // launch: planes<<<1, (2,10,10)>>>(out: int[1])
        // expect: out = 10
        """, """
        __global__ void planes(int* out) {
            unsigned m = __ballot_sync(0xffffffffu, 1);
            if (__popc(m) == 20 && threadIdx.x == 0 && threadIdx.y == 0) atomicAdd(out, 1);
        }
        """);

    [Fact]
    public void A_broadcast_without_width_is_wrong_on_64_lanes()
    {
        if (!Places.CanRun("dcu"))
        {
            return;
        }
        var header = LaunchHeader.Parse("// launch: cast<<<1, 64>>>(out: int[64])\n");
        var run = Places.Runner.Run("__global__ void cast(int* out) { out[threadIdx.x] = __shfl((int)threadIdx.x, 0); }", "wide.hip", header, 0, Places.Targets["dcu"]);
        BitConverter.ToInt32(run.Find("out").AsSpan(40 * 4)).ShouldBe(0); // lane 40 reads lane 0, CUDA's would read lane 32
    }

    [Fact]
    public void BR1xx_casts_to_bfloat16_by_dropping_bits() => Check("birensupa:br1xx", """
        // launch: cast<<<1, 1>>>(out: int[1])
        // expect: out = 16257
        """, "__global__ void cast(int* out) { out[0] = kp::small::float_to_bf16_bits(__int_as_float(0x3f818000)); }");
}
