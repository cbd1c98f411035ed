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
    public void Answers_are_the_expected_ones(string engine, string file)
    {
        var kernel = KernelFile.Load(SourceText.Read(Path.Combine(Places.Root, file)), new CompilerOptions());
        var verdict = KernelTestRunner.RunInProcess(kernel, BackendCatalogue.All.OfType<IInProcessEngine>().First(e => e.EngineName == engine));
        if (verdict.Outcome != Outcome.NotRun)
        {
            verdict.Outcome.ShouldBe(Outcome.Passed, verdict.Detail);
        }
    }

    public static TheoryData<string> Files() => [.. Places.KernelFiles()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Stores_past_the_caches_give_the_same_answers(string file)
    {
        var kernel = KernelFile.Load(SourceText.Read(Path.Combine(Places.Root, file)), new CompilerOptions());
        var verdict = KernelTestRunner.RunInProcess(kernel, new Backends.Cpu.Backend { CacheBytes = 0 });
        if (verdict.Outcome != Outcome.NotRun)
        {
            verdict.Outcome.ShouldBe(Outcome.Passed, verdict.Detail);
        }
    }
}
