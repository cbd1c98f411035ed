using KernelPort.Cli;

namespace KernelPort.Cli.Tests;

/// <summary>Checks with fixes, baselines and a project's settings.</summary>
public sealed class CheckTests : IDisposable
{
    internal const string Lanes =
        "#include <cuda_runtime.h>\n#include <cstdio>\n__global__ void sum(const int* x, int* out) {\n    int lane = threadIdx.x & 31, warp = threadIdx.x / 32, other = threadIdx.x >> 5;\n    int v = x[threadIdx.x];\n"
        + "    for (int d = 16; d > 0; d >>= 1) v += __shfl_down_sync(0xffffffffu, v, d);\n    int votes = __popc(__ballot_sync(0xffffffffu, x[threadIdx.x] > 40));\n"
        + "    if (lane == 0) atomicAdd(out, v + votes + 0 * (warp + other + warpSize));\n}\n"
        + "int main() { int h[64], s = 0, *x, *o; for (int i = 0; i < 64; i++) h[i] = i; cudaMalloc(&x, 256); cudaMalloc(&o, 4); cudaMemcpy(x, h, 256, cudaMemcpyHostToDevice); cudaMemset(o, 0, 4);\n"
        + "  sum<<<1, 64>>>(x, o); cudaMemcpy(&s, o, 4, cudaMemcpyDeviceToHost); printf(\"%d\\n\", s); }\n";

    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void AFixTakesTheHazardsAwayAndMeansTheSame()
    {
        string source = _work.Write("a.cu", Lanes);
        _work.Run("check", source, "--target", "dcu").ShouldBe(ExitCodes.CheckFailed, _work.Error);
        foreach (string code in new[] { "KP4003", "KP4004" })
        {
            _work.Error.ShouldContain(code);
        }
        _work.Read("a.cu").ShouldBe(Lanes);
        _work.Run("check", source, "--target", "dcu", "--fix").ShouldBe(ExitCodes.Done, _work.Error);
        _work.Read("a.cu").ShouldBe(Lanes.Replace("& 31", "& (warpSize - 1)").Replace("/ 32", "/ warpSize").Replace(">> 5", "/ warpSize").Replace("d = 16", "d = warpSize / 2").Replace("__popc(", "__popcll("));
        _work.Error.ShouldNotContain("KP40");
    }

    /// <summary>On CUDA's twin the rewritten program says what the first one did, and on the target's it says it too.</summary>
    [Theory]
    [InlineData("cuda")]
    [InlineData("dcu")]
    public void AFixedProgramRunsAsBefore(string target)
    {
        string source = _work.Write("a.cu", Lanes);
        string[] on = target == "cuda" ? [] : ["--target", target];
        int code = _work.Run(["run", source, "--quiet"]);
        if (code == ExitCodes.MissingTool)
        {
            Console.WriteLine("not run, because there is no C++ compiler");
            return;
        }
        // 0 + ... + 63, and 23 votes
        _work.Out.ShouldBe("2039\n");
        _work.Run("check", source, "--target", "dcu", "--fix");
        _work.Run(["run", source, "--quiet", .. on]).ShouldBe(ExitCodes.Done, _work.Error);
        _work.Out.ShouldBe("2039\n");
    }

    [Fact]
    public void ConstantsAndAllowedLinesAreNotRewritten()
    {
        const string Text = "template <int THREADS> __global__ void k(int* p) {\n    __shared__ int s[THREADS / 32];\n    // kernelport: allow KP4003 32 by design\n    s[0] = threadIdx.x & 31;\n    p[0] = s[0] + warpSize;\n}\n";
        string source = _work.Write("a.cu", Text);
        _work.Run("check", source, "--target", "dcu", "--fix");
        _work.Read("a.cu").ShouldBe(Text);
    }

    [Fact]
    public void ABaselineFindsItsFindingsWhereverTheyMove()
    {
        const string Two = "__global__ void a(int* p) { asm volatile(\"bar.sync 0;\"); }\n";
        string source = _work.Write("in/a.cu", Two);
        string known = _work.Path("known.json");
        _work.Run("check", _work.Path("in"), "--target", "dcu", "--write-baseline", known).ShouldBe(ExitCodes.CheckFailed, _work.Error);
        _work.Write("in/a.cu", "// moved\n\n   " + Two);
        _work.Run("check", _work.Path("in"), "--target", "dcu", "--baseline", known).ShouldBe(ExitCodes.Done, _work.Error);
        // the same text once more is a new one
        _work.Write("in/a.cu", Two + Two.Replace("void a", "void a"));
        _work.Write("in/a.cu", "// moved\n" + Two + "namespace n {\n" + Two + "}\n");
        _work.Run("check", _work.Path("in"), "--target", "dcu", "--baseline", known).ShouldBe(ExitCodes.CheckFailed);
        _work.Error.ShouldContain("a.cu(4,");
        _work.Error.ShouldNotContain("a.cu(2,");
    }

    [Fact]
    public void ABrokenBaselineIsBadInput() =>
        _work.Run("check", _work.Write("a.cu", ""), "--target", "dcu", "--baseline", _work.Write("b.json", "{")).ShouldBe(ExitCodes.BadInput);

    [Fact]
    public void AProjectSaysItOnce()
    {
        _work.Write("inc/lib.h", "#define LIB cudaFree\n");
        _work.Write("rules.csv", "cudaMalloc,function,mine\n");
        string source = _work.Write("src/a.cu", "#include <cuda_runtime.h>\n#include \"lib.h\"\n#ifdef DEEP\nvoid f(void *p) { cudaMalloc(0, 0); cudaNobodyKnows(); }\n#endif\n");
        string project = _work.Write("kernelport.json", "{ // comments are fine\n\"targets\": [\"musa\"], \"include\": [\"inc\"], \"define\": [\"DEEP\"], \"rules\": [\"rules.csv\"],\n\"suppress\": [{\"code\": \"KP4903\", \"file\": \"src/a.cu\", \"reason\": \"ours\"}] }");
        _work.Run("translate", source, "-o", _work.Path("out"), "--project", project).ShouldBe(ExitCodes.Done, _work.Error);
        _work.Read("out/musa/a.mu").ShouldContain("mine(0, 0); cudaNobodyKnows()");
        _work.Error.ShouldNotContain("KP1007");
    }

    [Theory]
    [InlineData("{\n  \"tragets\": [\"musa\"] }", "(2,3): error KP0104: unknown key 'tragets'")]
    [InlineData("{\n \"targets\": \"musa\" }", "(2,13): error KP0104: an array of strings")]
    [InlineData("{ \"targets\": [1] }", "(1,15): error KP0104: a string was expected")]
    [InlineData("{ \"suppress\": [{\"code\": \"KP4003\"}] }", "(1,16): error KP0104: a suppression needs")]
    [InlineData("{ \"suppress\": [{\"code\": \"KP4003\", \"why\": \"x\"}] }", "unknown key 'why'")]
    [InlineData("[]", "(1,1): error KP0104: an object was expected")]
    [InlineData("{\n\"targets\" [", "(2,")]
    [InlineData("{", "KP0104: no JSON")]
    public void AProjectWithAMistakeIsSaidWhere(string text, string message)
    {
        string project = _work.Write("kernelport.json", text);
        _work.Run("check", _work.Write("a.cu", ""), "--target", "dcu", "--project", project).ShouldBe(ExitCodes.BadInput);
        _work.Error.ShouldContain("kernelport.json" + (message.StartsWith('(') ? message : ""));
        _work.Error.ShouldContain(message);
    }
}
