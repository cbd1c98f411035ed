using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Execution;
using KernelPort.OpenCl;
using KernelPort.Passes;

namespace KernelPort.Engines.Tests;

/// <summary>`name: type[count] from N`: kernels get the address of an element, in this launch and in those that follow it.</summary>
public class MovedStartTests
{
    private const string Text = """
        // launch: shift<<<1, 4>>>(from: int[6] from 1 = 9 1 2 3 4 9, to: int[5] from 1)
        // then: shift<<<1, 3>>>(to, other: int[3])
        // expect: to = 0 1 2 3 4
        // expect: other = 1 2 3
        __global__ void shift(const int *from, int *to) {
            to[threadIdx.x] = from[threadIdx.x];
        }
        """;

    private static readonly KernelFile File = KernelFile.Load(new SourceText("k.cu", Text), new CompilerOptions());

    [Fact]
    public void Engines_pass_it()
    {
        File.Header.Errors.ShouldBeEmpty();
        TestVerdict[] verdicts = [KernelTestRunner.RunReference(File, "reference", Pipeline.Nothing, new ExecutionOptions()), Places.Runner.RunTwin(File),
            .. BackendCatalogue.All.OfType<IInProcessEngine>().Where(e => e.Missing is null).Select(e => KernelTestRunner.RunInProcess(File, e))];
        verdicts.ShouldAllBe(v => v.Outcome == Outcome.Passed);
    }

    [Fact]
    public void OpenCL_cannot() =>
        Places.Runner.RunOpenCl(File, "pocl", OpenClTool.Driver).Outcome.ShouldBe(Outcome.NotRun);
}
