using System.Text.Json;
using KernelPort.Cli;

namespace KernelPort.Cli.Tests;

/// <summary>`test` shows what kernels print: by the executor and by the twin, clipped, and in the report.</summary>
public sealed class PrintedTests : IDisposable
{
    private const string Telling = "// launch: k<<<1, 40>>>(out: int[1] = 0)\n// expect: out = 3\n__global__ void k(int* out) {\n    if (threadIdx.x == 0) *out = 3;\n    printf(\"thread %u\\n\", threadIdx.x);\n}\n";

    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void TheFirstLinesAreShownOnceAndTheRestIsCounted()
    {
        _work.Run("test", _work.Write("a.cu", Telling), "--engine", "reference,reference-opt").ShouldBe(ExitCodes.Done);
        string[] printed = [.. _work.Out.Split('\n').Where(l => l.StartsWith("        | ", StringComparison.Ordinal)).Select(l => l[10..])];
        printed.ShouldBe([.. Enumerable.Range(0, 12).Select(i => $"thread {i}"), "... 28 more lines", "as reference printed"]);
    }

    [Fact]
    public void TheTwinsTextIsItsOwn()
    {
        string source = _work.Write("a.cu", Telling.Replace("1, 40", "1, 2"));
        int code = _work.Run("test", source, "--engine", "twin");
        if (code == ExitCodes.MissingTool)
        {
            Console.WriteLine("not run, because there is no C++ compiler");
            return;
        }
        code.ShouldBe(ExitCodes.Done, _work.Out);
        _work.Out.ShouldContain("        | thread 0\n        | thread 1\n");
    }

    [Fact]
    public void TheReportHasTheLines()
    {
        _work.Run("test", _work.Write("a.cu", Telling), "--engine", "reference", "--report", _work.Path("r.json")).ShouldBe(ExitCodes.Done);
        var test = JsonDocument.Parse(_work.Read("r.json")).RootElement.GetProperty("tests")[0];
        test.GetProperty("printed").GetArrayLength().ShouldBe(40);
        test.GetProperty("printed")[39].GetString().ShouldBe("thread 39");
        test.TryGetProperty("printedLeft", out _).ShouldBeFalse();
    }

    [Fact]
    public void QuietShowsNothingOfWhatPassed()
    {
        _work.Run("test", _work.Write("a.cu", Telling), "--engine", "reference", "--quiet").ShouldBe(ExitCodes.Done);
        _work.Out.ShouldNotContain("thread");
    }

    [Fact]
    public void LongTextIsClippedAndControlCharactersAreNoOrders()
    {
        PrintedText.Of(new string('x', 300) + "\n\u001b[2Ja\tb", 5).Lines.ShouldBe([new string('x', 200) + "...", "?[2Ja\tb"]);
        var first = PrintedText.Of("a\n\nb\n", 2);
        first.Lines.ShouldBe(["a", ""]);
        first.Left.ShouldBe(1);
        PrintedText.Of("", 2).Lines.ShouldBeEmpty();
    }
}
