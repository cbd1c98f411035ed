using System.Globalization;
using KernelPort.Launches;

namespace KernelPort.Engines.Verification;

/// <summary>How far values are from the reference's, counted by distance in units in the last place; integers that differ are far.</summary>
public sealed class UlpHistogram
{
    private static readonly (double Most, string Name)[] Steps = [(0, "equal"), (1, "1 ulp"), (2, "2 ulp"), (4, "3-4 ulp"), (16, "5-16 ulp"), (double.PositiveInfinity, "more")];
    private readonly long[] _counts = new long[Steps.Length];

    public static IEnumerable<string> StepNames => Steps.Select(s => s.Name);

    public long Count => _counts.Sum();

    /// <summary>The name of each step and how many values fell into it.</summary>
    public IEnumerable<(string Name, long Count)> Counts => Steps.Select((s, i) => (s.Name, _counts[i]));

    public static UlpHistogram Sum(IEnumerable<UlpHistogram> parts)
    {
        var sum = new UlpHistogram();
        foreach (var part in parts)
        {
            for (int i = 0; i < Steps.Length; i++)
            {
                sum._counts[i] += part._counts[i];
            }
        }
        return sum;
    }

    public void Add(ElementType type, ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual)
    {
        for (int at = 0; at + type.Size <= Math.Min(expected.Length, actual.Length); at += type.Size)
        {
            foreach (var s in type.Scalars)
            {
                int from = at + s.Offset, size = s.Type.Size();
                double distance = Distance(s.Type, expected.Slice(from, size), actual.Slice(from, size));
                _counts[Array.FindIndex(Steps, step => distance <= step.Most)]++;
            }
        }
    }

    internal static double Distance(ScalarType type, ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual)
    {
        if (!type.IsFloat())
        {
            return expected.SequenceEqual(actual) ? 0 : double.PositiveInfinity;
        }
        double e = type.ReadDouble(expected), x = type.ReadDouble(actual);
        if (e == x || (double.IsNaN(e) && double.IsNaN(x)))
        {
            return 0;
        }
        return double.IsFinite(e) && double.IsFinite(x) ? Math.Abs((double)((Int128)type.Ordinal(expected) - type.Ordinal(actual))) : double.PositiveInfinity;
    }

    public override string ToString() => string.Join(", ", Counts.Where(c => c.Count > 0).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Name} {c.Count}")));
}
