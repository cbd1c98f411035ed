using System.Text;
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
    public static bool Knows(Intrinsic i) => Direct.ContainsKey(i) || Library.ContainsKey(i) || Others.Contains(i) || Blocks.Contains(i);

    private static readonly HashSet<Intrinsic> Others =
    [
        Intrinsics.Rsqrt, Intrinsics.Saturate, Intrinsics.IsNan, Intrinsics.IsInf, Intrinsics.IsFinite, Intrinsics.SignBit, Intrinsics.AddRn, Intrinsics.SubRn, Intrinsics.MulRn, Intrinsics.DivRn,
        Intrinsics.FastDivide, Intrinsics.IMin, Intrinsics.IMax, Intrinsics.IAbs, Intrinsics.PopCount, Intrinsics.CountLeadingZeros, Intrinsics.BitReverse, Intrinsics.FunnelShiftLeft,
        Intrinsics.FunnelShiftRight, Intrinsics.MulHi, Intrinsics.FindFirstSet,
    ];

    private static readonly HashSet<Intrinsic> Blocks =
    [
        Intrinsics.Barrier, Intrinsics.WarpBarrier, Intrinsics.FenceBlock, Intrinsics.FenceDevice, Intrinsics.FenceSystem, Intrinsics.ShuffleIndex, Intrinsics.ShuffleUp, Intrinsics.ShuffleDown,
        Intrinsics.ShuffleXor, Intrinsics.Ballot, Intrinsics.VoteAll, Intrinsics.VoteAny, Intrinsics.ActiveMask,
    ];

    private Value PureValue(Pure x)
    {
        var arguments = x.Arguments.Select(Expression).ToArray();
        if (arguments[0].Type is ScalarType { Kind: Scalar.F16 or Scalar.BF16 })
        {
            var wide = PureOf(x.Intrinsic, x.Type.IsFloat ? IrType.F32 : x.Type, [.. arguments.Select(a => CastValue(a, IrType.F32))]);
            return x.Type.IsFloat ? CastValue(wide, x.Type) : wide;
        }
        return PureOf(x.Intrinsic, x.Type, arguments);
    }

    private Value PureOf(Intrinsic i, IrType type, Value[] a)
    {
        bool uniform = a.All(v => v.Uniform);
        string word = Word(a[0].Type);
        string t = uniform ? word : Vector(word);
        string[] names = [.. a.Select(v => uniform ? v.Name : Varying(v))];
        if (Direct.TryGetValue(i, out string? direct))
        {
            return new Value(type, CallIntrinsic(direct, uniform, word, names), uniform);
        }
        if (Library.TryGetValue(i, out string? library))
        {
            return LibraryCall(library, type, uniform, word, names);
        }
        switch (i.Name)
        {
            case "rsqrt":
                // One over the root in double, rounded once.
                var root = PureOf(Intrinsics.Sqrt, IrType.F64, [CastValue(a[0], IrType.F64)]);
                return CastValue(BinaryValue(BinaryOp.Div, IrType.F64, new Value(IrType.F64, "1.0", true), root), type);
            case "add_rn":
                return BinaryValue(BinaryOp.Add, type, a[0], a[1]);
            case "sub_rn":
                return BinaryValue(BinaryOp.Sub, type, a[0], a[1]);
            case "mul_rn":
                return BinaryValue(BinaryOp.Mul, type, a[0], a[1]);
            case "div_rn" or "fast_divide":
                return BinaryValue(BinaryOp.Div, type, a[0], a[1]);
            case "saturate":
                var zero = new Value(type, "0.0", true);
                var one = new Value(type, "1.0", true);
                // maxnum gives the number where the other operand is NaN.
                return PureOf(Intrinsics.FMin, type, [PureOf(Intrinsics.FMax, type, [a[0], zero]), one]);
            case "isnan":
                return new Value(type, Assign($"fcmp uno {t} {names[0]}, {names[0]}"), uniform);
            case "isinf":
                return new Value(type, Assign($"fcmp oeq {t} {CallIntrinsic("fabs", uniform, word, names)}, {Infinity(uniform, word)}"), uniform);
            case "isfinite":
                return new Value(type, Assign($"fcmp olt {t} {CallIntrinsic("fabs", uniform, word, names)}, {Infinity(uniform, word)}"), uniform);
            case "signbit":
                var bits = BitCastValue(a[0], a[0].Type.Size == 4 ? IrType.I32 : IrType.I64);
                return BinaryValue(BinaryOp.Lt, IrType.Bool, bits, new Value(bits.Type, "0", true));
            case "min" or "max":
                return new Value(type, CallIntrinsic((type.IsSigned ? "s" : "u") + i.Name, uniform, word, names), uniform);
            case "abs":
                return new Value(type, CallWithFlag("abs", uniform, word, names[0]), uniform);
            case "popcount":
                return CastValue(new Value(UnsignedOf(a[0].Type), CallIntrinsic("ctpop", uniform, word, names), uniform), IrType.I32);
            case "clz":
                return CastValue(new Value(UnsignedOf(a[0].Type), CallWithFlag("ctlz", uniform, word, names[0]), uniform), IrType.I32);
            case "ffs":
                var zeros = CastValue(new Value(UnsignedOf(a[0].Type), CallWithFlag("cttz", uniform, word, names[0]), uniform), IrType.I32);
                var plus = BinaryValue(BinaryOp.Add, IrType.I32, zeros, new Value(IrType.I32, "1", true));
                return SelectValue(BinaryValue(BinaryOp.Eq, IrType.Bool, a[0], new Value(a[0].Type, "0", true)), new Value(IrType.I32, "0", true), plus);
            case "brev":
                return new Value(type, CallIntrinsic("bitreverse", uniform, word, names), uniform);
            case "funnel_left" or "funnel_right":
                return new Value(type, CallIntrinsic(i.Name == "funnel_left" ? "fshl" : "fshr", uniform, word, [names[1], names[0], names[2]]), uniform);
            case "mulhi":
                return MulHi(type, uniform, word, names);
            default:
                throw new NotVectorised($"'{i.Name}'");
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
        string full = $"@llvm.{name}.{(uniform ? "" : $"v{_lanes}")}{Mangle(word)}";
        Declare($"declare {t} {full}({string.Join(", ", names.Select(_ => t))})");
        return Assign($"call {t} {full}({string.Join(", ", names.Select(n => $"{t} {n}"))})");
    }

    private string CallWithFlag(string name, bool uniform, string word, string operand)
    {
        string t = uniform ? word : Vector(word);
        string full = $"@llvm.{name}.{(uniform ? "" : $"v{_lanes}")}{word}";
        Declare($"declare {t} {full}({t}, i1)");
        return Assign($"call {t} {full}({t} {operand}, i1 false)");
    }

    private Value MulHi(IrType type, bool uniform, string word, string[] names)
    {
        string wide = word == "i64" ? "i128" : "i64";
        string t = uniform ? word : Vector(word);
        string w = uniform ? wide : Vector(wide);
        string extend = type.IsSigned ? "sext" : "zext";
        string product = Assign($"mul {w} {Assign($"{extend} {t} {names[0]} to {w}")}, {Assign($"{extend} {t} {names[1]} to {w}")}");
        string high = Assign($"lshr {w} {product}, {(uniform ? $"{type.Size * 8}" : $"splat ({wide} {type.Size * 8})")}");
        return new Value(type, Assign($"trunc {w} {high} to {t}"), uniform);
    }

    /// <summary>A libm function for each lane, by a loop in a function of its own.</summary>
    private Value LibraryCall(string function, IrType type, bool uniform, string word, string[] names)
    {
        int arity = names.Length;
        Declare($"declare double @{function}({string.Join(", ", Enumerable.Repeat("double", arity))})");
        if (uniform)
        {
            string[] wide = [.. names.Select(n => word == "double" ? n : Assign($"fpext {word} {n} to double"))];
            string result = Assign($"call double @{function}({string.Join(", ", wide.Select(n => "double " + n))})");
            return new Value(type, word == "double" ? result : Assign($"fptrunc double {result} to {word}"), true);
        }
        string helper = $"@kp.{function}.{Mangle(word)}";
        string v = Vector(word);
        if (!_helpers.ContainsKey(helper))
        {
            var text = new StringBuilder();
            string parameters = string.Join(", ", Enumerable.Range(0, arity).Select(i => $"{v} %x{i}"));
            text.Append(Build.Invariant($"define internal {v} {helper}({parameters}) noinline {{\nentry:\n  br label %loop\nloop:\n"));
            text.Append(Build.Invariant($"  %i = phi i64 [ 0, %entry ], [ %n, %loop ]\n  %r = phi {v} [ poison, %entry ], [ %s, %loop ]\n"));
            for (int i = 0; i < arity; i++)
            {
                text.Append(Build.Invariant($"  %e{i} = extractelement {v} %x{i}, i64 %i\n"));
                text.Append(word == "double" ? Build.Invariant($"  %d{i} = fadd double %e{i}, -0.0\n") : Build.Invariant($"  %d{i} = fpext {word} %e{i} to double\n"));
            }
            text.Append(Build.Invariant($"  %y = call double @{function}({string.Join(", ", Enumerable.Range(0, arity).Select(i => $"double %d{i}"))})\n"));
            text.Append(word == "double" ? "  %z = fadd double %y, -0.0\n" : Build.Invariant($"  %z = fptrunc double %y to {word}\n"));
            text.Append(Build.Invariant($"  %s = insertelement {v} %r, {word} %z, i64 %i\n  %n = add i64 %i, 1\n  %c = icmp ult i64 %n, {_lanes}\n  br i1 %c, label %loop, label %done\ndone:\n  ret {v} %s\n}}\n"));
            _helpers[helper] = text.ToString();
        }
        return new Value(type, Assign($"call {v} {helper}({string.Join(", ", names.Select(n => $"{v} {n}"))})"), false);
    }

    private void EmitCall(Call x)
    {
        var i = x.Intrinsic;
        if (i == Intrinsics.Barrier || i == Intrinsics.WarpBarrier || i == Intrinsics.FenceBlock || i == Intrinsics.FenceDevice || i == Intrinsics.FenceSystem)
        {
            // Lock step: everybody is here, and memory is in order.
            return;
        }
        if (!Blocks.Contains(i))
        {
            throw new NotVectorised($"'{i.Name}'");
        }
        var a = x.Arguments.Select(Expression).ToArray();
        if (x.Result is not { } id)
        {
            return;
        }
        _frame.Lets[id.Index] = i.Name switch
        {
            "ballot" => Ballot(a[1]),
            "active_mask" => Ballot(new Value(IrType.Bool, "true", true)),
            "vote_any" => CastValue(BinaryValue(BinaryOp.Ne, IrType.Bool, Ballot(a[1]), new Value(IrType.U64, "0", true)), IrType.I32),
            "vote_all" => CastValue(BinaryValue(BinaryOp.Eq, IrType.Bool, Ballot(new Value(IrType.Bool, Assign($"xor {MaskType} {Varying(a[1])}, splat (i1 true)"), false)), new Value(IrType.U64, "0", true)), IrType.I32),
            _ => Shuffle(i, a[1], a[2], a[3]),
        };
    }

    /// <summary>The votes of each lane's warp of 32, through memory.</summary>
    private Value Ballot(Value predicate)
    {
        int words = (_lanes + 31) / 32;
        string votes = And(Varying(predicate), _mask);
        string memory = Alloca($"[{words * 32} x i32]");
        string bits = Assign($"bitcast {MaskType} {votes} to i{_lanes}");
        string wide = _lanes == words * 32 ? bits : Assign($"zext i{_lanes} {bits} to i{words * 32}");
        Line($"store i{words * 32} {wide}, ptr {memory}");
        string start = Assign($"ptrtoint ptr {memory} to i64");
        string offsets = string.Join(", ", Enumerable.Range(0, _lanes).Select(l => Build.Invariant($"i64 {l / 32 * 4}")));
        string addresses = Assign($"add {Vector("i64")} {Splat("i64", start)}, <{offsets}>");
        string outer = _mask;
        _mask = "splat (i1 true)";
        string own = Gather(new Value(IrType.U64, addresses, false), 0, "i32");
        _mask = outer;
        return new Value(IrType.U64, Assign($"zext {Vector("i32")} {own} to {Vector("i64")}"), false);
    }

    /// <summary>Each lane reads its source's value, through memory.</summary>
    private Value Shuffle(Intrinsic kind, Value value, Value which, Value width)
    {
        if (value.Parts is not null)
        {
            throw new NotVectorised("a shuffle of a struct");
        }
        string word = Word(value.Type);
        string lanes = "<" + string.Join(", ", Enumerable.Range(0, _lanes).Select(l => Build.Invariant($"i32 {l}"))) + ">";
        var own = new Value(IrType.I32, lanes, false);
        var segment = CastValue(width, IrType.I32);
        var k = CastValue(which, IrType.I32);
        var one = new Value(IrType.I32, "1", true);
        var start = BinaryValue(BinaryOp.And, IrType.I32, own, BinaryValue(BinaryOp.Sub, IrType.I32, new Value(IrType.I32, "0", true), segment));
        var last = BinaryValue(BinaryOp.Add, IrType.I32, start, segment);
        Value source = kind.Name switch
        {
            "shuffle" => BinaryValue(BinaryOp.Or, IrType.I32, start, BinaryValue(BinaryOp.And, IrType.I32, k, BinaryValue(BinaryOp.Sub, IrType.I32, segment, one))),
            "shuffle_up" => Inside(BinaryValue(BinaryOp.Sub, IrType.I32, own, k), start, last, own),
            "shuffle_down" => Inside(BinaryValue(BinaryOp.Add, IrType.I32, own, k), start, last, own),
            _ => Inside(BinaryValue(BinaryOp.Xor, IrType.I32, own, k), new Value(IrType.I32, "0", true), last, own),
        };
        // A lane beyond the block reads its own value: the reference reports that, this engine does not look.
        source = Inside(source, new Value(IrType.I32, "0", true), new Value(IrType.I32, Build.Invariant($"{_lanes}"), true), own);
        string memory = Alloca(Vector(word));
        Store(Vector(word), Varying(value), memory);
        string address = Assign($"ptrtoint ptr {memory} to i64");
        long size = value.Type == IrType.Bool ? throw new NotVectorised("a shuffle of bool") : value.Type.Size;
        var at = AddScaled(new Value(IrType.U64, address, true), CastValue(source, IrType.I64), size);
        return new Value(value.Type, Gather(at, 0, word), false);
    }

    private Value Inside(Value source, Value low, Value high, Value otherwise)
    {
        var enough = BinaryValue(BinaryOp.Ge, IrType.Bool, source, low);
        var below = BinaryValue(BinaryOp.Lt, IrType.Bool, source, high);
        return SelectValue(BinaryValue(BinaryOp.LogicalAnd, IrType.Bool, enough, below), source, otherwise);
    }

    /// <summary>Lane after lane, in order.</summary>
    private void EmitAtomic(Atomic x)
    {
        var operand = Expression(x.Operand);
        var compare = x.Compare is null ? null : Expression(x.Compare);
        var address = Address(x.Target);
        string word = Word(x.Target.Type);
        bool f = x.Target.Type.IsFloat;
        bool s = x.Target.Type.IsSigned;
        string operation = x.Op switch
        {
            AtomicOp.Add => f ? "fadd" : "add",
            AtomicOp.Sub => f ? "fsub" : "sub",
            AtomicOp.Exchange => "xchg",
            AtomicOp.Min => f ? "fmin" : s ? "min" : "umin",
            AtomicOp.Max => f ? "fmax" : s ? "max" : "umax",
            AtomicOp.And => "and",
            AtomicOp.Or => "or",
            AtomicOp.Xor => "xor",
            AtomicOp.Increment => "uinc_wrap",
            AtomicOp.Decrement => "udec_wrap",
            _ => "cmpxchg",
        };
        string v = Vector(word);
        string helper = $"@kp.atomic.{operation}.{Mangle(word)}";
        if (!_helpers.ContainsKey(helper))
        {
            string one = compare is null
                ? $"  %o = atomicrmw {operation} ptr %p, {word} %y monotonic\n"
                : $"  %w = extractelement {v} %c, i64 %i\n  %pair = cmpxchg ptr %p, {word} %w, {word} %y monotonic monotonic\n  %o = extractvalue {{ {word}, i1 }} %pair, 0\n";
            _helpers[helper] = $"define internal {v} {helper}({Vector("i64")} %a, {v} %x, {v} %c, {MaskType} %m) noinline {{\nentry:\n  br label %loop\nloop:\n"
                + $"  %i = phi i64 [ 0, %entry ], [ %n, %next ]\n  %r = phi {v} [ zeroinitializer, %entry ], [ %t, %next ]\n"
                + $"  %on = extractelement {MaskType} %m, i64 %i\n  br i1 %on, label %do, label %next\ndo:\n"
                + $"  %ai = extractelement {Vector("i64")} %a, i64 %i\n  %p = inttoptr i64 %ai to ptr\n  %y = extractelement {v} %x, i64 %i\n" + one
                + $"  %s = insertelement {v} %r, {word} %o, i64 %i\n  br label %next\nnext:\n  %t = phi {v} [ %r, %loop ], [ %s, %do ]\n"
                + Build.Invariant($"  %n = add i64 %i, 1\n  %more = icmp ult i64 %n, {_lanes}\n  br i1 %more, label %loop, label %done\ndone:\n  ret {v} %t\n}}\n");
        }
        string result = Assign($"call {v} {helper}({Vector("i64")} {Varying(address)}, {v} {Varying(operand)}, {v} {(compare is null ? "zeroinitializer" : Varying(compare))}, {MaskType} {_mask})");
        if (x.Result is { } id)
        {
            _frame.Lets[id.Index] = new Value(x.Target.Type, result, false);
        }
    }
}
