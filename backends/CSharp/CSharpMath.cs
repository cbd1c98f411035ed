namespace KernelPort.Backends.CSharp;

/// <summary>Mathematics that .NET's library has not, as text: of the forms that <c>Llvm/Math</c> has in C.</summary>
internal static class CSharpMath
{
    public static readonly (string Intrinsic, string Name, string Text)[] Functions =
    [
        ("expm1", "Expm1", """
            // Kahan's forms: exact where the plain ones lose everything.
            static double Expm1(double x)
            {
                double u = Math.Exp(x);
                if (u == 1) return x;
                return u - 1 == -1 || double.IsInfinity(u) ? u - 1 : (u - 1) * x / Math.Log(u);
            }

            """),
        ("log1p", "Log1p", """
            static double Log1p(double x)
            {
                double u = 1 + x;
                return u == 1 ? x : double.IsPositiveInfinity(u) ? u : Math.Log(u) * x / (u - 1);
            }

            """),
        ("fdim", "PositiveDifference", """
            static float PositiveDifference(float a, float b) => a <= b ? 0 : a - b;
            static double PositiveDifference(double a, double b) => a <= b ? 0 : a - b;

            """),
        ("erf", "Erf", """
            static double Erf(double x)
            {
                double a = Math.Abs(x);
                return x != x || x == 0 ? x : Math.CopySign(a < 1 ? ErfNear(a) : 1 - ErfcFar(a), x);
            }

            """),
        ("erfc", "Erfc", """
            static double Erfc(double x)
            {
                double a = Math.Abs(x);
                return x != x ? x : a < 0.5 ? 1 - ErfNear(x) : x > 0 ? ErfcFar(a) : 2 - ErfcFar(a);
            }

            """),
    ];

    /// <summary>The names of what only other functions call.</summary>
    public static readonly string[] Internal =
        ["ErfNear", "ErfcFar", "Polynomial", "Rounded", "RoundedAdd", "RoundedSub", "RoundedMul", "RoundedDiv", "RoundedSqrt", "RoundedConvert_float", "RoundedConvert_double", "LostOfSum", "Steered", "ToFloat", "OfWhole", "SizeOf"];

    /// <summary>What both error functions are made of.</summary>
    public const string Gauss = """
        static double Polynomial(double x, ReadOnlySpan<double> highestFirst)
        {
            double sum = 0;
            foreach (double c in highestFirst) sum = Math.FusedMultiplyAdd(sum, x, c);
            return sum;
        }
        static double ErfNear(double x) => x * Polynomial(x * x, [-4.230945824295338e-12, 8.709045129053106e-11, -1.216456005728345e-09, 1.4792401209404813e-08, -1.6364642158167616e-07, 1.6462045441468418e-06, -1.4925647567519332e-05, 0.00012055332902888736, -0.000854832702193483, 0.0052239776254232985, -0.02686617064512984, 0.1128379167095512, -0.37612638903183754, 1.1283791670955126]);
        static double ErfcFar(double x)
        {
            double b = Math.Min(x, 28), u = 1 / (1 + 0.5 * b), q = b * b;
            double g = u * Polynomial(u, [0.018855265728673486, -0.06810293432742753, -0.2581880831908815, 2.4299160185917175, -8.179219555144357, 16.558556820902503, -22.730429633535092, 22.158738568839546, -15.7088317139373, 8.362455155856328, -3.570306316590003, 1.2434836118030768, -0.26674570969419115, 0.06326134071022534, -0.0647098607150581, -0.05526348191770352, -0.004559136664336603, 0.08375851604631843, 0.17630859728129158, 0.246832967402476, 0.28209479120606634, 0.2820947917798644]);
            // What q lost of the square goes in as a factor.
            return g * (Math.Exp(-q) * (1 - Math.FusedMultiplyAdd(b, b, -q)));
        }

        """;

