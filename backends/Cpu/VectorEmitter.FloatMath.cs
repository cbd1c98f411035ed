using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>Functions of float in a few instructions, within the errors CUDA documents: 2 ulp for exp, exp2, sin, cos, tanh and rsqrt, 1 for log. For vectors only,
/// and where products and sums are one instruction; others call the C library.</summary>
internal sealed partial class VectorEmitter
{
    private string Floats => Vector("float");

    private Piece? FloatMath(Intrinsic i, Piece a) => a.Uniform || !_processor.Fuses || a.Type != IrType.F32 ? null : i.Name switch
    {
        "exp" or "fast_exp" => Exp(a),
        "exp2" => Exp2(a),
        "log" or "fast_log" => Log(a),
        "fast_log2" => Times(Log(a), Real(1.4426950408889634f)),
        "fast_log10" => Times(Log(a), Real(0.4342944819032518f)),
        "rsqrt" => ReciprocalRoot(a),
        "sin" or "fast_sin" => Sine(a, quarter: 0, "sin"),
        "cos" or "fast_cos" => Sine(a, quarter: 1, "cos"),
        "tanh" => HyperbolicTangent(a),
        _ => null,
    };

    private static Piece Real(float value) => new(IrType.F32, LiteralText(Build.F32(value)), true);

    private Piece Plus(Piece a, Piece b) => BinaryValue(BinaryOp.Add, IrType.F32, a, b);

    private Piece Times(Piece a, Piece b) => BinaryValue(BinaryOp.Mul, IrType.F32, a, b);

    private Piece Fma(Piece a, Piece b, Piece c) => PureOf(Intrinsics.Fma, IrType.F32, [a, b, c]);

    private Piece Where(BinaryOp op, Piece a, Piece b, Piece then, Piece otherwise) => SelectValue(BinaryValue(op, IrType.Bool, a, b), then, otherwise);

    /// <summary>The value of a polynomial, highest coefficient first.</summary>
    private Piece Polynomial(Piece x, params ReadOnlySpan<float> coefficients)
    {
        var sum = Real(coefficients[0]);
        foreach (float c in coefficients[1..])
        {
            sum = Fma(sum, x, Real(c));
        }
        return sum;
    }

    /// <summary>e^r for |r| up to half of ln 2.</summary>
    private Piece SmallExp(Piece r)
    {
        var p = Polynomial(r, 1.9875691500e-4f, 1.3981999507e-3f, 8.3334519073e-3f, 4.1665795894e-2f, 1.6666665459e-1f, 5.0000001201e-1f);
        return Fma(p, Times(r, r), Plus(r, Real(1)));
    }

    /// <summary>Within bounds; a NaN stays one.</summary>
    private Piece Between(Piece x, float low, float high) =>
        Where(BinaryOp.Gt, x, Real(high), Real(high), x) is var below ? Where(BinaryOp.Lt, below, Real(low), Real(low), below) : x;

    private Piece Exp(Piece x)
    {
        // Beyond, e^x is infinite or 0 anyway.
        x = Between(x, -104, 89);
        var n = PureOf(Intrinsics.Rint, IrType.F32, [Times(x, Real(1.44269504088896341f))]);
        var r = Fma(n, Real(2.12194440e-4f), Fma(n, Real(-0.693359375f), x));
        return Scaled(SmallExp(r), n);
    }

    private Piece Exp2(Piece x)
    {
        x = Between(x, -151, 129);
        var n = PureOf(Intrinsics.Rint, IrType.F32, [x]);
        return Scaled(SmallExp(Times(BinaryValue(BinaryOp.Sub, IrType.F32, x, n), Real(0.693147180559945309f))), n);
    }

