using KernelPort.Cli;

namespace KernelPort.Cli.Tests;

/// <summary>The cache of translations, and reports of shards.</summary>
public sealed class CacheTests : IDisposable
{
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    private int Translate(params string[] more) => _work.Run(["translate", _work.Path("in"), "--target", "musa,cann:950", "-o", _work.Path("out"), "--cache", _work.Path("cache"), "--depfile", _work.Path("d"), .. more]);

    private int Entries => Directory.GetFiles(_work.Path("cache"), "*.json", SearchOption.AllDirectories).Length;

    [Fact]
    public void The_second_time_gives_the_same_files_words_and_code()
    {
        _work.Write("in/k.cu", "#include \"f.cuh\"\n__global__ void k(double* p) { p[0] = FACTOR; }\nvoid f() { cudaGraphicsUnregisterResource(0); }\n");
        _work.Write("in/f.cuh", "#define FACTOR 2\n");
        int code = Translate();
        (string said, string text, string rule) = (_work.Error, _work.Read("out/musa/k.mu"), _work.Read("d"));
        Entries.ShouldBe(2);
        Directory.Delete(_work.Path("out"), recursive: true);
        Translate().ShouldBe(code);
        _work.Error.ShouldBe(said);
        _work.Read("out/musa/k.mu").ShouldBe(text);
        _work.Read("d").ShouldBe(rule);
        Entries.ShouldBe(2);
    }

    [Fact]
    public void A_header_that_changes_comes_or_goes_is_seen()
    {
        _work.Write("in/k.cu", "#include \"f.cuh\"\n__global__ void k(float* p) { p[0] = FACTOR; }\n");
        _work.Write("lib/f.cuh", "#define FACTOR 2\n");
        string[] include = ["-I", _work.Path("first"), "-I", _work.Path("lib")];
        Translate(include).ShouldBe(ExitCodes.Done, _work.Error);
        _work.Read("out/cann-950/k.asc").ShouldContain("2");
        _work.Write("lib/f.cuh", "#define FACTOR 3\n");
        Translate(include).ShouldBe(ExitCodes.Done, _work.Error);
        _work.Read("out/cann-950/k.asc").ShouldContain("3");
        // one that would now be found before it
        _work.Write("first/f.cuh", "#define FACTOR 4\n");
        Translate(include).ShouldBe(ExitCodes.Done, _work.Error);
        _work.Read("out/cann-950/k.asc").ShouldContain("4");
        File.Delete(_work.Path("first/f.cuh"));
        Translate(include).ShouldBe(ExitCodes.Done, _work.Error);
        _work.Read("out/cann-950/k.asc").ShouldContain("3");
    }

    [Fact]
    public void Options_sources_and_settings_are_part_of_the_question()
    {
        _work.Write("in/k.cu", "#ifndef N\n#define N 1\n#endif\n__global__ void k(float* p) { p[0] = N; }\n");
        Translate().ShouldBe(ExitCodes.Done, _work.Error);
        Translate("-D", "N=7").ShouldBe(ExitCodes.Done, _work.Error);
        _work.Read("out/cann-950/k.asc").ShouldContain("7");
        string rules = _work.Write("rules.csv", "cuda,kind,target\ncudaFree,function,myFree\n");
        _work.Write("in/k.cu", "void f(void* p) { cudaFree(p); }\n");
        Translate("--rules", rules).ShouldBe(ExitCodes.Done, _work.Error);
        _work.Read("out/musa/k.mu").ShouldContain("myFree");
        _work.Write("rules.csv", "cuda,kind,target\ncudaFree,function,yourFree\n");
        Translate("--rules", rules).ShouldBe(ExitCodes.Done, _work.Error);
        _work.Read("out/musa/k.mu").ShouldContain("yourFree");
    }

    [Fact]
    public void What_is_damaged_or_wrong_is_not_taken()
    {
        _work.Write("in/k.cu", "__global__ void k(float* p) { p[0] = 1; }\n");
        Translate().ShouldBe(ExitCodes.Done, _work.Error);
        string text = _work.Read("out/musa/k.mu");
        foreach (string entry in Directory.GetFiles(_work.Path("cache"), "*.json", SearchOption.AllDirectories))
        {
            File.WriteAllText(entry, File.ReadAllText(entry).Replace("outputs", "0utputs", StringComparison.Ordinal)[..^3]);
        }
        File.Delete(_work.Path("out/musa/k.mu"));
        Translate().ShouldBe(ExitCodes.Done, _work.Error);
        _work.Read("out/musa/k.mu").ShouldBe(text);
        _work.Write("in/k.cu", "__global__ void k(float* p) { p[0] = ; }\n");
        int before = Entries;
        Translate().ShouldBe(ExitCodes.BadInput);
        Translate().ShouldBe(ExitCodes.BadInput);
        _work.Error.ShouldContain("k.cu(1,38): error");
        Entries.ShouldBe(before);
    }

    [Fact]
    public void Reports_of_shards_come_together_and_disagreement_is_told()
    {
        for (int i = 0; i < 5; i++)
        {
            _work.Write($"in/k{i}.cu", $"__global__ void k{i}(float* p) {{ p[0] = {i}; }}\nvoid f() {{ cudaGraphicsUnregisterResource(0); }}\n");
        }
        void Shard(string name, params string[] more) => _work.Run(["translate", _work.Path("in"), "--target", "musa,dcu", "-o", _work.Path("out"), "--report", _work.Path(name), .. more]);
        Shard("whole.json");
        Shard("a.json", "--shard", "1/2");
        Shard("b.json", "--shard", "2/2");
        _work.Run("merge-reports", _work.Path("b.json"), _work.Path("a.json"), "--report", _work.Path("all.json"), "--report", _work.Path("all.md")).ShouldBe(ExitCodes.Done, _work.Error);
        _work.Run("merge-reports", _work.Path("whole.json"), "--report", _work.Path("same.json")).ShouldBe(ExitCodes.Done, _work.Error);
        _work.Read("all.json").ShouldBe(_work.Read("same.json"));
        _work.Write("b.json", _work.Read("a.json").Replace("\"sha256\": \"", "\"sha256\": \"0"));
        _work.Run("merge-reports", _work.Path("b.json"), _work.Path("a.json"), "--report", _work.Path("all.json")).ShouldBe(ExitCodes.CheckFailed);
        _work.Error.ShouldContain("KP0108");
        _work.Run("merge-reports", _work.Write("bad.json", "{}"), "--report", _work.Path("all.json")).ShouldBe(ExitCodes.BadInput);
        _work.Run("merge-reports", _work.Path("a.json"), "--report", _work.Path("all.html")).ShouldBe(ExitCodes.BadCommandLine);
    }
}
