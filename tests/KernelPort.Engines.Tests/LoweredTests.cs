using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Execution;
using KernelPort.Passes;

namespace KernelPort.Engines.Tests;

/// <summary>Kernels whose own text the CUDA twin does not take: the executor judges them by their header, and their emitted text runs on twins.</summary>
public sealed class LoweredTests
{
    public static TheoryData<string> Files() =>
        [.. Directory.EnumerateFiles(Path.Combine(Places.Root, "tests", "lowered"), "*.cu").Order(StringComparer.Ordinal).Select(f => Path.GetFileName(f))];

    private static KernelFile Load(string name) => KernelFile.Load(SourceText.Read(Path.Combine(Places.Root, "tests", "lowered", name)), new CompilerOptions());

    [Theory]
    [MemberData(nameof(Files))]
    public void The_executor_gives_what_the_header_expects(string name)
    {
        var plain = KernelTestRunner.RunReference(Load(name), "reference", Pipeline.Nothing, new ExecutionOptions());
        plain.Outcome.ShouldBe(Outcome.Passed, plain.Detail);
        var optimised = KernelTestRunner.RunReference(Load(name), "reference-opt", Pipeline.Optimise, new ExecutionOptions());
        optimised.Outcome.ShouldBe(Outcome.Passed, optimised.Detail);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_emitted_text_does_too(string name)
    {
        foreach (string target in new[] { "cuda", "musa:mp_31", "dcu:gfx906" })
        {
            var backend = BackendCatalogue.All.First(b => b.Targets.Any(t => t.Name == target));
            var verdict = Places.Runner.RunTarget(Load(name), backend, backend.Targets.First(t => t.Name == target));
            verdict.Outcome.ShouldBeOneOf([Outcome.Passed, Outcome.NotRun], $"{target}: {verdict.Detail}");
        }
    }
}
