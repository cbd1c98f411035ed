using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>Floats taken apart and put together, and the estimate of a root: AVX-512 has instructions for them, else integers of the same bits do it.</summary>
internal sealed partial class VectorEmitter
{
    private bool HasExponents => _width == 16;

    private Piece Intel(string name, string parameters, string arguments)
    {
        Declare($"declare {Floats} @llvm.x86.{name}({parameters})");
        return new Piece(IrType.F32, Assign($"call {Floats} @llvm.x86.{name}({arguments})"), false);
    }

    private Piece Integers(string instruction, string a, long b) => new(IrType.I32, Assign(Build.Invariant($"{instruction} {Vector("i32")} {a}, splat (i32 {b})")), false);

    private string Bits32(Piece x) => Assign($"bitcast {Floats} {Varying(x)} to {Vector("i32")}");

    private Piece OfBits(string bits) => new(IrType.F32, Assign($"bitcast {Vector("i32")} {bits} to {Floats}"), false);

    // What the vectors of a group have of rare cases, while a function of them is computed: one branch serves them all.
    private List<(Piece Rare, Piece Value, Func<Piece> Otherwise)>? _rarely;

    /// <summary>A value that is computed otherwise where some lane is a rare case.</summary>
    private Piece Rarely(Piece rare, Piece value, Func<Piece> otherwise)
    {
        if (_rarely is null)
        {
            return Chosen([(rare, value, otherwise)])[0];
        }
        _rarely.Add((rare, value, otherwise));
        return value;
    }

    /// <summary>A function of the pieces of a group, whose rare cases are asked for together.</summary>
    private Value WithRareCases(Func<Value> compute)
    {
        var (around, cases) = (_rarely, new List<(Piece, Piece, Func<Piece>)>());
        _rarely = cases;
        var value = compute();
        _rarely = around;
        return cases.Count == 0 ? value : new Value(value.Type, Chosen(cases));
    }

    private Piece[] Chosen(IReadOnlyList<(Piece Rare, Piece Value, Func<Piece> Otherwise)> cases)
    {
        string[] memory = [.. cases.Select(_ => Alloca(Floats))];
        void Keep(int i, Piece value) => Line($"store {Floats} {value.Name}, ptr {memory[i]}");
        for (int i = 0; i < cases.Count; i++)
        {
            Keep(i, cases[i].Value);
        }
        string slow = Label();
        string join = Label();
        Branch(Any([.. cases.Select(c => c.Rare.Name)]), slow, join);
        Begin(slow);
        for (int i = 0; i < cases.Count; i++)
        {
            Keep(i, cases[i].Otherwise());
        }
        Go(join);
        Begin(join);
        return [.. memory.Select(m => new Piece(IrType.F32, Assign($"load {Floats}, ptr {m}"), false))];
    }

    /// <summary>2^n * p for n from -151 to 129, right at both ends of the exponents; NaN where n is.</summary>
    private Piece Scaled(Piece p, Piece n)
    {
        if (HasExponents)
        {
            return Intel("avx512.mask.scalef.ps.512", $"{Floats}, {Floats}, {Floats}, i16, i32 immarg", $"{Floats} {Varying(p)}, {Floats} {Varying(n)}, {Floats} zeroinitializer, i16 -1, i32 4");
        }
        // Behind so large a number the bits count up by one; a NaN's give some number, and p is a NaN then.
        const int Magic = 0x4B400000;
        var whole = Integers("sub", Bits32(Plus(n, Real(BitConverter.Int32BitsToSingle(Magic)))), Magic);
        // In two steps, of which each has a place among the exponents; only the second one rounds.
        var half = Integers("ashr", whole.Name, 1);
        string rest = Assign($"sub {Vector("i32")} {whole.Name}, {half.Name}");
        Piece PowerOfTwo(string exponent) => OfBits(Integers("shl", Integers("add", exponent, 127).Name, 23).Name);
        return Times(Times(p, PowerOfTwo(half.Name)), PowerOfTwo(rest));
    }

    /// <summary>A mantissa of 1 to 2 and an exponent; NaN for what is below 0.</summary>
    private (Piece Mantissa, Piece Exponent) TakenApart(Piece x)
    {
        if (HasExponents)
        {
            const int MantissaNanIfNegative = 8;
            return (Intel("avx512.mask.getmant.ps.512", $"{Floats}, i32 immarg, {Floats}, i16, i32 immarg", Build.Invariant($"{Floats} {x.Name}, i32 {MantissaNanIfNegative}, {Floats} zeroinitializer, i16 -1, i32 4")),
                Intel("avx512.mask.getexp.ps.512", $"{Floats}, {Floats}, i16, i32 immarg", $"{Floats} {x.Name}, {Floats} zeroinitializer, i16 -1, i32 4"));
        }
        // Denormals are made large enough to have an exponent.
        var small = BinaryValue(BinaryOp.Lt, IrType.Bool, x, Real(1.17549435e-38f));
        string bits = Bits32(SelectValue(small, Times(x, Real(8388608)), x));
        var m = OfBits(Integers("or", Integers("and", bits, 0x7FFFFF).Name, 0x3F800000).Name);
        var e = CastValue(Integers("sub", Integers("lshr", bits, 23).Name, 127), IrType.F32);
        e = SelectValue(small, Plus(e, Real(-23)), e);
        // What is no number, or below 0, has none.
        return (Where(BinaryOp.Ge, x, Real(0), m, Real(float.NaN)), e);
    }

    /// <summary>One over the root: an estimate, made better by its error.</summary>
    private Piece ReciprocalRoot(Piece x)
    {
        if (HasExponents)
        {
            // 14 bits and one step of Newton's.
            var first = Intel("avx512.rsqrt14.ps.512", $"{Floats}, {Floats}, i16", $"{Floats} {x.Name}, {Floats} zeroinitializer, i16 -1");
            // In this order: the half of a denormal is not exact.
            var h = Times(Times(x, first), Real(0.5f));
            var error = Fma(UnaryOf(h), first, Real(0.5f));
            // 1/sqrt(0) is infinite and 1/sqrt(inf) is 0: there the step would give NaN, and the estimate is right.
            return SelectValue(PureOf(Intrinsics.IsNan, IrType.Bool, [error]), first, Fma(first, error, first));
        }
        if (_processor.IsArm)
        {
            // Its estimate has 8 bits; a root and a division take no longer than what they would need.
            return BinaryValue(BinaryOp.Div, IrType.F32, Real(1), PureOf(Intrinsics.Sqrt, IrType.F32, [x]));
        }
        // 12 bits and a step of one order more.
        var y = Intel("avx.rsqrt.ps.256", Floats, $"{Floats} {x.Name}");
        var e = Fma(UnaryOf(Times(x, y)), y, Real(1));
        var step = Times(y, e);
        var better = Fma(step, Fma(e, Real(0.375f), Real(0.5f)), y);
        // For denormals of either sign, which the estimate takes for 0, the step is minus infinity; for 0, infinities and NaNs it is no number.
        var rare = BinaryValue(BinaryOp.Ge, IrType.Bool, step, Real(float.MinValue));
        rare = rare with { Name = Assign($"xor {MaskType} {rare.Name}, {On}") };
        return Rarely(rare, better, () => BinaryValue(BinaryOp.Div, IrType.F32, Real(1), PureOf(Intrinsics.Sqrt, IrType.F32, [x])));
    }
}
