using KernelPort.Ir;

namespace KernelPort.Backends.CLike;

/// <summary>The words of CUDA C++ itself, which most dialects share: the base that a dialect changes.</summary>
public static class CudaWords
{
    public static readonly IReadOnlyDictionary<Scalar, string> Scalars = new Dictionary<Scalar, string>
    {
        [Scalar.Bool] = "bool", [Scalar.I8] = "signed char", [Scalar.U8] = "unsigned char", [Scalar.I16] = "short", [Scalar.U16] = "unsigned short",
        [Scalar.I32] = "int", [Scalar.U32] = "unsigned int", [Scalar.I64] = "long long", [Scalar.U64] = "unsigned long long",
        [Scalar.F16] = "__half", [Scalar.BF16] = "__nv_bfloat16", [Scalar.F32] = "float", [Scalar.F64] = "double",
    };

    public static readonly IReadOnlyDictionary<Coordinate, string> Coordinates = new Dictionary<Coordinate, string>
    {
        [Coordinate.ThreadX] = "threadIdx.x", [Coordinate.ThreadY] = "threadIdx.y", [Coordinate.ThreadZ] = "threadIdx.z",
        [Coordinate.BlockX] = "blockIdx.x", [Coordinate.BlockY] = "blockIdx.y", [Coordinate.BlockZ] = "blockIdx.z",
        [Coordinate.BlockDimX] = "blockDim.x", [Coordinate.BlockDimY] = "blockDim.y", [Coordinate.BlockDimZ] = "blockDim.z",
        [Coordinate.GridDimX] = "gridDim.x", [Coordinate.GridDimY] = "gridDim.y", [Coordinate.GridDimZ] = "gridDim.z",
        [Coordinate.WarpSize] = "(unsigned int)warpSize",
    };

    public static readonly IReadOnlyDictionary<(Scalar, Scalar), string> BitCasts = new Dictionary<(Scalar, Scalar), string>
    {
        [(Scalar.F32, Scalar.I32)] = "__float_as_int({0})", [(Scalar.F32, Scalar.U32)] = "__float_as_uint({0})",
        [(Scalar.I32, Scalar.F32)] = "__int_as_float({0})", [(Scalar.U32, Scalar.F32)] = "__uint_as_float({0})",
        [(Scalar.F64, Scalar.I64)] = "__double_as_longlong({0})", [(Scalar.I64, Scalar.F64)] = "__longlong_as_double({0})",
        [(Scalar.F16, Scalar.U16)] = "__half_as_ushort({0})", [(Scalar.U16, Scalar.F16)] = "__ushort_as_half({0})",
        [(Scalar.F16, Scalar.I16)] = "__half_as_short({0})", [(Scalar.I16, Scalar.F16)] = "__short_as_half({0})",
        [(Scalar.BF16, Scalar.U16)] = "__bfloat16_as_ushort({0})", [(Scalar.U16, Scalar.BF16)] = "__ushort_as_bfloat16({0})",
    };

    public static readonly IReadOnlyDictionary<(Scalar, Scalar), string> Conversions = new Dictionary<(Scalar, Scalar), string>
    {
        [(Scalar.F32, Scalar.F16)] = "__float2half({0})", [(Scalar.F16, Scalar.F32)] = "__half2float({0})", [(Scalar.F64, Scalar.F16)] = "__double2half({0})",
        // A plain cast out of range is undefined in C++; these saturate, as CUDA's casts do.
        [(Scalar.F32, Scalar.I32)] = "__float2int_rz({0})", [(Scalar.F32, Scalar.U32)] = "__float2uint_rz({0})", [(Scalar.F32, Scalar.I64)] = "__float2ll_rz({0})", [(Scalar.F32, Scalar.U64)] = "__float2ull_rz({0})",
        [(Scalar.F64, Scalar.I32)] = "__double2int_rz({0})", [(Scalar.F64, Scalar.U32)] = "__double2uint_rz({0})", [(Scalar.F64, Scalar.I64)] = "__double2ll_rz({0})", [(Scalar.F64, Scalar.U64)] = "__double2ull_rz({0})",
        [(Scalar.F32, Scalar.BF16)] = "__float2bfloat16({0})", [(Scalar.BF16, Scalar.F32)] = "__bfloat162float({0})",
    };

