using KernelPort.Cli;

namespace KernelPort.Cli.Tests;

/// <summary>Device functions that another unit of the program defines: found where both are given, refused where a name would change its meaning.</summary>
public sealed class SeparateUnitsTests : IDisposable
{
    private const string Caller = "__device__ int f(int x);\n__global__ void k(int* p) { *p = f(3); }\n";

    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    private int Translate(params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
        {
            _work.Write("in/" + name, text);
        }
        return _work.Run("translate", _work.Path("in"), "--target", "musa", "--via", "ir", "-o", _work.Path("out"));
    }

    [Fact]
    public void TheirBodiesStandInTheCallersText()
    {
        Translate(
            ("a.cu", "#define N 5\n#define OWN 1\n" + Caller),
            ("b.cu", "#ifdef OWN\n#error a macro of another unit\n#endif\n#define N 40\n__device__ int g(int);\n__device__ int f(int x) { return g(x) + N; }\n__global__ void other(int* p) { *p = f(1); }\n"),
            ("c.cu", "__device__ int g(int x) { return 2 * x; }\n")).ShouldBe(ExitCodes.Done, _work.Error);
        string text = _work.Read("out/musa/a.mu");
        text.ShouldContain("return 2 * x;");
        text.ShouldContain("+ 40;");
        text.ShouldContain("void k(");
        text.ShouldNotContain("void other(");
    }

    [Fact]
    public void KernelsThatOnlyTheOtherUnitLaunchesOrIncludesStayThere()
    {
        Translate(
            ("t.h", "#ifndef T\n#define T\ntemplate <class X> __global__ void t(X* p) { *p = 1; }\n#endif\n"),
            ("only.h", "__global__ void only(int* p) { *p = 2; }\n"),
            ("a.cu", "#include \"t.h\"\n" + Caller + "void run(float* p) { t<<<1, 1>>>(p); }\n"),
            ("b.cu", "#include \"t.h\"\n#include \"only.h\"\n__device__ int f(int x) { return x; }\nvoid host(int* p) { t<<<1, 1>>>(p); only<<<1, 1>>>(p); }\n")).ShouldBe(ExitCodes.Done, _work.Error);
        string text = _work.Read("out/musa/a.mu");
        text.ShouldContain("void t_float(");
        text.ShouldNotContain("void t_int(");
        text.ShouldNotContain("void only(");
        _work.Read("out/musa/b.mu").ShouldContain("void t_int(");
    }

    [Fact]
    public void ByItselfTheCallerIsRefused()
    {
        Translate(("a.cu", Caller)).ShouldNotBe(ExitCodes.Done);
        _work.Error.ShouldContain("KP2015");
    }

    [Theory]
    [InlineData("static __device__ int h(float x) { return 1; }\n", "static __device__ int h(int x) { return 2; }\n__device__ int f(int x) { return h(x); }\n")]
    [InlineData("struct S { int a; };\n", "struct S { float a; };\n__device__ int f(int x) { S s = {1.5f}; return s.a * x; }\n")]
    [InlineData("", "__device__ int count;\n__device__ int f(int x) { return count += x; }\n")]
    public void OneNameOfTwoMeaningsAndAVariableKeepUnitsApart(string before, string other)
    {
        Translate(("a.cu", before + Caller), ("b.cu", other)).ShouldNotBe(ExitCodes.Done);
        _work.Error.ShouldContain("KP2015");
    }
}
