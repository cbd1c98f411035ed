using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

internal sealed partial class VectorEmitter
{
    /// <summary>Operations LLVM has for vectors.</summary>
    private static readonly Dictionary<Intrinsic, string> Direct = new()
    {
        [Intrinsics.Sqrt] = "sqrt", [Intrinsics.Fma] = "fma", [Intrinsics.Floor] = "floor", [Intrinsics.Ceil] = "ceil", [Intrinsics.Trunc] = "trunc", [Intrinsics.Round] = "round",
        [Intrinsics.Rint] = "rint", [Intrinsics.FAbs] = "fabs", [Intrinsics.CopySign] = "copysign", [Intrinsics.FMin] = "minnum", [Intrinsics.FMax] = "maxnum",
    };

    /// <summary>Functions of the C library, computed in double and rounded once, as the reference does.</summary>
    private static readonly Dictionary<Intrinsic, string> Library = new()
    {
        [Intrinsics.Exp] = "exp", [Intrinsics.Exp2] = "exp2", [Intrinsics.Expm1] = "expm1", [Intrinsics.Log] = "log", [Intrinsics.Log2] = "log2", [Intrinsics.Log10] = "log10",
        [Intrinsics.Log1p] = "log1p", [Intrinsics.Sin] = "sin", [Intrinsics.Cos] = "cos", [Intrinsics.Tan] = "tan", [Intrinsics.Asin] = "asin", [Intrinsics.Acos] = "acos",
        [Intrinsics.Atan] = "atan", [Intrinsics.Atan2] = "atan2", [Intrinsics.Sinh] = "sinh", [Intrinsics.Cosh] = "cosh", [Intrinsics.Tanh] = "tanh", [Intrinsics.Asinh] = "asinh",
        [Intrinsics.Acosh] = "acosh", [Intrinsics.Atanh] = "atanh", [Intrinsics.Pow] = "pow", [Intrinsics.Hypot] = "hypot", [Intrinsics.Erf] = "erf", [Intrinsics.Erfc] = "erfc",
        [Intrinsics.Cbrt] = "cbrt", [Intrinsics.Fmod] = "fmod", [Intrinsics.Remainder] = "remainder", [Intrinsics.Fdim] = "fdim", [Intrinsics.Lgamma] = "lgamma", [Intrinsics.Tgamma] = "tgamma",
        [Intrinsics.FastExp] = "exp", [Intrinsics.FastLog] = "log", [Intrinsics.FastLog2] = "log2", [Intrinsics.FastLog10] = "log10", [Intrinsics.FastSin] = "sin", [Intrinsics.FastCos] = "cos",
        [Intrinsics.FastTan] = "tan", [Intrinsics.FastPow] = "pow",
    };

    /// <summary>Whether <see cref="PureValue"/> knows an operation.</summary>
    public static bool Knows(Intrinsic i) => OwnFunctions.Contains(i) || Lowered.Contains(i) || Direct.ContainsKey(i) || Library.ContainsKey(i) || Others.Contains(i) || Blocks.Contains(i) || HostCalls.Contains(i) || Reductions.ContainsKey(i);

    private static readonly HashSet<Intrinsic> Others =
    [
        Intrinsics.Rsqrt, Intrinsics.Saturate, Intrinsics.IsNan, Intrinsics.IsInf, Intrinsics.IsFinite, Intrinsics.SignBit, Intrinsics.AddRn, Intrinsics.SubRn, Intrinsics.MulRn, Intrinsics.DivRn,
        Intrinsics.FastDivide, Intrinsics.IMin, Intrinsics.IMax, Intrinsics.IAbs, Intrinsics.PopCount, Intrinsics.CountLeadingZeros, Intrinsics.BitReverse, Intrinsics.FunnelShiftLeft,
        Intrinsics.FunnelShiftRight, Intrinsics.MulHi, Intrinsics.FindFirstSet, Intrinsics.BytePermute, Intrinsics.Sad,
    ];

    /// <summary>What <see cref="CpuProgram"/> takes apart before.</summary>
    private static readonly HashSet<Intrinsic> Lowered = [Intrinsics.Dp4aSigned, Intrinsics.Dp4aUnsigned, .. Intrinsics.Textures, Intrinsics.BarrierCount, Intrinsics.BarrierAnd, Intrinsics.BarrierOr];

