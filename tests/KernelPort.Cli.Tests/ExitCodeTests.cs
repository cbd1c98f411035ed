using KernelPort.Cli;

namespace KernelPort.Cli.Tests;

/// <summary>Whatever comes in: the right code, a message, and no crash.</summary>
public sealed class ExitCodeTests : IDisposable
{
    private const string Kernel = "__global__ void k(float *p, int n) { int i = threadIdx.x; if (i < n) p[i] *= 2; }\n";

    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    [Theory]
    [InlineData("musa")]
    [InlineData("dcu")]
    [InlineData("cann")]
    public void GoodInput(string target)
    {
        string source = _work.Write("k.cu", Kernel);
        _work.Run("translate", source, "--target", target, "-o", _work.Path("out")).ShouldBe(ExitCodes.Done, _work.Error);
        Directory.EnumerateFiles(_work.Path("out/" + target)).Where(f => Path.GetFileNameWithoutExtension(f) == "k").ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("translate")]
    [InlineData("translate k.cu --target musa")]
    [InlineData("translate k.cu -o out")]
    [InlineData("translate k.cu --target nobody -o out")]
    [InlineData("translate k.cu --target musa:mp_99 -o out")]
    [InlineData("translate k.cu --target musa -o out --report r.txt")]
    [InlineData("translate k.cu --target musa -o out --shard 3/2")]
    [InlineData("translate k.cu --target musa -o out --std pascal")]
    [InlineData("translate k.cu --target musa -o out --via magic")]
    [InlineData("translate k.cu --target musa -o out --mode magic")]
    [InlineData("translate k.cu --target cann -o out --mode shim")]
    [InlineData("check k.cu")]
    [InlineData("translate k.cu --target musa,dcu -o -")]
    [InlineData("nonsense")]
    [InlineData("explain")]
    public void BadCommandLine(string line)
    {
        string source = _work.Write("k.cu", Kernel);
        _work.Run([.. line.Split(' ').Select(w => w == "k.cu" ? source : w == "out" ? _work.Path("out") : w)]).ShouldBe(ExitCodes.BadCommandLine, _work.Error);
        _work.Error.ShouldContain("error KP0102");
    }

    [Fact]
    public void MissingFile()
    {
        _work.Run("translate", _work.Path("gone.cu"), "--target", "musa", "-o", _work.Path("out")).ShouldBe(ExitCodes.BadInput);
        _work.Error.ShouldContain("gone.cu: no such file or folder");
    }

    public static TheoryData<string> WrongTexts =>
    [
        Kernel[..^4],
        "__global__ void k() { int x = " + Repeat("(", 100_000) + "1" + Repeat(")", 100_000) + "; }",
        "#include \"program.cu\"\n",
        "#define A0 x x\n" + string.Concat(Enumerable.Range(1, 39).Select(i => FormattableString.Invariant($"#define A{i} A{i - 1} A{i - 1}\n"))) + "A39\n",
        "__global__ void k() { /* never closed",
    ];

    [Theory]
    [MemberData(nameof(WrongTexts))]
    public void WrongInput(string text)
    {
        string source = _work.Write("program.cu", text);
        foreach (string target in new[] { "musa", "cann" })
        {
            _work.Run("translate", source, "--target", target, "-o", _work.Path("out")).ShouldBe(ExitCodes.BadInput, _work.Error);
            _work.Error.ShouldContain("program.cu(");
            _work.Error.Length.ShouldBeLessThan(100_000);
        }
    }

    [Fact]
    public void DeepNestingIsToldOrPrinted()
    {
        _work.Run("dump", _work.Write("if.cu", "__global__ void k(int* p) { " + Repeat("if (1) ", 20_000) + "*p = 1; }")).ShouldBe(ExitCodes.BadInput);
        _work.Error.ShouldContain("KP2024");
        _work.Run("dump", _work.Write("sum.cu", "__global__ void k(int* p, int a) { *p = " + Repeat("a + ", 20_000) + "a; }")).ShouldBe(ExitCodes.Done, _work.Error);
    }

    [Fact]
    public void RandomBytes()
    {
        var random = new Random(7);
        for (int round = 0; round < 10; round++)
        {
            string source = _work.Write("program.cu", string.Concat(Enumerable.Range(0, 5000).Select(_ => (char)random.Next(256))));
            _work.Run("translate", source, "--target", "dcu,cann", "-o", _work.Path("out")).ShouldBeOneOf(ExitCodes.Done, ExitCodes.BadInput, ExitCodes.Unsupported);
        }
    }

