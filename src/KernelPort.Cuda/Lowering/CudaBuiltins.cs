using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <summary>One call of a CUDA built-in function, arguments lowered but not yet read.</summary>
internal sealed record BuiltinCall(FunctionLowerer Lowerer, string Name, Span At, List<Operand> Arguments, NameSyntax Written)
{
    public int Count => Arguments.Count;

    public CType Type(int i) => Arguments[i].Type.Unqualified;

    public Expr Read(int i, CType type) => Lowerer.ReadOperand(Arguments[i], type, At);

    public IrType Lower(CType type) => Lowerer.LowerType(type, At);

    public void Expect(int low, int high)
    {
        if (Count < low || Count > high)
        {
            throw new LoweringException(SemanticRules.WrongArgumentCount.At(At, Name, Count < low ? low : high, Count));
        }
    }

    /// <summary>The type written between angle brackets, where one is.</summary>
    public CType? TypeArgument() => Written.Segments[^1].Arguments is [{ Type: { } type }] ? Lowerer.BindType(type) : null;

    public Operand Pure(Intrinsic intrinsic, CType result, params ReadOnlySpan<Expr> arguments) =>
        Operand.Of(result, new Pure(intrinsic, Lower(result), arguments.ToArray().ToEquatable()) { From = At });
}

internal delegate Operand Builtin(BuiltinCall call);

/// <summary>The device functions that CUDA's headers provide, by name.</summary>
internal static class CudaBuiltins
{
    private static readonly Dictionary<string, Builtin> Table = Build();

    public static bool Knows(string name) => Table.ContainsKey(name);

    public static Builtin? Find(string name) => Table.GetValueOrDefault(name);

    /// <summary>All names, for the report of what is covered.</summary>
    public static IEnumerable<string> Names => Table.Keys.Order(StringComparer.Ordinal);

    private static Dictionary<string, Builtin> Build()
    {
        var t = new Dictionary<string, Builtin>(StringComparer.Ordinal);
        AddFloatMath(t);
        AddIntegerMath(t);
        AddConversions(t);
        AddAtomics(t);
        AddWarp(t);
        AddMemory(t);
        HalfBuiltins.Add(t);
        RoundedBuiltins.Add(t);
        AddTime(t);
        AddBytes(t);
        TextureBuiltins.Add(t);
        return t;
    }

