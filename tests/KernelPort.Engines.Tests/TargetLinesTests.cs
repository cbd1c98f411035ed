using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;

namespace KernelPort.Engines.Tests;

/// <summary>A place of the CUDA text is found again in what became of it: through the IR, and migrated.</summary>
public class TargetLinesTests
{
    private const string Text = """
        // launch: k<<<1, 64>>>(p: int[64] = 0)
        #include <cuda_runtime.h>
        __device__ int other(int *p) { return p[63 - threadIdx.x]; }

        __global__ void k(int *p) {
            for (int i = 0; i < 3; i++)
                if (threadIdx.x > i)
                    p[threadIdx.x] +=
                        other(p);
        }
        """;

    [Theory]
    [InlineData("p[63 - threadIdx.x]", "return p[63u - threadIdx.x];", "__device__ int other(int *p) { return p[63 - threadIdx.x]; }")]
    [InlineData("threadIdx.x > i", "if (threadIdx.x > ", "if (threadIdx.x > i)")]
    [InlineData("other(p);", "int other_result = other(p);", "other(p);")]
    public void A_place_has_its_line(string place, string emitted, string migrated)
    {
        var musa = BackendCatalogue.All.First(b => b.Name == "musa");
        var file = KernelFile.Load(new SourceText("k.cu", Text), new CompilerOptions());
        var lines = KernelTestRunner.LinesOf(file, musa, musa.Targets[0]).ToList();
        var at = new Span(file.Source, Text.LastIndexOf(place, StringComparison.Ordinal), place.Length);
        Line(lines[0], at).ShouldStartWith(emitted);
        Line(lines[1], at).ShouldBe(migrated);
    }

    [Fact]
    public void What_no_line_was_made_of_has_none()
    {
        var musa = BackendCatalogue.All.First(b => b.Name == "musa");
        var file = KernelFile.Load(new SourceText("k.cu", Text), new CompilerOptions());
        TargetLines.Emitted(file, musa, musa.Targets[0])!.Of(new Span(file.Source, 0, 2)).IsNone.ShouldBeTrue();
    }

    private static string Line(TargetLines lines, Span at) => lines.Of(at) is { IsNone: false } found ? found.Source!.Text.Substring(found.Start, found.Length) : "none";
}
