using KernelPort.Ir;

namespace KernelPort.Backends.Llvm;

internal sealed partial class LlvmEmitter
{
    /// <summary>Operations LLVM has functions for that every machine can do.</summary>
    private static readonly Dictionary<Intrinsic, string> Direct = new()
    {
        [Intrinsics.Sqrt] = "sqrt", [Intrinsics.Fma] = "fma", [Intrinsics.Floor] = "floor", [Intrinsics.Ceil] = "ceil", [Intrinsics.Trunc] = "trunc", [Intrinsics.Round] = "round",
        [Intrinsics.Rint] = "rint", [Intrinsics.FAbs] = "fabs", [Intrinsics.CopySign] = "copysign", [Intrinsics.FMin] = "minnum", [Intrinsics.FMax] = "maxnum",
    };

    /// <summary>Operations of a few instructions.</summary>
    private static readonly HashSet<Intrinsic> Short =
    [
        Intrinsics.Saturate, Intrinsics.IsNan, Intrinsics.IsInf, Intrinsics.IsFinite, Intrinsics.SignBit, Intrinsics.AddRn, Intrinsics.SubRn, Intrinsics.MulRn, Intrinsics.DivRn,
        Intrinsics.FastDivide, Intrinsics.IMin, Intrinsics.IMax, Intrinsics.IAbs, Intrinsics.PopCount, Intrinsics.CountLeadingZeros, Intrinsics.BitReverse, Intrinsics.FunnelShiftLeft,
        Intrinsics.FunnelShiftRight, Intrinsics.MulHi, Intrinsics.FindFirstSet, Intrinsics.Sad, Intrinsics.Fdim, Intrinsics.Trap, Intrinsics.Rsqrt,
    ];

    /// <summary>Exchanges of values of any type, which are made of exchanges of words.</summary>
    private static readonly HashSet<Intrinsic> Exchanges = [Intrinsics.ShuffleIndex, Intrinsics.ShuffleUp, Intrinsics.ShuffleDown, Intrinsics.ShuffleXor];

    /// <summary>Whether an operation has a form, for some of its types at least.</summary>
    public static bool Knows(Intrinsic i, LlvmLibrary device) => Direct.ContainsKey(i) || Short.Contains(i)
        || new[] { "", ".f32", ".f64", ".i32", ".u32", ".f32.f64" }.Any(type => device.Has($"@kp.{Plain(i)}{type}"));

    // The fast forms may be as good as the plain ones.
    private static string Plain(Intrinsic i) => i.Name.StartsWith("fast_", StringComparison.Ordinal) ? i.Name[5..] : i.Name;

    private string PureValue(Intrinsic i, IrType type, (IrType Type, string Value)[] a)
    {
        var operand = a[0].Type;
        string t = _layout.Value(operand), x = a[0].Value, m = Mangled(operand);
        if (Direct.TryGetValue(i, out string? direct))
        {
            return Intrinsic($"llvm.{direct}.{m}", t, [.. a.Select(v => (t, v.Value))]);
        }
        switch (i.Name)
        {
            case "add_rn" or "sub_rn" or "mul_rn" or "div_rn":
                return Assign($"f{i.Name[..3]} {t} {x}, {a[1].Value}");
            case "fast_divide":
                return Assign($"fdiv {t} {x}, {a[1].Value}");
            case "rsqrt":
                // One over the root in double, rounded once.
                string root = Intrinsic("llvm.sqrt.f64", "double", ("double", CastValue(x, operand, IrType.F64)));
                return CastValue(Assign($"fdiv double 1.0, {root}"), IrType.F64, type);
            case "saturate":
                // maxnum gives the number where the other operand is NaN.
                return Intrinsic($"llvm.minnum.{m}", t, (t, Intrinsic($"llvm.maxnum.{m}", t, (t, x), (t, "0.0"))), (t, "1.0"));
            case "fdim":
                string less = Assign($"fcmp ole {t} {x}, {a[1].Value}");
                return Assign($"select i1 {less}, {t} 0.0, {t} {Assign($"fsub {t} {x}, {a[1].Value}")}");
            case "isnan":
                return Assign($"fcmp uno {t} {x}, {x}");
            case "isinf" or "isfinite":
                string infinity = LlvmText.Literal(Build.Float(operand, double.PositiveInfinity));
                return Assign($"fcmp {(i.Name == "isinf" ? "oeq" : "olt")} {t} {Intrinsic($"llvm.fabs.{m}", t, (t, x))}, {infinity}");
            case "signbit":
                string bits = Build.Invariant($"i{operand.Size * 8}");
                return Assign($"icmp slt {bits} {Assign($"bitcast {t} {x} to {bits}")}, 0");
            case "min" or "max":
                return Intrinsic($"llvm.{(type.IsSigned ? "s" : "u")}{i.Name}.{m}", t, (t, x), (t, a[1].Value));
            case "abs":
                return WithFlag("abs", t, x);
            case "popcount":
                return CastValue(Intrinsic($"llvm.ctpop.{m}", t, (t, x)), Unsigned(operand), IrType.I32);
            case "clz":
                return CastValue(WithFlag("ctlz", t, x), Unsigned(operand), IrType.I32);
            case "ffs":
                string zeros = CastValue(WithFlag("cttz", t, x), Unsigned(operand), IrType.I32);
                return Assign($"select i1 {Assign($"icmp eq {t} {x}, 0")}, i32 0, i32 {Assign($"add i32 {zeros}, 1")}");
            case "brev":
                return Intrinsic($"llvm.bitreverse.{m}", t, (t, x));
            case "funnel_left" or "funnel_right":
                return Intrinsic($"llvm.fsh{i.Name[7]}.{m}", t, (t, a[1].Value), (t, x), (t, a[2].Value));
            case "sad":
                string sign = operand.IsSigned ? "s" : "u";
                string distance = Assign($"sub {t} {Intrinsic($"llvm.{sign}max.{m}", t, (t, x), (t, a[1].Value))}, {Intrinsic($"llvm.{sign}min.{m}", t, (t, x), (t, a[1].Value))}");
                return Assign($"add {t} {distance}, {a[2].Value}");
            case "mulhi":
                string wide = Build.Invariant($"i{operand.Size * 16}"), extend = operand.IsSigned ? "sext" : "zext";
                string product = Assign($"mul {wide} {Assign($"{extend} {t} {x} to {wide}")}, {Assign($"{extend} {t} {a[1].Value} to {wide}")}");
                return Assign($"trunc {wide} {Assign(Build.Invariant($"lshr {wide} {product}, {operand.Size * 8}"))} to {t}");
            default:
                return Helper(LlvmLibrary.NameOf(i, type, operand), [.. a.Select(v => (_layout.Value(v.Type), v.Value))]);
        }
    }

