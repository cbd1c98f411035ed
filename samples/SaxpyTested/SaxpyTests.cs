using KernelPort.Engines;

namespace SaxpyTested;

/// <summary>A CUDA kernel tested from C#, on every engine this machine has.</summary>
public class SaxpyTests
{
    private static KernelUnderTest Saxpy() =>
        KernelUnderTest.FromFile("saxpy.cu", "saxpy", new KernelPort.Backends.CSharp.Backend(), new KernelPort.Backends.Cpu.Backend());

    public static TheoryData<string> Engines() => [.. Saxpy().Engines];

    [Theory]
    [MemberData(nameof(Engines))]
    public void It_adds_a_times_x_to_y(string engine)
    {
        float[] x = [.. Enumerable.Range(0, 1000).Select(i => i * 0.5f)];
        float[] y = [.. Enumerable.Repeat(1f, 1000)];
        var result = Saxpy().Run(engine, (4, 1, 1), (256, 1, 1), 1000, 2f, x, y);
        y.ShouldBe(x.Select(v => 2f * v + 1f));
        result.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_buffer_that_is_too_short_is_found()
    {
        var result = Saxpy().Run("reference", (1, 1, 1), (32, 1, 1), 32, 2f, new float[31], new float[32]);
        result.Findings.ShouldHaveSingleItem().Code.ShouldBe("KP6001");
    }
}