    private static void AddFloatMath(Dictionary<string, Builtin> t)
    {
        // name (double or overloaded), namef (float): one to three floating arguments.
        (string Name, Intrinsic Operation)[] both =
        [
            ("sqrt", Intrinsics.Sqrt), ("rsqrt", Intrinsics.Rsqrt), ("cbrt", Intrinsics.Cbrt), ("rcbrt", Intrinsics.Rcbrt), ("exp", Intrinsics.Exp),
            ("exp2", Intrinsics.Exp2), ("exp10", Intrinsics.Exp10), ("expm1", Intrinsics.Expm1), ("log", Intrinsics.Log), ("log2", Intrinsics.Log2),
            ("log10", Intrinsics.Log10), ("log1p", Intrinsics.Log1p), ("sin", Intrinsics.Sin), ("cos", Intrinsics.Cos), ("tan", Intrinsics.Tan),
            ("sinpi", Intrinsics.Sinpi), ("cospi", Intrinsics.Cospi), ("asin", Intrinsics.Asin), ("acos", Intrinsics.Acos), ("atan", Intrinsics.Atan),
            ("atan2", Intrinsics.Atan2), ("sinh", Intrinsics.Sinh), ("cosh", Intrinsics.Cosh), ("tanh", Intrinsics.Tanh), ("asinh", Intrinsics.Asinh),
            ("acosh", Intrinsics.Acosh), ("atanh", Intrinsics.Atanh), ("pow", Intrinsics.Pow), ("hypot", Intrinsics.Hypot), ("erf", Intrinsics.Erf),
            ("erfc", Intrinsics.Erfc), ("lgamma", Intrinsics.Lgamma), ("tgamma", Intrinsics.Tgamma), ("fma", Intrinsics.Fma), ("fmin", Intrinsics.FMin),
            ("fmax", Intrinsics.FMax), ("fmod", Intrinsics.Fmod), ("remainder", Intrinsics.Remainder), ("fdim", Intrinsics.Fdim), ("copysign", Intrinsics.CopySign),
            ("floor", Intrinsics.Floor), ("ceil", Intrinsics.Ceil), ("trunc", Intrinsics.Trunc), ("round", Intrinsics.Round), ("rint", Intrinsics.Rint),
            ("nearbyint", Intrinsics.Rint), ("fabs", Intrinsics.FAbs),
        ];
        foreach (var (name, operation) in both)
        {
            t[name] = c => FloatCall(c, operation, FloatType(c));
            t[name + "f"] = c => FloatCall(c, operation, CType.Float);
        }
        (string Name, Intrinsic Operation)[] fast =
        [
            ("__expf", Intrinsics.FastExp), ("__exp10f", Intrinsics.FastExp10), ("__logf", Intrinsics.FastLog), ("__log2f", Intrinsics.FastLog2),
            ("__log10f", Intrinsics.FastLog10), ("__sinf", Intrinsics.FastSin), ("__cosf", Intrinsics.FastCos), ("__tanf", Intrinsics.FastTan),
            ("__powf", Intrinsics.FastPow), ("__fdividef", Intrinsics.FastDivide), ("__saturatef", Intrinsics.Saturate), ("__fadd_rn", Intrinsics.AddRn),
            ("__fsub_rn", Intrinsics.SubRn), ("__fmul_rn", Intrinsics.MulRn), ("__fdiv_rn", Intrinsics.DivRn), ("__fmaf_rn", Intrinsics.Fma),
            ("__fsqrt_rn", Intrinsics.Sqrt), ("fdividef", Intrinsics.DivRn),
        ];
        foreach (var (name, operation) in fast)
        {
            t[name] = c => FloatCall(c, operation, CType.Float);
        }
        (string Name, Intrinsic Operation)[] rounded =
        [
            ("__dadd_rn", Intrinsics.AddRn), ("__dsub_rn", Intrinsics.SubRn), ("__dmul_rn", Intrinsics.MulRn), ("__ddiv_rn", Intrinsics.DivRn), ("__fma_rn", Intrinsics.Fma), ("__dsqrt_rn", Intrinsics.Sqrt),
        ];
        foreach (var (name, operation) in rounded)
        {
            t[name] = c => FloatCall(c, operation, CType.Double);
        }
        t["__frcp_rn"] = c => Reciprocal(c, CType.Float);
        t["__frsqrt_rn"] = ComposedFunctions.RoundedReciprocalRoot;
        t["__drcp_rn"] = c => Reciprocal(c, CType.Double);
        foreach (string name in new[] { "isnan", "isinf", "isfinite", "signbit", "__isnanf", "__isinff" })
        {
            var operation = name.TrimStart('_') switch { "isnan" or "isnanf" => Intrinsics.IsNan, "isinf" or "isinff" => Intrinsics.IsInf, "isfinite" => Intrinsics.IsFinite, _ => Intrinsics.SignBit };
            t[name] = c =>
            {
                c.Expect(1, 1);
                return c.Pure(operation, CType.Bool, c.Read(0, FloatType(c)));
            };
        }
        t["ldexp"] = c => c.Pure(Intrinsics.Ldexp, FloatType(c, 1), c.Read(0, FloatType(c, 1)), c.Read(1, CType.Int));
        t["ldexpf"] = t["scalbnf"] = c => c.Pure(Intrinsics.Ldexp, CType.Float, c.Read(0, CType.Float), c.Read(1, CType.Int));
        t["scalbn"] = t["ldexp"];
        t["powif"] = c => FloatCall(c, Intrinsics.Pow, CType.Float);
        t["sincosf"] = t["__sincosf"] = c => SinCos(c, CType.Float);
        t["sincos"] = c => SinCos(c, CType.Double);
        t["lroundf"] = t["lround"] = c => RoundTo(c, Intrinsics.Round, CType.Long);
        t["llroundf"] = t["llround"] = c => RoundTo(c, Intrinsics.Round, CType.LongLong);
        t["lrintf"] = t["lrint"] = c => RoundTo(c, Intrinsics.Rint, CType.Long);
        t["llrintf"] = t["llrint"] = c => RoundTo(c, Intrinsics.Rint, CType.LongLong);
        t["normcdff"] = c => ComposedFunctions.NormCdf(c, CType.Float);
        t["normcdf"] = c => ComposedFunctions.NormCdf(c, CType.Double);
        foreach (var (name, type, value) in new (string, CType, double)[]
        {
            ("__builtin_inff", CType.Float, double.PositiveInfinity), ("__builtin_huge_valf", CType.Float, double.PositiveInfinity), ("__builtin_inf", CType.Double, double.PositiveInfinity),
            ("__builtin_huge_val", CType.Double, double.PositiveInfinity), ("__builtin_nanf", CType.Float, double.NaN), ("__builtin_nan", CType.Double, double.NaN),
        })
        {
            t[name] = c => Operand.Of(type, Ir.Build.Float(c.Lower(type), value));
        }
        t["nanf"] = t["nan"] = c => Operand.Of(c.Name == "nanf" ? CType.Float : CType.Double, Ir.Build.Float(c.Name == "nanf" ? IrType.F32 : IrType.F64, double.NaN));
    }