    public const string Rounded = """
        // Arithmetic rounded towards zero (0), up (1) or down (-1): the nearest result, and one step from it where what it leaves out has the wrong sign.
        static double Steered(double y, double rest, int to)
        {
            if (y == 0 && to == 0) return y;
            int towards = to != 0 ? to : double.IsNegative(y) ? 1 : -1;
            return towards > 0 && rest > 0 ? Math.BitIncrement(y) : towards < 0 && rest < 0 ? Math.BitDecrement(y) : y;
        }
        static float ToFloat(double y, double rest, int to)
        {
            float f = (float)y;
            if (float.IsNaN(f) || !double.IsFinite(y)) return f;
            double near = float.IsFinite(f) ? y - f : -f;
            if (near != 0) rest = near;
            if (f == 0 && to == 0) return f;
            int towards = to != 0 ? to : float.IsNegative(f) ? 1 : -1;
            return towards > 0 && rest > 0 ? MathF.BitIncrement(f) : towards < 0 && rest < 0 ? MathF.BitDecrement(f) : f;
        }
        static double LostOfSum(double a, double b, double s)
        {
            double t = s - a;
            return (a - (s - t)) + (b - t);
        }
        static double RoundedAdd(double a, double b, int to)
        {
            double s = a + b;
            // A sum of 0 is -0 when rounded down, but for that of two zeroes above.
            if (s == 0 && to < 0 && (double.IsNegative(a) || double.IsNegative(b))) return -0.0;
            return Steered(s, double.IsFinite(s) ? LostOfSum(a, b, s) : double.IsFinite(a) && double.IsFinite(b) ? -s : 0, to);
        }
        static double RoundedSub(double a, double b, int to) => RoundedAdd(a, -b, to);
        static double RoundedMul(double a, double b, int to)
        {
            double p = a * b;
            if (!double.IsFinite(p)) return Steered(p, double.IsFinite(a) && double.IsFinite(b) ? -p : 0, to);
            double small = Math.Abs(a) < Math.Abs(b) ? a : b, large = Math.Abs(a) < Math.Abs(b) ? b : a;
            // Far from the denormals, where what is left out would be lost.
            double unit = Math.Abs(p) < 1e-270 ? Math.ScaleB(1, 540) : 1;
            // A product that vanishes may do so in any unit.
            double rest = p == 0 && a != 0 && b != 0 ? Math.CopySign(1, p) : Math.FusedMultiplyAdd(small * unit, large, -(p * unit));
            return Steered(p, rest, to);
        }
        static double RoundedDiv(double a, double b, int to)
        {
            double q = a / b;
            if (!double.IsFinite(a) || !double.IsFinite(b) || b == 0) return q;
            if (!double.IsFinite(q)) return Steered(q, -q, to);
            double unit = Math.Abs(a) < 1e-270 ? Math.ScaleB(1, 200) : 1;
            double r = Math.FusedMultiplyAdd(-(q * unit), b, a * unit);
            return Steered(q, b < 0 ? -r : r, to);
        }
        static double RoundedSqrt(double a, int to)
        {
            double s = Math.Sqrt(a);
            if (!double.IsFinite(s) || s == 0) return s;
            bool tiny = a < 1e-270;
            double t = tiny ? Math.ScaleB(s, 100) : s;
            return Steered(s, Math.FusedMultiplyAdd(-t, t, tiny ? Math.ScaleB(a, 200) : a), to);
        }
        // In double a float's product is exact, and of sums, quotients and roots the sign of the rest is.
        static float RoundedAdd(float a, float b, int to)
        {
            double s = (double)a + b;
            if (s == 0 && to < 0 && (float.IsNegative(a) || float.IsNegative(b))) return -0.0f;
            return ToFloat(s, double.IsFinite(s) ? LostOfSum(a, b, s) : 0, to);
        }
        static float RoundedSub(float a, float b, int to) => RoundedAdd(a, -b, to);
        static float RoundedMul(float a, float b, int to) => ToFloat((double)a * b, 0, to);
        static float RoundedDiv(float a, float b, int to)
        {
            double q = (double)a / b;
            double r = float.IsFinite(a) && float.IsFinite(b) && b != 0 ? Math.FusedMultiplyAdd(-q, b, a) : 0;
            return ToFloat(q, b < 0 ? -r : r, to);
        }
        static float RoundedSqrt(float a, int to)
        {
            double s = Math.Sqrt(a);
            return ToFloat(s, double.IsFinite(s) ? Math.FusedMultiplyAdd(-s, s, a) : 0, to);
        }
        // A whole number with so many bits, and its sign, as a double that has no more.
        static double OfWhole(ulong m, bool negative, int precision, int to)
        {
            int n = Math.Max(0, 64 - System.Numerics.BitOperations.LeadingZeroCount(m) - precision);
            ulong kept = m >> n, rest = m & ((1UL << n) - 1);
            if (rest != 0 && to != 0 && to > 0 == !negative) kept++;
            double y = Math.ScaleB((double)kept, n);
            return negative ? -y : y;
        }
        static ulong SizeOf(long x) => unchecked(x < 0 ? 0UL - (ulong)x : (ulong)x);
        static float RoundedConvert_float(double x, int to) => ToFloat(x, 0, to);
        static float RoundedConvert_float(int x, int to) => (float)OfWhole(SizeOf(x), x < 0, 24, to);
        static float RoundedConvert_float(uint x, int to) => (float)OfWhole(x, false, 24, to);
        static float RoundedConvert_float(long x, int to) => (float)OfWhole(SizeOf(x), x < 0, 24, to);
        static float RoundedConvert_float(ulong x, int to) => (float)OfWhole(x, false, 24, to);
        static double RoundedConvert_double(long x, int to) => OfWhole(SizeOf(x), x < 0, 53, to);
        static double RoundedConvert_double(ulong x, int to) => OfWhole(x, false, 53, to);

        """;
}
