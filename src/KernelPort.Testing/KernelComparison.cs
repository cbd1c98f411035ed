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
        var type = ElementTypeOf<T>();
        var allowed = within ?? (type.IsFloat() ? Closeness.FourUlp : Closeness.Exact);
        return Comparison.Buffers("array", ElementType.Of(type, type.ToString()), MemoryMarshal.AsBytes<T>(expected), MemoryMarshal.AsBytes<T>(actual), new Tolerance("array", allowed.Absolute, allowed.Relative, allowed.Ulp, ""));
    }

    internal static ScalarType ElementTypeOf<T>() => Type.GetTypeCode(typeof(T)) switch
    {
        TypeCode.SByte => ScalarType.I8,
        TypeCode.Byte => ScalarType.U8,
        TypeCode.Int16 => ScalarType.I16,
        TypeCode.UInt16 => ScalarType.U16,
        TypeCode.Int32 => ScalarType.I32,
        TypeCode.UInt32 => ScalarType.U32,
        TypeCode.Int64 => ScalarType.I64,
        TypeCode.UInt64 => ScalarType.U64,
        TypeCode.Single => ScalarType.F32,
        TypeCode.Double => ScalarType.F64,
        _ => typeof(T) == typeof(Half) ? ScalarType.F16 : throw new ArgumentException($"arrays of {typeof(T).Name} cannot be compared"),
    };
}

/// <summary>Two arrays differ by more than was allowed.</summary>
public sealed class KernelMismatchException(string message) : Exception(message);