    private Piece Log(Piece x)
    {
        var (m, e) = TakenApart(x);
        // Mantissas between the roots of 1/2 and of 2.
        var big = BinaryValue(BinaryOp.Gt, IrType.Bool, m, Real(1.41421356f));
        m = SelectValue(big, Times(m, Real(0.5f)), m);
        e = SelectValue(big, Plus(e, Real(1)), e);
        var t = Plus(m, Real(-1));
        var z = Times(t, t);
        var p = Polynomial(t, 7.0376836292e-2f, -1.1514610310e-1f, 1.1676998740e-1f, -1.2420140846e-1f, 1.4249322787e-1f, -1.6668057665e-1f, 2.0000714765e-1f, -2.4999993993e-1f, 3.3333331174e-1f);
        var y = Fma(e, Real(-2.12194440e-4f), Times(Times(t, z), p));
        y = Fma(e, Real(0.693359375f), Plus(t, Fma(z, Real(-0.5f), y)));
        y = Where(BinaryOp.Eq, x, Real(0), Real(float.NegativeInfinity), y);
        return Where(BinaryOp.Eq, x, Real(float.PositiveInfinity), x, y);
    }

    private Piece UnaryOf(Piece a) => new(a.Type, Assign($"fneg {Type(a)} {a.Name}"), a.Uniform);

    /// <summary>sin(x + quarter * pi/2). Large numbers, for which three parts of pi are too few, go to the C library.</summary>
    private Piece Sine(Piece x, int quarter, string library)
    {
        // Beside a number of this size there is no room for a fraction: the sum is rounded to whole quarters, which are its last bits. Of -0 there are +0, so that r keeps its sign.
        var whole = Real(12582912);
        var quarters = Fma(x, Real(0.636619772367581343f), whole);
        var q = BinaryValue(BinaryOp.Sub, IrType.F32, quarters, whole);
        // Half of pi in three parts of 20 to 24 bits: what the first two leave is exact where it is small, near the zeros, and the third goes beyond its last bit.
        var r = Fma(q, Real(-1.57079601f), x);
        r = Fma(q, Real(-3.13916473e-07f), r);
        r = Fma(q, Real(-5.39030253e-15f), r);
        var z = Times(r, r);
        var sine = Fma(Times(Polynomial(z, -1.9515295891e-4f, 8.3321608736e-3f, -1.6666654611e-1f), z), r, r);
        if (quarter == 0)
        {
            // -0 and what is taken off it make +0.
            sine = PureOf(Intrinsics.CopySign, IrType.F32, [sine, r]);
        }
        var cosine = Fma(Times(z, z), Polynomial(z, 2.443315711809948e-5f, -1.388731625493765e-3f, 4.166664568298827e-2f), Fma(z, Real(-0.5f), Real(1)));
        var turn = BinaryValue(BinaryOp.Add, IrType.I32, BitCastValue(quarters, IrType.I32), Number(IrType.I32, quarter));
        Piece Has(long bit) => BinaryValue(BinaryOp.Ne, IrType.Bool, BinaryValue(BinaryOp.And, IrType.I32, turn, Number(IrType.I32, bit)), Number(IrType.I32, 0));
        var value = SelectValue(Has(1), cosine, sine);
        value = SelectValue(Has(2), UnaryOf(value), value);
        var large = BinaryValue(BinaryOp.Gt, IrType.Bool, PureOf(Intrinsics.FAbs, IrType.F32, [x]), Real(8192));
        return Rarely(large, value, () => LibraryCall(library, IrType.F32, false, "float", [x.Name]));
    }

    private Piece HyperbolicTangent(Piece x)
    {
        var magnitude = PureOf(Intrinsics.FAbs, IrType.F32, [x]);
        var z = Times(x, x);
        var small = Fma(Times(Polynomial(z, -5.70498872745e-3f, 2.06390887954e-2f, -5.37397155531e-2f, 1.33314422036e-1f, -3.33332819422e-1f), z), x, x);
        var e = Plus(Exp(Plus(magnitude, magnitude)), Real(1));
        var large = BinaryValue(BinaryOp.Sub, IrType.F32, Real(1), BinaryValue(BinaryOp.Div, IrType.F32, Real(2), e));
        // The sign is x's, that of a zero too.
        return PureOf(Intrinsics.CopySign, IrType.F32, [Where(BinaryOp.Lt, magnitude, Real(0.625f), small, large), x]);
    }
}
