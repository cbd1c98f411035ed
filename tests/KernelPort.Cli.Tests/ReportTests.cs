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
    public void ThePageShowsWhatChangedAndWhatIsLeft()
    {
        string page = Run("r.html", 1);
        page.ShouldContain("<td class=\"no\">1</td><td class=\"old\"><code>#include &lt;cuda_runtime.h&gt;</code></td><td class=\"no\">1</td><td class=\"new\"><code>#include &lt;musa_runtime.h&gt;</code></td>");
        page.ShouldContain("-1 +1 line(s)");
        page.ShouldContain("To do (0.2 h by rule of thumb)");
        page.ShouldContain("Nothing here has run on a vendor&#39;s hardware".Replace("&#39;", "'"));
        foreach (string outside in new[] { "http", "<script", "<link", "src=", "@import" })
        {
            page.ShouldNotContain(outside);
        }
        Run("r.md", 1).ShouldContain("| KP4903 | musa:mp_31 | 'cudaNobodyKnows'");
    }

    [Fact]
    public void ALineThatGoesAndOnesThatComeStandBesideEachOther()
    {
        var (rows, removed, added) = Cli.Reports.SideBySide.Of("a\nb\nc\nd\ne\nf\ng\n", "a\nb\nc\nX<\nY\ne\nf\ng\n");
        (removed, added).ShouldBe((1, 2));
        rows.ShouldContain("<td class=\"no\">4</td><td class=\"old\"><code>d</code></td><td class=\"no\">4</td><td class=\"new\"><code>X&lt;</code></td>");
        rows.ShouldContain("<td class=\"no\"></td><td></td><td class=\"no\">5</td><td class=\"new\"><code>Y</code></td>");
        rows.ShouldNotContain("<code>a</code>");
        Cli.Reports.SideBySide.Of("same", "same").Rows.ShouldBe("");
    }

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
