using KernelPort.Ir;
using KernelPort.Passes.Instrument;

namespace KernelPort.Engines.Verification;

/// <summary>The greatest errors that CUDA documents, from the appendix on mathematical functions of its programming guide. What is not here is exact, or
/// rounded once: + - * / sqrt fma, conversions, minima, all on integers.</summary>
public static class FunctionBounds
{
    /// <summary>What an answer of ours may be away: a result in double that is rounded once more.</summary>
    private const double Ours = 1;

    private static readonly Dictionary<Intrinsic, (double Float, double Double)> Ulps = new()
    {
        [Intrinsics.Rsqrt] = (2, 1), [Intrinsics.Cbrt] = (1, 1), [Intrinsics.Rcbrt] = (1, 1), [Intrinsics.Exp] = (2, 1), [Intrinsics.Exp2] = (2, 1), [Intrinsics.Exp10] = (2, 1),
        [Intrinsics.Expm1] = (1, 1), [Intrinsics.Log] = (1, 1), [Intrinsics.Log2] = (1, 1), [Intrinsics.Log10] = (2, 1), [Intrinsics.Log1p] = (1, 1), [Intrinsics.Sin] = (2, 2),
        [Intrinsics.Cos] = (2, 2), [Intrinsics.Tan] = (4, 2), [Intrinsics.Sinpi] = (2, 2), [Intrinsics.Cospi] = (2, 2), [Intrinsics.Asin] = (4, 2), [Intrinsics.Acos] = (3, 2),
        [Intrinsics.Atan] = (2, 2), [Intrinsics.Atan2] = (3, 2), [Intrinsics.Sinh] = (3, 2), [Intrinsics.Cosh] = (2, 1), [Intrinsics.Tanh] = (2, 1), [Intrinsics.Asinh] = (3, 3),
        [Intrinsics.Acosh] = (4, 3), [Intrinsics.Atanh] = (3, 2), [Intrinsics.Pow] = (9, 2), [Intrinsics.Hypot] = (3, 2), [Intrinsics.Erf] = (2, 2), [Intrinsics.Erfc] = (4, 5),
        [Intrinsics.Lgamma] = (6, 4), [Intrinsics.Tgamma] = (11, 10),
    };

    /// <summary>The approximate forms, of floats. Of `fast_pow` and `fast_tan` nothing is documented but of what they are made.</summary>
    private static readonly Dictionary<Intrinsic, ErrorBound> Fast = new()
    {
        [Intrinsics.FastDivide] = new(2), [Intrinsics.FastExp] = new(2, PerArgument: 1.173), [Intrinsics.FastExp10] = new(2, PerArgument: 2.97),
        [Intrinsics.FastLog] = new(3, Absolute: Math.ScaleB(1, -21)), [Intrinsics.FastLog2] = new(2, Absolute: Math.ScaleB(1, -22)), [Intrinsics.FastLog10] = new(3, Absolute: Math.ScaleB(1, -24)),
        [Intrinsics.FastSin] = new(0, Absolute: Math.ScaleB(1, -21)), [Intrinsics.FastCos] = new(0, Absolute: Math.ScaleB(1, -21)), [Intrinsics.FastTan] = new(4, Absolute: Math.ScaleB(1, -20)),
        [Intrinsics.FastPow] = new(4, PerArgument: 4, Argument: 1),
    };

    /// <summary>What is documented of a function for a type; null for one that is exact or rounded once.</summary>
    public static ErrorBound? Documented(Intrinsic function, IrType type) =>
        Fast.TryGetValue(function, out var fast) ? fast
        : !Ulps.TryGetValue(function, out var ulp) ? null
        // on halves: the float function, rounded once more
        : new ErrorBound(((ScalarType)type).Kind switch { Scalar.F64 => ulp.Double, Scalar.F32 => ulp.Float, _ => 1 });

    /// <summary>How far two answers within what is documented may be apart, one of them ours.</summary>
    public static ErrorBound? Apart(Pure use) => Documented(use.Intrinsic, use.Type) is { } bound ? bound with { Ulp = bound.Ulp + Ours } : null;
}