    [Fact]
    public void TexturesReadFromMemoryAreToldAndNothingIsLacking()
    {
        string source = _work.Write("program.cu", "__global__ void k(cudaTextureObject_t t, float* out) { *out = tex1D<float>(t, 0.5f); }");
        _work.Run("translate", source, "--target", "cann:950", "--strict", "-o", _work.Path("out")).ShouldBe(ExitCodes.Done, _work.Error);
        _work.Error.ShouldContain("warning KP0110");
    }

    [Fact]
    public void AnEmptyFileIsFine()
    {
        string source = _work.Write("program.cu", "");
        _work.Run("translate", source, "--target", "dcu,cann", "-o", _work.Path("out")).ShouldBe(ExitCodes.Done, _work.Error);
        _work.Read("out/dcu/program.hip").ShouldBe("");
    }

    [Fact]
    public void OutputInsideInputIsRefused()
    {
        _work.Write("in/k.cu", Kernel);
        _work.Run("translate", _work.Path("in"), "--target", "musa", "-o", _work.Path("in/out")).ShouldBe(ExitCodes.BadCommandLine);
        _work.Run("translate", _work.Path("in"), "--target", "musa", "-o", _work.Path("in")).ShouldBe(ExitCodes.BadCommandLine);
        Directory.CreateSymbolicLink(_work.Path("link"), _work.Path("in"));
        _work.Run("translate", _work.Path("in"), "--target", "musa", "-o", _work.Path("link/out")).ShouldBe(ExitCodes.BadCommandLine);
        _work.Has("in/out").ShouldBeFalse();
    }

    [Fact]
    public void LinksDoNotLeadOutOfTheOutput()
    {
        string source = _work.Write("k.cu", Kernel);
        Directory.CreateDirectory(_work.Path("elsewhere"));
        Directory.CreateDirectory(_work.Path("out"));
        Directory.CreateSymbolicLink(_work.Path("out/musa"), _work.Path("elsewhere"));
        _work.Run("translate", source, "--target", "musa", "-o", _work.Path("out")).ShouldBe(ExitCodes.BadInput);
        _work.Has("elsewhere/k.mu").ShouldBeFalse();
    }

    [Theory]
    [InlineData("test")]
    [InlineData("estimate", "--target", "musa")]
    [InlineData("verify", "--target", "musa")]
    [InlineData("run")]
    public void ABinaryFileIsNoSuccess(string command, params string[] options)
    {
        string source = _work.Write("bad.cu", "\u007FELF\u0002\0\0\0" + Repeat("\0", 100));
        _work.Run([command, source, .. options]).ShouldBe(ExitCodes.BadInput);
        _work.Error.ShouldContain("bad.cu(1,1): error KP0103: a binary file");
    }

    [Fact]
    public void ABinaryFileIsSaidAndLeftOut()
    {
        _work.Write("in/good.cu", Kernel);
        _work.Write("in/bad.cu", "\u007FELF\u0002\0\0\0" + Repeat("\0", 100));
        _work.Run("translate", _work.Path("in"), "--target", "musa", "-o", _work.Path("out")).ShouldBe(ExitCodes.BadInput);
        _work.Error.ShouldContain("bad.cu(1,1): error KP0103: a binary file");
        _work.Has("out/musa/good.mu").ShouldBeTrue();
        _work.Has("out/musa/bad.mu").ShouldBeFalse();
    }

