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

    /// <summary>Seeds 1 to 4 are the four ways in which a seeded schedule goes: warps or lanes apart, in short turns or until they must wait.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void Seeded_schedules_give_the_same_answers(string file)
    {
        var kernel = KernelFile.Load(SourceText.Read(Path.Combine(Places.Root, file)), new CompilerOptions());
        var table = KernelTestRunner.RunOrders(kernel, new OrderPlan([32], Schedule.LockStep, 4, 1));
        table.Cells.Where(c => !c.Passed).Select(c => $"{c.ScheduleName}: {c.Detail}").ShouldBeEmpty();
        table.Cells.Count.ShouldBe(5);
    }

    /// <summary>CUDA knows one NaN of half; other machines keep some of the bits, so that no kernel test can say it for all.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_NaN_becomes_the_same_half(bool optimise)
    {
        const string Text = "// launch: k<<<1, 1>>>(x: float[1] = nan, bits: unsigned short[2])\n// expect: bits = 32767 32767\n#include <cuda_fp16.h>\n"
            + "__global__ void k(const float* x, unsigned short* bits) { bits[0] = __half_as_ushort(__float2half(*x)); bits[1] = __half_as_ushort(__float2half(__int_as_float(0xffc00000))); }\n";
        var kernel = KernelFile.Load(new SourceText("nan.cu", Text), new CompilerOptions());
        var verdict = KernelTestRunner.RunReference(kernel, "reference", optimise ? Pipeline.Optimise : Pipeline.Nothing, new ExecutionOptions());
        verdict.Outcome.ShouldBe(Outcome.Passed, verdict.Detail);
    }
}
