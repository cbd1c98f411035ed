using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Passes.Tests;

/// <summary>What the analyses say of values, loops and barriers of small kernels.</summary>
public class LaneShapeTests
{
    private const int Width = 16;

    private static Function Lowered(string text, (int X, int Y, int Z) block)
    {
        var compilation = Compiler.Compiler.Compile(new SourceText("shapes.cu", text), new CompilerOptions());
        compilation.HasErrors.ShouldBeFalse();
        return Pipeline.ToVectors(block.X, block.Y, block.Z).Run(compilation.Module).Kernels.First();
    }

    /// <summary>The shape of the last value of a name.</summary>
    private static string ShapeOf(string name, string text, int x, int y = 1)
    {
        var kernel = Lowered(text, (x, y, 1));
        var shapes = LaneShapes.Of(kernel, (x, y, 1), Width);
        int index = kernel.Lets.ToList().FindLastIndex(l => l.Name == name);
        index.ShouldBeGreaterThanOrEqualTo(0, Printer.Print(new Module([], [], [kernel])));
        return shapes.Of(new LetId(index)).ToString();
    }

    private static string Kernel(string body) => $"__global__ void k(int n, unsigned u, const int* in, int* out) {{ {body} }}";

    private sealed class Loops : Walker
    {
        public int Count { get; private set; }

        protected override void Enter(Stmt statement) => Count += statement is Loop ? 1 : 0;
    }

    [Theory]
    [InlineData("int i = threadIdx.x; i < 512; i += 256", 256, 1, 0)]
    [InlineData("int i = threadIdx.x; i < 512; i += 256", 300, 1, 1)]
    [InlineData("int i = threadIdx.y * 16 + threadIdx.x; i < 1024; i += 256", 16, 16, 0)]
    [InlineData("unsigned i = 2 * threadIdx.x + 1; i <= 255; i += 128", 64, 1, 0)]
    [InlineData("int i = threadIdx.x; i < n; i += 256", 256, 1, 1)]
    // the third turn wraps for some
    [InlineData("unsigned char i = threadIdx.x; i < 250; i += 100", 64, 1, 1)]
    public void A_loop_of_as_many_turns_for_every_thread_is_written_out(string head, int x, int y, int loops)
    {
        var found = new Loops();
        found.Walk(Lowered(Kernel($"for ({head}) out[i] = in[i];"), (x, y, 1)));
        found.Count.ShouldBe(loops);
    }

    [Theory]
    [InlineData("int v = blockIdx.x * blockDim.x + threadIdx.x; out[v] = v;", "block + 1 * x")]
    [InlineData("int v = n - 3 * (int)threadIdx.x; out[v] = v;", "launch + -3 * x")]
    [InlineData("int v = n * 5; out[v] = v;", "launch")]
    [InlineData("int v = blockIdx.x * n; out[v] = v;", "block")]
    [InlineData("int v = threadIdx.x * n; out[v] = v;", "varying")]
    [InlineData("int v = threadIdx.x / 32; out[v] = v;", "vector")]
    [InlineData("int v = threadIdx.x % 32 + 1; out[v] = v;", "vector + 1 * lane")]
    [InlineData("int v = threadIdx.x / 8; out[v] = v;", "varying")]
    [InlineData("int v = (int)(threadIdx.x - 20) / 32; out[v + 20] = v;", "varying")]
    [InlineData("unsigned w = threadIdx.x - 1u; long long v = w; out[v & 7] = v;", "varying")]
    [InlineData("int v = in[blockIdx.x] + 1; out[v] = v;", "block")]
    [InlineData("int v = in[threadIdx.x] + 1; out[v] = v;", "varying")]
    public void A_value_of_a_row_of_threads_has_the_shape(string body, string shape) => ShapeOf("v", Kernel(body), 256).ShouldBe(shape);

    [Theory]
    [InlineData("int v = threadIdx.y * n + 1; out[v] = v;", "vector")]
    [InlineData("int v = threadIdx.y * n + threadIdx.x; out[v] = v;", "vector + 1 * lane")]
    [InlineData("int v = blockIdx.x * 16 + threadIdx.x; out[v] = v;", "block + 1 * x")]
    public void A_value_of_rows_as_long_as_vectors_has_the_shape(string body, string shape) => ShapeOf("v", Kernel(body), 16, 16).ShouldBe(shape);

