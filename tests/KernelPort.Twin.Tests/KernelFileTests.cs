using KernelPort.Launches;

namespace KernelPort.Twin.Tests;

/// <summary>Every kernel test file, in its original text, through CUDA's own twin.</summary>
public class KernelFileTests
{
    public static TheoryData<string> Files()
    {
        var data = new TheoryData<string>();
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Places.Root, "tests", "kernels"), "*.cu", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            data.Add(Path.GetRelativePath(Places.Root, file).Replace('\\', '/'));
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_original_meets_its_expectations(string file)
    {
        string path = Path.Combine(Places.Root, file);
        string text = File.ReadAllText(path);
        var header = LaunchHeader.Parse(text);
        header.Errors.ShouldBeEmpty();
        header.Launches.ShouldNotBeEmpty();
        if (!Places.CanRun(file))
        {
            return;
        }
        var target = Places.Targets["cuda"];
        var program = Places.Runner.CompileKernels(text, file, [.. header.Launches], target);
        program.Status.ShouldBe(TwinStatus.Done, program.Output);
        bool bless = Environment.GetEnvironmentVariable("KP_BLESS") == "1";
        for (int i = 0; i < header.Launches.Count; i++)
        {
            var launch = header.Launches[i];
            var run = Places.Runner.Run(program, launch, i);
            if (bless && run.Status == TwinStatus.Done)
            {
                text = Blessing.Fill(text, launch, run);
                continue;
            }
            launch.Expectations.ShouldNotBeEmpty($"the launch at line {launch.Line} expects nothing");
            var verdict = TwinCheck.Judge(launch, run, "cuda", target.Warp);
            verdict.Passed.ShouldBeTrue($"launch at line {launch.Line}: {verdict.Message}\n{string.Join('\n', verdict.Results.Where(r => !r.Passed))}");
        }
        if (bless)
        {
            File.WriteAllText(path, text);
        }
    }
}
