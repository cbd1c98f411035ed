using System.Text.RegularExpressions;
using KernelPort.Cli;

namespace KernelPort.Run.Tests;

/// <summary>Kits: made for every dialect, run against its twin, read back; and what a wrong one says.</summary>
public sealed class KitTests : IDisposable
{
    // dynamic shared memory, a structure, variables of the device, a second kernel on the same state, a template, memory nobody wrote
    private const string Kernels = """
        // launch: fill<<<2, 4, 16>>>(out: float[9] = poison, s: {2, {1, -1}}, n: 8)
        // then: add<int><<<1, 8>>>(sums: int[8] = seq(0, 1), by: 3)
        // symbol: scale = 3
        // expect: out[0..8] = 5 -1 5 -1 5 -1 5 -1
        // expect: sums = 3 4 5 6 7 8 9 10
        // expect: symbol calls = 8
        // launch: add<int><<<1, 8>>>(sums: int[8] = seq(0, 1), by: -1)
        // expect: sums[0..2] = -1 0
        struct Pair { float x, y; };
        struct Step { float dt; Pair force; };
        __constant__ float scale;
        __device__ int calls;
        __global__ void fill(float* out, Step s, int n) {
            extern __shared__ float scratch[];
            int t = threadIdx.x, i = blockIdx.x * blockDim.x + t;
            scratch[t] = t % 2 ? s.force.y : s.force.x;
            __syncthreads();
            if (i < n) out[i] = s.dt + scale * scratch[t];
            atomicAdd(&calls, 1);
        }
        template <typename T> __global__ void add(T* sums, T by) {
            sums[threadIdx.x] += by;
        }

        """;

    private static readonly (string Name, long Count)[][] Buffers = [[("out", 9), ("sums", 8), ("calls", 1)], [("sums", 8)]];

    private readonly string _folder = Directory.CreateTempSubdirectory("kernelport-kit-").FullName;

    private string Source => Path.Combine(_folder, "mixed.cu");

    private string Measured => Path.Combine(_folder, "measured.json");