    /// <summary>The type in which an overloaded math function works: the widest floating argument, double where all are integers.</summary>
    private static CType FloatType(BuiltinCall c, int upTo = int.MaxValue)
    {
        CType? type = null;
        for (int i = 0; i < Math.Min(c.Count, upTo); i++)
        {
            var a = c.Type(i);
            // An integer beside a float makes the call a double one, as std's overloads do.
            var one = a is ArithCType { Kind: Arith.Float or Arith.Half or Arith.BFloat16 } ? a : CType.Double;
            type = type is null || type == one ? one : CType.Double;
        }
        return type ?? CType.Double;
    }

    internal static Operand FloatCall(BuiltinCall c, Intrinsic operation, CType type)
    {
        c.Expect(operation.Arity, operation.Arity);
        var arguments = Enumerable.Range(0, operation.Arity).Select(i => c.Read(i, type)).ToArray();
        return c.Pure(operation, type, arguments);
    }

    private static Operand Reciprocal(BuiltinCall c, CType type)
    {
        c.Expect(1, 1);
        return c.Pure(Intrinsics.DivRn, type, Ir.Build.Float(c.Lower(type), 1), c.Read(0, type));
    }

    private static Operand SinCos(BuiltinCall c, CType type)
    {
        c.Expect(3, 3);
        var x = c.Lowerer.GiveName(c.Read(0, type), "angle");
        bool fast = c.Name == "__sincosf";
        c.Lowerer.EmitStore(c.Lowerer.DereferenceOperand(c.Arguments[1], c.At), new Pure(fast ? Intrinsics.FastSin : Intrinsics.Sin, x.Type, [x]), c.At);
        c.Lowerer.EmitStore(c.Lowerer.DereferenceOperand(c.Arguments[2], c.At), new Pure(fast ? Intrinsics.FastCos : Intrinsics.Cos, x.Type, [x]), c.At);
        return Operand.Nothing;
    }

    private static Operand RoundTo(BuiltinCall c, Intrinsic rounding, CType to)
    {
        c.Expect(1, 1);
        var from = FloatType(c);
        return Operand.Of(to, new Cast(c.Lower(to), new Pure(rounding, c.Lower(from), [c.Read(0, from)])) { From = c.At });
    }

