using System.Text.Json;
using KernelPort.Cli;

namespace KernelPort.Cli.Tests;

/// <summary>What `test` says of a race: both threads, both accesses, their lines in the CUDA text and in the target's texts; on the console and in every report.</summary>
public sealed class FindingReportTests : IDisposable
{
    private const string Racy = """
        // launch: k<<<1, 64>>>(p: int[65] = 0, q: int[64] = 0)
        __global__ void k(int* p, int* q) {
            p[threadIdx.x] = threadIdx.x;

            q[threadIdx.x] =
                p[63 - threadIdx.x];
        }
        """;

    private const string SameValue = """
        // launch: k<<<2, 1>>>(p: int[1] = 0)
        __global__ void k(int* p) { *p = 1; }
        """;

    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void BothAccessesAreShownInBothTexts()
    {
        string source = _work.Write("racy.cu", Racy);
        _work.Run("test", source, "--engine", "reference", "--target", "opencl,csharp", "--report", _work.Path("r.json"), "--report", _work.Path("r.md"), "--report", _work.Path("r.sarif"), "--report", _work.Path("r.html")).ShouldBe(ExitCodes.CheckFailed);
        _work.Out.ShouldContain("racy.cu(6,9): error KP6016");
        _work.Out.ShouldContain("written by thread (63,0,0) of block (0,0,0) with nothing ordering the two, and is read by thread (0,0,0) of block (0,0,0)");
        _work.Out.ShouldContain("racy.cu(3,5): message : thread (63,0,0) of block (0,0,0) accessed it here\n      p[threadIdx.x] = threadIdx.x;");
        _work.Out.ShouldContain("message : this access in the text for opencl\n      q[(uint)get_local_id(0)] = p[63u - (uint)get_local_id(0)];");
        _work.Out.ShouldContain("message : the other access in the text for opencl\n      p[(uint)get_local_id(0)] = (uint)get_local_id(0);");

        var finding = JsonDocument.Parse(_work.Read("r.json")).RootElement.GetProperty("findings").EnumerateArray().Single();
        finding.GetProperty("code").GetString().ShouldBe("KP6016");
        finding.GetProperty("text").GetString().ShouldBe("p[63 - threadIdx.x];");
        finding.GetProperty("related").EnumerateArray().Select(r => r.GetProperty("text").GetString()).ShouldContain("q[(uint)get_local_id(0)] = p[63u - (uint)get_local_id(0)];");
        var result = JsonDocument.Parse(_work.Read("r.sarif")).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Single();
        result.GetProperty("relatedLocations").GetArrayLength().ShouldBe(3);
        result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("snippet").GetProperty("text").GetString()!.ShouldContain("63 - threadIdx.x");
        _work.Read("r.md").ShouldContain("  q[(uint)get_local_id(0)] = p[63u - (uint)get_local_id(0)];\n");
        _work.Read("r.html").ShouldContain("<code>q[(uint)get_local_id(0)] = p[63u - (uint)get_local_id(0)];</code>");
    }

    [Fact]
    public void AWarningHasItsPlacesTooAndFailsNothing()
    {
        _work.Run("test", _work.Write("a.cu", SameValue), "--engine", "reference").ShouldBe(ExitCodes.Done);
        _work.Out.ShouldContain("a.cu(2,29): warning KP6013");
        _work.Out.ShouldContain("written by thread (0,0,0) of block (0,0,0) with nothing ordering the two, and is written by thread (0,0,0) of block (1,0,0)");
        _work.Out.ShouldContain("a.cu(2,29): message : thread (0,0,0) of block (0,0,0) accessed it here");
    }

    [Fact]
    public void ATableShowsTheFirstFailingRun()
    {
        _work.Run("test", _work.Write("racy.cu", Racy), "--engine", "reference", "--schedules", "2").ShouldBe(ExitCodes.CheckFailed);
        _work.Out.ShouldContain("racy.cu(6,9): error KP6016");
    }
}
