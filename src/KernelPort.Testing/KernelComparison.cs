using System.Runtime.InteropServices;
using KernelPort.Launches;

namespace KernelPort.Testing;

/// <summary>How far a value may be from the expected one: |x - e| &lt;= absolute + relative * |e|, or within so many units of the last place.</summary>
public sealed record Closeness(double Absolute = 0, double Relative = 0, double Ulp = 0)
{
    public static readonly Closeness Exact = new();

    /// <summary>What launch headers allow floats where they say nothing.</summary>
    public static readonly Closeness FourUlp = new(Ulp: 4);
}

/// <summary>Compares arrays as launch headers do.</summary>
public static class KernelComparison
{
    /// <summary>Throws where the arrays differ by more than allowed; the message counts the differences and shows the first.</summary>
    /// <exception cref="KernelMismatchException">They differ.</exception>
    public static void ShouldMatch<T>(this T[] actual, T[] expected, Closeness? within = null) where T : unmanaged
    {
        var result = Compare(expected, actual, within);
        if (!result.Passed)
        {
            throw new KernelMismatchException(result.ToString());
        }
    }

    /// <summary>How many values differ, the first of them, and the largest distance in units of the last place.</summary>
    public static ComparisonResult Compare<T>(T[] expected, T[] actual, Closeness? within = null) where T : unmanaged
    {
        var type = ElementTypes.ScalarOf(typeof(T));
        var allowed = within ?? Tolerances.Default.For(typeof(T));
        return Comparison.Buffers("array", ElementType.Of(type, type.ToString()), MemoryMarshal.AsBytes<T>(expected), MemoryMarshal.AsBytes<T>(actual), new Tolerance("array", allowed.Absolute, allowed.Relative, allowed.Ulp, ""));
    }

    /// <summary>The same for arrays whose type is known only when the test runs.</summary>
    internal static ComparisonResult Compare(string subject, Array expected, Array actual, Tolerances tolerances)
    {
        var element = expected.GetType().GetElementType()!;
        var type = ElementTypes.ScalarOf(element);
        var allowed = tolerances.For(element);
        return Comparison.Buffers(subject, ElementType.Of(type, type.ToString()), BufferBytes.Of(expected), BufferBytes.Of(actual), new Tolerance(subject, allowed.Absolute, allowed.Relative, allowed.Ulp, ""));
    }
}

/// <summary>Two arrays differ by more than was allowed.</summary>
public sealed class KernelMismatchException(string message) : Exception(message);