    private static void AddIntegerMath(Dictionary<string, Builtin> t)
    {
        t["min"] = c => MinMax(c, Intrinsics.IMin, Intrinsics.FMin);
        t["max"] = c => MinMax(c, Intrinsics.IMax, Intrinsics.FMax);
        t["umin"] = c => c.Pure(Intrinsics.IMin, CType.UInt, c.Read(0, CType.UInt), c.Read(1, CType.UInt));
        t["umax"] = c => c.Pure(Intrinsics.IMax, CType.UInt, c.Read(0, CType.UInt), c.Read(1, CType.UInt));
        t["llmin"] = c => c.Pure(Intrinsics.IMin, CType.LongLong, c.Read(0, CType.LongLong), c.Read(1, CType.LongLong));
        t["llmax"] = c => c.Pure(Intrinsics.IMax, CType.LongLong, c.Read(0, CType.LongLong), c.Read(1, CType.LongLong));
        t["abs"] = Abs;
        t["labs"] = c => c.Pure(Intrinsics.IAbs, CType.Long, c.Read(0, CType.Long));
        t["llabs"] = c => c.Pure(Intrinsics.IAbs, CType.LongLong, c.Read(0, CType.LongLong));
        Fixed(t, "__mulhi", Intrinsics.MulHi, CType.Int, CType.Int, CType.Int);
        Fixed(t, "__umulhi", Intrinsics.MulHi, CType.UInt, CType.UInt, CType.UInt);
        Fixed(t, "__mul64hi", Intrinsics.MulHi, CType.LongLong, CType.LongLong, CType.LongLong);
        Fixed(t, "__umul64hi", Intrinsics.MulHi, CType.ULongLong, CType.ULongLong, CType.ULongLong);
        Fixed(t, "__popc", Intrinsics.PopCount, CType.Int, CType.UInt);
        Fixed(t, "__popcll", Intrinsics.PopCount, CType.Int, CType.ULongLong);
        Fixed(t, "__clz", Intrinsics.CountLeadingZeros, CType.Int, CType.UInt);
        Fixed(t, "__clzll", Intrinsics.CountLeadingZeros, CType.Int, CType.ULongLong);
        Fixed(t, "__ffs", Intrinsics.FindFirstSet, CType.Int, CType.UInt);
        Fixed(t, "__ffsll", Intrinsics.FindFirstSet, CType.Int, CType.ULongLong);
        Fixed(t, "__brev", Intrinsics.BitReverse, CType.UInt, CType.UInt);
        Fixed(t, "__brevll", Intrinsics.BitReverse, CType.ULongLong, CType.ULongLong);
        Fixed(t, "__byte_perm", Intrinsics.BytePermute, CType.UInt, CType.UInt, CType.UInt, CType.UInt);
        Fixed(t, "__funnelshift_l", Intrinsics.FunnelShiftLeft, CType.UInt, CType.UInt, CType.UInt, CType.UInt);
        Fixed(t, "__funnelshift_r", Intrinsics.FunnelShiftRight, CType.UInt, CType.UInt, CType.UInt, CType.UInt);
        Fixed(t, "__sad", Intrinsics.Sad, CType.UInt, CType.Int, CType.Int, CType.UInt);
        Fixed(t, "__usad", Intrinsics.Sad, CType.UInt, CType.UInt, CType.UInt, CType.UInt);
        Fixed(t, "__mul24", Intrinsics.Mul24, CType.Int, CType.Int, CType.Int);
        Fixed(t, "__umul24", Intrinsics.Mul24, CType.UInt, CType.UInt, CType.UInt);
        t["__dp4a"] = c =>
        {
            c.Expect(3, 3);
            bool isUnsigned = c.Type(0) is ArithCType { Kind: Arith.UInt };
            var type = isUnsigned ? CType.UInt : CType.Int;
            return c.Pure(isUnsigned ? Intrinsics.Dp4aUnsigned : Intrinsics.Dp4aSigned, type, c.Read(0, type), c.Read(1, type), c.Read(2, type));
        };
    }