    public static readonly IReadOnlyDictionary<AtomicOp, string> Atomics = new Dictionary<AtomicOp, string>
    {
        [AtomicOp.Add] = "atomicAdd({0}, {1})", [AtomicOp.Sub] = "atomicSub({0}, {1})", [AtomicOp.Exchange] = "atomicExch({0}, {1})",
        [AtomicOp.Min] = "atomicMin({0}, {1})", [AtomicOp.Max] = "atomicMax({0}, {1})", [AtomicOp.Increment] = "atomicInc({0}, {1})",
        [AtomicOp.Decrement] = "atomicDec({0}, {1})", [AtomicOp.And] = "atomicAnd({0}, {1})", [AtomicOp.Or] = "atomicOr({0}, {1})",
        [AtomicOp.Xor] = "atomicXor({0}, {1})", [AtomicOp.CompareExchange] = "atomicCAS({0}, {2}, {1})",
    };

    public static readonly IReadOnlyCollection<string> Reserved =
    [
        "alignas", "alignof", "and", "and_eq", "asm", "auto", "bitand", "bitor", "bool", "break", "case", "catch", "char", "class", "compl", "const", "constexpr", "continue", "default", "delete", "do", "double",
        "else", "enum", "explicit", "export", "extern", "false", "float", "for", "friend", "goto", "half", "if", "inline", "int", "long", "mutable", "namespace", "new", "not", "not_eq",
        "nullptr", "operator", "or", "or_eq", "private", "protected", "public", "register", "restrict", "return", "short", "signed", "sizeof", "static", "struct", "switch", "template",
        "this", "throw", "true", "try", "typedef", "typename", "union", "unsigned", "using", "virtual", "void", "volatile", "while", "xor", "xor_eq",
        "threadIdx", "blockIdx", "blockDim", "gridDim", "warpSize", "min", "max", "abs",
    ];

