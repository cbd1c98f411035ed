using KernelPort.Testing;
using KernelPort.Testing.Xunit;

namespace SaxpyTested;

/// <summary>A CUDA kernel tested from C#: on every engine this machine has, and as the text that three targets would get, on their twins.</summary>
public class SaxpyTests
{
    public static TheoryData<string> Everywhere() => [.. KernelUnderTest.Engines, .. KernelUnderTest.Targets.Intersect(["musa:mp_31", "dcu:gfx906", "maca"])];

    [Theory]
    [MemberData(nameof(Everywhere))]
    public void It_adds_a_times_x_to_y(string engine)
    {
        float[] x = KernelInputs.Random<float>(1, 1000, -1, 1);
        float[] y = KernelInputs.Random<float>(2, 1000, -1, 1);
        float[] expected = [.. x.Zip(y, (a, b) => (2f * a) + b)];
        var run = KernelUnderTest.FromFile("saxpy.cu", "saxpy").Run(engine, (4, 1, 1), (256, 1, 1), 1000, 2f, x, y);
        y.ShouldMatch(expected);
        run.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_buffer_that_is_too_short_is_found()
    {
        var run = KernelUnderTest.FromFile("saxpy.cu", "saxpy").Run("reference", (1, 1, 1), (32, 1, 1), 32, 2f, new float[31], new float[32]);
        run.Findings.ShouldHaveSingleItem().Code.ShouldBe("KP6001");
    }

    [Theory, KernelFiles(".", Targets = "musa:mp_31")]
    public void The_file_meets_its_launch_header(string file, string engine) => KernelFileTest.Check(file, engine);
}