    private static readonly HashSet<Intrinsic> Blocks =
    [
        Intrinsics.Barrier, Intrinsics.WarpBarrier, Intrinsics.FenceBlock, Intrinsics.FenceDevice, Intrinsics.FenceSystem, Intrinsics.ShuffleIndex, Intrinsics.ShuffleUp, Intrinsics.ShuffleDown,
        Intrinsics.ShuffleXor, Intrinsics.Ballot, Intrinsics.VoteAll, Intrinsics.VoteAny, Intrinsics.ActiveMask, Intrinsics.MatchAny, Intrinsics.Trap,
    ];

    private Piece PureValue(Pure x, Piece[] arguments)
    {
        if (arguments[0].Type is ScalarType { Kind: Scalar.F16 or Scalar.BF16 })
        {
            var wide = PureOf(x.Intrinsic, x.Type.IsFloat ? IrType.F32 : x.Type, [.. arguments.Select(a => CastValue(a, IrType.F32))]);
            return x.Type.IsFloat ? CastValue(wide, x.Type) : wide;
        }
        return PureOf(x.Intrinsic, x.Type, arguments);
    }

    private Piece PureOf(Intrinsic i, IrType type, Piece[] a)
    {
        bool uniform = a.All(v => v.Uniform);
        string word = Word(a[0].Type);
        string t = uniform ? word : Vector(word);
        string[] names = [.. a.Select(v => uniform ? v.Name : Varying(v))];
        if (FloatMath(i, a[0]) is { } here)
        {
            return here;
        }
        if (Direct.TryGetValue(i, out string? direct))
        {
            return new Piece(type, CallIntrinsic(direct, uniform, word, names), uniform);
        }
        if (Library.TryGetValue(i, out string? library))
        {
            return LibraryCall(library, type, uniform, word, names);
        }
        switch (i.Name)
        {
            case "rsqrt" when uniform && type == IrType.F32 && _processor.Fuses:
                // Two roundings, where vectors take an estimate.
                return BinaryValue(BinaryOp.Div, IrType.F32, Real(1), PureOf(Intrinsics.Sqrt, IrType.F32, a));
            case "rsqrt":
                // One over the root in double, rounded once.
                var root = PureOf(Intrinsics.Sqrt, IrType.F64, [CastValue(a[0], IrType.F64)]);
                return CastValue(BinaryValue(BinaryOp.Div, IrType.F64, new Piece(IrType.F64, "1.0", true), root), type);
            case "add_rn" or "sub_rn" or "mul_rn":
                // Never contracted with a neighbour.
                return new Piece(type, Assign($"f{i.Name[..3]} {t} {names[0]}, {names[1]}"), uniform);
            case "div_rn" or "fast_divide":
                return BinaryValue(BinaryOp.Div, type, a[0], a[1]);
            case "saturate":
                var zero = new Piece(type, "0.0", true);
                var one = new Piece(type, "1.0", true);
                // maxnum gives the number where the other operand is NaN.
                return PureOf(Intrinsics.FMin, type, [PureOf(Intrinsics.FMax, type, [a[0], zero]), one]);
            case "isnan":
                return new Piece(type, Assign($"fcmp uno {t} {names[0]}, {names[0]}"), uniform);
            case "isinf":
                return new Piece(type, Assign($"fcmp oeq {t} {CallIntrinsic("fabs", uniform, word, names)}, {Infinity(uniform, word)}"), uniform);
            case "isfinite":
                return new Piece(type, Assign($"fcmp olt {t} {CallIntrinsic("fabs", uniform, word, names)}, {Infinity(uniform, word)}"), uniform);
            case "signbit":
                var bits = BitCastValue(a[0], a[0].Type.Size == 4 ? IrType.I32 : IrType.I64);
                return BinaryValue(BinaryOp.Lt, IrType.Bool, bits, new Piece(bits.Type, "0", true));
            case "min" or "max":
                return new Piece(type, CallIntrinsic((type.IsSigned ? "s" : "u") + i.Name, uniform, word, names), uniform);
            case "abs":
                return new Piece(type, CallWithFlag("abs", uniform, word, names[0]), uniform);
            case "popcount":
                return CastValue(new Piece(UnsignedOf(a[0].Type), CallIntrinsic("ctpop", uniform, word, names), uniform), IrType.I32);
            case "clz":
                return CastValue(new Piece(UnsignedOf(a[0].Type), CallWithFlag("ctlz", uniform, word, names[0]), uniform), IrType.I32);
            case "ffs":
                var zeros = CastValue(new Piece(UnsignedOf(a[0].Type), CallWithFlag("cttz", uniform, word, names[0]), uniform), IrType.I32);
                var plus = BinaryValue(BinaryOp.Add, IrType.I32, zeros, new Piece(IrType.I32, "1", true));
                return SelectValue(BinaryValue(BinaryOp.Eq, IrType.Bool, a[0], new Piece(a[0].Type, "0", true)), new Piece(IrType.I32, "0", true), plus);
            case "brev":
                return new Piece(type, CallIntrinsic("bitreverse", uniform, word, names), uniform);
            case "funnel_left" or "funnel_right":
                return new Piece(type, CallIntrinsic(i.Name == "funnel_left" ? "fshl" : "fshr", uniform, word, [names[1], names[0], names[2]]), uniform);
            case "byte_perm":
                return BytePermute(a);
            case "sad":
                var less = BinaryValue(BinaryOp.Lt, IrType.Bool, a[0], a[1]);
                var distance = SelectValue(less, BinaryValue(BinaryOp.Sub, a[0].Type, a[1], a[0]), BinaryValue(BinaryOp.Sub, a[0].Type, a[0], a[1]));
                return BinaryValue(BinaryOp.Add, IrType.U32, distance with { Type = IrType.U32 }, a[2]);
            case "mulhi":
                return MulHi(type, uniform, word, names);
            default:
                return OwnFunctions.Contains(i) ? OwnFunction(i, type, a) : throw new NotVectorised($"'{i.Name}'");
        }
    }

