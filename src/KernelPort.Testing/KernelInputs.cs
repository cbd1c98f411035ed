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

    /// <summary>Floats that break kernels: both zeros, ones, the smallest and largest of each kind, infinities and NaN, over and over.</summary>
    public static float[] EdgeFloats(int count)
    {
        float[] edges =
        [
            0f, -0f, 1f, -1f, float.Epsilon, -float.Epsilon, 1.17549435e-38f, float.MaxValue, float.MinValue,
            float.PositiveInfinity, float.NegativeInfinity, float.NaN, 0.1f, 16777217f, -0.5f,
        ];
        return [.. Enumerable.Range(0, count).Select(i => edges[i % edges.Length])];
    }

    /// <summary>Integers where arithmetic wraps and signs change, over and over.</summary>
    public static int[] EdgeIntegers(int count)
    {
        int[] edges = [0, 1, -1, int.MaxValue, int.MinValue, 31, 32, 33, 65535, 65536, -2];
        return [.. Enumerable.Range(0, count).Select(i => edges[i % edges.Length])];
    }

    /// <summary>Sizes around what a block or warp holds: where guards are wrong.</summary>
    public static int[] EdgeSizes(int around) => [0, 1, around - 1, around, around + 1, (2 * around) - 1, 2 * around, (2 * around) + 1];

    private static bool IsFloating<T>() where T : INumber<T> => typeof(T) == typeof(float) || typeof(T) == typeof(double) || typeof(T) == typeof(Half);
}
