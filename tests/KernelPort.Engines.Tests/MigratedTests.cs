using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;

namespace KernelPort.Engines.Tests;

/// <summary>A kernel test file migrated as a whole for a CUDA dialect and run against its twin: it passes, or something is listed.</summary>
public abstract class Migrated
{
    protected static void Run(string file, string targetName)
    {
        var target = BackendCatalogue.All.SelectMany(b => b.Targets).First(t => t.Name == targetName);
        var kernel = KernelFile.Load(SourceText.Read(Path.Combine(Places.Root, file)), new CompilerOptions());
        var verdict = Places.Runner.RunMigrated(kernel, target);
        verdict.Outcome.ShouldNotBe(Outcome.Failed, verdict.Detail);
        // each of these files is whole: what does not link is ours
        verdict.Detail.ShouldNotContain("defined nowhere");
        if (verdict.Outcome == Outcome.NotRun)
        {
            Console.WriteLine($"{verdict.Detail}: {file}");
        }
    }
}

// Classes run side by side, cells of a class one after the other: in one class they outlast everything else on one core.

/// <summary>Every kernel test file for MUSA.</summary>
public sealed class MigratedToMusaTests : Migrated
{
    public static TheoryData<string> Files() => [.. Places.KernelFiles()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Migrated_text_runs(string file) => Run(file, "musa:mp_31");
}

/// <summary>Every kernel test file for DCU, which differs most from it.</summary>
public sealed class MigratedToDcuTests : Migrated
{
    public static TheoryData<string> Files() => [.. Places.KernelFiles()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Migrated_text_runs(string file) => Run(file, "dcu:gfx906");
}

/// <summary>Every kernel test file for one of the other dialects in turn (compiling is what takes the time), or for all where headers go along.</summary>
public sealed class MigratedInTurnTests : Migrated
{
    private static readonly string[] Dialects = ["musa:mp_22", "birensupa:br2xx", "birensupa:br1xx", "maca", "corex"];

    // headers that may go along as source, each in its target's words
    private static readonly string[] GoAlong = ["<cooperative_groups", "<cub/", "<mma.h>", "<cuComplex.h>"];

    public static TheoryData<string, string> Cells()
    {
        var data = new TheoryData<string, string>();
        int turn = 0;
        foreach (string file in Places.KernelFiles())
        {
            string text = File.ReadAllText(Path.Combine(Places.Root, file));
            string inTurn = Dialects[turn++ % Dialects.Length];
            foreach (string target in GoAlong.Any(h => text.Contains(h, StringComparison.Ordinal)) ? Dialects : [inTurn])
            {
                data.Add(file, target);
            }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Migrated_text_runs(string file, string targetName) => Run(file, targetName);
}
