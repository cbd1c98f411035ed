using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Execution;
using KernelPort.Passes;

namespace KernelPort.Engines.Tests;

/// <summary>Every kernel test file on the reference executor, all checks on.</summary>
public class ReferenceTests
{
    /// <summary>Kernels our front end cannot take yet, with the code that says so; the list may only shrink.</summary>
    private static readonly Dictionary<string, string> KnownGaps = new(StringComparer.Ordinal)
    {
        ["tests/kernels/parallel/cooperative_grid.cu"] = "KP2900",
    };

    public static TheoryData<string> Files() => [.. Places.KernelFiles()];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_kernel_meets_its_expectations(string file)
    {
        var kernel = KernelFile.Load(SourceText.Read(Path.Combine(Places.Root, file)), new CompilerOptions());
        kernel.Header.Errors.ShouldBeEmpty();
        var verdict = KernelTestRunner.RunReference(kernel, "reference", Pipeline.Nothing, new ExecutionOptions());
        if (KnownGaps.TryGetValue(file, out string? code))
        {
            verdict.Outcome.ShouldBe(Outcome.Gap);
            verdict.Codes.ShouldContain(code);
            return;
        }
        verdict.Outcome.ShouldBe(Outcome.Passed, verdict.Detail);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_fair_schedule_gives_the_same_answers(string file)
    {
        if (KnownGaps.ContainsKey(file))
        {
            return;
        }
        var kernel = KernelFile.Load(SourceText.Read(Path.Combine(Places.Root, file)), new CompilerOptions());
        var verdict = KernelTestRunner.RunReference(kernel, "reference", Pipeline.Nothing, new ExecutionOptions { Schedule = Schedule.Fair });
        verdict.Outcome.ShouldBe(Outcome.Passed, verdict.Detail);
    }
}