    [Fact]
    public void AnUnreadableFolderIsSaid()
    {
        _work.Write("in/closed/k.cu", Kernel);
        if (OperatingSystem.IsWindows() || Environment.UserName == "root")
        {
            Console.WriteLine("not run, because root reads every folder, and Windows has other rights");
            return;
        }
        File.SetUnixFileMode(_work.Path("in/closed"), UnixFileMode.None);
        _work.Run("translate", _work.Path("in"), "--target", "musa", "-o", _work.Path("out")).ShouldBe(ExitCodes.BadInput);
        File.SetUnixFileMode(_work.Path("in/closed"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _work.Error.ShouldContain("closed");
    }

    [Fact]
    public void NothingLeavesTheOutputAndSourcesStay()
    {
        // an include that climbs out of the input, a link in the input that does, and a link where a copy would go
        _work.Write("secret.cuh", "cudaStream_t s;\n");
        _work.Write("in/k.cu", "#include \"../secret.cuh\"\n" + Kernel);
        Directory.CreateSymbolicLink(_work.Path("in/link"), _work.Path("elsewhere"));
        _work.Write("elsewhere/other.cu", Kernel);
        string before = _work.Read("in/k.cu") + _work.Read("secret.cuh") + _work.Read("elsewhere/other.cu");
        _work.Run("translate", _work.Path("in"), "--target", "musa", "-o", _work.Path("out/../out")).ShouldBe(ExitCodes.Done, _work.Error);
        (_work.Read("in/k.cu") + _work.Read("secret.cuh") + _work.Read("elsewhere/other.cu")).ShouldBe(before);
        Directory.EnumerateFiles(_work.Path("out/musa"), "*", SearchOption.AllDirectories).ShouldBe([_work.Path("out/musa/k.mu")]);
        _work.Error.ShouldContain("KP4907");
        Directory.Delete(_work.Path("out/.kernelport"), true);
        Directory.CreateSymbolicLink(_work.Path("out/.kernelport"), _work.Path("elsewhere"));
        _work.Run("translate", _work.Path("in"), "--target", "musa", "-o", _work.Path("out")).ShouldBe(ExitCodes.BadInput);
        _work.Has("elsewhere/musa/k.mu").ShouldBeFalse();
    }

    [Fact]
    public void UnwritableOutput()
    {
        string source = _work.Write("k.cu", Kernel);
        _work.Write("file", "");
        _work.Run("translate", source, "--target", "musa", "-o", _work.Path("file/out")).ShouldBe(ExitCodes.BadCommandLine);
        _work.Error.ShouldContain("cannot be made");
    }

    [Fact]
    public void StandardInputAndOutput()
    {
        _work.RunWith("void f(cudaStream_t s);\n", "translate", "-", "--target", "dcu", "-o", "-").ShouldBe(ExitCodes.Done, _work.Error);
        _work.Out.ShouldBe("#include <hip/hip_runtime.h>\nvoid f(hipStream_t s);\n");
    }

    [Fact]
    public void SmallCommands()
    {
        _work.Run("targets").ShouldBe(ExitCodes.Done);
        _work.Out.ShouldContain("dcu:gfx906 *");
        _work.Run("targets", "--json").ShouldBe(ExitCodes.Done);
        System.Text.Json.JsonDocument.Parse(_work.Out).RootElement.GetArrayLength().ShouldBeGreaterThan(5);
        _work.Run("api", "cudaMalloc").ShouldBe(ExitCodes.Done);
        _work.Out.ShouldContain("hipMalloc");
        _work.Run("api", "nobodyHasThis").ShouldBe(ExitCodes.BadInput);
        _work.Run("explain", "kp4902").ShouldBe(ExitCodes.Done);
        _work.Run("explain", "KP0000").ShouldBe(ExitCodes.BadInput);
        string source = _work.Write("k.cu", Kernel);
        _work.Run("dump", source, "--kernel", "k", "--target", "dcu", "--each").ShouldBe(ExitCodes.Done, _work.Error);
        _work.Out.ShouldStartWith("// lowering\n");
        _work.Run("check", source, "--target", "musa,dcu,birensupa,cann").ShouldBe(ExitCodes.Done, _work.Error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("translate")]
    [InlineData("check")]
    [InlineData("test")]
    [InlineData("targets")]
    [InlineData("api")]
    [InlineData("explain")]
    [InlineData("dump")]
    public void HelpHasAnExample(string command)
    {
        _work.Run([.. new[] { command, "--help" }.Where(w => w.Length > 0)]).ShouldBe(ExitCodes.Done);
        _work.Out.ShouldContain("Example");
        _work.Out.ShouldContain("kernelport " + command);
    }

    /// <summary>With a launch header or without: text that is no CUDA C++ is told with its place, and is no success.</summary>
    [Theory]
    [InlineData("", "broken.cu(1,")]
    [InlineData("// launch: k<<<1, 1>>>(p: float[1])\n", "broken.cu(2,")]
    public void A_broken_file_is_no_passed_test(string header, string place)
    {
        string source = _work.Write("broken.cu", header + "__global__ void k(float *p { p[0] = 1; }\n");
        _work.Run("test", source, "--engine", "reference").ShouldBe(ExitCodes.CheckFailed);
        _work.Error.ShouldContain(place);
        _work.Error.ShouldContain("KP1101");
    }

    [Fact]
    public void A_file_without_launches_is_not_run() =>
        _work.Run("test", _work.Write("k.cu", Kernel), "--engine", "reference").ShouldBe(ExitCodes.Done, _work.Error);
}
