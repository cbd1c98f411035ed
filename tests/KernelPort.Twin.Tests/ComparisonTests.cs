using KernelPort.Launches;

namespace KernelPort.Twin.Tests;

/// <summary>The comparer passes what the policy lets pass and turns red for what it does not.</summary>
public class ComparisonTests
{
    private static readonly ElementType Float = ElementType.Of(ScalarType.F32, "float");
    private static readonly ElementType Int = ElementType.Of(ScalarType.I32, "int");

    private static byte[] Floats(params float[] values) => [.. values.SelectMany(BitConverter.GetBytes)];

    private static byte[] Ints(params int[] values) => [.. values.SelectMany(BitConverter.GetBytes)];

    private static Expectation Expect(ExpectationKind kind, params string[] values) => new(1, kind) { Subject = "x", Values = [.. values] };

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void Floats_pass_within_four_ulp(int steps, bool passes)
    {
        float off = BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(1.0f) + steps);
        var result = Comparison.Check(Expect(ExpectationKind.Values, "1"), Float, Floats(off), Tolerance.Default("x"));
        (result.Passed, result.MaxUlp).ShouldBe((passes, (double)steps));
    }

    [Fact]
    public void Zeros_of_both_signs_and_the_smallest_numbers_are_neighbours()
    {
        var result = Comparison.Buffers("x", Float, Floats(1e-45f, -0.0f), Floats(-1e-45f, 0.0f), Tolerance.Default("x"));
        (result.Passed, result.MaxUlp).ShouldBe((true, 2.0));
    }

    [Fact]
    public void Integers_are_exact()
    {
        var result = Comparison.Check(Expect(ExpectationKind.Values, "1", "2", "3"), Int, Ints(1, 5, 3), Tolerance.Default("x"));
        (result.Passed, result.Mismatches, result.First).ShouldBe((false, 1, new Mismatch(1, "2", "5")));
    }

    [Theory]
    [InlineData("nan", float.NaN, true)]
    [InlineData("nan", 1f, false)]
    [InlineData("inf", float.PositiveInfinity, true)]
    [InlineData("-inf", float.PositiveInfinity, false)]
    [InlineData("3.4028235e38", float.PositiveInfinity, false)]
    public void Numbers_that_are_none(string expected, float actual, bool passes) =>
        Comparison.Check(Expect(ExpectationKind.Values, expected), Float, Floats(actual), Tolerance.Default("x")).Passed.ShouldBe(passes);

    [Fact]
    public void A_tolerance_replaces_the_default()
    {
        var tolerance = new Tolerance("x", 0.5, 0.1, 0, "expf");
        Comparison.Check(Expect(ExpectationKind.Values, "10", "10"), Float, Floats(11.5f, 8.5f), tolerance).Passed.ShouldBeTrue();
        Comparison.Check(Expect(ExpectationKind.Values, "10", "10"), Float, Floats(11.6f, 10f), tolerance).Mismatches.ShouldBe(1);
    }

    [Fact]
    public void Sums_sets_slices_and_hashes()
    {
        Comparison.Check(Expect(ExpectationKind.Sum, "6"), Int, Ints(1, 2, 3), Tolerance.Default("x")).Passed.ShouldBeTrue();
        Comparison.Check(Expect(ExpectationKind.Sum, "7"), Int, Ints(1, 2, 3), Tolerance.Default("x")).Passed.ShouldBeFalse();
        Comparison.Check(Expect(ExpectationKind.Set, "3", "1", "2"), Int, Ints(1, 2, 3), Tolerance.Default("x")).Passed.ShouldBeTrue();
        Comparison.Check(Expect(ExpectationKind.Set, "3", "1", "1"), Int, Ints(1, 2, 3), Tolerance.Default("x")).Passed.ShouldBeFalse();
        Comparison.Check(Expect(ExpectationKind.Values, "2", "3") with { Slice = (1, 3) }, Int, Ints(1, 2, 3), Tolerance.Default("x")).Passed.ShouldBeTrue();
        Comparison.Fnv1a64("a"u8).ShouldBe(0xaf63dc4c8601ec8cUL);
        Comparison.Check(Expect(ExpectationKind.Hash, "af63dc4c8601ec8d"), ElementType.Of(ScalarType.U8, "unsigned char"), "a"u8, Tolerance.Default("x")).Passed.ShouldBeFalse();
    }

    [Fact]
    public void Any_single_bit_that_is_turned_shows()
    {
        byte[] good = Ints(7, -1, 0);
        for (int bit = 0; bit < good.Length * 8; bit++)
        {
            byte[] bad = [.. good];
            bad[bit / 8] ^= (byte)(1 << (bit % 8));
            Comparison.Buffers("x", Int, good, bad, Tolerance.Default("x")).Passed.ShouldBeFalse();
        }
    }
}
