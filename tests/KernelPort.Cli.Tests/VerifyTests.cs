using System.Text.Json;
using KernelPort.Cli;

namespace KernelPort.Cli.Tests;

/// <summary>The command <c>verify</c> from its command line to its exit code.</summary>
public sealed class VerifyTests : IDisposable
{
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void Headers_of_the_users_go_with_the_migrated_text()
    {
        _work.Write("half_of.h", "__device__ inline float half_of(float x) { return 0.5f * x; }\n");
        string source = _work.Write("k.cu", "#include \"half_of.h\"\n__global__ void k(float *p, int n) { int i = blockIdx.x * blockDim.x + threadIdx.x; if (i < n) p[i] = half_of(p[i]); }\n");
        _work.Run("verify", source, "--target", "musa").ShouldBe(ExitCodes.Done, _work.Error + _work.Out);
        _work.Out.ShouldContain("musa:mp_31 (twin): 1 passed");
        _work.Out.ShouldContain("musa:mp_31/ir (twin): 1 passed");
    }

    [Fact]
    public void The_report_has_a_histogram_a_buffer_and_where_its_tolerance_comes_from()
    {
        string source = _work.Write("k.cu", "__global__ void k(float *p, int *q, int n) {\n    int i = threadIdx.x;\n    if (i < n) { p[i] = expf(p[i]); q[i] = i; }\n}\n");
        string[] reports = [.. new[] { "json", "md", "html", "sarif" }.SelectMany(e => new[] { "--report", _work.Path("r." + e) })];
        _work.Run(["verify", source, "--target", "opencl", "--block", "32", "--sizes", "32", .. reports]).ShouldBe(ExitCodes.Done, _work.Error + _work.Out);
        var kernel = JsonDocument.Parse(_work.Read("r.json")).RootElement.GetProperty("kernels")[0];
        kernel.GetProperty("tolerances")[1].GetProperty("why").GetString().ShouldBe("exact: no inexact function reaches it");
        var buffers = kernel.GetProperty("targets")[0].GetProperty("buffers").EnumerateArray().ToList();
        buffers.Select(b => b.GetProperty("name").GetString()).ShouldBe(["p", "q"]);
        buffers[1].GetProperty("histogram").GetProperty("equal").GetInt64().ShouldBe(buffers[1].GetProperty("values").GetInt64());
        _work.Read("r.md").ShouldContain("exp of f32 (2 ulp)");
        _work.Read("r.html").ShouldContain("exp of f32 (2 ulp)");
        _work.Read("r.sarif").ShouldContain("\"results\": []");
    }

    [Fact]
    public void A_file_whose_host_half_needs_another_one_is_not_judged_by_its_migrated_text()
    {
        string source = _work.Write("k.cu", "void report(float *);\n__global__ void k(float *p, int n) { int i = threadIdx.x; if (i < n) p[i] = 1.0f; }\nvoid go(float *p) { k<<<1, 32>>>(p, 32); report(p); }\n");
        _work.Run("verify", source, "--target", "musa", "--block", "32", "--sizes", "32").ShouldBe(ExitCodes.Done, _work.Error + _work.Out);
        _work.Out.ShouldContain("not run, because 'report' is defined nowhere here");
        _work.Out.ShouldContain("musa:mp_31/ir (twin): 1 passed");
    }

    [Fact]
    public void A_broken_file_is_told_with_its_place()
    {
        string source = _work.Write("k.cu", "__global__ void k(float *p) { p[0] = q; }\n");
        _work.Run("verify", source, "--target", "musa").ShouldBe(ExitCodes.BadInput);
        _work.Error.ShouldContain("k.cu(1,38): error KP2001");
    }

    [Theory]
    [InlineData("--block 0")]
    [InlineData("--block 64,64")]
    [InlineData("--sizes many")]
    [InlineData("--set n")]
    [InlineData("--target cpu")]
    public void A_wrong_command_line_is_refused(string option)
    {
        string source = _work.Write("k.cu", "__global__ void k(float *p) { p[0] = 1.0f; }\n");
        string[] target = option.StartsWith("--target", StringComparison.Ordinal) ? [] : ["--target", "musa"];
        _work.Run(["verify", source, .. target, .. option.Split(' ')]).ShouldBe(ExitCodes.BadCommandLine);
    }
}
