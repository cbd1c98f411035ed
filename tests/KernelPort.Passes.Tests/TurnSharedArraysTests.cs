using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes.Optimise;

namespace KernelPort.Passes.Tests;

/// <summary>Which shared tables are laid out by columns.</summary>
public class TurnSharedArraysTests
{
    private static string TableOf(string body)
    {
        var compilation = Compiler.Compiler.Compile(new SourceText("tables.cu", $"__global__ void k(int n, const int* in, int* out) {{ __shared__ int t[16][64]; int x = threadIdx.x, y = threadIdx.y; {body} }}"), new CompilerOptions());
        compilation.HasErrors.ShouldBeFalse();
        var values = Pipeline.ToVectors(16, 16, 1).Run(compilation.Module);
        var turned = new TurnSharedArrays(16, 16, 1, 16).Run(values);
        Verifier.Check(turned).ShouldBeEmpty();
        return turned.Kernels.First().Variables.Single(v => v.Name == "t").Type.ToString();
    }

    private const string Turned = "[64 x [16 x i32]]";
    private const string Kept = "[16 x [64 x i32]]";

    [Theory]
    [InlineData("t[x][y] = in[x]; __syncthreads(); out[x] = t[n & 15][y * 4];", Turned)]
    [InlineData("int e = y * 16 + x; t[e % 16][e / 16] = in[e]; __syncthreads(); out[x] = t[n & 15][y * 4];", Turned)]
    // as good as it is
    [InlineData("t[y][x] = in[x]; __syncthreads(); out[x] = t[y][x + 1];", Kept)]
    // as much is lost as is won, and more where a loop reads
    [InlineData("t[x][y] = in[x]; __syncthreads(); out[x] = t[y][x];", Kept)]
    [InlineData("t[x][y] = in[x]; t[x][y + 16] = in[y]; __syncthreads(); int s = 0; for (int i = 0; i < n; i++) s += t[i & 15][x]; out[x] = s;", Kept)]
    // an inner index that may reach other rows
    [InlineData("t[x][n] = in[x]; __syncthreads(); out[x] = t[n & 15][y * 4];", Kept)]
    // its place is seen
    [InlineData("t[x][y] = in[x]; __syncthreads(); const int* p = &t[0][0]; out[x] = p[y];", Kept)]
    [InlineData("t[x][y] = in[x]; atomicAdd(&t[x][y], 1); __syncthreads(); out[x] = t[n & 15][y * 4];", Kept)]
    public void A_table_is_laid_out_by_columns_where_lanes_then_use_neighbours(string body, string type) => TableOf(body).ShouldBe(type);
}
