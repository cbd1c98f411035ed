using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Launches;
using KernelPort.Passes.Lower;
using KernelPort.Passes.Optimise;
using KernelPort.Tests;

namespace KernelPort.Passes.Tests;

/// <summary>A kernel split at its barriers, run by one thread a block, gives what the block gave.</summary>
public class SplitAtBarriersTests
{
    public static TheoryData<string> Files() => [.. KernelFiles.All()];

    [Theory]
    [MemberData(nameof(Files))]
    public void One_thread_does_what_the_block_did(string file) => Compare(file).ShouldBeNull();

    /// <summary>Barriers in loops, in conditions of the block, values across them, trees, tiles of two dimensions, histograms.</summary>
    [Theory]
    [InlineData("tests/kernels/parallel/block_sum.cu")]
    [InlineData("tests/kernels/parallel/matmul_tiled.cu")]
    [InlineData("tests/kernels/parallel/scan_block.cu")]
    [InlineData("tests/kernels/parallel/transpose_tiled.cu")]
    [InlineData("tests/kernels/parallel/histogram_shared.cu")]
    [InlineData("tests/kernels/parallel/bitonic_sort.cu")]
    [InlineData("tests/kernels/parallel/stencil_1d.cu")]
    public void These_are_split(string file)
    {
        var (x, y, z) = Block(LaunchHeader.Parse(KernelFiles.Text(file)).Launches[0]);
        Split(KernelFiles.Compile(file).Module, x, y, z).ShouldNotBeNull();
    }

    private static (int X, int Y, int Z) Block(TestLaunch launch) => launch.Steps[0].Block is var b ? ((int)b.X, (int)b.Y, (int)b.Z) : default;

    /// <summary>Null where a kernel has nothing to split, or cannot be.</summary>
    private static Module? Split(Module module, int x, int y, int z)
    {
        var values = Pipeline.ToVectors(x, y, z).Run(module);
        var pass = new SplitAtBarriers(x, y, z);
        return values.Kernels.All(k => SplitAtBarriers.IsOfBlock(k) && pass.Refusal(values, k) is null) ? new Pipeline([pass, new DemoteValues(), new FlattenArrays()]).Run(values) : null;
    }

    private static string? Compare(string file)
    {
        var compilation = KernelFiles.Compile(file);
        if (compilation.HasErrors)
        {
            return null;
        }
        foreach (var launch in LaunchHeader.Parse(KernelFiles.Text(file)).Launches)
        {
            var (x, y, z) = Block(launch);
            if (launch.Steps.Any(s => s.Block != launch.Steps[0].Block) || Split(compilation.Module, x, y, z) is not { } split)
            {
                continue;
            }
            var wanted = ExecutorRun.Of(compilation.Module, launch);
            var got = ExecutorRun.Of(split, launch with { Steps = launch.Steps.Select(s => s with { Block = new Launches.Extent(1, 1, 1) }).ToEquatable() });
            if (got.Findings.Count > 0)
            {
                return $"{got.Findings[0].Diagnostic.Code} {got.Findings[0].Diagnostic.Message}";
            }
            if (wanted.Findings.Count == 0 && wanted.Buffers.FirstOrDefault(b => !b.Value.AsSpan().SequenceEqual(got.Buffers[b.Key])) is { Key: { } buffer })
            {
                return $"{buffer} differs";
            }
        }
        return null;
    }
}
