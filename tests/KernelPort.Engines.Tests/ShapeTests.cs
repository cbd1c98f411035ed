using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Execution;
using KernelPort.Passes;
using KernelPort.Launches;

namespace KernelPort.Engines.Tests;

/// <summary>The three kernels that show a vector lowering's shape: executed, and equal to the reference and not only to a few expected numbers.</summary>
public class ShapeTests
{
    [Theory]
    [InlineData("saxpy", 0)]
    [InlineData("row_softmax", 8)]
    [InlineData("matmul_tiled16", 0)]
    public void Vector_text_gives_what_the_reference_gives(string name, int ulps)
    {
        if (!Places.Twins.HasCompiler)
        {
            return;
        }
        var file = KernelFile.Load(SourceText.Read(Path.Combine(Places.Root, "tests", "kernels", "shape", name + ".cu")), new CompilerOptions());
        var backend = BackendCatalogue.All.First(b => b.Name == "cann");
        var target = backend.Targets.First(t => t.Name == "cann:a2");
        var emission = Emission.Run(file.Compilation.Module, backend, target, name, options: file.EmissionOptions());
        emission.File.ShouldNotBeNull();
        // By rule and as vectors: no loop over lanes in any of the three.
        emission.File.Text.ShouldContain("T0: vector");
        var twin = Twin.TwinCatalogue.Load(Places.Root)["cann:a2"];
        var header = file.EmittedHeader();
        for (int i = 0; i < header.Launches.Count; i++)
        {
            var reference = ReferenceEngine.Run(file, file.Compilation.Module, file.Header.Launches[i], new ExecutionOptions());
            var run = Places.Twins.Run(emission.File.Text, name + ".cu", header, i, twin);
            run.Errors.ShouldBeEmpty();
            foreach (var (buffer, bytes) in reference.Buffers)
            {
                FarthestUlps(bytes, run.Find(buffer)!).ShouldBeLessThanOrEqualTo(ulps, $"{name}, launch {i}, {buffer}");
            }
        }
    }

    [Fact]
    public void Division_of_lanes_by_one_number_is_exact()
    {
        if (!Places.Twins.HasCompiler)
        {
            return;
        }
        int[] numbers = [0, 1, -1, 2, -2, 3, 6, 7, -7, 8, 99, 100, -100, 16777215, 16777216, 16777217, -16777217, 33554431, 123456789, -987654321, 1073741823, 1073741824, -1073741825, 2147483646, int.MaxValue, int.MinValue, int.MinValue + 1];
        string row = string.Join(' ', Enumerable.Range(0, 64).Select(i => numbers[i % numbers.Length] + (i < numbers.Length ? 0 : i % 2)));
        string text = string.Concat(new[] { 1, -1, 3, -3, 7, 10, -100, 65537, 16777217, -33554433, 1073741823, 1073741824, -1073741824, 1073741825, int.MaxValue, int.MinValue }
            .Select(d => $"// launch: divide<<<1, 64>>>(a: int[64] = {row}, q: int[64], r: int[64], d: {d})\n"))
            + "__global__ void divide(const int *a, int *q, int *r, int d) { int i = threadIdx.x, x = a[i]; q[i] = x / d; r[i] = x % d; }\n";
        var file = KernelFile.Load(new SourceText("divide.cu", text), new CompilerOptions());
        file.Header.Errors.ShouldBeEmpty();
        var backend = BackendCatalogue.All.First(b => b.Name == "cann");
        var emission = Emission.Run(file.Compilation.Module, backend, backend.Targets.First(t => t.Name == "cann:a2"), "divide", options: file.EmissionOptions());
        emission.File.ShouldNotBeNull().Text.ShouldContain("    KpDivide(");
        var header = file.EmittedHeader();
        for (int i = 0; i < header.Launches.Count; i++)
        {
            var reference = ReferenceEngine.Run(file, file.Compilation.Module, file.Header.Launches[i], new ExecutionOptions());
            var run = Places.Twins.Run(emission.File!.Text, "divide.cu", header, i, Twin.TwinCatalogue.Load(Places.Root)["cann:a2"]);
            run.Errors.ShouldBeEmpty();
            foreach (string buffer in (string[])["q", "r"])
            {
                run.Find(buffer)!.ShouldBe(reference.Buffers.First(b => b.Key == buffer).Value, $"{buffer}, launch {i}");
            }
        }
    }

    [Fact]
    public void Vector_text_refuses_a_launch_it_was_not_written_for()
    {
        if (!Places.Twins.HasCompiler)
        {
            return;
        }
        const string Text = "// launch: fill<<<2, 64>>>(p: int[256] = 0)\n__global__ void __launch_bounds__(128) fill(int* p) { p[blockIdx.x * blockDim.x + threadIdx.x] = 1; }\n";
        var compilation = Compiler.Compiler.Compile(new SourceText("fill.cu", Text), new CompilerOptions());
        var backend = BackendCatalogue.All.First(b => b.Name == "cann");
        var emission = Emission.Run(compilation.Module, backend, backend.Targets.First(t => t.Name == "cann:a2"), "fill");
        emission.File.ShouldNotBeNull();
        var run = Places.Twins.Run(emission.File.Text, "fill.cu", LaunchHeader.Parse(Text), 0, Twin.TwinCatalogue.Load(Places.Root)["cann:a2"]);
        run.Status.ShouldBe(Twin.TwinStatus.Violation, run.Errors);
        run.Errors.ShouldContain("fill is for blocks of (128, 1, 1)");
    }

    /// <summary>The largest distance of two rows of floats, in units of the last place.</summary>
    private static long FarthestUlps(byte[] a, byte[] b)
    {
        a.Length.ShouldBe(b.Length);
        long farthest = 0;
        for (int i = 0; i < a.Length; i += 4)
        {
            farthest = Math.Max(farthest, Math.Abs((long)BitConverter.ToInt32(a, i) - BitConverter.ToInt32(b, i)));
        }
        return farthest;
    }
}
