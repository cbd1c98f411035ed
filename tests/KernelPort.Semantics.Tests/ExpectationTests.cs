using KernelPort.Core;
using KernelPort.Launches;
using KernelPort.Tests;
using KernelPort.Twin;

namespace KernelPort.Semantics.Tests;

/// <summary>The executor meets what tests/kernels/semantics expects, worked out by hand; CUDA's own twin is held to the same files.</summary>
public class ExpectationTests
{
    public static TheoryData<string> Files() => [.. KernelFiles.All().Where(f => f.Contains("/semantics/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_executor_gives_what_is_expected(string file)
    {
        var compilation = KernelFiles.Compile(file);
        compilation.Diagnostics.Where(d => d.Severity == Severity.Error).ShouldBeEmpty();
        foreach (var launch in LaunchHeader.Parse(KernelFiles.Text(file)).Launches)
        {
            launch.Expectations.ShouldAllBe(e => !e.FromTwin, "these are worked out by hand");
            var run = ExecutorRun.Of(compilation.Module, launch);
            run.Findings.ShouldBeEmpty();
            var buffers = run.Buffers.Select(b => new TwinBuffer(b.Key, "", b.Value)).ToEquatable();
            var verdict = TwinCheck.Judge(launch, new TwinRun(TwinStatus.Done, 0, "", "", buffers), null, 32);
            verdict.Passed.ShouldBeTrue(string.Join('\n', verdict.Results.Where(r => !r.Passed)));
        }
    }
}