    /// <summary>Every operation in CUDA's spelling, with one piece of evidence for all.</summary>
    public static Dictionary<Intrinsic, Support> Operations(Evidence from)
    {
        var t = new Dictionary<Intrinsic, Support>();
        (Intrinsic, string)[] math =
        [
            (Intrinsics.Sqrt, "sqrt"), (Intrinsics.Rsqrt, "rsqrt"), (Intrinsics.Cbrt, "cbrt"), (Intrinsics.Rcbrt, "rcbrt"), (Intrinsics.Exp, "exp"), (Intrinsics.Exp2, "exp2"),
            (Intrinsics.Exp10, "exp10"), (Intrinsics.Expm1, "expm1"), (Intrinsics.Log, "log"), (Intrinsics.Log2, "log2"), (Intrinsics.Log10, "log10"), (Intrinsics.Log1p, "log1p"),
            (Intrinsics.Sin, "sin"), (Intrinsics.Cos, "cos"), (Intrinsics.Tan, "tan"), (Intrinsics.Sinpi, "sinpi"), (Intrinsics.Cospi, "cospi"), (Intrinsics.Asin, "asin"),
            (Intrinsics.Acos, "acos"), (Intrinsics.Atan, "atan"), (Intrinsics.Sinh, "sinh"), (Intrinsics.Cosh, "cosh"), (Intrinsics.Tanh, "tanh"), (Intrinsics.Asinh, "asinh"),
            (Intrinsics.Acosh, "acosh"), (Intrinsics.Atanh, "atanh"), (Intrinsics.Erf, "erf"), (Intrinsics.Erfc, "erfc"), (Intrinsics.Lgamma, "lgamma"), (Intrinsics.Tgamma, "tgamma"),
            (Intrinsics.Floor, "floor"), (Intrinsics.Ceil, "ceil"), (Intrinsics.Trunc, "trunc"), (Intrinsics.Round, "round"), (Intrinsics.Rint, "rint"), (Intrinsics.FAbs, "fabs"),
        ];
        foreach (var (i, word) in math)
        {
            t[i] = new Support.Native(word + "{f}({0})", from);
        }
        (Intrinsic, string)[] two =
        [
            (Intrinsics.Atan2, "atan2"), (Intrinsics.Pow, "pow"), (Intrinsics.Hypot, "hypot"), (Intrinsics.FMin, "fmin"), (Intrinsics.FMax, "fmax"), (Intrinsics.Fmod, "fmod"),
            (Intrinsics.Remainder, "remainder"), (Intrinsics.Fdim, "fdim"), (Intrinsics.CopySign, "copysign"), (Intrinsics.Ldexp, "ldexp"),
        ];
        foreach (var (i, word) in two)
        {
            t[i] = new Support.Native(word + "{f}({0}, {1})", from);
        }
        (Intrinsic, string)[] others =
        [
            (Intrinsics.Fma, "fma{f}({0}, {1}, {2})"), (Intrinsics.Saturate, "__saturatef({0})"), (Intrinsics.IsNan, "isnan({0})"), (Intrinsics.IsInf, "isinf({0})"),
            (Intrinsics.IsFinite, "isfinite({0})"), (Intrinsics.SignBit, "signbit({0})"),
            (Intrinsics.FastExp, "__expf({0})"), (Intrinsics.FastExp10, "__exp10f({0})"), (Intrinsics.FastLog, "__logf({0})"), (Intrinsics.FastLog2, "__log2f({0})"),
            (Intrinsics.FastLog10, "__log10f({0})"), (Intrinsics.FastSin, "__sinf({0})"), (Intrinsics.FastCos, "__cosf({0})"), (Intrinsics.FastTan, "__tanf({0})"),
            (Intrinsics.FastPow, "__powf({0}, {1})"), (Intrinsics.FastDivide, "__fdividef({0}, {1})"),
            (Intrinsics.AddRn, "__{d}add_rn({0}, {1})"), (Intrinsics.SubRn, "__{d}sub_rn({0}, {1})"), (Intrinsics.MulRn, "__{d}mul_rn({0}, {1})"), (Intrinsics.DivRn, "__{d}div_rn({0}, {1})"),
            (Intrinsics.IMin, "min({0}, {1})"), (Intrinsics.IMax, "max({0}, {1})"), (Intrinsics.IAbs, "{ll}abs({0})"),
            (Intrinsics.PopCount, "__popc{ll}({0})"), (Intrinsics.CountLeadingZeros, "__clz{ll}({0})"), (Intrinsics.FindFirstSet, "__ffs{ll}({0})"), (Intrinsics.BitReverse, "__brev{ll}({0})"),
            (Intrinsics.BytePermute, "__byte_perm({0}, {1}, {2})"), (Intrinsics.FunnelShiftLeft, "__funnelshift_l({0}, {1}, {2})"), (Intrinsics.FunnelShiftRight, "__funnelshift_r({0}, {1}, {2})"),
            (Intrinsics.MulHi, "__{u}mul{64}hi({0}, {1})"), (Intrinsics.Sad, "__{u}sad({0}, {1}, {2})"), (Intrinsics.Mul24, "__{u}mul24({0}, {1})"),
            (Intrinsics.Dp4aSigned, "__dp4a({0}, {1}, {2})"), (Intrinsics.Dp4aUnsigned, "__dp4a({0}, {1}, {2})"),
            (Intrinsics.Barrier, "__syncthreads()"), (Intrinsics.BarrierCount, "__syncthreads_count({0})"), (Intrinsics.BarrierAnd, "__syncthreads_and({0})"), (Intrinsics.BarrierOr, "__syncthreads_or({0})"),
            (Intrinsics.WarpBarrier, "__syncwarp({0:mask})"), (Intrinsics.GridBarrier, "cooperative_groups::this_grid().sync()"),
            (Intrinsics.ShuffleIndex, "__shfl_sync({0:mask}, {1}, {2}{3:width})"), (Intrinsics.ShuffleUp, "__shfl_up_sync({0:mask}, {1}, {2}{3:width})"),
            (Intrinsics.ShuffleDown, "__shfl_down_sync({0:mask}, {1}, {2}{3:width})"), (Intrinsics.ShuffleXor, "__shfl_xor_sync({0:mask}, {1}, {2}{3:width})"),
            (Intrinsics.VoteAll, "__all_sync({0:mask}, {1})"), (Intrinsics.VoteAny, "__any_sync({0:mask}, {1})"), (Intrinsics.Ballot, "__ballot_sync({0:mask}, {1})"),
            (Intrinsics.ActiveMask, "__activemask()"), (Intrinsics.MatchAny, "__match_any_sync({0:mask}, {1})"),
            (Intrinsics.ReduceAdd, "__reduce_add_sync({0:mask}, {1})"), (Intrinsics.ReduceMin, "__reduce_min_sync({0:mask}, {1})"), (Intrinsics.ReduceMax, "__reduce_max_sync({0:mask}, {1})"),
            (Intrinsics.ReduceAnd, "__reduce_and_sync({0:mask}, {1})"), (Intrinsics.ReduceOr, "__reduce_or_sync({0:mask}, {1})"), (Intrinsics.ReduceXor, "__reduce_xor_sync({0:mask}, {1})"),
            (Intrinsics.FenceBlock, "__threadfence_block()"), (Intrinsics.FenceDevice, "__threadfence()"), (Intrinsics.FenceSystem, "__threadfence_system()"), (Intrinsics.Trap, "__trap()"),
            (Intrinsics.Print, "printf"),
            (Intrinsics.AddRz, "__{d}add_rz({0}, {1})"), (Intrinsics.AddRu, "__{d}add_ru({0}, {1})"), (Intrinsics.AddRd, "__{d}add_rd({0}, {1})"),
            (Intrinsics.SubRz, "__{d}sub_rz({0}, {1})"), (Intrinsics.SubRu, "__{d}sub_ru({0}, {1})"), (Intrinsics.SubRd, "__{d}sub_rd({0}, {1})"),
            (Intrinsics.MulRz, "__{d}mul_rz({0}, {1})"), (Intrinsics.MulRu, "__{d}mul_ru({0}, {1})"), (Intrinsics.MulRd, "__{d}mul_rd({0}, {1})"),
            (Intrinsics.DivRz, "__{d}div_rz({0}, {1})"), (Intrinsics.DivRu, "__{d}div_ru({0}, {1})"), (Intrinsics.DivRd, "__{d}div_rd({0}, {1})"),
            (Intrinsics.SqrtRz, "__{d}sqrt_rz({0})"), (Intrinsics.SqrtRu, "__{d}sqrt_ru({0})"), (Intrinsics.SqrtRd, "__{d}sqrt_rd({0})"),
            (Intrinsics.ConvertRz, "__{from}2{to}_rz({0})"), (Intrinsics.ConvertRu, "__{from}2{to}_ru({0})"), (Intrinsics.ConvertRd, "__{from}2{to}_rd({0})"),
            (Intrinsics.Clock, "clock64()"), (Intrinsics.Sleep, "__nanosleep({0})"),
        ];
        foreach (var (i, word) in others)
        {
            t[i] = new Support.Native(word, from);
        }
        // The words follow from the form of each access.
        SetTextures(t, new Support.Native("", from));
        return t;
    }

