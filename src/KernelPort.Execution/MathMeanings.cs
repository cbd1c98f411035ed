using KernelPort.Ir;

namespace KernelPort.Execution;

/// <summary>The math functions, computed in double; a float function is this rounded once more.</summary>
internal static class MathMeanings
{
    private static readonly Dictionary<Intrinsic, Func<double, double, double, double>> Table = new()
    {
        [Intrinsics.Rsqrt] = (x, _, _) => 1 / Math.Sqrt(x),
        [Intrinsics.Cbrt] = (x, _, _) => Math.Cbrt(x),
        [Intrinsics.Rcbrt] = (x, _, _) => 1 / Math.Cbrt(x),
        [Intrinsics.Exp] = (x, _, _) => Math.Exp(x),
        [Intrinsics.Exp2] = (x, _, _) => Math.Pow(2, x),
        [Intrinsics.Exp10] = (x, _, _) => Math.Pow(10, x),
        [Intrinsics.Expm1] = (x, _, _) => Expm1(x),
        [Intrinsics.Log] = (x, _, _) => Math.Log(x),
        [Intrinsics.Log2] = (x, _, _) => Math.Log2(x),
        [Intrinsics.Log10] = (x, _, _) => Math.Log10(x),
        [Intrinsics.Log1p] = (x, _, _) => Log1p(x),
        [Intrinsics.Sin] = (x, _, _) => Math.Sin(x),
        [Intrinsics.Cos] = (x, _, _) => Math.Cos(x),
        [Intrinsics.Tan] = (x, _, _) => Math.Tan(x),
        [Intrinsics.Sinpi] = (x, _, _) => double.SinPi(x),
        [Intrinsics.Cospi] = (x, _, _) => double.CosPi(x),
        [Intrinsics.Asin] = (x, _, _) => Math.Asin(x),
        [Intrinsics.Acos] = (x, _, _) => Math.Acos(x),
        [Intrinsics.Atan] = (x, _, _) => Math.Atan(x),
        [Intrinsics.Atan2] = (y, x, _) => Math.Atan2(y, x),
        [Intrinsics.Sinh] = (x, _, _) => Math.Sinh(x),
        [Intrinsics.Cosh] = (x, _, _) => Math.Cosh(x),
        [Intrinsics.Tanh] = (x, _, _) => Math.Tanh(x),
        [Intrinsics.Asinh] = (x, _, _) => Math.Asinh(x),
        [Intrinsics.Acosh] = (x, _, _) => Math.Acosh(x),
        [Intrinsics.Atanh] = (x, _, _) => Math.Atanh(x),
        [Intrinsics.Pow] = (x, y, _) => Math.Pow(x, y),
        [Intrinsics.Hypot] = (x, y, _) => double.Hypot(x, y),
        [Intrinsics.Erf] = (x, _, _) => Erf(x),
        [Intrinsics.Erfc] = (x, _, _) => Erfc(x),
        [Intrinsics.Lgamma] = (x, _, _) => Lgamma(x),
        [Intrinsics.Tgamma] = (x, _, _) => Tgamma(x),
        [Intrinsics.Fmod] = (x, y, _) => x % y,
        [Intrinsics.Remainder] = (x, y, _) => Math.IEEERemainder(x, y),
        [Intrinsics.Fdim] = (x, y, _) => double.IsNaN(x) || double.IsNaN(y) ? double.NaN : x > y ? x - y : 0,
        [Intrinsics.CopySign] = (x, y, _) => Math.CopySign(x, y),
        [Intrinsics.Floor] = (x, _, _) => Math.Floor(x),
        [Intrinsics.Ceil] = (x, _, _) => Math.Ceiling(x),
        [Intrinsics.Trunc] = (x, _, _) => Math.Truncate(x),
        [Intrinsics.Round] = (x, _, _) => Math.Round(x, MidpointRounding.AwayFromZero),
        [Intrinsics.Rint] = (x, _, _) => Math.Round(x, MidpointRounding.ToEven),
        [Intrinsics.Saturate] = (x, _, _) => double.IsNaN(x) ? 0 : Math.Clamp(x, 0, 1),
        [Intrinsics.Ldexp] = (x, n, _) => Math.ScaleB(x, (int)Math.Clamp(n, -5000, 5000)),
        [Intrinsics.FastExp] = (x, _, _) => Math.Exp(x),
        [Intrinsics.FastExp10] = (x, _, _) => Math.Pow(10, x),
        [Intrinsics.FastLog] = (x, _, _) => Math.Log(x),
        [Intrinsics.FastLog2] = (x, _, _) => Math.Log2(x),
        [Intrinsics.FastLog10] = (x, _, _) => Math.Log10(x),
        [Intrinsics.FastSin] = (x, _, _) => Math.Sin(x),
        [Intrinsics.FastCos] = (x, _, _) => Math.Cos(x),
        [Intrinsics.FastTan] = (x, _, _) => Math.Tan(x),
        [Intrinsics.FastPow] = (x, y, _) => Math.Pow(x, y),
        [Intrinsics.FastDivide] = (x, y, _) => x / y,
        [Intrinsics.AddRn] = (x, y, _) => x + y,
        [Intrinsics.SubRn] = (x, y, _) => x - y,
        [Intrinsics.MulRn] = (x, y, _) => x * y,
        [Intrinsics.DivRn] = (x, y, _) => x / y,
    };

