using KernelPort.Launches;

namespace KernelPort.Twin.Tests;

/// <summary>The grammar of launch headers, line by line.</summary>
public class HeaderParserTests
{
    private static TestLaunch One(string text)
    {
        var header = LaunchHeader.Parse(text);
        header.Errors.ShouldBeEmpty();
        return header.Launches.ShouldHaveSingleItem();
    }

    [Fact]
    public void The_example_of_the_page()
    {
        var launch = One("""
            // launch: scale<<<2, 4>>>(data: float[8] = 0 1 2 3 4 5 6 7, factor: 2, n: 7)
            // expect: data = 0 2 4 6 8 10 12 7
            """);
        var step = launch.Steps.ShouldHaveSingleItem();
        (step.Name, step.Grid, step.Block, step.SharedBytes).ShouldBe(("scale", new Extent(2, 1, 1), new Extent(4, 1, 1), 0L));
        step.Arguments.Select(a => a.Name).ShouldBe(["data", "factor", "n"]);
        launch.FindBuffer("data")!.CreateBytes().Length.ShouldBe(32);
        launch.Expectations[0].Values.Count.ShouldBe(8);
        launch.ToleranceOf("data").Ulp.ShouldBe(4);
    }

    [Fact]
    public void Shapes_templates_shared_memory_and_continuations()
    {
        var launch = One("""
            // launch: cooperative run<float,256><<<(2,3,4), (8,8), 0x40>>>(a: float4[2] = rand(7, -1, 1),
            //   p: {1, {2.5, -3}}, q: nullptr)
            // then: other<<<1, 32>>>(a, b: int[4] = 0)
            // symbol: table = 1 2 3
            // tolerance: a abs 1e-6 rel 1e-5 expf
            // expect(warp=64): sum(a[0..4]) = 3.5 (twin)
            // expect: symbol table = 1 2 3
            // expect: set(b) = 0
            // expect: finding KP6003 line 12
            // expect: refused dcu KP3001
            """);
        var step = launch.Steps[0];
        (step.Cooperative, step.Kernel, step.Grid, step.Block, step.SharedBytes).ShouldBe((true, "run<float,256>", new Extent(2, 3, 4), new Extent(8, 8, 1), 64L));
        ((StructArgument)step.Arguments[1]).Values.ShouldBe(["1", "2.5", "-3"]);
        launch.Steps[1].Arguments[0].ShouldBe(new BufferReference("a"));
        launch.ToleranceOf("a").ShouldBe(new Tolerance("a", 1e-6, 1e-5, 0, "expf"));
        var sum = launch.Expectations[0];
        (sum.Kind, sum.Subject, sum.Slice, sum.FromTwin).ShouldBe((ExpectationKind.Sum, "a", (0, 4), true));
        sum.AppliesTo("dcu", 64).ShouldBeTrue();
        sum.AppliesTo("cuda", 32).ShouldBeFalse();
        launch.Expectations[3].AtLine.ShouldBe(12);
        launch.Expectations[4].Subject.ShouldBe("dcu");
    }

    [Theory]
    [InlineData("// launch: k<<<1>>>()", "two or three")]
    [InlineData("// launch: k<<<1, 1>>>(a: float[2] = 1 2 3)", "3 values where 2")]
    [InlineData("// launch: k<<<1, 1>>>(a: widget[2])", "no type")]
    [InlineData("// launch: k<<<1, 1>>>(a: banana)", "no value")]
    [InlineData("// launch: k<<<1, 1>>>(a: int[1])\n// expect: b = 1", "no buffer")]
    [InlineData("// launch: k<<<1, 1>>>(a: int[1])\n// expect: hash(a) = 12", "16 hexadecimal")]
    [InlineData("// launch: k<<<1, 1>>>(a: int[1])\n// expct: a = 1", "no word")]
    [InlineData("// expect: a = 1", "before any")]
    [InlineData("// launch: k<<<1, 1>>>(a: int[1])\n// then: j<<<1, 1>>>(c)", "names no buffer")]
    public void What_cannot_be_read_is_said(string text, string message) =>
        LaunchHeader.Parse(text).Errors.ShouldHaveSingleItem().Message.ShouldContain(message);

    [Fact]
    public void Structures_are_laid_out_as_the_compiler_does()
    {
        var layout = StructLayout.Scan("struct A { char c; double d[2]; }; typedef struct { A a; short s; } B; // struct C { int x; };");
        layout["A"].Size.ShouldBe(24);
        layout["B"].Size.ShouldBe(32);
        layout["B"].Scalars.Select(s => s.Offset).ShouldBe([0, 8, 16, 24]);
        layout.ContainsKey("C").ShouldBeFalse();
    }

    [Fact]
    public void Random_buffers_are_SplitMix64()
    {
        new SplitMix64(1234567).Next().ShouldBe(6457827717110365317UL); // the generator's published first output
        var spec = new BufferSpec(ElementType.Of(ScalarType.I32, "int"), 3, new BufferFill.Random(1234567, -10, 10));
        double unit = (6457827717110365317UL >> 11) * Math.Pow(2, -53);
        BitConverter.ToInt32(spec.CreateBytes()).ShouldBe((int)Math.Floor(-10 + (20 * unit)));
    }
}
