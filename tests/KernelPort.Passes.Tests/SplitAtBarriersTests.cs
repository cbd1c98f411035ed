using KernelPort.Compiler;
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
    public void One_thread_does_what_the_block_did(string file) => Compare(KernelFiles.Compile(file), KernelFiles.Text(file)).Difference.ShouldBeNull();

    /// <summary>Threads leave a loop one by one, from its head, its middle and its end; those that are left meet, in a loop within it too; what each had when it left is its own.</summary>
    private const string LeftBySome = """
        // launch: leave<<<1, 64>>>(next: int[64] = seq(1, 1), rank: int[64], n: 50)
        // launch: leave<<<1, 64>>>(next: int[64] = seq(1, 1), rank: int[64], n: 1)
        __global__ void leave(const int *next, int *rank, int n)
        {
            __shared__ int s[64];
            int i = threadIdx.x, r = 0, last = -1;
            s[i] = i + 1 < n ? next[i] : -1;
            __syncthreads();
            int at = s[i];
            float weight = i;
            while (at != -1) {
                if (at == 13 && i == 5) break;
                r++;
                int then = s[at];
                __syncthreads();
                weight *= 0.5f;
                if (r % 7 == 3) {
                    at = then;
                    continue;
                }
                for (int turn = 0; turn < 2; turn++) {
                    __syncthreads();
                    weight += turn;
                }
                if (r == i + 1) {
                    last = at;
                    break;
                }
                at = then;
                rank[i] = r;
            }
            rank[i] += r * 100 + at + last * 10000 + (int)(weight * 16) * 1000000;
        }
        """;

    [Fact]
    public void Threads_leave_loops_in_which_others_meet()
    {
        var compilation = Compiler.Compiler.Compile(new SourceText("leave.cu", LeftBySome), new CompilerOptions());
        compilation.Diagnostics.ShouldBeEmpty();
        Compare(compilation, LeftBySome).ShouldBe((0, null), "it has no form without TurnTogether");
        Compare(compilation, LeftBySome, together: true).ShouldBe((2, null));
    }

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
    private static Module? Split(Module module, int x, int y, int z, bool together = false)
    {
        var values = Pipeline.ToVectors(x, y, z).Run(module);
        if (together)
        {
            values = new Pipeline([new TurnTogether(x, y, z), new ExchangeThroughLocal(x * y * z) { Everywhere = true }, new FixBlockSize(x, y, z)]).Run(values);
        }
        var pass = new SplitAtBarriers(x, y, z);
        return values.Kernels.All(k => SplitAtBarriers.IsOfBlock(k) && pass.Refusal(values, k) is null) ? new Pipeline([pass, new DemoteValues(), new FlattenArrays()]).Run(values) : null;
    }

    /// <summary>How many launches were compared, and where one gave something else.</summary>
    private static (int Ran, string? Difference) Compare(Compilation compilation, string text, bool together = false)
    {
        int ran = 0;
        foreach (var launch in compilation.HasErrors ? [] : LaunchHeader.Parse(text).Launches)
        {
            var (x, y, z) = Block(launch);
            if (launch.Steps.Any(s => s.Block != launch.Steps[0].Block) || Split(compilation.Module, x, y, z, together) is not { } split)
            {
                continue;
            }
            var wanted = ExecutorRun.Of(compilation.Module, launch);
            var got = ExecutorRun.Of(split, launch with { Steps = launch.Steps.Select(s => s with { Block = new Launches.Extent(1, 1, 1) }).ToEquatable() });
            if (got.Findings.Count > 0)
            {
                return (ran, $"{got.Findings[0].Diagnostic.Code} {got.Findings[0].Diagnostic.Message}");
            }
            ran += wanted.Findings.Count == 0 ? 1 : 0;
            if (wanted.Findings.Count == 0 && wanted.Buffers.FirstOrDefault(b => !b.Value.AsSpan().SequenceEqual(got.Buffers[b.Key])) is { Key: { } buffer })
            {
                return (ran, $"{buffer} differs");
            }
        }
        return (ran, null);
    }
}
