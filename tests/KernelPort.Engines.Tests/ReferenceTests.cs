using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Execution;
using KernelPort.Passes;

namespace KernelPort.Engines.Tests;

/// <summary>Every kernel test file on the reference executor, all checks on.</summary>
public class ReferenceTests
{
    public static TheoryData<string> Files() => [.. Places.KernelFiles()];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_kernel_meets_its_expectations(string file)
    {
        var kernel = KernelFile.Load(SourceText.Read(Path.Combine(Places.Root, file)), new CompilerOptions());
        kernel.Header.Errors.ShouldBeEmpty();
        var verdict = KernelTestRunner.RunReference(kernel, "reference", Pipeline.Nothing, new ExecutionOptions());
        verdict.Outcome.ShouldBe(Outcome.Passed, verdict.Detail);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_fair_schedule_gives_the_same_answers(string file)
    {
        var kernel = KernelFile.Load(SourceText.Read(Path.Combine(Places.Root, file)), new CompilerOptions());
        var verdict = KernelTestRunner.RunReference(kernel, "reference", Pipeline.Nothing, new ExecutionOptions { Schedule = Schedule.Fair });
        verdict.Outcome.ShouldBe(Outcome.Passed, verdict.Detail);
    }
}
