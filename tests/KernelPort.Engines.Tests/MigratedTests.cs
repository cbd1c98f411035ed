using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;

namespace KernelPort.Engines.Tests;

/// <summary>Every kernel test file migrated as a whole for every CUDA dialect and run against its twin: it passes, or something is listed.</summary>
public sealed class MigratedTests
{
    private static readonly string[] Always = ["musa:mp_31", "dcu:gfx906"];

    // each file on one of these: compiling is what takes the time
    private static readonly string[] InTurn = ["musa:mp_22", "birensupa:br2xx", "birensupa:br1xx", "maca", "corex"];

    // headers that may go along as source, each in its target's words
    private static readonly string[] GoAlong = ["<cooperative_groups", "<cub/", "<mma.h>", "<cuComplex.h>"];

    public static TheoryData<string, string> Cells()
    {
        var data = new TheoryData<string, string>();
        int turn = 0;
        foreach (string file in Places.KernelFiles())
        {
            string text = File.ReadAllText(Path.Combine(Places.Root, file));
            string inTurn = InTurn[turn++ % InTurn.Length];
            foreach (string target in Always.Concat(GoAlong.Any(h => text.Contains(h, StringComparison.Ordinal)) ? InTurn : [inTurn]))
            {
                data.Add(file, target);
            }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Migrated_text_runs(string file, string targetName)
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
