using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Execution;
using KernelPort.Passes;
using KernelPort.Launches;

namespace KernelPort.Engines.Tests;

/// <summary>Kernels with one planted defect each: the executor must name it, with the right code and line, and nothing else; without the
/// expectation the file must fail, so the test can turn red.</summary>
public class FindingTests
{
    private static readonly string Folder = Path.Combine(Places.Root, "tests", "findings");

    public static TheoryData<string> Files() => [.. Directory.EnumerateFiles(Folder, "*.cu").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_planted_defect_is_named(string name)
    {
        var file = KernelFile.Load(SourceText.Read(Path.Combine(Folder, name)), new CompilerOptions());
        file.Header.Errors.ShouldBeEmpty();
        file.Compilation.HasErrors.ShouldBeFalse();
        var verdict = KernelTestRunner.RunReference(file, "reference", Pipeline.Nothing, new ExecutionOptions());
        verdict.Outcome.ShouldBe(Outcome.Passed, verdict.Detail);
        verdict.Codes.Distinct().ShouldBe([name[..6]]);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Unexpected_it_fails_the_file(string name)
    {
        string text = File.ReadAllText(Path.Combine(Folder, name));
        var header = LaunchHeader.Parse(text);
        var without = header with { Launches = header.Launches.Select(l => l with { Expectations = [] }).ToEquatable() };
        var file = KernelFile.Load(new SourceText(name, text), new CompilerOptions(), without);
        var verdict = KernelTestRunner.RunReference(file, "reference", Pipeline.Nothing, new ExecutionOptions());
        // A benign store of the same value is a warning: it is told, and does not fail.
        verdict.Outcome.ShouldBe(name.StartsWith("KP6013", StringComparison.Ordinal) ? Outcome.Passed : Outcome.Failed);
        verdict.Codes.ShouldContain(name[..6]);
    }

    public static TheoryData<string> CleanFiles() => [.. Directory.EnumerateFiles(Path.Combine(Folder, "clean"), "*.cu").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    /// <summary>The right forms of what is planted, and patterns that look like a race and are none: not even a warning.</summary>
    [Theory]
    [MemberData(nameof(CleanFiles))]
    public void The_right_form_is_not_accused(string name)
    {
        var file = KernelFile.Load(SourceText.Read(Path.Combine(Folder, "clean", name)), new CompilerOptions());
        file.Header.Errors.ShouldBeEmpty();
        file.Compilation.HasErrors.ShouldBeFalse();
        foreach (var schedule in new[] { Schedule.LockStep, Schedule.Fair })
        {
            var verdict = KernelTestRunner.RunReference(file, "reference", Pipeline.Nothing, new ExecutionOptions { Schedule = schedule });
            verdict.Outcome.ShouldBe(Outcome.Passed, verdict.Detail);
            verdict.Codes.ShouldBeEmpty();
        }
    }
}
