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

    /// <summary>What the twins cannot take, with the reason.</summary>
    private static readonly Dictionary<string, string> Skipped = new(StringComparer.Ordinal)
    {
        ["tests/kernels/parallel/cooperative_grid.cu birensupa:br1xx"] = "BR1xx has no cooperative launch (simt-dialects 2.3)",
        ["tests/kernels/parallel/cooperative_grid.cu musa:mp_31"] = "no grid-wide barrier is confirmed for MUSA (simt-dialects 2.1)",
        ["tests/kernels/parallel/cooperative_grid.cu musa:mp_22"] = "no grid-wide barrier is confirmed for MUSA (simt-dialects 2.1)",
        ["tests/kernels/groups/tile_reduce.cu dcu:gfx906"] = "the twin has no cooperative_groups/reduce.h, and HIP's own headers have none to model",
        ["tests/kernels/groups/tile_reduce.cu birensupa:br1xx"] = "BR1xx has no cooperative_groups/reduce.h that anybody knows of; the migration should list it",
    };

    /// <summary>Headers that only CUDA's twin has: HIP's matrix fragments are rocWMMA's and its eight-bit floats came after 5.7; of the others' only the name is known.</summary>
    private static bool NeedsUnknownHeader(string file) => Path.GetFileName(file) is var name && (name.StartsWith("matrix_fragments", StringComparison.Ordinal) || name == "fp8_conversions.cu");

    public static TheoryData<string, string> Cells()
    {
        var data = new TheoryData<string, string>();
        int turn = 0;
        foreach (string file in Places.KernelFiles().Where(f => !NeedsUnknownHeader(f)))
        {
            foreach (string target in Always.Append(InTurn[turn++ % InTurn.Length]).Where(t => !Skipped.ContainsKey($"{file} {t}")))
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
    }
}