    private static void Fixed(Dictionary<string, Builtin> t, string name, Intrinsic operation, CType result, params CType[] parameters) => t[name] = c =>
    {
        c.Expect(parameters.Length, parameters.Length);
        return c.Pure(operation, result, [.. parameters.Select((p, i) => c.Read(i, p))]);
    };

    private static Operand MinMax(BuiltinCall c, Intrinsic integer, Intrinsic floating)
    {
        c.Expect(2, 2);
        if (c.Type(0) is not ArithCType a || c.Type(1) is not ArithCType b)
        {
            throw new LoweringException(SemanticRules.NoOverload.At(c.At, c.Name));
        }
        var type = Layout.Common(a, b);
        return c.Pure(type.IsFloating ? floating : integer, type, c.Read(0, type), c.Read(1, type));
    }

    private static Operand Abs(BuiltinCall c)
    {
        c.Expect(1, 1);
        if (c.Type(0) is not ArithCType a)
        {
            throw new LoweringException(SemanticRules.NoOverload.At(c.At, c.Name));
        }
        var type = a.IsFloating ? a : Layout.Promote(a);
        return c.Pure(type.IsFloating ? Intrinsics.FAbs : Intrinsics.IAbs, type, c.Read(0, type));
    }

    private static void AddConversions(Dictionary<string, Builtin> t)
    {
        Bits(t, "__float_as_int", CType.Float, CType.Int);
        Bits(t, "__float_as_uint", CType.Float, CType.UInt);
        Bits(t, "__int_as_float", CType.Int, CType.Float);
        Bits(t, "__uint_as_float", CType.UInt, CType.Float);
        Bits(t, "__double_as_longlong", CType.Double, CType.LongLong);
        Bits(t, "__longlong_as_double", CType.LongLong, CType.Double);
        (string From, CType Type)[] floats = [("float", CType.Float), ("double", CType.Double)];
        (string To, CType Type)[] integers = [("int", CType.Int), ("uint", CType.UInt), ("ll", CType.LongLong), ("ull", CType.ULongLong)];
        (string Suffix, Intrinsic? Rounding)[] roundings = [("rz", null), ("rn", Intrinsics.Rint), ("ru", Intrinsics.Ceil), ("rd", Intrinsics.Floor)];
        foreach (var (from, fromType) in floats)
        {
            foreach (var (to, toType) in integers)
            {
                foreach (var (suffix, rounding) in roundings)
                {
                    t[$"__{from}2{to}_{suffix}"] = c =>
                    {
                        c.Expect(1, 1);
                        var x = c.Read(0, fromType);
                        return Operand.Of(toType, new Cast(c.Lower(toType), rounding is null ? x : new Pure(rounding, x.Type, [x])) { From = c.At });
                    };
                }
            }
        }
        foreach (var (from, fromType) in integers)
        {
            foreach (var (to, toType) in floats)
            {
                Value(t, $"__{from}2{to}_rn", fromType, toType);
            }
        }
        Value(t, "__double2float_rn", CType.Double, CType.Float);
    }

    internal static void Value(Dictionary<string, Builtin> t, string name, CType from, CType to) => t[name] = c =>
    {
        c.Expect(1, 1);
        var x = c.Read(0, from);
        return Operand.Of(to, x.Type == c.Lower(to) ? x : new Cast(c.Lower(to), x) { From = c.At });
    };

    internal static void Bits(Dictionary<string, Builtin> t, string name, CType from, CType to) => t[name] = c =>
    {
        c.Expect(1, 1);
        return Operand.Of(to, new BitCast(c.Lower(to), c.Read(0, from)) { From = c.At });
    };

