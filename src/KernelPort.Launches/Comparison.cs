using System.Globalization;
using KernelPort.Core;

namespace KernelPort.Launches;

/// <summary>One value that is not what was expected.</summary>
public sealed record Mismatch(int Index, string Expected, string Actual);

/// <summary>The outcome of comparing one buffer.</summary>
public sealed record ComparisonResult(string Subject, int Count, int Mismatches, double MaxUlp, Mismatch? First, string Problem = "")
{
    public bool Passed => Mismatches == 0 && Problem.Length == 0;

    public override string ToString() => Passed ? $"{Subject}: {Count} values, max {MaxUlp.ToString(CultureInfo.InvariantCulture)} ulp"
        : Problem.Length > 0 ? $"{Subject}: {Problem}"
        : $"{Subject}: {Mismatches} of {Count} values differ; first at [{First!.Index}]: expected {First.Expected}, got {First.Actual}";
}

/// <summary>Compares buffers with what a header expects, or with each other, under a tolerance.</summary>
public static class Comparison
{
    /// <summary>Buffer against buffer, as two engines gave it.</summary>
    public static ComparisonResult Buffers(string name, ElementType type, ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual, Tolerance tolerance)
    {
        if (expected.Length != actual.Length)
        {
            return new ComparisonResult(name, 0, 0, 0, null, $"{actual.Length} bytes where {expected.Length} are expected");
        }
        var tally = new Tally(tolerance);
        int index = 0;
        for (int at = 0; at + type.Size <= actual.Length; at += type.Size)
        {
            foreach (var scalar in type.Scalars)
            {
                int from = at + scalar.Offset, size = scalar.Type.Size();
                tally.Add(scalar.Type, index++, expected.Slice(from, size), actual.Slice(from, size));
            }
        }
        return tally.Result(name);
    }

    /// <summary>Buffer against one `expect` line that speaks of values, a set, a sum or a hash.</summary>
    public static ComparisonResult Check(Expectation expectation, ElementType type, ReadOnlySpan<byte> actual, Tolerance tolerance)
    {
        string subject = expectation.Subject;
        var scalars = Flatten(type, actual, expectation.Slice);
        switch (expectation.Kind)
        {
            case ExpectationKind.Hash:
                ulong hash = Fnv1a64(expectation.Slice is null ? actual : Join(scalars));
                string text = hash.ToString("x16", CultureInfo.InvariantCulture);
                return new ComparisonResult($"hash({subject})", 1, text == expectation.Values[0] ? 0 : 1, 0, new Mismatch(0, expectation.Values[0], text));
            case ExpectationKind.Sum:
                return CheckSum(expectation, scalars, tolerance);
            case ExpectationKind.Set:
            case ExpectationKind.Values:
                break;
            default:
                throw new ArgumentException($"{expectation.Kind} is not about a buffer", nameof(expectation));
        }
        var values = expectation.Values;
        if (values.Count != scalars.Count && values.Count != 1)
        {
            return new ComparisonResult(subject, scalars.Count, 0, 0, null, $"{values.Count} values expected, the buffer has {scalars.Count}");
        }
        var wanted = new List<(ScalarType Type, byte[] Bytes)>();
        for (int i = 0; i < scalars.Count; i++)
        {
            byte[] bytes = new byte[scalars[i].Bytes.Length];
            string value = values[values.Count == 1 ? 0 : i];
            if (!scalars[i].Type.TryWrite(bytes, value))
            {
                return new ComparisonResult(subject, scalars.Count, 0, 0, null, $"'{value}' is no {scalars[i].Type}");
            }
            wanted.Add((scalars[i].Type, bytes));
        }
        if (expectation.Kind == ExpectationKind.Set)
        {
            scalars.Sort(ByValue);
            wanted.Sort(ByValue);
        }
        var tally = new Tally(tolerance);
        for (int i = 0; i < scalars.Count; i++)
        {
            tally.Add(scalars[i].Type, i + (expectation.Slice?.From ?? 0), wanted[i].Bytes, scalars[i].Bytes);
        }
        return tally.Result(subject);
    }

    /// <summary>The sum of a buffer as `expect: sum` means it, as text.</summary>
    public static string Sum(ElementType type, ReadOnlySpan<byte> bytes, (int From, int To)? slice = null)
    {
        var scalars = Flatten(type, bytes, slice);
        return scalars.Any(s => s.Type.IsFloat())
            ? Scalars.Format(ScalarType.F64, BitConverter.GetBytes(FloatSum(scalars)))
            : IntegerSum(scalars).ToString(CultureInfo.InvariantCulture);
    }

    public static ulong Fnv1a64(ReadOnlySpan<byte> bytes)
    {
        ulong hash = 0xcbf29ce484222325;
        foreach (byte b in bytes)
        {
            hash = unchecked((hash ^ b) * 0x100000001b3);
        }
        return hash;
    }

