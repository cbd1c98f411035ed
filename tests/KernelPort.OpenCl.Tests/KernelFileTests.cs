using KernelPort.Launches;
using KernelPort.Tests;
using KernelPort.Twin;

namespace KernelPort.OpenCl.Tests;

/// <summary>Every kernel file that goes to OpenCL meets its expectations on an installed driver; the others are refused with reasons.</summary>
public class KernelFileTests
{
    /// <summary>PoCL 3.1 reads <c>s[t * 3 &amp; 127]</c> of local memory wrongly where its loops over work-items become vectors, in a text of that alone too; Oclgrind agrees with us.</summary>
    private const string DriverFault = "tests/kernels/parallel/shared_in_parts.cu";

    private static readonly OpenClRunner Runner = new(Path.Combine(KernelFiles.Root, "artifacts", "opencl-cache"));

    public static TheoryData<string> Files() => [.. KernelFiles.All()];

    private static bool IsMissing(TwinRun run)
    {
        if (run.Status is TwinStatus.DriverMissing or TwinStatus.CompilerMissing)
        {
            Console.WriteLine($"not run, because {run.Errors.Trim()}");
            return true;
        }
        return false;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void It_meets_its_expectations_on_a_driver(string file)
    {
        var emission = Emission.Of(file);
        if (emission.Refusals.Count > 0)
        {
            return;
        }
        var header = LaunchHeader.Parse(KernelFiles.Text(file));
        for (int i = 0; i < header.Launches.Count; i++)
        {
            var run = Runner.Run(emission.Text, emission.Module, header, i);
            if (IsMissing(run))
            {
                return;
            }
            var verdict = TwinCheck.Judge(header.Launches[i], run, "opencl", 32);
            if (file == DriverFault)
            {
                Console.WriteLine($"a fault of this driver: {file}");
                verdict.Passed.ShouldBeFalse($"{file} passes now: the driver's fault is gone");
                return;
            }
            verdict.Passed.ShouldBeTrue($"{verdict.Message}\n{string.Join('\n', verdict.Results.Where(r => !r.Passed))}\n{(verdict.Message.Length > 0 ? emission.Text : "")}");
        }
    }

    /// <summary>Kernels with barriers, local memory and every address space; none that this interpreter of LLVM code lacks an instruction for.</summary>
    [Theory]
    [InlineData("language/scale")]
    [InlineData("language/grid_stride")]
    [InlineData("language/early_return")]
    [InlineData("language/references")]
    [InlineData("language/struct_by_value")]
    [InlineData("language/switch_fallthrough")]
    [InlineData("language/nested_loops")]
    [InlineData("language/pointer_arithmetic")]
    [InlineData("language/enum_and_const_table")]
    [InlineData("language/do_while_collatz")]
    [InlineData("numeric/multiply_high")]
    [InlineData("numeric/long_long_arithmetic")]
    [InlineData("numeric/small_integers")]
    [InlineData("parallel/block_sum")]
    [InlineData("parallel/dynamic_shared_reverse")]
    [InlineData("parallel/matmul_tiled")]
    [InlineData("parallel/transpose_tiled")]
    [InlineData("parallel/stencil_1d")]
    [InlineData("parallel/scan_block")]
    [InlineData("learning/bias_relu")]
    [InlineData("parallel/shared_in_parts")]
    public void Oclgrind_finds_nothing(string name)
    {
        string file = $"tests/kernels/{name}.cu";
        var emission = Emission.Of(file);
        emission.Refusals.ShouldBeEmpty();
        var header = LaunchHeader.Parse(KernelFiles.Text(file));
        var run = Runner.Run(emission.Text, emission.Module, header, 0, OpenClTool.Oclgrind);
        if (IsMissing(run))
        {
            return;
        }
        var verdict = TwinCheck.Judge(header.Launches[0], run, "opencl", 32);
        verdict.Passed.ShouldBeTrue($"{verdict.Message}\n{string.Join('\n', verdict.Results.Where(r => !r.Passed))}");
    }

    // What the front end refuses is not a matter of this target.
    private static bool IsOurs(Core.Diagnostic d) => d.Code.StartsWith("KP3", StringComparison.Ordinal) || d.Code.StartsWith("KP295", StringComparison.Ordinal);

    /// <summary>The list of refusals, by file and code; a change of it is a change of what we can do.</summary>
    [Fact]
    public void What_is_refused_is_written_down()
    {
        var lines = new List<string>();
        foreach (string file in KernelFiles.All())
        {
            var codes = Emission.Of(file).Refusals.Where(IsOurs).Select(r => r.Code + " " + r.Message).Distinct().Order(StringComparer.Ordinal);
            lines.AddRange(codes.Select(c => $"{file}: {c}"));
        }
        string path = Path.Combine(KernelFiles.Root, "tests", "KernelPort.OpenCl.Tests", "refusals.txt");
        string text = string.Join('\n', lines) + "\n";
        if (Environment.GetEnvironmentVariable("KP_BLESS") == "1")
        {
            File.WriteAllText(path, text);
        }
        text.ShouldBe(File.ReadAllText(path));
    }
}
