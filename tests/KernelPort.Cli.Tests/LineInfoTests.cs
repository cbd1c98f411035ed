using System.Text.RegularExpressions;

namespace KernelPort.Cli.Tests;

/// <summary><c>--line-info</c>: machine code says which line of the CUDA text it comes from.</summary>
public sealed class LineInfoTests : IDisposable
{
    private const string Source = "__device__ float twice(float x)\n{\n    return x + x;\n}\n__global__ void k(float* p, int n)\n{\n    if (threadIdx.x < n)\n        p[threadIdx.x] = twice(p[threadIdx.x]);\n}\n";

    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    /// <summary>That of the store, and another: the function's, which LLVM puts in place; for the CPU, where we do, the condition's.</summary>
    [Theory]
    [InlineData("nvptx64:sm_80", "k.ptx", "st.global", 3)]
    [InlineData("amdgcn:gfx90a", "k.s", "global_store", 3)]
    [InlineData("cpu", "k.s", "vmovups|vmaskmov", 7)]
    public void Assembly_names_the_lines(string target, string file, string store, int another)
    {
        string source = _work.Write("k.cu", Source);
        _work.Run("translate", source, "--target", target, "--emit", "asm", "--block", "64", "-o", _work.Path("plain")).ShouldBe(ExitCodes.Done, _work.Error);
        _work.Read($"plain/{target.Replace(':', '-')}/{file}").ShouldNotContain(".loc");
        _work.Run("translate", source, "--target", target, "--emit", "asm", "--block", "64", "--line-info", "-o", _work.Path("out")).ShouldBe(ExitCodes.Done, _work.Error);
        string assembly = _work.Read($"out/{target.Replace(':', '-')}/{file}");
        assembly.ShouldContain("k.cu\"");
        Regex.IsMatch(assembly, $@"\.loc\s+1 {another} 0").ShouldBeTrue(assembly);
        Regex.IsMatch(assembly, $@"\.loc\s+1 8 0[^\n]*\n(?:\t[^.\n][^\n]*\n)*?\t(?:{store})").ShouldBeTrue(assembly);
        assembly.ShouldNotContain("sm_80, debug");
    }

    [Fact]
    public void An_object_has_a_line_table()
    {
        string source = _work.Write("k.cu", Source);
        foreach (string[] more in new[] { new[] { "-o", _work.Path("plain") }, ["-o", _work.Path("out"), "--line-info"] })
        {
            _work.Run(["translate", source, "--target", "cpu", "--block", "64", .. more]).ShouldBe(ExitCodes.Done, _work.Error);
        }
        _work.Read("plain/cpu/k.o").ShouldNotContain(".debug_line");
        _work.Read("out/cpu/k.o").ShouldContain(".debug_line");
    }
}