    private static int ByValue((ScalarType Type, byte[] Bytes) a, (ScalarType Type, byte[] Bytes) b) =>
        a.Type.IsFloat() ? a.Type.ReadDouble(a.Bytes).CompareTo(b.Type.ReadDouble(b.Bytes)) : a.Type.ReadInteger(a.Bytes).CompareTo(b.Type.ReadInteger(b.Bytes));

    private static ComparisonResult CheckSum(Expectation expectation, List<(ScalarType Type, byte[] Bytes)> scalars, Tolerance tolerance)
    {
        string subject = $"sum({expectation.Subject})";
        var type = scalars.Count > 0 ? scalars[0].Type : ScalarType.I32;
        if (!type.IsFloat())
        {
            var sum = IntegerSum(scalars);
            bool same = Scalars.TryParseInteger(expectation.Values[0], out var wanted) && wanted == sum;
            return new ComparisonResult(subject, 1, same ? 0 : 1, 0, new Mismatch(0, expectation.Values[0], sum.ToString(CultureInfo.InvariantCulture)));
        }
        double actual = FloatSum(scalars);
        Scalars.TryParseFloat(expectation.Values[0], out double expected);
        byte[] expectedBytes = new byte[type.Size()], actualBytes = new byte[type.Size()];
        type.Write(expectedBytes, expected);
        type.Write(actualBytes, actual);
        // What is allowed of each value is allowed of the sum as often as there are values.
        var tally = new Tally(tolerance with { Absolute = tolerance.Absolute * scalars.Count });
        tally.Add(type, 0, expectedBytes, actualBytes);
        return tally.Result(subject);
    }

    private static double FloatSum(List<(ScalarType Type, byte[] Bytes)> scalars)
    {
        double sum = 0;
        foreach (var (type, bytes) in scalars)
        {
            sum += type.ReadDouble(bytes);
        }
        return sum;
    }

    private static Int128 IntegerSum(List<(ScalarType Type, byte[] Bytes)> scalars)
    {
        Int128 sum = 0;
        foreach (var (type, bytes) in scalars)
        {
            sum += type.ReadInteger(bytes);
        }
        return sum;
    }

    private static List<(ScalarType Type, byte[] Bytes)> Flatten(ElementType type, ReadOnlySpan<byte> bytes, (int From, int To)? slice)
    {
        var list = new List<(ScalarType, byte[])>();
        int index = 0;
        for (int at = 0; at + type.Size <= bytes.Length; at += type.Size)
        {
            foreach (var scalar in type.Scalars)
            {
                if (slice is null || (index >= slice.Value.From && index < slice.Value.To))
                {
                    list.Add((scalar.Type, bytes.Slice(at + scalar.Offset, scalar.Type.Size()).ToArray()));
                }
                index++;
            }
        }
        return list;
    }

    private static byte[] Join(List<(ScalarType Type, byte[] Bytes)> scalars) => [.. scalars.SelectMany(s => s.Bytes)];

    private struct Tally(Tolerance tolerance)
    {
        private int _count;
        private int _mismatches;
        private double _maxUlp;
        private Mismatch? _first;

        public void Add(ScalarType type, int index, ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual)
        {
            _count++;
            if (Same(type, index, expected, actual))
            {
                return;
            }
            _mismatches++;
            _first ??= new Mismatch(index, type.Format(expected), type.Format(actual));
        }

        private bool Same(ScalarType type, int index, ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual)
        {
            if (!type.IsFloat())
            {
                var difference = type.ReadInteger(actual) - type.ReadInteger(expected);
                double allowed = Absolute(index) + (tolerance.Relative * Math.Abs((double)type.ReadInteger(expected)));
                return difference == 0 || (double)Int128.Abs(difference) <= allowed;
            }
            double e = type.ReadDouble(expected), x = type.ReadDouble(actual);
            if (double.IsNaN(e) || double.IsNaN(x))
            {
                return double.IsNaN(e) && double.IsNaN(x);
            }
            if (x == e)
            {
                return true;
            }
            if (double.IsInfinity(x) || double.IsInfinity(e))
            {
                return false;
            }
            double ulp = Math.Abs((double)((Int128)type.Ordinal(actual) - type.Ordinal(expected)));
            _maxUlp = Math.Max(_maxUlp, ulp);
            return ulp <= tolerance.Ulp || Math.Abs(x - e) <= Absolute(index) + (tolerance.Relative * Math.Abs(e));
        }

        private readonly double Absolute(int index) => tolerance.Absolute + (tolerance.Deviations?[index] ?? 0);

        public readonly ComparisonResult Result(string subject) => new(subject, _count, _mismatches, _maxUlp, _first);
    }
}