    public KitTests() => File.WriteAllText(Source, Kernels);

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData("cuda", "cuda")]
    [InlineData("musa", "musa")]
    [InlineData("musa:mp_22", "musa-mp_22-ir")]
    [InlineData("dcu", "dcu")]
    [InlineData("dcu", "dcu-ir")]
    [InlineData("birensupa:br1xx", "birensupa-br1xx")]
    [InlineData("birensupa:br2xx", "birensupa-br2xx")]
    [InlineData("maca", "maca")]
    [InlineData("corex", "corex")]
    public void A_kit_passes_on_the_twin_and_is_kept_as_a_twins(string target, string kit)
    {
        string folder = Make(target, kit);
        if (!KitRun.HasCompiler)
        {
            Console.WriteLine("not run, because there is no C++ compiler");
            return;
        }
        var (built, text) = KitRun.Run(folder, target);
        built.ShouldBeTrue(text);
        text.ShouldContain("\"device\": \"kernelport twin of ");
        Regex.Matches(text, "\"mismatches\": 0,").Count.ShouldBe(4, text);
        var (code, _, errors) = Read(Path.Combine(folder, "result.json"));
        code.ShouldBe(ExitCodes.Done, errors);
        errors.ShouldContain("passes on twin");
        errors.ShouldContain("nothing is raised");
        KitRun.Command("api", "cudaMemcpyFromSymbol", "--measured", Measured).Output.ShouldNotContain("measured");
        KitRun.Command("targets", "--measured", Measured).Output.ShouldNotContain("measured");
        if (!kit.EndsWith("-ir", StringComparison.Ordinal) && target != "cuda") // to CUDA a file goes through the IR, and nobody launches its template
        {
            Report(target, "md").ShouldContain("passes on twin");
            Report(target, "html").ShouldContain("Nothing here has run on a vendor");
        }
    }

    [Fact]
    public void A_wrong_expected_value_is_a_mismatch_and_no_result_of_this_file()
    {
        string folder = Make("cuda", "cuda"), expected = Path.Combine(folder, "data", "0.sums.expected.bin");
        if (!KitRun.HasCompiler)
        {
            Console.WriteLine("not run, because there is no C++ compiler");
            return;
        }
        byte[] bytes = File.ReadAllBytes(expected);
        bytes[12] = 77;
        File.WriteAllBytes(expected, bytes);
        var (built, text) = KitRun.Run(folder, "cuda");
        built.ShouldBeTrue(text);
        text.ShouldContain("\"name\": \"sums\", \"count\": 8, \"mismatches\": 1, \"maxUlp\": 0, \"first\": { \"index\": 3, \"expected\": \"77\", \"actual\": \"6\" }");
        var (code, _, errors) = Read(Path.Combine(folder, "result.json"));
        code.ShouldBe(ExitCodes.BadInput);
        errors.ShouldContain("KP5111");
        File.Exists(Measured).ShouldBeFalse();
    }

    [Fact]
    public void A_result_of_hardware_raises_what_it_used()
    {
        KitRun.Command("api", "cudaMemcpyToSymbol").Output.ShouldContain("mcMemcpyToSymbol  (inferred)");
        var (code, _, errors) = Read(Result(Make("maca", "maca"), "MXC500"));
        code.ShouldBe(ExitCodes.Done, errors);
        errors.ShouldContain("passes on hardware 'MXC500'; measured; 2 inferred name(s) raised");
        string api = KitRun.Command("api", "cudaMemcpyToSymbol", "--measured", Measured).Output;
        api.ShouldContain("mcMemcpyToSymbol  (measured on MXC500)");
        api.ShouldContain("supaMemcpyToSymbol  (inferred)");
        KitRun.Command("targets", "--measured", Measured).Output.Split('\n').Single(l => l.StartsWith("maca", StringComparison.Ordinal)).ShouldEndWith("measured");
        Report("maca", "md").ShouldContain("measured: passes on MXC500");
        Report("maca", "html").ShouldContain("measured: passes on MXC500");
        Report("maca", "json").ShouldContain("\"on\": \"hardware\"");
        Report("corex", "md").ShouldNotContain("measured");
        File.AppendAllText(Source, "// another text\n");
        Report("maca", "md").ShouldNotContain("measured");
    }

    [Fact]
    public void A_programs_names_are_counted_as_measured()
    {
        Read(Result(Make("maca", "maca"), "MXC500")).Code.ShouldBe(ExitCodes.Done);
        string program = Path.Combine(_folder, "program.cu"), project = Path.Combine(_folder, "kernelport.json");
        File.WriteAllText(program, "__constant__ int c;\nint main() { int i = 1; cudaMemcpyToSymbol(c, &i, 4); return 0; }\n");
        File.WriteAllText(project, "{ \"measured\": \"measured.json\" }");
        string json = Path.Combine(_folder, "report.json");
        KitRun.Command("translate", program, "--target", "maca", "-o", Path.Combine(_folder, "out"), "--report", json).Code.ShouldBe(ExitCodes.Done);
        File.ReadAllText(json).ShouldContain("\"inferredNames\": 1");
        KitRun.Command("translate", program, "--target", "maca", "-o", Path.Combine(_folder, "out"), "--report", json, "--project", project).Code.ShouldBe(ExitCodes.Done);
        File.ReadAllText(json).ShouldContain("\"inferredNames\": 0");
        File.ReadAllText(json).ShouldContain("KP4916");
    }

    [Fact]
    public void A_failing_result_is_said_and_raises_nothing()
    {
        string result = Result(Make("maca", "maca"), "MXC500", mismatches: 2);
        var (code, _, errors) = Read(result);
        code.ShouldBe(ExitCodes.CheckFailed, errors);
        errors.ShouldContain("KP5112: measured: fill, add<int> fails on MXC500: out: 2 of 9 values differ");
        KitRun.Command("api", "cudaMemcpyToSymbol", "--measured", Measured).Output.ShouldContain("mcMemcpyToSymbol  (inferred; measured: what uses it fails on MXC500)");
        KitRun.Command("targets", "--measured", Measured).Output.ShouldContain("measured: fails");
        Report("maca", "md").ShouldContain("measured: fails on MXC500");
        // mended, it takes the place of the one before
        Read(Result(Path.GetDirectoryName(result)!, "MXC500")).Code.ShouldBe(ExitCodes.Done);
        Report("maca", "md").ShouldNotContain("fails");
    }

    [Theory]
    [InlineData("\"textSha256\": \"", "\"textSha256\": \"0000", "KP5110")]
    [InlineData("\"schema\": \"kernelport-kit-result/1\"", "\"schema\": \"other\"", "KP5110")]
    [InlineData("\"device\": \"MXC500\"", "\"device\": \" \"", "KP5110")]
    [InlineData("\"launch\": 1", "\"launch\": 2", "KP5110")]
    [InlineData("\"name\": \"calls\"", "\"name\": \"scale\"", "KP5110")]
    [InlineData("\"target\": \"maca\"", "\"target\": \"opencl\"", "KP5110")]
    [InlineData("\"text\": \"migrated\"", "\"text\": \"emitted\"", "KP5111")]
    [InlineData("\"target\": \"maca\"", "\"target\": \"corex\"", "KP5111")]
    [InlineData("{", "", "KP5110")]
    public void What_is_no_result_of_this_file_is_refused(string from, string to, string rule)
    {
        string result = Result(Make("maca", "maca"), "MXC500");
        string text = File.ReadAllText(result);
        text.ShouldContain(from);
        int at = text.IndexOf(from, StringComparison.Ordinal);
        File.WriteAllText(result, text[..at] + to + text[(at + from.Length)..]);
        var (code, _, errors) = Read(result);
        code.ShouldBe(ExitCodes.BadInput, errors);
        errors.ShouldContain(rule);
        File.Exists(Measured).ShouldBeFalse();
    }

    [Theory]
    [InlineData("// expect: symbol calls = 8", "// expect: symbol calls = 9", "cuda", "KP5104", ExitCodes.CheckFailed)]
    [InlineData("// launch: ", "// note: ", "cuda", "KP5103", ExitCodes.BadInput)]
    [InlineData("// expect: sums[0..2]", "// expect: sum", "cuda", "KP5103", ExitCodes.BadInput)]
    [InlineData("struct Pair", "int main() { return 0; }\nstruct Pair", "cuda", "KP5102", ExitCodes.Unsupported)]
    [InlineData("atomicAdd(&calls, 1);", "atomicAdd(&calls, 1); out[n + 1] = out[n];", "cuda", "KP5104", ExitCodes.CheckFailed)]
    [InlineData("// launch: add", "// launch: cooperative add", "birensupa:br1xx", "KP5102", ExitCodes.Unsupported)]
    [InlineData("// launch: add", "// launch: cooperative add", "musa", "KP5102", ExitCodes.Unsupported)]
    [InlineData("struct Pair", "struct Pair", "opencl", "KP5101", ExitCodes.Unsupported)]
    [InlineData("struct Pair", "struct Pair", "cann:950", "KP5101", ExitCodes.Unsupported)]
    [InlineData("struct Pair", "struct Pair", "cpu", "KP5101", ExitCodes.Unsupported)]
    public void What_a_kit_cannot_carry_is_refused(string from, string to, string target, string rule, int code)
    {
        File.WriteAllText(Source, Kernels.Replace(from, to, StringComparison.Ordinal));
        var run = KitRun.Command("kit", Source, "--target", target, "-o", Path.Combine(_folder, "kits"));
        run.Errors.ShouldContain(rule);
        run.Code.ShouldBe(code, run.Errors);
        Directory.GetDirectories(Path.Combine(_folder, "kits")).ShouldBeEmpty();
    }

    [Fact]
    public void A_launch_that_goes_wrong_is_left_out_by_name()
    {
        File.WriteAllText(Source, "// launch: add<<<1, 4>>>(out: int[4] = 1 2 3 4)\n// expect: out = 2 3 4 5\n// launch: add<<<1, 5>>>(out: int[4] = 1 2 3 4)\n// expect: finding KP6xxx\n__global__ void add(int* out) { out[threadIdx.x]++; }\n");
        var (code, _, errors) = KitRun.Command("kit", Source, "--target", "cuda", "-o", Path.Combine(_folder, "kits"));
        code.ShouldBe(ExitCodes.Unsupported, errors);
        errors.ShouldContain("mixed.cu(3,1): warning KP5102");
        File.ReadAllText(Path.Combine(_folder, "kits", "cuda", "run.sh")).ShouldContain("for launch in 0; do");
    }

    [Fact]
    public void Headers_and_macros_come_along()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "parts"));
        File.WriteAllText(Path.Combine(_folder, "parts", "by.cuh"), "__device__ inline int by(int n) { return n * FACTOR; }\n");
        File.WriteAllText(Source, "// launch: times<<<1, 4>>>(out: int[4] = 1 2 3 4)\n// expect: out = 3 6 9 12\n#include <by.cuh>\n__global__ void times(int* out) { out[threadIdx.x] = by(out[threadIdx.x]); }\n");
        string[] with = ["-I", Path.Combine(_folder, "parts"), "-D", "FACTOR=3"];
        var (code, _, errors) = KitRun.Command(["kit", Source, "--target", "dcu:gfx906", "-o", Path.Combine(_folder, "kits"), .. with]);
        code.ShouldBe(ExitCodes.Done, errors);
        string kit = Path.Combine(_folder, "kits", "dcu-gfx906");
        File.Exists(Path.Combine(kit, "parts", "by.cuh")).ShouldBeTrue();
        File.ReadAllText(Path.Combine(kit, "build.sh")).ShouldContain("-Iparts -DFACTOR=3");
        if (File.Exists("/usr/bin/hipcc"))
        {
            KitRun.Shell(kit, "sh build.sh 2>&1 || echo FAILED").ShouldNotContain("FAILED");
        }
        // from elsewhere it would be missing on the other machine
        string apart = Path.Combine(_folder, "apart", "mixed.cu");
        Directory.CreateDirectory(Path.GetDirectoryName(apart)!);
        File.Move(Source, apart);
        (code, _, errors) = KitRun.Command(["kit", apart, "--target", "dcu:gfx906", "-o", Path.Combine(_folder, "other"), .. with]);
        code.ShouldBe(ExitCodes.Unsupported, errors);
        errors.ShouldContain("KP5102");
        Directory.GetDirectories(Path.Combine(_folder, "other")).Select(Path.GetFileName).ShouldBe(["dcu-gfx906-ir"]);
    }

    [Fact]
    public void The_same_file_gives_the_same_bytes()
    {
        string[] kits = [Make("musa", "musa"), Make("musa", "musa", "again")];
        var files = kits.Select(k => Directory.GetFiles(k, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList()).ToList();
        files[1].Select(f => Path.GetRelativePath(kits[1], f)).ShouldBe(files[0].Select(f => Path.GetRelativePath(kits[0], f)));
        files[0].Zip(files[1]).ShouldAllBe(p => File.ReadAllBytes(p.First).SequenceEqual(File.ReadAllBytes(p.Second)));
    }

    [Fact]
    public void The_build_script_builds_with_a_compiler_of_HIP()
    {
        if (!File.Exists("/usr/bin/hipcc"))
        {
            Console.WriteLine("not run, because hipcc is not installed");
            return;
        }
        string folder = Make("dcu:gfx906", "dcu-gfx906");
        KitRun.Shell(folder, "sh build.sh 2>&1 || echo FAILED").ShouldNotContain("FAILED");
        File.Exists(Path.Combine(folder, "kit")).ShouldBeTrue();
    }

    private string Make(string target, string kit, string to = "kits")
    {
        var (code, _, errors) = KitRun.Command("kit", Source, "--target", target, "-o", Path.Combine(_folder, to));
        code.ShouldBe(ExitCodes.Done, errors);
        return Path.Combine(_folder, to, kit);
    }

    private (int Code, string Output, string Errors) Read(string result) => KitRun.Command("kit", Source, "--read", result, "--measured", Measured);

    private string Report(string target, string form)
    {
        string report = Path.Combine(_folder, "report." + form);
        KitRun.Command("translate", Source, "--target", target, "-o", Path.Combine(_folder, "out"), "--report", report, "--measured", Measured).Code.ShouldBe(ExitCodes.Done);
        return File.ReadAllText(report);
    }

    /// <summary>A result as a card would write it, by hand: no card was at hand.</summary>
    private static string Result(string folder, string device, int mismatches = 0)
    {
        string driver = File.ReadAllText(Directory.EnumerateFiles(folder, "kit_driver.*").Single());
        string launches = string.Join(",", Buffers.Select((buffers, i) => $$"""
            { "launch": {{i}}, "buffers": [
              {{string.Join(", ", buffers.Select((b, k) => $$"""{ "name": "{{b.Name}}", "count": {{b.Count}}, "mismatches": {{(i + k == 0 ? mismatches : 0)}}, "maxUlp": 0 }"""))}}
            ], "data": "{{KitRun.DataHash(folder, driver, i)}}", "problem": "" }
            """));
        string path = Path.Combine(folder, "result.json");
        File.WriteAllText(path, $$"""
            { "schema": "kernelport-kit-result/1", "source": "mixed.cu", "target": "{{Path.GetFileName(folder)}}", "text": "migrated",
              "textSha256": "{{KitRun.Hash(folder)}}", "device": "{{device}}", "driverVersion": "0", "runtimeVersion": "0", "launches": [{{launches}}] }
            """);
        return path;
    }
}
