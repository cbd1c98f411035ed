using System.Text.Json;
using KernelPort.Cli;

namespace KernelPort.Cli.Tests;

/// <summary>Reports: their form, and that the same input gives the same bytes.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void JsonFollowsTheContract()
    {
        using var report = JsonDocument.Parse(Run("r.json", 4));
        var root = report.RootElement;
        root.GetProperty("schema").GetString().ShouldNotBeNullOrEmpty();
        root.GetProperty("tool").GetProperty("name").GetString().ShouldBe("kernelport");
        root.GetProperty("inputs")[0].GetProperty("sha256").GetString()!.Length.ShouldBe(64);
        root.GetProperty("targets").GetArrayLength().ShouldBe(2);
        root.GetProperty("targets")[0].GetProperty("files")[0].GetProperty("lineMap").GetArrayLength().ShouldBeGreaterThan(0);
        var kernel = root.GetProperty("kernels")[0];
        kernel.GetProperty("name").GetString().ShouldBe("scale");
        kernel.GetProperty("line").GetInt32().ShouldBe(2);
        kernel.GetProperty("perTarget").GetProperty("musa").GetProperty("status").GetString().ShouldBe("migrated");
        kernel.GetProperty("perTarget").GetProperty("cann").GetProperty("status").GetString().ShouldBe("emitted");
        var t = root.GetProperty("tokens");
        int Count(string name) => t.GetProperty(name).GetInt32();
        Count("total").ShouldBe(Count("migrated") + Count("kept") + Count("unsupported") + Count("unknown"));
        Count("unknown").ShouldBe(1);
        root.GetProperty("diagnostics").EnumerateArray().ShouldContain(d => d.GetProperty("code").GetString() == "KP4903");
    }

    [Fact]
    public void JobsDoNotChangeTheReport() => Run("a.json", 1).ShouldBe(Run("b.json", 4));

    [Theory]
    [InlineData("r.md", "| `scale` |")]
    [InlineData("r.sarif", "\"version\": \"2.1.0\"")]
    [InlineData("r.html", "<td>scale</td>")]
    public void OtherForms(string name, string expected) => Run(name, 2).ShouldContain(expected);

    [Fact]
    public void ShardsTogetherAreAllInputs()
    {
        for (int i = 0; i < 5; i++)
        {
            _work.Write(FormattableString.Invariant($"in/{i}.cu"), "__global__ void k() {}\n");
        }
        for (int i = 1; i <= 2; i++)
        {
            _work.Run("translate", _work.Path("in"), "--target", "musa", "-o", _work.Path("out"), "--shard", FormattableString.Invariant($"{i}/2")).ShouldBe(ExitCodes.Done);
        }
        Directory.EnumerateFiles(_work.Path("out/musa")).Count().ShouldBe(5);
    }

    private string Run(string name, int jobs)
    {
        _work.Write("in/a.cu", "#include <cuda_runtime.h>\n__global__ void scale(float *p) { p[threadIdx.x] *= 2; }\nvoid f() { cudaNobodyKnows(); }\n");
        _work.Write("in/b.cu", "__global__ void other(int *p) { p[0] = 1; }\n");
        int code = _work.Run("translate", _work.Path("in"), "--target", "musa,cann", "-o", _work.Path("out"), "--report", _work.Path(name), "-j", jobs.ToString(System.Globalization.CultureInfo.InvariantCulture));
        code.ShouldBe(ExitCodes.Unsupported, _work.Error);
        return _work.Read(name);
    }
}