    private static void AddAtomics(Dictionary<string, Builtin> t)
    {
        (string Name, AtomicOp Op)[] operations =
        [
            ("atomicAdd", AtomicOp.Add), ("atomicSub", AtomicOp.Sub), ("atomicExch", AtomicOp.Exchange), ("atomicMin", AtomicOp.Min), ("atomicMax", AtomicOp.Max),
            ("atomicInc", AtomicOp.Increment), ("atomicDec", AtomicOp.Decrement), ("atomicAnd", AtomicOp.And), ("atomicOr", AtomicOp.Or), ("atomicXor", AtomicOp.Xor), ("atomicCAS", AtomicOp.CompareExchange),
        ];
        foreach (var (name, op) in operations)
        {
            t[name] = c => AtomicCall(c, op, AtomicScope.Device);
            t[name + "_block"] = c => AtomicCall(c, op, AtomicScope.Block);
            t[name + "_system"] = c => AtomicCall(c, op, AtomicScope.System);
        }
    }

    private static Operand AtomicCall(BuiltinCall c, AtomicOp op, AtomicScope scope)
    {
        int count = op == AtomicOp.CompareExchange ? 3 : 2;
        c.Expect(count, count);
        var target = c.Lowerer.DereferenceOperand(c.Arguments[0], c.At);
        if (target.Type.Unqualified is not ArithCType type || type.Kind < Arith.Int && type.Kind is not (Arith.UShort))
        {
            throw new LoweringException(SemanticRules.NoOverload.At(c.At, c.Name));
        }
        var place = target.Place!;
        return op == AtomicOp.CompareExchange
            ? c.Lowerer.EmitAtomic(op, scope, place, type, c.Read(2, type), c.Read(1, type), c.At)
            : c.Lowerer.EmitAtomic(op, scope, place, type, c.Read(1, type), null, c.At);
    }

    private static void AddWarp(Dictionary<string, Builtin> t)
    {
        t["__syncthreads"] = c => c.Lowerer.CallEffect(Intrinsics.Barrier, CType.Void, [], c.At);
        t["__syncthreads_count"] = c => c.Lowerer.CallEffect(Intrinsics.BarrierCount, CType.Int, [c.Read(0, CType.Bool)], c.At);
        t["__syncthreads_and"] = c => c.Lowerer.CallEffect(Intrinsics.BarrierAnd, CType.Int, [c.Read(0, CType.Bool)], c.At);
        t["__syncthreads_or"] = c => c.Lowerer.CallEffect(Intrinsics.BarrierOr, CType.Int, [c.Read(0, CType.Bool)], c.At);
        t["__kernelport_grid_barrier"] = c => c.Lowerer.CallEffect(Intrinsics.GridBarrier, CType.Void, [], c.At);
        t["__syncwarp"] = c => c.Lowerer.CallEffect(Intrinsics.WarpBarrier, CType.Void, [c.Count == 0 ? Ir.Build.U64(uint.MaxValue) : Mask(c, 0)], c.At);
        t["__threadfence_block"] = c => c.Lowerer.CallEffect(Intrinsics.FenceBlock, CType.Void, [], c.At);
        t["__threadfence"] = c => c.Lowerer.CallEffect(Intrinsics.FenceDevice, CType.Void, [], c.At);
        t["__threadfence_system"] = c => c.Lowerer.CallEffect(Intrinsics.FenceSystem, CType.Void, [], c.At);
        t["__trap"] = c => c.Lowerer.CallEffect(Intrinsics.Trap, CType.Void, [], c.At);
        t["__shfl_sync"] = c => Shuffle(c, Intrinsics.ShuffleIndex, CType.Int);
        t["__shfl_up_sync"] = c => Shuffle(c, Intrinsics.ShuffleUp, CType.UInt);
        t["__shfl_down_sync"] = c => Shuffle(c, Intrinsics.ShuffleDown, CType.UInt);
        t["__shfl_xor_sync"] = c => Shuffle(c, Intrinsics.ShuffleXor, CType.Int);
        // The forms before Volta name no lanes: those that are there take part.
        t["__shfl"] = c => Legacy(c, Intrinsics.ShuffleIndex, CType.Int);
        t["__shfl_up"] = c => Legacy(c, Intrinsics.ShuffleUp, CType.UInt);
        t["__shfl_down"] = c => Legacy(c, Intrinsics.ShuffleDown, CType.UInt);
        t["__shfl_xor"] = c => Legacy(c, Intrinsics.ShuffleXor, CType.Int);
        t["__all_sync"] = c => c.Lowerer.CallEffect(Intrinsics.VoteAll, CType.Int, [Mask(c, 0), c.Read(1, CType.Bool)], c.At);
        t["__any_sync"] = c => c.Lowerer.CallEffect(Intrinsics.VoteAny, CType.Int, [Mask(c, 0), c.Read(1, CType.Bool)], c.At);
        // CUDA's masks are 32 bits; the IR's are 64 so that wider warps fit.
        t["__ballot_sync"] = c => c.Lowerer.CallEffect(Intrinsics.Ballot, IrType.U64, CType.UInt, [Mask(c, 0), c.Read(1, CType.Bool)], c.At);
        t["__activemask"] = c => c.Lowerer.CallEffect(Intrinsics.ActiveMask, IrType.U64, CType.UInt, [], c.At);
        t["__match_any_sync"] = c =>
        {
            c.Expect(2, 2);
            return c.Lowerer.CallEffect(Intrinsics.MatchAny, IrType.U64, CType.UInt, [Mask(c, 0), c.Read(1, c.Type(1))], c.At);
        };
        (string Name, Intrinsic Operation)[] reductions =
        [
            ("add", Intrinsics.ReduceAdd), ("min", Intrinsics.ReduceMin), ("max", Intrinsics.ReduceMax), ("and", Intrinsics.ReduceAnd), ("or", Intrinsics.ReduceOr), ("xor", Intrinsics.ReduceXor),
        ];
        foreach (var (name, operation) in reductions)
        {
            t[$"__reduce_{name}_sync"] = c =>
            {
                c.Expect(2, 2);
                var type = c.Type(1) is ArithCType { Kind: Arith.UInt } ? CType.UInt : CType.Int;
                return c.Lowerer.CallEffect(operation, type, [Mask(c, 0), c.Read(1, type)], c.At);
            };
        }
    }

