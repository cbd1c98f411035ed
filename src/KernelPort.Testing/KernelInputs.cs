using System.Numerics;
using KernelPort.Launches;

namespace KernelPort.Testing;

/// <summary>Inputs for kernels: the same on every machine.</summary>
public static class KernelInputs
{
    /// <summary>Numbers spread evenly over [low, high), from SplitMix64: the `rand` of launch headers.</summary>
    /// <param name="count">How many.</param>
    public static T[] Random<T>(ulong seed, int count, double low, double high) where T : INumber<T>
    {
        var source = new SplitMix64(seed);
        var values = new T[count];
        for (int i = 0; i < count; i++)
        {
            double value = low + ((high - low) * source.NextUnit());
            values[i] = T.CreateChecked(T.IsInteger(T.CreateTruncating(0.5)) && !IsFloating<T>() ? Math.Floor(value) : value);
        }
        return values;
    }

    /// <summary>Values that break kernels, over and over: zeros and ones of both signs, the ends of the type; of floats also the smallest, infinities and NaN.</summary>
    public static T[] Edges<T>(int count) where T : INumber<T>, IMinMaxValue<T>
    {
        T[] edges = [.. EdgeValues<T>()];
        return [.. Enumerable.Range(0, count).Select(i => edges[i % edges.Length])];
    }

    /// <summary>Random numbers, with an edge value at every seventh place: both kinds meet in one warp.</summary>
    public static T[] WithEdges<T>(ulong seed, int count, double low, double high) where T : INumber<T>, IMinMaxValue<T>
    {
        T[] edges = [.. EdgeValues<T>()], values = Random<T>(seed, count, low, high);
        for (int i = 0; i < count; i += 7)
        {
            values[i] = edges[i / 7 % edges.Length];
        }
        return values;
    }

    private static IEnumerable<T> EdgeValues<T>() where T : INumber<T>, IMinMaxValue<T>
    {
        double[] small = [0, 1, 2, 31, 32, 33, 0.1, 0.5];
        foreach (double v in small.Where(v => IsFloating<T>() || v == Math.Floor(v)))
        {
            yield return T.CreateSaturating(v);
            if (T.MinValue < T.Zero)
            {
                yield return -T.CreateSaturating(v);
            }
        }
        yield return T.MaxValue;
        yield return T.MinValue;
        if (typeof(T) == typeof(float))
        {
            foreach (float v in (float[])[float.Epsilon, -float.Epsilon, 1.17549435e-38f, 16777217f, float.PositiveInfinity, float.NegativeInfinity, float.NaN])
            {
                yield return (T)(object)v;
            }
        }
        else if (typeof(T) == typeof(double))
        {
            foreach (double v in (double[])[double.Epsilon, -double.Epsilon, 2.2250738585072014e-308, double.PositiveInfinity, double.NegativeInfinity, double.NaN])
            {
                yield return (T)(object)v;
            }
        }
        else if (typeof(T) == typeof(Half))
        {
            foreach (var v in (Half[])[Half.Epsilon, -Half.Epsilon, Half.PositiveInfinity, Half.NegativeInfinity, Half.NaN])
            {
                yield return (T)(object)v;
            }
        }
    }

    /// <summary>Sizes around what a block or warp holds: where guards are wrong.</summary>
    public static int[] EdgeSizes(int around) => [0, 1, around - 1, around, around + 1, (2 * around) - 1, 2 * around, (2 * around) + 1];

    private static bool IsFloating<T>() where T : INumber<T> => typeof(T) == typeof(float) || typeof(T) == typeof(double) || typeof(T) == typeof(Half);
}