    /// <summary>One answer for all texture and surface operations.</summary>
    public static void SetTextures(Dictionary<Intrinsic, Support> t, Support support)
    {
        foreach (var i in Intrinsics.Textures)
        {
            t[i] = support;
        }
    }

    /// <summary>Vector structs that CUDA's headers declare.</summary>
    public static bool IsVector(string name) => VectorNames.Contains(name);

    private static readonly HashSet<string> VectorNames = new(
        from element in new[] { "char", "uchar", "short", "ushort", "int", "uint", "long", "ulong", "longlong", "ulonglong", "float", "double" }
        from count in new[] { "1", "2", "3", "4" }
        select element + count,
        StringComparer.Ordinal) { "dim3" };

    /// <summary>CUDA's own words as a dialect; others are made from it with `with`.</summary>
    public static readonly CLikeDialect Dialect = new()
    {
        Prelude = "",
        KernelHead = "__global__",
        DeviceHead = "static __device__ inline",
        Shared = "__shared__",
        DynamicShared = "extern __shared__ {0};",
        Constant = "__constant__",
        DeviceGlobal = "__device__",
        Scalars = Scalars,
        Coordinates = Coordinates,
        BitCasts = BitCasts,
        Conversions = Conversions,
        Atomics = Atomics,
        HasVector = IsVector,
        Reserved = Reserved,
    };

    /// <summary>The includes for half types, where a module uses them.</summary>
    public static bool Uses(Module module, Scalar kind) =>
        module.Functions.Any(f => ConvertedTypes.Of(f).Contains(kind) || f.Lets.Any(l => Has(l.Type, kind)) || f.Variables.Any(v => Has(v.Type, kind))) || module.Globals.Any(g => Has(g.Type, kind));

    /// <summary>Whether an operation occurs, for headers that only some need.</summary>
    public static bool Uses(Module module, Intrinsic intrinsic) => module.Functions.Any(f => CallFinder.Has(f, i => i == intrinsic));

    private static bool Has(IrType type, Scalar kind) => type switch
    {
        ScalarType s => s.Kind == kind,
        PointerType p => p.Pointee is not StructType && Has(p.Pointee, kind),
        ArrayType a => Has(a.Element, kind),
        StructType s => s.Fields.Any(f => f.Type is not PointerType && Has(f.Type, kind)),
        _ => false,
    };

    /// <summary>The types that only conversions in the middle of an expression mention.</summary>
    private sealed class ConvertedTypes : Walker
    {
        private readonly HashSet<Scalar> _kinds = [];

        public static HashSet<Scalar> Of(Function function)
        {
            var finder = new ConvertedTypes();
            finder.Walk(function);
            return finder._kinds;
        }

        protected override void Enter(Expr expression)
        {
            if (expression is Cast or BitCast && expression.Type is ScalarType s)
            {
                _kinds.Add(s.Kind);
            }
        }
    }
}
