using System.Text.Json;
using System.Text.RegularExpressions;
using KernelPort.Cli;

namespace KernelPort.Cli.Tests;

/// <summary>`test --warp N,N --schedules N --seed S`: tables, the report, and running a cell again.</summary>
public sealed partial class OrderTableTests : IDisposable
{
    private const string LastWriter = "// launch: k<<<8, 1>>>(last: int[1] = 0)\n// expect: last = 7\n__global__ void k(int* last) { atomicExch(last, (int)blockIdx.x); }\n";
    private const string LanesAt16 = "// launch: k<<<1, 128>>>(out: int[1] = 0)\n// expect: out = 128\n__global__ void k(int* out) {\n    int v = 1;\n    for (int d = 16; d > 0; d /= 2) v += __shfl_down(v, d);\n"
        + "    if (threadIdx.x % warpSize == 0) atomicAdd(out, v);\n}\n";
    private const string Unexpected = "// launch: k<<<1, 64>>>(width: int[1] = 0, order: int[64] = 0, count: int[1] = 0)\n// expect: count = 64\n"
        + "__global__ void k(int* width, int* order, int* count) {\n    order[threadIdx.x] = atomicAdd(count, 1);\n    if (threadIdx.x == 0) *width = warpSize;\n}\n";

    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void AScheduleWithAnotherAnswerFailsAndIsRunAgainByItsSeed()
    {
        string source = _work.Write("a.cu", LastWriter);
        _work.Run("test", source, "--engine", "reference").ShouldBe(ExitCodes.Done);
        _work.Run("test", source, "--engine", "reference", "--schedules", "6", "--seed", "10").ShouldBe(ExitCodes.CheckFailed);
        string once = _work.Out;
        once.ShouldContain("KP6101");
        var replay = Replay().Match(once);
        replay.Success.ShouldBeTrue(once);
        string said = replay.Groups["said"].Value;
        _work.Run("test", source, "--engine", "reference", "--schedules", "6", "--seed", "10").ShouldBe(ExitCodes.CheckFailed);
        _work.Out.ShouldBe(once);
        _work.Run([.. replay.Groups["command"].Value.Split(' ').Skip(1)]).ShouldBe(ExitCodes.CheckFailed);
        _work.Out.ShouldContain(said);
    }

    [GeneratedRegex(@"(?<said>32 lanes, seed \d+: .*)\n    replay: (?<command>kernelport test .*)\n")]
    private static partial Regex Replay();

    [Fact]
    public void AWidthWithAnotherAnswerFailsInItsRow()
    {
        string source = _work.Write("a.cu", LanesAt16);
        _work.Run("test", source, "--engine", "reference", "--warp", "32,64").ShouldBe(ExitCodes.CheckFailed);
        Rows(_work.Out).ShouldBe(["32  pass", "64  FAIL KP6102"]);
        _work.Run("test", source, "--engine", "reference", "--warp", "32").ShouldBe(ExitCodes.Done);
    }

    [Fact]
    public void ABufferThatNoLineSpeaksOfMustBeTheSameEverywhere()
    {
        string source = _work.Write("a.cu", Unexpected);
        _work.Run("test", source, "--engine", "reference", "--warp", "32,64", "--schedules", "3").ShouldBe(ExitCodes.CheckFailed);
        _work.Out.ShouldContain("width: 1 of 1 values differ");
        _work.Out.ShouldContain("order: ");
        _work.Write("a.cu", Unexpected.Replace("// expect: count = 64", "// expect: count = 64\n// expect: sum(order) = 2016\n// expect(warp=32): width = 32\n// expect(warp=64): width = 64"));
        _work.Run("test", source, "--engine", "reference", "--warp", "32,64", "--schedules", "3").ShouldBe(ExitCodes.Done, _work.Out);
    }

    [Fact]
    public void TheReportHasACellForEachRun()
    {
        string source = _work.Write("a.cu", LanesAt16);
        string report = _work.Path("r.json");
        _work.Run("test", source, "--engine", "reference", "--warp", "32,64", "--schedules", "2", "--seed", "2", "--report", report).ShouldBe(ExitCodes.CheckFailed);
        var root = JsonDocument.Parse(_work.Read("r.json")).RootElement;
        root.GetProperty("schema").GetString().ShouldBe("kernelport-test/1");
        var cells = root.GetProperty("orders").EnumerateArray().Select(c => $"{c.GetProperty("warp")} {c.GetProperty("schedule")} {c.GetProperty("outcome")}").ToList();
        cells.Count.ShouldBe(6);
        cells[0].ShouldBe("32 lockstep passed");
        cells[3].ShouldBe("64 lockstep failed");
        cells[1].ShouldStartWith("32 seed 2 ");
        root.GetProperty("orders")[3].GetProperty("codes")[0].GetString().ShouldBe("KP6102");
        root.GetProperty("orders")[3].GetProperty("replay").GetString()!.ShouldEndWith("--warp 32,64");
        root.GetProperty("tests")[0].GetProperty("outcome").GetString().ShouldBe("failed");
    }

    [Theory]
    [InlineData("--warp", "32,48")]
    [InlineData("--warp", "")]
    [InlineData("--schedules", "-1")]
    [InlineData("--seed", "first")]
    [InlineData("--report", "r.txt")]
    public void AWrongValueIsAWrongCommandLine(string option, string value)
    {
        string source = _work.Write("a.cu", LastWriter);
        _work.Run("test", source, "--engine", "reference", option, value).ShouldBe(ExitCodes.BadCommandLine);
    }

    [Fact]
    public void ATableIsForTheReferenceExecutor()
    {
        string source = _work.Write("a.cu", LastWriter);
        _work.Run("test", source, "--engine", "reference-opt", "--schedules", "2").ShouldBe(ExitCodes.BadCommandLine);
    }

    private static List<string> Rows(string text) => [.. text.Split("reference, by lanes")[0].Split('\n').Select(l => l.Trim()).Where(l => Row().IsMatch(l))];

    [GeneratedRegex(@"^\d+  (pass|FAIL)")]
    private static partial Regex Row();
}
