using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Launches;
using KernelPort.Passes.Optimise;
using KernelPort.Tests;

namespace KernelPort.Passes.Tests;

/// <summary>Which shared arrays are read where they were copied from.</summary>
public class DropStagingTests
{
    private static Compilation Compile(string body, string parameters = "int n, const int* __restrict__ in, int* __restrict__ out") =>
        Compiler.Compiler.Compile(new SourceText("tiles.cu", $"__global__ void k({parameters}) {{ __shared__ int t[16][17]; int x = threadIdx.x, y = threadIdx.y; {body} }}"), new CompilerOptions());

    private static Module Staged(Compilation compilation)
    {
        compilation.HasErrors.ShouldBeFalse();
        return Pipeline.ToVectors(16, 16, 1).Run(compilation.Module);
    }

    private static Module Dropped(Module staged) => new Pipeline([new DropStaging(16, 16, 1, 16), new RemoveDeadCode()]).Run(staged);

    private const string Copy = "t[y][x] = in[y * n + x]; __syncthreads(); ";

    [Theory]
    [InlineData(Copy + "out[y * 16 + x] = t[y][3] * t[5][x];")]
    [InlineData(Copy + "int s = 0; for (int k = 0; k < 16; k++) s += t[y][k] * t[k][x]; out[y * 16 + x] = s;")]
    // turn by turn, and under a condition behind the barrier
    [InlineData("int s = 0; for (int b = 0; b < n; b++) { t[y][x] = in[b * 256 + y * 16 + x]; __syncthreads(); if (s < 1000) s += t[y][b & 15]; __syncthreads(); } out[y * 16 + x] = s;")]
    // by the other coordinate, which lanes then read side by side
    [InlineData("t[x][y] = in[x * n + y]; __syncthreads(); out[y * 16 + x] = t[y][x];")]
    public void A_tile_that_only_stages_is_read_where_it_was_copied_from(string body)
    {
        var staged = Staged(Compile(body));
        var dropped = Dropped(staged);
        Printer.Print(dropped).ShouldNotContain("at($0");
        Printer.Print(dropped).ShouldNotContain("barrier");
        // Both compute the same, and neither has a finding.
        var launch = LaunchHeader.Parse("// launch: k<<<1, (16, 16)>>>(n: 16, in: int[4096] = rand(1, -100, 100), out: int[512] = 0)\n// expect: out[0] = 0\n").Launches[0];
        var before = ExecutorRun.Of(staged, launch);
        var after = ExecutorRun.Of(dropped, launch);
        before.Findings.ShouldBeEmpty();
        after.Findings.ShouldBeEmpty();
        after.Buffers["out"].ShouldBe(before.Buffers["out"]);
        before.Buffers["out"].ShouldContain(b => b != 0);
    }

    [Theory]
    // lanes would read a column
    [InlineData(Copy + "out[y * 16 + x] = t[x][y];")]
    // the copy is of some threads only, or of another thread's element
    [InlineData("if (x < n) t[y][x] = in[y * n + x]; __syncthreads(); out[y * 16 + x] = t[y][3];")]
    [InlineData("t[y][x + 1] = in[y * n + x]; __syncthreads(); out[y * 16 + x] = t[y][3];")]
    [InlineData("t[0][x] = in[x]; __syncthreads(); out[y * 16 + x] = t[0][3];")]
    // no barrier between, or another store
    [InlineData("t[y][x] = in[y * n + x]; out[y * 16 + x] = t[y][x];")]
    [InlineData(Copy + "int v = t[y][3]; __syncthreads(); t[y][x] = v; __syncthreads(); out[y * 16 + x] = t[y][5];")]
    // what is read may lie outside of what was copied
    [InlineData(Copy + "out[y * 16 + x] = t[y][n];")]
    // copied is more than what memory has
    [InlineData("t[y][x] = in[y * n + x] + 1; __syncthreads(); out[y * 16 + x] = t[y][3];")]
    // which element it was only the thread that copied knows
    [InlineData("t[y][x] = in[in[y] + x]; __syncthreads(); out[y * 16 + x] = t[5][x];")]
    // its place is seen
    [InlineData(Copy + "int* p = &t[0][0]; out[y * 16 + x] = p[y];")]
    public void Others_stay(string body) => Printer.Print(Dropped(Staged(Compile(body)))).ShouldContain("at($0");

    [Theory]
    [InlineData("int n, const int* in, int* __restrict__ out")]
    [InlineData("int n, int* __restrict__ in, int* __restrict__ out")]
    public void Memory_that_may_be_written_meanwhile_is_copied(string parameters) =>
        Printer.Print(Dropped(Staged(Compile(Copy + "out[y * 16 + x] = t[y][3];", parameters)))).ShouldContain("at($0");

    [Theory]
    // another array, or device memory that is read and written
    [InlineData(Copy + "__shared__ int u[256]; u[y * 16 + x] = t[y][3]; __syncthreads(); out[y * 16 + x] = u[x * 16 + y];")]
    [InlineData(Copy + "out[y * 16 + x] = t[y][3]; __syncthreads(); out[256 + y * 16 + x] = out[x * 16 + y];")]
    public void Barriers_stay_where_threads_see_more_of_each_other(string body)
    {
        string text = Printer.Print(Dropped(Staged(Compile(body))));
        text.ShouldNotContain("at($0");
        text.ShouldContain("barrier");
    }
}
