using KernelPort.Cli;

namespace KernelPort.Cli.Tests;

/// <summary>The user's own rules.</summary>
public sealed class RulesTests : IDisposable
{
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void ARuleAddsANameAndOverridesATable()
    {
        string rules = _work.Write("mine.csv", "cuda,kind,target\nvendorThing,function,otherThing\ncudaFree,function,pooledFree,?,our pool\ncudaMalloc,call,\"pooledMalloc({1}, {0}, {2|0})\"\n");
        string migrated = _work.Migrate("#include <cuda_runtime.h>\nvoid vendorThing(int);\nvoid f(void **p) { cudaMalloc(p, 4); cudaFree(*p); }\n", "musa", ExitCodes.Done, "--rules", rules);
        migrated.ShouldContain("pooledMalloc(4, p, 0); pooledFree(*p);");
        // the program declares it: it is the program's
        migrated.ShouldContain("void vendorThing(int);");
    }

    [Fact]
    public void ARuleOfAWideCallHasTheLastWord() =>
        _work.Migrate("#include <cuda_runtime.h>\n__global__ void k(int *p) { *p = __shfl_sync(-1, *p, 3); }\n", "dcu", ExitCodes.Done, "--rules", _work.Write("r.csv", "__shfl_sync,function,my_shfl\r\n"))
            .ShouldContain("my_shfl(-1, *p, 3)");

    [Fact]
    public void ARuleCanBeForOneTarget()
    {
        string rules = _work.Write("r.csv", "cudaFree,function,mine\n");
        string source = _work.Write("a.cu", "#include <cuda_runtime.h>\nvoid f(void *p) { cudaFree(p); }\n");
        _work.Run("translate", source, "--target", "musa,dcu", "-o", _work.Path("out"), "--rules", "dcu=" + rules).ShouldBe(ExitCodes.Done, _work.Error);
        _work.Read("out/dcu/a.hip").ShouldContain("mine(p)");
        _work.Read("out/musa/a.mu").ShouldContain("musaFree(p)");
    }

    [Theory]
    [InlineData("cudaFree,function", "2 column(s)")]
    [InlineData("cudaFree,verb,x", "the kind 'verb'")]
    [InlineData("cudaFree,3,x", "the kind '3'")]
    [InlineData("cuda Free,function,x", "'cuda Free' is no name")]
    [InlineData("cudaFree,function,x,maybe", "the mark 'maybe'")]
    [InlineData("cudaFree,call,\"x({first})\"", "the holes of")]
    [InlineData("cudaFree,call,\"x({0)\"", "the holes of")]
    [InlineData("good,function,x", "'good' has a rule above")]
    public void ABadRuleIsSaidWithItsLine(string line, string message)
    {
        string rules = _work.Write("bad.csv", "cuda,kind,target\ngood,function,better\n" + line + "\n");
        string source = _work.Write("a.cu", "int x;\n");
        _work.Run("translate", source, "--target", "musa", "-o", _work.Path("out"), "--rules", rules).ShouldBe(ExitCodes.BadInput);
        _work.Error.ShouldContain("bad.csv(3,1): error KP4911: ");
        _work.Error.ShouldContain(message);
        _work.Has("out/musa/a.mu").ShouldBeFalse();
    }

    [Fact]
    public void AMissingRulesFileIsBadInput() =>
        _work.Run("translate", _work.Write("a.cu", ""), "--target", "musa", "-o", _work.Path("out"), "--rules", _work.Path("gone.csv")).ShouldBe(ExitCodes.BadInput);
}