    private static string Infinity(bool uniform, string word)
    {
        string bits = "0x7FF0000000000000";
        return uniform ? bits : $"splat ({word} {bits})";
    }

    private string CallIntrinsic(string name, bool uniform, string word, string[] names)
    {
        string t = uniform ? word : Vector(word);
        string full = $"@llvm.{name}.{(uniform ? "" : $"v{_width}")}{Mangle(word)}";
        Declare($"declare {t} {full}({string.Join(", ", names.Select(_ => t))})");
        return Assign($"call {t} {full}({string.Join(", ", names.Select(n => $"{t} {n}"))})");
    }

    private string CallWithFlag(string name, bool uniform, string word, string operand)
    {
        string t = uniform ? word : Vector(word);
        string full = $"@llvm.{name}.{(uniform ? "" : $"v{_width}")}{word}";
        Declare($"declare {t} {full}({t}, i1)");
        return Assign($"call {t} {full}({t} {operand}, i1 false)");
    }

    private Piece MulHi(IrType type, bool uniform, string word, string[] names)
    {
        string wide = word == "i64" ? "i128" : "i64";
        string t = uniform ? word : Vector(word);
        string w = uniform ? wide : Vector(wide);
        string extend = type.IsSigned ? "sext" : "zext";
        string product = Assign($"mul {w} {Assign($"{extend} {t} {names[0]} to {w}")}, {Assign($"{extend} {t} {names[1]} to {w}")}");
        string high = Assign($"lshr {w} {product}, {(uniform ? $"{type.Size * 8}" : $"splat ({wide} {type.Size * 8})")}");
        return new Piece(type, Assign($"trunc {w} {high} to {t}"), uniform);
    }

    /// <summary>Four bytes of eight, each chosen by four bits of the selector; the fourth bit asks for the byte's sign eight times.</summary>
    private Piece BytePermute(Piece[] a)
    {
        Piece Number(IrType type, long n) => new(type, Build.Invariant($"{n}"), true);
        Piece Of(BinaryOp op, Piece x, long n) => BinaryValue(op, x.Type, x, Number(x.Type, n));
        var high = Of(BinaryOp.Shl, CastValue(a[1], IrType.U64), 32);
        var both = BinaryValue(BinaryOp.Or, IrType.U64, CastValue(a[0], IrType.U64), high);
        Piece? result = null;
        for (int i = 0; i < 4; i++)
        {
            var selector = Of(BinaryOp.Shr, a[2], 4 * i);
            var bit = Of(BinaryOp.Shl, CastValue(Of(BinaryOp.And, selector, 7), IrType.U64), 3);
            var one = Of(BinaryOp.And, CastValue(BinaryValue(BinaryOp.Shr, IrType.U64, both, bit), IrType.U32), 0xff);
            var sign = BinaryValue(BinaryOp.Mul, IrType.U32, Of(BinaryOp.Shr, one, 7), Number(IrType.U32, 0xff));
            var whole = BinaryValue(BinaryOp.Ne, IrType.Bool, Of(BinaryOp.And, selector, 8), Number(IrType.U32, 0));
            var place = Of(BinaryOp.Shl, SelectValue(whole, sign, one), 8 * i);
            result = result is null ? place : BinaryValue(BinaryOp.Or, IrType.U32, result, place);
        }
        return result!;
    }
}