    private static void AddBytes(Dictionary<string, Builtin> t)
    {
        t["memcpy"] = t["memmove"] = t["__builtin_memcpy"] = c =>
        {
            c.Expect(3, 3);
            return c.Name == "memmove" ? throw TypeBinder.Unsupported(c.At, "memmove in device code") : c.Lowerer.CopyBytes(c.Arguments[0], c.Arguments[1], null, c.Read(2, CType.ULong), c.At);
        };
        t["memset"] = c =>
        {
            c.Expect(3, 3);
            return c.Lowerer.CopyBytes(c.Arguments[0], null, c.Read(1, new ArithCType(Arith.UChar)), c.Read(2, CType.ULong), c.At);
        };
        t["__builtin_assume_aligned"] = c => c.Arguments[0];
        t["__builtin_expect"] = c => c.Arguments[0];
        t["__builtin_assume"] = t["__builtin_unreachable"] = t["__assume"] = c => Operand.Nothing;
        t["addressof"] = t["__builtin_addressof"] = c => Operand.Of(new PointerCType(c.Arguments[0].Type), c.Lowerer.AddressOf(c.Arguments[0], c.At));
        t["clamp"] = c =>
        {
            c.Expect(3, 3);
            if (c.Type(0) is not ArithCType x || c.Type(1) != x || c.Type(2) != x)
            {
                throw new LoweringException(SemanticRules.NoOverload.At(c.At, c.Name));
            }
            var (v, low, high) = (c.Read(0, x), c.Read(1, x), c.Read(2, x));
            var below = new Binary(IrType.Bool, BinaryOp.Lt, v, low);
            var above = new Binary(IrType.Bool, BinaryOp.Lt, high, v);
            return Operand.Of(x, new Select(below, low, new Select(above, high, v)) { From = c.At });
        };
    }

    private static Expr Mask(BuiltinCall c, int i) => c.Lowerer.Fold(new Cast(IrType.U64, c.Read(i, CType.UInt)));