    private static IrType Unsigned(IrType type) => type.Size switch { 1 => IrType.U8, 2 => IrType.U16, 4 => IrType.U32, _ => IrType.U64 };

    private string WithFlag(string name, string type, string value)
    {
        _declared.Add($"declare {type} @llvm.{name}.{type}({type}, i1)");
        return Assign($"call {type} @llvm.{name}.{type}({type} {value}, i1 false)");
    }

    private void PrintCall(Call x)
    {
        var i = x.Intrinsic;
        (IrType Type, string Value)[] a = [.. x.Arguments.Select(e => (e.Type, E(e)))];
        if (i == Intrinsics.Trap)
        {
            Intrinsic("llvm.trap", "void");
            return;
        }
        if (i == Intrinsics.Print)
        {
            Print(x, a);
            return;
        }
        if (Exchanges.Contains(i))
        {
            Bind(x.Result, InWords(a[1].Value, a[1].Type, word => Helper($"@kp.{i.Name}", ("i64", a[0].Value), ("i32", word), ("i32", a[2].Value), ("i32", a[3].Value))));
            return;
        }
        if (i == Intrinsics.MatchAny && a[1].Type.IsFloat)
        {
            var bits = Unsigned(a[1].Type);
            a[1] = (bits, BitCastValue(a[1].Value, a[1].Type, bits));
        }
        bool typed = i == Intrinsics.MatchAny || i.Name.StartsWith("reduce_", StringComparison.Ordinal);
        string type = typed ? $".{(a[1].Type.IsInteger && !a[1].Type.IsSigned && i != Intrinsics.MatchAny ? "u" + Mangled(a[1].Type)[1..] : Mangled(a[1].Type))}" : "";
        string result = Helper($"@kp.{i.Name}{type}", [.. a.Select(v => (_layout.Value(v.Type), v.Value))]);
        Bind(x.Result, result);
    }

    /// <summary>What makes a word of a word, done for all words of a value.</summary>
    private string InWords(string value, IrType type, Func<string, string> word)
    {
        if (type is not (ScalarType or PointerType) || type == IrType.Bool)
        {
            throw new NotInLlvm($"an exchange of {type}");
        }
        string bits = Build.Invariant($"i{type.Size * 8}");
        string whole = type is PointerType ? CastValue(value, type, IrType.U64) : _layout.Value(type) == bits ? value : Assign($"bitcast {_layout.Value(type)} {value} to {bits}");
        string Back(string v) => type is PointerType ? CastValue(v, IrType.U64, type) : _layout.Value(type) == bits ? v : Assign($"bitcast {bits} {v} to {_layout.Value(type)}");
        switch (type.Size)
        {
            case 8:
                string low = word(Assign($"trunc i64 {whole} to i32"));
                string high = word(Assign($"trunc i64 {Assign($"lshr i64 {whole}, 32")} to i32"));
                return Back(Assign($"or i64 {Assign($"shl i64 {Assign($"zext i32 {high} to i64")}, 32")}, {Assign($"zext i32 {low} to i64")}"));
            case 4:
                return Back(word(whole));
            default:
                return Back(Assign($"trunc i32 {word(Assign($"zext {bits} {whole} to i32"))} to {bits}"));
        }
    }
}
