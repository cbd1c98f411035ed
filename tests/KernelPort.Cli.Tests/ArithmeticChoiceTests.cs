using KernelPort.Cli;

namespace KernelPort.Cli.Tests;

/// <summary>`test` and `verify` are told how a target's text may sum and whether it may rely on integers that wrap, as `translate` is.</summary>
public sealed class ArithmeticChoiceTests : IDisposable
{
    private const string Sum = """
        // launch: sum<<<2, 128>>>(in: float[256] = rand(5, -1, 1), out: float[2])
        __global__ void __launch_bounds__(128) sum(const float *in, float *out) {
            __shared__ float part[128];
            int t = threadIdx.x;
            part[t] = in[blockIdx.x * 128 + t];
            __syncthreads();
            for (int d = 64; d > 0; d >>= 1) {
                if (t < d) part[t] += part[t + d];
                __syncthreads();
            }
            if (t == 0) out[blockIdx.x] = part[0];
        }
        """;

    private const string Hash = """
        // launch: hash<<<2, 64>>>(out: unsigned[128])
        // expect: out[0..2] = 0 2654435761
        __global__ void hash(unsigned *out) {
            unsigned i = blockIdx.x * blockDim.x + threadIdx.x;
            out[i] = i * 2654435761u;
        }
        """;

    private const string Pick = """
        // launch: pick<<<2, 64>>>(in: int[128] = rand(1, -100, 100), out: int[128])
        // expect: out[0..2] = -1 -1
        __global__ void pick(const int *in, int *out) {
            int i = blockIdx.x * blockDim.x + threadIdx.x, v = in[i];
            out[i] = v > 1000 ? v : -1;
        }
        """;

    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void SumsInAnotherOrderDifferInTheirLastPlaces()
    {
        string file = _work.Write("sum.cu", Sum);
        if (_work.Run("verify", file, "--target", "cann:a2") == ExitCodes.MissingTool)
        {
            Console.WriteLine("not run, because there is no C++ compiler");
            return;
        }
        _work.Run("verify", file, "--target", "cann:a2").ShouldBe(ExitCodes.Done, _work.Out);
        _work.Run("verify", file, "--target", "cann:a2", "--reassociate").ShouldBe(ExitCodes.CheckFailed, _work.Out);
        _work.Run("verify", file, "--target", "cann:a2", "--reassociate", "--ulp", "4096").ShouldBe(ExitCodes.Done, _work.Out);
    }

    [Fact]
    public void WhatMayWrapRunsOnTheScalarUnit()
    {
        string file = _work.Write("hash.cu", Hash);
        if (_work.Run("test", file, "--target", "cann:a2", "--engine", "reference") == ExitCodes.MissingTool)
        {
            Console.WriteLine("not run, because there is no C++ compiler");
            return;
        }
        _work.Out.ShouldContain("kernels by tier: T0: 1\n");
        _work.Run("test", file, "--target", "cann:a2", "--engine", "reference", "--no-int-wrap").ShouldBe(ExitCodes.Done, _work.Out);
        _work.Out.ShouldContain("kernels by tier: T2: 1\n");
    }

    [Fact]
    public void IntegersAreNotSelectedWhereOnlyFloatsAre()
    {
        string file = _work.Write("pick.cu", Pick);
        const string Note = "which --no-select-bits avoids";
        _work.Run("translate", file, "--target", "cann:a2", "--block", "64", "-o", _work.Path("bits")).ShouldBe(ExitCodes.Done, _work.Out);
        _work.Run("translate", file, "--target", "cann:a2", "--block", "64", "-o", _work.Path("floats"), "--no-select-bits").ShouldBe(ExitCodes.Done, _work.Out);
        File.ReadAllText(Path.Combine(_work.Path("bits"), "cann-a2", "pick.asc")).ShouldContain(Note);
        File.ReadAllText(Path.Combine(_work.Path("floats"), "cann-a2", "pick.asc")).ShouldNotContain(Note);
        if (_work.Run("test", file, "--target", "cann:a2", "--engine", "reference", "--no-select-bits") == ExitCodes.MissingTool)
        {
            Console.WriteLine("not run, because there is no C++ compiler");
            return;
        }
        _work.Out.ShouldContain("kernels by tier: T0: 1\n");
        _work.Run("verify", file, "--target", "cann:a2", "--no-select-bits").ShouldBe(ExitCodes.Done, _work.Out);
    }
}
