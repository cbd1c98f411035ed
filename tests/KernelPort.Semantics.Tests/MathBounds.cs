using KernelPort.Ir;

namespace KernelPort.Semantics.Tests;

/// <summary>The documented greatest errors of the float functions in ulp, as docs/semantics.md lists them.</summary>
internal static class MathBounds
{
    /// <param name="Cuda">From the appendix on mathematical functions of the CUDA C++ Programming Guide.</param>
    /// <param name="OpenCl">From table 7.1 of the OpenCL 1.2 specification.</param>
    public sealed record Bound(double Cuda, double OpenCl, double Low, double High, double SecondLow = 0, double SecondHigh = 0);

    public static readonly IReadOnlyDictionary<string, Bound> All = new Dictionary<string, Bound>
    {
        ["rsqrt"] = new(2, 2, 0, 1e6), ["sqrt"] = new(0, 0, 0, 1e6), ["cbrt"] = new(1, 2, -1e6, 1e6), ["exp"] = new(2, 3, -80, 80), ["exp2"] = new(2, 3, -120, 120),
        ["exp10"] = new(2, 3, -35, 35), ["expm1"] = new(1, 3, -10, 80), ["log"] = new(1, 3, 0, 1e6), ["log2"] = new(1, 3, 0, 1e6), ["log10"] = new(2, 3, 0, 1e6),
        ["log1p"] = new(1, 2, -0.9, 1e6), ["sin"] = new(2, 4, -100, 100), ["cos"] = new(2, 4, -100, 100), ["tan"] = new(4, 5, -100, 100), ["sinpi"] = new(2, 4, -10, 10),
        ["cospi"] = new(2, 4, -10, 10), ["asin"] = new(4, 4, -1, 1), ["acos"] = new(3, 4, -1, 1), ["atan"] = new(2, 5, -100, 100), ["atan2"] = new(3, 6, -10, 10, -10, 10),
        ["sinh"] = new(3, 4, -80, 80), ["cosh"] = new(2, 4, -80, 80), ["tanh"] = new(2, 5, -10, 10), ["asinh"] = new(3, 4, -1e4, 1e4), ["acosh"] = new(4, 4, 1, 1e4),
        ["atanh"] = new(3, 5, -0.999, 0.999), ["pow"] = new(9, 16, 0, 100, -10, 10), ["hypot"] = new(3, 4, -100, 100, -100, 100), ["erf"] = new(2, 16, -4, 4), ["erfc"] = new(4, 16, -4, 9),
        ["tgamma"] = new(11, 16, 0.1, 30), ["fmod"] = new(0, 0, -100, 100, 0.5, 7), ["remainder"] = new(0, 0, -100, 100, 0.5, 7), ["fdim"] = new(0, 0, -9, 9, -9, 9),
        ["copysign"] = new(0, 0, -9, 9, -9, 9), ["fmin"] = new(0, 0, -9, 9, -9, 9), ["fmax"] = new(0, 0, -9, 9, -9, 9), ["floor"] = new(0, 0, -9, 9), ["ceil"] = new(0, 0, -9, 9),
        ["trunc"] = new(0, 0, -9, 9), ["round"] = new(0, 0, -9, 9), ["rint"] = new(0, 0, -9, 9), ["fabs"] = new(0, 0, -9, 9), ["fma"] = new(0, 0, -9, 9, -9, 9),
        ["fast_divide"] = new(2, 2.5, -9, 9, 1, 9), ["saturate"] = new(0, 0, -1, 2),
    };

    /// <summary>A function over numbers of its range, halves and edges among them.</summary>
    public static Operation OperationOf(string name, Scalar kind)
    {
        var bound = All[name];
        var intrinsic = Intrinsics.Find(name)!;
        const int Count = 400;
        var random = new Random(11);
        string[] Range(double low, double high) => [.. Enumerable.Range(0, Count).Select(i => Text(i switch
        {
            0 => low,
            1 => high,
            < 40 => System.Math.Clamp(System.Math.Round((low + (high - low) * i / 40) * 2) / 2, low, high),
            < 44 when low < 0 => new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0 }[i - 40],
            _ => low + (high - low) * random.NextDouble(),
        }))];
        var operands = new List<(Scalar, string[])> { (kind, Range(bound.Low, bound.High)) };
        for (int i = 1; i < intrinsic.Arity; i++)
        {
            operands.Add((kind, [.. Range(bound.SecondLow, bound.SecondHigh).Reverse()]));
        }
        string word = new ScalarType(kind).ToString();
        string letters = string.Join(", ", new[] { Operation.X, Operation.Y, Operation.Z }.Take(intrinsic.Arity));
        return new Operation($"{name}__{word}", $"math.{name}:{word}({letters})", new ScalarType(kind), operands);
    }

    private static string Text(double x) => double.IsNaN(x) ? "nan" : double.IsInfinity(x) ? x > 0 ? "inf" : "-inf" : x.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
