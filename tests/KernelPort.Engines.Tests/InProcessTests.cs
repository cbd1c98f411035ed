using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;

namespace KernelPort.Engines.Tests;

/// <summary>Every kernel test file on the engines that compile into this process.</summary>
public class InProcessTests
{
    public static TheoryData<string, string> Cells()
    {
        var data = new TheoryData<string, string>();
        foreach (var engine in BackendCatalogue.All.OfType<IInProcessEngine>())
        {
            foreach (string file in Places.KernelFiles())
            {
                data.Add(engine.EngineName, file);
            }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Answers_are_the_expected_ones_or_the_gap_is_named(string engine, string file)
    {
        var kernel = KernelFile.Load(SourceText.Read(Path.Combine(Places.Root, file)), new CompilerOptions());
        var verdict = KernelTestRunner.RunInProcess(kernel, BackendCatalogue.All.OfType<IInProcessEngine>().First(e => e.EngineName == engine));
        verdict.Outcome.ShouldNotBe(Outcome.Failed, verdict.Detail);
        if (verdict.Outcome == Outcome.Gap)
        {
            verdict.Codes.ShouldAllBe(c => c.StartsWith("KP29", StringComparison.Ordinal));
            Console.WriteLine($"gap of {engine}: {file}: {verdict.Detail}");
        }
    }

    /// <summary>What the engines are for: shared memory, barriers in loops and conditions, tiles, trees, atomics, vectors. A gap here is a failure.</summary>
    [Theory]
    [InlineData("block_sum")]
    [InlineData("matmul_tiled")]
    [InlineData("scan_block")]
    [InlineData("transpose_tiled")]
    [InlineData("histogram_shared")]
    [InlineData("bitonic_sort")]
    [InlineData("nbody")]
    [InlineData("atomics_int")]
    public void Kernels_of_a_block_run_on_every_engine(string name)
    {
        var kernel = KernelFile.Load(SourceText.Read(Path.Combine(Places.Root, "tests", "kernels", "parallel", name + ".cu")), new CompilerOptions());
        foreach (var engine in BackendCatalogue.All.OfType<IInProcessEngine>().Where(e => e.Missing is null))
        {
            var verdict = KernelTestRunner.RunInProcess(kernel, engine);
            verdict.Outcome.ShouldBe(Outcome.Passed, engine.EngineName + ": " + verdict.Detail);
        }
    }
}