    [Fact]
    public void Rows_shorter_than_a_vector_vary() => ShapeOf("v", Kernel("int v = threadIdx.y * n + 1; out[v] = v;"), 8, 8).ShouldBe("varying");

    [Fact]
    public void A_counter_of_a_loop_that_lanes_leave_apart_is_uniform_inside_and_varies_behind()
    {
        var kernel = Lowered(Kernel("int v = 0; while (v < in[threadIdx.x]) { ++v; } out[threadIdx.x] = v;"), (256, 1, 1));
        var shapes = LaneShapes.Of(kernel, (256, 1, 1), Width);
        var loop = kernel.Body.OfType<Loop>().Single();
        shapes.IsMasked(loop).ShouldBeTrue();
        shapes.Of(loop.Carried.Single().Id).IsUniform.ShouldBeTrue();
        shapes.Of(loop.Results.Single()).IsVarying.ShouldBeTrue();
    }

    [Fact]
    public void A_counter_that_some_lanes_advance_twice_varies()
    {
        var kernel = Lowered(Kernel("int v = 0; for (int i = 0; i < n; ++i) { if (in[threadIdx.x + i] > 0) { v += 2; continue; } v += 1; } out[threadIdx.x] = v;"), (256, 1, 1));
        var shapes = LaneShapes.Of(kernel, (256, 1, 1), Width);
        var loop = kernel.Body.OfType<Loop>().Single();
        loop.Carried.Single(c => kernel.Lets[c.Id.Index].Name == "v").ShouldSatisfyAllConditions(c => shapes.Of(c.Id).IsVarying.ShouldBeTrue());
        loop.Carried.Single(c => kernel.Lets[c.Id.Index].Name == "i").ShouldSatisfyAllConditions(c => shapes.Of(c.Id).IsUniform.ShouldBeTrue());
    }

    private static BarrierRegions RegionsOf(Function kernel) => BarrierRegions.Of(kernel, LaneShapes.Of(kernel, (256, 1, 1), Width));

    [Fact]
    public void A_barrier_cuts_a_kernel_and_what_is_named_behind_it_crosses()
    {
        var kernel = Lowered(Kernel("__shared__ int s[256]; int a = in[threadIdx.x]; int b = in[threadIdx.x + 1]; s[threadIdx.x] = a * b; __syncthreads(); out[threadIdx.x] = s[255 - threadIdx.x] + a;"), (256, 1, 1));
        var regions = RegionsOf(kernel);
        regions.AreRegular.ShouldBeTrue();
        regions.Split(kernel.Body).Select(r => r.IsWhole).ShouldBe([false, true, false]);
        var crossing = CrossingValues.Of(kernel, regions);
        var loads = kernel.Body.OfType<Load>().ToArray();
        crossing.Contains(loads[0].Id).ShouldBeTrue();
        crossing.Contains(loads[1].Id).ShouldBeFalse();
    }

    [Fact]
    public void A_loop_with_a_barrier_is_run_by_the_block_and_what_it_carries_crosses()
    {
        var kernel = Lowered(Kernel("__shared__ int s[256]; int a = 0; for (int i = 0; i < n; ++i) { s[threadIdx.x] = in[i + threadIdx.x]; __syncthreads(); a += s[255 - threadIdx.x]; __syncthreads(); } out[threadIdx.x] = a;"), (256, 1, 1));
        var regions = RegionsOf(kernel);
        regions.AreRegular.ShouldBeTrue();
        var loop = kernel.Body.OfType<Loop>().Single();
        regions.IsWhole(loop).ShouldBeTrue();
        loop.Carried.ShouldAllBe(c => CrossingValues.Of(kernel, regions).Contains(c.Id));
    }

    [Fact]
    public void A_barrier_where_lanes_parted_leaves_no_regions() =>
        RegionsOf(Lowered(Kernel("if (in[threadIdx.x] > 0) { __syncthreads(); } out[threadIdx.x] = 1;"), (256, 1, 1))).AreRegular.ShouldBeFalse();

    [Fact]
    public void A_barrier_under_a_condition_of_the_block_is_regular() =>
        RegionsOf(Lowered(Kernel("if (blockIdx.x > 0) { out[threadIdx.x] = 2; __syncthreads(); } out[threadIdx.x] = 1;"), (256, 1, 1))).AreRegular.ShouldBeTrue();
}
