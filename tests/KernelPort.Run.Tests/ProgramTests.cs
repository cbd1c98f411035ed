using System.Text;
using KernelPort.Cli;

namespace KernelPort.Run.Tests;

/// <summary>Whole programs: unmodified on CUDA's twin, and migrated on each dialect's, say and return what they should.</summary>
public class ProgramTests
{
    private static readonly string[] Targets = ["cuda", "musa", "dcu", "birensupa:br2xx", "birensupa:br1xx", "maca", "corex"];

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (string name in ProgramFile.Names)
        {
            foreach (string target in Targets.Where(t => !ProgramFile.Read(name).Lacking.Split(' ').Contains(t)))
            {
                cases.Add(name, target);
            }
        }
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_program_says_and_returns_what_it_should(string name, string target)
    {
        var program = ProgramFile.Read(name);
        string[] more = target == "cuda" ? [] : ["--target", target];
        var (code, output, errors) = Run(["run", program.Path, .. program.With, "--time-limit", "120", .. program.Notes.Count > 0 ? (string[])[] : ["--quiet"], .. more]);
        if (code == ExitCodes.MissingTool)
        {
            errors.ShouldContain("KP5002");
            Console.WriteLine("not run, because there is no C++ compiler");
            return;
        }
        code.ShouldBe(program.Exit, errors);
        if (program.Output is { } expected)
        {
            output.ShouldBe(expected + "\n");
        }
        foreach (string error in program.Errors.Concat(program.Notes))
        {
            errors.ShouldContain(error);
        }
    }

    [Theory]
    [InlineData("groups.cu", "musa")]
    [InlineData("libraries.cu", "birensupa:br2xx")]
    [InlineData("libraries.cu", "maca")]
    [InlineData("groups.cu", "corex")]
    [InlineData("graph.cu", "birensupa:br1xx")]
    public void What_a_target_lacks_does_not_build(string name, string target) =>
        Run(["run", ProgramFile.Read(name).Path, "--target", target, "--quiet"]).Code.ShouldBeOneOf(ExitCodes.BadInput, ExitCodes.MissingTool);

    [Fact]
    public void Lanes_in_step_are_refused_where_the_compiler_cannot_make_them_go_so()
    {
        // something that answers --version and is not GCC
        string? before = Environment.GetEnvironmentVariable("KP_CXX");
        Environment.SetEnvironmentVariable("KP_CXX", "dotnet");
        try
        {
            var (code, _, errors) = Run(["run", ProgramFile.Read("warp_tail.cu").Path]);
            code.ShouldBe(ExitCodes.Unsupported, errors);
            errors.ShouldContain("KP5009");
        }
        finally
        {
            Environment.SetEnvironmentVariable("KP_CXX", before);
        }
    }

    [Fact]
    public void Arguments_behind_two_dashes_are_the_programs()
    {
        string folder = Directory.CreateTempSubdirectory("kernelport-").FullName;
        string path = Path.Combine(folder, "echo.cu");
        File.WriteAllText(path, "#include <cstdio>\nint main(int n, char** a) { for (int i = 1; i < n; i++) printf(\"%s;\", a[i]); return n; }\n");
        var (code, output, _) = Run(["run", path, "--", "-I", "one two"]);
        Directory.Delete(folder, true);
        if (code != ExitCodes.MissingTool)
        {
            output.ShouldBe("-I;one two;");
            code.ShouldBe(3);
        }
    }

    [Theory]
    [InlineData("--target", "opencl")]
    [InlineData("--target", "nowhere")]
    [InlineData("--warp", "7")]
    public void A_wrong_command_line_is_told(string option, string value) =>
        Run(["run", ProgramFile.Read("symbols.cu").Path, option, value]).Code.ShouldBeOneOf(ExitCodes.BadCommandLine, ExitCodes.MissingTool);

    private static (int Code, string Output, string Errors) Run(string[] arguments)
    {
        using var output = new MemoryStream();
        var errors = new StringWriter();
        int code = CommandLine.Run(arguments, new CommandContext(CommandContext.ForConsole().Backends, new MemoryStream(), output, errors));
        return (code, Encoding.Latin1.GetString(output.ToArray()), errors.ToString());
    }
}
