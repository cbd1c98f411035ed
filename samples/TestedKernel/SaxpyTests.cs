using KernelPort.Testing;
using KernelPort.Testing.Xunit;

namespace TestedKernel;

/// <summary>A CUDA kernel tested from C#: on every engine this machine has, and as the text that three targets would get, on their twins.</summary>
public class SaxpyTests
{
    private static readonly KernelUnderTest Saxpy = KernelUnderTest.FromFile("saxpy.cu", "saxpy");

    [KernelTheory(Targets = "musa:mp_31,dcu:gfx906,maca")]
    public void It_adds_a_times_x_to_y(string engine)
    {
        float[] x = KernelInputs.Random<float>(1, 1000, -1, 1);
        float[] y = KernelInputs.Random<float>(2, 1000, -1, 1);
        float[] expected = [.. x.Zip(y, (a, b) => (2f * a) + b)];
        var run = Saxpy.Run(engine, 4, 256, 1000, 2f, x, y);
        y.ShouldMatch(expected);
        run.Findings.ShouldBeEmpty();
    }

    [KernelTheory(Engines = "csharp", Targets = "dcu:gfx906")]
    public void Edge_values_give_what_the_reference_gives(string engine)
    {
        float[] x = KernelInputs.WithEdges<float>(3, 500, -1e6, 1e6), y = KernelInputs.Edges<float>(500);
        Saxpy.Compare(engine, new LaunchShape(2, 256), Tolerances.Exact, 500, -3f, x, y).ShouldHold();
    }

    [Fact]
    public void A_buffer_that_is_too_short_is_found()
    {
        var run = Saxpy.Run("reference", 1, 32, 32, 2f, new float[31], new float[32]);
        run.Findings.ShouldHaveSingleItem().Code.ShouldBe("KP6001");
    }

    [Theory, KernelFiles(".", Targets = "musa:mp_31")]
    public void The_file_meets_its_launch_header(string file, string engine) => KernelFileTest.Check(file, engine);
}
