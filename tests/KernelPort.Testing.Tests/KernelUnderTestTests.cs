using KernelPort.Compiler;
using KernelPort.Testing.Xunit;

namespace KernelPort.Testing.Tests;

/// <summary>The test library itself: arguments, shapes, comparison, inputs.</summary>
public sealed class KernelUnderTestTests
{
    private const string Reverse = """
        __global__ void reverse(int* data, int n)
        {
            extern __shared__ int held[];
            held[threadIdx.x] = data[threadIdx.x];
            __syncthreads();
            data[threadIdx.x] = held[n - 1 - threadIdx.x];
        }
        """;

    private struct Point
    {
        public float X;
        public float Y;
    }

    private record struct Mixed(float X, int Y);

    [KernelTheory(Targets = "musa:mp_31")]
    public void Dynamic_shared_memory_is_in_the_shape(string engine)
    {
        int[] data = [1, 2, 3, 4, 5, 6, 7, 8];
        var run = KernelUnderTest.FromText(Reverse, "reverse").Run(engine, new LaunchShape(1, 8, SharedBytes: 32), data, 8);
        data.ShouldBe([8, 7, 6, 5, 4, 3, 2, 1]);
        run.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Too_little_shared_memory_is_found()
    {
        int[] data = [1, 2, 3, 4, 5, 6, 7, 8];
        KernelUnderTest.FromText(Reverse, "reverse").Run("reference", new LaunchShape(1, 8, SharedBytes: 16), data, 8).Findings.ShouldNotBeEmpty();
    }

    [Fact]
    public void Structures_of_one_type_are_buffers()
    {
        Point[] points = [new() { X = 1, Y = 2 }, new() { X = 3, Y = 4 }];
        KernelUnderTest.FromText("__global__ void swap(float2* p) { float2 q = p[threadIdx.x]; p[threadIdx.x] = make_float2(q.y, q.x); }", "swap").Run("reference", 1, 2, (object)points);
        (points[0].X, points[0].Y, points[1].X, points[1].Y).ShouldBe((2f, 1f, 4f, 3f));
    }

    [Fact]
    public void Other_structures_are_refused_by_name() =>
        Should.Throw<KernelRunException>(() => KernelUnderTest.FromText("__global__ void k(int* p) { p[0] = 1; }", "k").Run("reference", 1, 1, (object)new Mixed[1])).Message.ShouldContain("Mixed");

    [Fact]
    public void Macros_and_include_folders_reach_the_kernel()
    {
        int[] data = [0];
        var options = new CompilerOptions { Defines = [("VALUE", "41")] };
        KernelUnderTest.FromText("__global__ void k(int* p) { p[0] = VALUE + 1; }", "k", options).Run("reference", 1, 1, data);
        data.ShouldBe([42]);
    }

    [Fact]
    public void A_race_breaks_an_agreement_that_the_values_would_keep()
    {
        var agreement = KernelUnderTest.FromText("__global__ void k(int* p) { p[0] = p[0] + (int)threadIdx.x * 0; }", "k").Compare("csharp", new LaunchShape(1, 64), null, new int[1]);
        agreement.Buffers.ShouldAllBe(b => b.Passed);
        agreement.Agrees.ShouldBeFalse();
        Should.Throw<KernelMismatchException>(agreement.ShouldHold).Message.ShouldContain("KP6013");
    }

    [Fact]
    public void A_difference_is_counted_and_shown()
    {
        var failure = Should.Throw<KernelMismatchException>(() => new float[] { 1, 2, 3 }.ShouldMatch([1, 2.5f, 3]));
        failure.Message.ShouldContain("1 of 3");
        failure.Message.ShouldContain("[1]");
        new float[] { 1, 2, 3 }.ShouldMatch([1, 2.5f, 3], new Closeness(Absolute: 0.5));
    }

    [Fact]
    public void Tolerances_go_by_type()
    {
        var half = Tolerances.Default with { Half = new Closeness(Absolute: 1) };
        half.For(typeof(Half)).Absolute.ShouldBe(1);
        half.For(typeof(Point)).ShouldBe(Closeness.FourUlp);
        half.For(typeof(int)).ShouldBe(Closeness.Exact);
        Tolerances.Exact.For(typeof(double)).ShouldBe(Closeness.Exact);
    }

    [Fact]
    public void Edge_inputs_have_the_ends_of_the_type()
    {
        KernelInputs.Edges<int>(20).ShouldContain(int.MinValue);
        KernelInputs.Edges<float>(40).ShouldContain(float.NegativeInfinity);
        KernelInputs.Edges<byte>(20).ShouldContain((byte)255);
        KernelInputs.WithEdges<double>(1, 200, 5, 6).Count(v => v is >= 5 and < 6).ShouldBeGreaterThan(150);
        KernelInputs.WithEdges<double>(1, 200, 5, 6).ShouldContain(double.MaxValue);
    }

    [Fact]
    public void An_unknown_engine_lists_those_there_are() =>
        Should.Throw<KernelRunException>(() => KernelUnderTest.FromText(Reverse, "reverse").Run("nowhere", 1, 8, new int[8], 8)).Message.ShouldContain("reference");
}