    // A number, or a pair of halves; CUDA has no shuffle of anything else.
    private static CType Exchanged(BuiltinCall c, int i) => c.Type(i) switch
    {
        ArithCType { Kind: < Arith.Int } => CType.Int,
        ArithCType or ClassCType { Symbol: { IsBuiltin: true, Name: "__half2" or "__nv_bfloat162" } } => c.Type(i),
        EnumCType { Symbol: { IsScoped: false } e } => e.Underlying,
        _ => throw new LoweringException(SemanticRules.NoOverload.At(c.At, c.Name)),
    };

    private static Operand Legacy(BuiltinCall c, Intrinsic operation, CType laneType)
    {
        c.Expect(2, 3);
        var type = Exchanged(c, 0);
        var value = c.Read(0, type);
        var lane = c.Read(1, laneType);
        Expr width = c.Count == 3 ? c.Read(2, CType.Int) : new Cast(IrType.I32, new CoordinateOf(Coordinate.WarpSize));
        var here = c.Lowerer.CallEffect(Intrinsics.ActiveMask, IrType.U64, CType.ULongLong, [], c.At);
        return c.Lowerer.CallEffect(operation, type, [here.Value!, value, lane, width], c.At);
    }

    private static Operand Shuffle(BuiltinCall c, Intrinsic operation, CType laneType)
    {
        c.Expect(3, 4);
        var type = Exchanged(c, 1);
        Expr width = c.Count == 4 ? c.Read(3, CType.Int) : new Cast(IrType.I32, new CoordinateOf(Coordinate.WarpSize));
        return c.Lowerer.CallEffect(operation, type, [Mask(c, 0), c.Read(1, type), c.Read(2, laneType), width], c.At);
    }

    private static void AddTime(Dictionary<string, Builtin> t)
    {
        t["clock64"] = t["clock"] = c =>
        {
            c.Expect(0, 0);
            return c.Lowerer.CallEffect(Intrinsics.Clock, IrType.I64, c.Name == "clock" ? CType.Long : CType.LongLong, [], c.At);
        };
        t["__nanosleep"] = c =>
        {
            c.Expect(1, 1);
            return c.Lowerer.CallEffect(Intrinsics.Sleep, new VoidCType(), [c.Read(0, CType.UInt)], c.At);
        };
    }

    private static void AddMemory(Dictionary<string, Builtin> t)
    {
        // Cache hints carry no meaning.
        foreach (string name in new[] { "__ldg", "__ldcg", "__ldca", "__ldcs", "__ldlu", "__ldcv" })
        {
            t[name] = c =>
            {
                c.Expect(1, 1);
                var place = c.Lowerer.DereferenceOperand(c.Arguments[0], c.At);
                return Operand.Of(place.Type, c.Lowerer.ReadRaw(place, c.At));
            };
        }
        foreach (string name in new[] { "__stwb", "__stcg", "__stcs", "__stwt" })
        {
            t[name] = c =>
            {
                c.Expect(2, 2);
                var place = c.Lowerer.DereferenceOperand(c.Arguments[0], c.At);
                c.Lowerer.EmitStore(place, c.Read(1, place.Type.Unqualified), c.At);
                return Operand.Nothing;
            };
        }
        t["move"] = c => c.Arguments[0];
        t["forward"] = c => c.Arguments[0];
        t["swap"] = c =>
        {
            c.Expect(2, 2);
            var a = c.Arguments[0];
            var b = c.Arguments[1];
            if (a.Place is null || b.Place is null)
            {
                throw new LoweringException(SemanticRules.NotAssignable.At(c.At));
            }
            var x = c.Lowerer.ReadRaw(a, c.At);
            var y = c.Lowerer.ReadRaw(b, c.At);
            c.Lowerer.EmitStore(a, y, c.At);
            c.Lowerer.EmitStore(b, x, c.At);
            return Operand.Nothing;
        };
    }
}