    public static Func<double, double, double, double>? Find(Intrinsic intrinsic) => Table.GetValueOrDefault(intrinsic);

    // Kahan's forms: exact where the plain ones lose everything.
    private static double Log1p(double x)
    {
        double u = 1 + x;
        return u == 1 ? x : double.IsPositiveInfinity(u) ? u : Math.Log(u) * x / (u - 1);
    }

    private static double Expm1(double x)
    {
        double u = Math.Exp(x);
        if (u == 1)
        {
            return x;
        }
        double less = u - 1;
        return less == -1 || double.IsInfinity(u) ? less : less * x / Math.Log(u);
    }

    private const double TwoOverSqrtPi = 1.1283791670955125739;

    private static double Erf(double x)
    {
        double a = Math.Abs(x);
        return double.IsNaN(x) ? x : a < 2.5 ? Series(x) : Math.CopySign(1 - Tail(a), x);
    }

    private static double Erfc(double x) => double.IsNaN(x) ? x : x < 0 ? 2 - Erfc(-x) : x < 0.5 ? 1 - Series(x) : x < 2.5 ? 1 - Series(x) : Tail(x);

    /// <summary>All terms have one sign, so nothing cancels.</summary>
    private static double Series(double x)
    {
        double term = x;
        double sum = x;
        for (int n = 1; n < 200; n++)
        {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
            if (Math.Abs(term) < Math.Abs(sum) * 1e-17)
            {
                break;
            }
        }
        return TwoOverSqrtPi * Math.Exp(-x * x) * sum;
    }

    /// <summary>erfc for large arguments, as a continued fraction evaluated from its far end.</summary>
    private static double Tail(double x)
    {
        if (x > 27.3)
        {
            return 0;
        }
        double fraction = x;
        for (int k = 120; k >= 1; k--)
        {
            fraction = x + k / 2.0 / fraction;
        }
        return Math.Exp(-x * x) / (fraction * 1.7724538509055160273);
    }

    private static readonly double[] Lanczos =
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    private static double Tgamma(double x)
    {
        if (x < 0.5)
        {
            return x == Math.Floor(x) && x <= 0 ? (x == 0 ? 1 / x : double.NaN) : Math.PI / (Math.Sin(Math.PI * x) * Tgamma(1 - x));
        }
        if (x == Math.Floor(x) && x < 171)
        {
            double product = 1;
            for (int i = 2; i < x; i++)
            {
                product *= i;
            }
            return product;
        }
        x -= 1;
        double t = x + 7.5;
        return Math.Sqrt(2 * Math.PI) * Math.Pow(t, (x + 0.5) / 2) * Math.Exp(-t) * Math.Pow(t, (x + 0.5) / 2) * LanczosSum(x);
    }

    private static double Lgamma(double x)
    {
        if (x is 1 or 2)
        {
            return 0;
        }
        if (x < 0.5)
        {
            return x <= 0 && x == Math.Floor(x) ? double.PositiveInfinity : Math.Log(Math.PI / Math.Abs(Math.Sin(Math.PI * x))) - Lgamma(1 - x);
        }
        x -= 1;
        double t = x + 7.5;
        return 0.5 * Math.Log(2 * Math.PI) + (x + 0.5) * Math.Log(t) - t + Math.Log(LanczosSum(x));
    }

    private static double LanczosSum(double x)
    {
        double sum = Lanczos[0];
        for (int i = 1; i < Lanczos.Length; i++)
        {
            sum += Lanczos[i] / (x + i);
        }
        return sum;
    }
}
