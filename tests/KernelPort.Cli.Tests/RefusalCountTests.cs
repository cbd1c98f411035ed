using KernelPort.Cli;

namespace KernelPort.Cli.Tests;

/// <summary>The last lines of `test`, and its report, count what a fact refuses apart from what only we lack.</summary>
public sealed class RefusalCountTests : IDisposable
{
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    private string Kernel(string name, string type, string statement) =>
        _work.Write(name, $"// launch: k<<<1, 32>>>(out: {type}[32])\n__global__ void k({type}* out) {{\n    int i = threadIdx.x;\n    {statement}\n}}\n");

    [Fact]
    public void FactsAndGapsAreCountedApart()
    {
        string[] files =
        [
            Kernel("written.cu", "int", "out[i] = 2 * i;"),
            Kernel("fact.cu", "double", "out[i] = 2.0 * i;"),
            Kernel("gap.cu", "int", "out[i] = i; printf(\"%d\", i);"),
            Kernel("both.cu", "double", "out[i] = 2.0 * i; printf(\"%d\", i);"),
        ];
        int code = _work.Run(["test", .. files, "--engine", "reference", "--target", "cann:a2", "--report", _work.Path("r.md")]);
        if (code == ExitCodes.MissingTool)
        {
            Console.WriteLine("not run, because there is no C++ compiler");
            return;
        }
        code.ShouldBe(ExitCodes.Unsupported, _work.Out);
        _work.Out.ShouldContain("cann:a2 (twin): 1 passed, 0 failed, 1 refused by facts, 2 gaps of ours (1 of them with facts too), 0 not run\n    kernels by tier: T0: 1; T3, a gap of ours: 2; T3, by facts: 1\n");
        _work.Out.ShouldContain("gap     cann:a2              " + files[3] + " KP3002 KP2950: line 4: 'print' is not lowered");
        string report = File.ReadAllText(_work.Path("r.md"));
        report.ShouldContain("| cann:a2 | 1 | 0 | 1 | 2 | 1 | 0 |");
        report.ShouldContain("| cann:a2 | T3, by facts | 1 |");
        report.ShouldContain("| k | cann:a2 | T3, by facts | refused | line 2: KP3002: ");
    }
}
