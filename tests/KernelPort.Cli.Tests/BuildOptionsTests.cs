using KernelPort.Cli;

namespace KernelPort.Cli.Tests;

/// <summary>What build systems ask for: dependencies, unchanged files, all or nothing.</summary>
public sealed class BuildOptionsTests : IDisposable
{
    private const string Kernel = "#include \"scale.cuh\"\n__global__ void k(float* p, int n) { if (threadIdx.x < n) p[threadIdx.x] = scale(p[threadIdx.x]); }\nvoid f() { cudaDeviceSynchronize(); }\n";

    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Theory]
    [InlineData("musa")]
    [InlineData("opencl")]
    public void The_dependency_file_names_headers_and_outputs(string target)
    {
        string source = _work.Write("a b/kernel.cu", Kernel);
        string header = _work.Write("a b/scale.cuh", "#include <limits.h>\n#include \"deep/factor.h\"\n__device__ float scale(float x) { return x * FACTOR; }\n");
        string deep = _work.Write("a b/deep/factor.h", "#define FACTOR 2\n");
        _work.Run("translate", source, "--target", target, "-o", _work.Path("out"), "--depfile", _work.Path("k.d"), "--block", "32").ShouldBe(ExitCodes.Done, _work.Error);
        var (outputs, inputs) = Rule(_work.Read("k.d"));
        inputs.ShouldBe(new[] { deep, source, header }.Order(StringComparer.Ordinal), ignoreOrder: false);
        outputs.ShouldNotBeEmpty();
        outputs.ShouldAllBe(o => File.Exists(o));
        outputs.ShouldContain(o => Path.GetFileNameWithoutExtension(o) == "kernel");
    }

    [Fact]
    public void Output_that_stays_the_same_keeps_its_time()
    {
        string source = _work.Write("in/kernel.cu", Kernel);
        _work.Write("in/scale.cuh", "__device__ float scale(float x) { return x; }\n");
        string[] command = ["translate", source, "--target", "musa", "-o", _work.Path("out"), "--only-changed"];
        _work.Run(command).ShouldBe(ExitCodes.Done, _work.Error);
        var old = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        string kernel = _work.Path("out/musa/kernel.mu"), header = Directory.GetFiles(_work.Path("out/musa"), "scale.*").Single();
        File.SetLastWriteTimeUtc(kernel, old);
        File.SetLastWriteTimeUtc(header, old);
        _work.Write("in/scale.cuh", "__device__ float scale(float x) { return x + 1; }\n");
        _work.Run(command).ShouldBe(ExitCodes.Done, _work.Error);
        File.GetLastWriteTimeUtc(kernel).ShouldBe(old);
        File.GetLastWriteTimeUtc(header).ShouldNotBe(old);
    }

    [Fact]
    public void A_broken_file_leaves_earlier_output_alone()
    {
        string source = _work.Write("in/kernel.cu", "__global__ void k(float* p) { p[0] = 1; }\n");
        string[] command = ["translate", source, "--target", "musa,opencl", "-o", _work.Path("out"), "--all-or-nothing", "--depfile", _work.Path("k.d")];
        _work.Run(command).ShouldBe(ExitCodes.Done, _work.Error);
        string before = _work.Read("out/musa/kernel.mu"), rule = _work.Read("k.d");
        _work.Write("in/kernel.cu", "__global__ void k(float* p) { p[0] = ; }\n");
        _work.Run(command).ShouldBe(ExitCodes.BadInput);
        _work.Error.ShouldContain("kernel.cu(1,38): error");
        _work.Read("out/musa/kernel.mu").ShouldBe(before);
        _work.Read("k.d").ShouldBe(rule);
    }

    [Fact]
    public void The_output_mirrors_the_tree_below_the_root()
    {
        string source = _work.Write("tree/deep/kernel.cu", "__global__ void k(float* p) { p[0] = 1; }\n");
        _work.Run("translate", source, "--target", "musa", "-o", _work.Path("out"), "--root", _work.Path("tree")).ShouldBe(ExitCodes.Done, _work.Error);
        _work.Has("out/musa/deep/kernel.mu").ShouldBeTrue();
        _work.Run("translate", source, "--target", "musa", "-o", _work.Path("out"), "--root", _work.Path("other")).ShouldBe(ExitCodes.BadCommandLine);
        _work.Error.ShouldContain("lies outside it");
    }

    /// <summary>A rule as make reads it.</summary>
    private static (IReadOnlyList<string> Outputs, IReadOnlyList<string> Inputs) Rule(string text)
    {
        var words = text.Replace("\\\n", "", StringComparison.Ordinal).Replace("\\ ", "\u0001", StringComparison.Ordinal)
            .Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(w => w.Replace('\u0001', ' ')).ToList();
        int colon = words.FindIndex(w => w.EndsWith(':'));
        return ([.. words.Take(colon + 1).Select(w => w.TrimEnd(':'))], [.. words.Skip(colon + 1)]);
    }
}
