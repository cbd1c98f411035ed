using KernelPort.Backends;
using KernelPort.Cli;
using KernelPort.Cli.Estimates;
using KernelPort.Execution;

namespace KernelPort.Cli.Tests;

/// <summary>Estimates: what is counted is what was done, what is unknown stays unknown, and nothing claims to be measured.</summary>
public sealed class EstimateTests : IDisposable
{
    private const string Saxpy = "// launch: saxpy<<<2, 64>>>(n: 100, a: 2, x: float[100] = 1, y: float[100] = 1)\n__global__ void saxpy(int n, float a, const float* x, float* y)\n{\n    int i = blockIdx.x * blockDim.x + threadIdx.x;\n    if (i < n)\n        y[i] = a * x[i] + y[i];\n}\n";

    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void What_is_counted_is_what_was_done()
    {
        string source = _work.Write("saxpy.cu", Saxpy);
        _work.Run("estimate", source, "--target", "cuda,dcu,birensupa:br1xx").ShouldBe(ExitCodes.Done, _work.Error);
        _work.Out.ShouldStartWith("ESTIMATE, not a measurement");
        _work.Out.ShouldContain("counted: 800 bytes read and 400 written of global memory (800 bytes of buffers), 0 of shared memory");
        _work.Out.ShouldContain("operations: single 200, double 0, half 0,");
        _work.Out.ShouldContain("dcu:gfx906         no chip's figures are known");
        // 800 bytes at 1555 GB/s, and 300 accesses of 4 bytes without caches
        _work.Out.ShouldContain("cuda               A100 SXM4 40 GB        5.145e-4");
        _work.Out.ShouldContain("7.717e-4");
    }

    [Fact]
    public void Shared_memory_exchanges_barriers_and_atomics_are_counted()
    {
        string source = _work.Write("k.cu", "// launch: k<<<1, 64>>>(p: int[64] = 1, sum: int[1] = 0)\n__global__ void k(const int* p, int* sum)\n{\n    __shared__ int s[64];\n    s[threadIdx.x] = p[threadIdx.x];\n    __syncthreads();\n"
            + "    int v = s[63 - threadIdx.x];\n    v += __shfl_down_sync(0xffffffffu, v, 1);\n    atomicAdd(sum, v);\n}\n");
        _work.Run("estimate", source, "--target", "cuda").ShouldBe(ExitCodes.Done, _work.Error);
        // each atomic reads and writes four bytes
        _work.Out.ShouldContain("counted: 512 bytes read and 256 written of global memory (260 bytes of buffers), 512 of shared memory");
        _work.Out.ShouldContain("atomics 64, exchanges 64, barriers 64");
    }

    [Fact]
    public void A_kernel_that_a_target_refuses_has_no_time()
    {
        string source = _work.Write("k.cu", "// launch: k<<<1, 32>>>(p: double[32] = 1)\n__global__ void k(double* p) { p[threadIdx.x] = p[threadIdx.x] * 2; }\n");
        _work.Run("estimate", source, "--target", "birensupa:br1xx,cuda", "--price", "V100 PCIe 16 GB=100").ShouldBe(ExitCodes.Done, _work.Error);
        _work.Out.ShouldContain("birensupa:br1xx    not emitted: KP3");
        _work.Out.ShouldContain("operations: single 0, double 32,");
    }

    [Fact]
    public void The_users_own_chips_and_prices_count()
    {
        string source = _work.Write("saxpy.cu", Saxpy);
        string chips = _work.Write("chips.csv", "target,chip,single TFLOPS,double TFLOPS,GB/s,watts,source\ndcu:gfx906,Mine,0.0001,,0.8,10,my bench\n");
        _work.Run("estimate", source, "--target", "dcu", "--chips", chips, "--price", "Mine=1000").ShouldBe(ExitCodes.Done, _work.Error);
        // 200 operations at 10^8 a second are 2 us, 800 bytes at 0.8 GB/s 1 us; 2 us at 10 W are 20 uJ; 500,000 launches a second for 1000
        string row = _work.Out.Split('\n').Single(l => l.Contains("Mine", StringComparison.Ordinal));
        row.Split(' ', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["dcu:gfx906", "Mine", "2", "1.5", "arithmetic", "20", "500", "my", "bench"]);
        _work.Run("estimate", source, "--target", "dcu", "--chips", _work.Write("bad.csv", "dcu,Mine,fast,,1,1,me\n")).ShouldBe(ExitCodes.BadInput);
        _work.Run("estimate", source, "--target", "dcu", "--price", "Mine").ShouldBe(ExitCodes.BadCommandLine);
        _work.Run("estimate", _work.Write("none.cu", "__global__ void k() {}\n"), "--target", "dcu").ShouldBe(ExitCodes.BadInput);
    }

    [Fact]
    public void An_unknown_peak_makes_an_unknown_time()
    {
        var roof = Roofline.Of(new OperationCounts { Double = 10, GlobalRead = 8 }, 8, new Chip("X", 1, null, 100, 50, "none"));
        roof.Time.ShouldBeNull();
        roof.Energy.ShouldBeNull();
        roof.Bound.ShouldBe("unknown");
        Roofline.Of(new OperationCounts { Single = 10, GlobalRead = 8 }, 8, new Chip("X", 1, null, 100, 50, "none")).Time.ShouldBe(8 / 100e3);
    }
}
