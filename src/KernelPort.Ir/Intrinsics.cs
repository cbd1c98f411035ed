using System.Reflection;

namespace KernelPort.Ir;

[Flags]
public enum Effect { None = 0, Reads = 1, Writes = 2, Convergent = 4 }

/// <summary>A named operation. Without effect it stands in a <see cref="Pure"/>, with one in a <see cref="Call"/>.</summary>
public sealed record Intrinsic(string Name, int Arity, Effect Effect = Effect.None)
{
    /// <summary>The arity of a printf or a texture access: its format says.</summary>
    public const int AnyArity = -1;

    public override string ToString() => Name;
}

/// <summary>All operations the core knows; a backend may declare its own in its folder.</summary>
public static class Intrinsics
{
    // Floating, on f16/bf16/f32/f64; the result has the operands' type.
    public static readonly Intrinsic Sqrt = new("sqrt", 1);
    public static readonly Intrinsic Rsqrt = new("rsqrt", 1);
    public static readonly Intrinsic Cbrt = new("cbrt", 1);
    public static readonly Intrinsic Rcbrt = new("rcbrt", 1);
    public static readonly Intrinsic Exp = new("exp", 1);
    public static readonly Intrinsic Exp2 = new("exp2", 1);
    public static readonly Intrinsic Exp10 = new("exp10", 1);
    public static readonly Intrinsic Expm1 = new("expm1", 1);
    public static readonly Intrinsic Log = new("log", 1);
    public static readonly Intrinsic Log2 = new("log2", 1);
    public static readonly Intrinsic Log10 = new("log10", 1);
    public static readonly Intrinsic Log1p = new("log1p", 1);
    public static readonly Intrinsic Sin = new("sin", 1);
    public static readonly Intrinsic Cos = new("cos", 1);
    public static readonly Intrinsic Tan = new("tan", 1);
    public static readonly Intrinsic Sinpi = new("sinpi", 1);
    public static readonly Intrinsic Cospi = new("cospi", 1);
    public static readonly Intrinsic Asin = new("asin", 1);
    public static readonly Intrinsic Acos = new("acos", 1);
    public static readonly Intrinsic Atan = new("atan", 1);
    public static readonly Intrinsic Atan2 = new("atan2", 2);
    public static readonly Intrinsic Sinh = new("sinh", 1);
    public static readonly Intrinsic Cosh = new("cosh", 1);
    public static readonly Intrinsic Tanh = new("tanh", 1);
    public static readonly Intrinsic Asinh = new("asinh", 1);
    public static readonly Intrinsic Acosh = new("acosh", 1);
    public static readonly Intrinsic Atanh = new("atanh", 1);
    public static readonly Intrinsic Pow = new("pow", 2);
    public static readonly Intrinsic Hypot = new("hypot", 2);
    public static readonly Intrinsic Erf = new("erf", 1);
    public static readonly Intrinsic Erfc = new("erfc", 1);
    public static readonly Intrinsic Lgamma = new("lgamma", 1);
    public static readonly Intrinsic Tgamma = new("tgamma", 1);
    public static readonly Intrinsic Fma = new("fma", 3);
    public static readonly Intrinsic FMin = new("fmin", 2);
    public static readonly Intrinsic FMax = new("fmax", 2);
    public static readonly Intrinsic Fmod = new("fmod", 2);
    public static readonly Intrinsic Remainder = new("remainder", 2);
    public static readonly Intrinsic Fdim = new("fdim", 2);
    public static readonly Intrinsic CopySign = new("copysign", 2);
    public static readonly Intrinsic Floor = new("floor", 1);
    public static readonly Intrinsic Ceil = new("ceil", 1);
    public static readonly Intrinsic Trunc = new("trunc", 1);
    public static readonly Intrinsic Round = new("round", 1);
    public static readonly Intrinsic Rint = new("rint", 1);
    public static readonly Intrinsic FAbs = new("fabs", 1);
    public static readonly Intrinsic Saturate = new("saturate", 1);
    public static readonly Intrinsic Ldexp = new("ldexp", 2);       // (x, i32)
    public static readonly Intrinsic IsNan = new("isnan", 1);       // gives bool
    public static readonly Intrinsic IsInf = new("isinf", 1);       // gives bool
    public static readonly Intrinsic IsFinite = new("isfinite", 1); // gives bool
    public static readonly Intrinsic SignBit = new("signbit", 1);   // gives bool

    // CUDA's approximate forms: the same functions with wider error bounds.
    public static readonly Intrinsic FastExp = new("fast_exp", 1);
    public static readonly Intrinsic FastExp10 = new("fast_exp10", 1);
    public static readonly Intrinsic FastLog = new("fast_log", 1);
    public static readonly Intrinsic FastLog2 = new("fast_log2", 1);
    public static readonly Intrinsic FastLog10 = new("fast_log10", 1);
    public static readonly Intrinsic FastSin = new("fast_sin", 1);
    public static readonly Intrinsic FastCos = new("fast_cos", 1);
    public static readonly Intrinsic FastTan = new("fast_tan", 1);
    public static readonly Intrinsic FastPow = new("fast_pow", 2);
    public static readonly Intrinsic FastDivide = new("fast_divide", 2);

    // Rounding to nearest, never contracted with a neighbour.
    public static readonly Intrinsic AddRn = new("add_rn", 2);
    public static readonly Intrinsic SubRn = new("sub_rn", 2);
    public static readonly Intrinsic MulRn = new("mul_rn", 2);
    public static readonly Intrinsic DivRn = new("div_rn", 2);

    // Rounding towards zero, up and down.
    public static readonly Intrinsic AddRz = new("add_rz", 2);
    public static readonly Intrinsic AddRu = new("add_ru", 2);
    public static readonly Intrinsic AddRd = new("add_rd", 2);
    public static readonly Intrinsic SubRz = new("sub_rz", 2);
    public static readonly Intrinsic SubRu = new("sub_ru", 2);
    public static readonly Intrinsic SubRd = new("sub_rd", 2);
    public static readonly Intrinsic MulRz = new("mul_rz", 2);
    public static readonly Intrinsic MulRu = new("mul_ru", 2);
    public static readonly Intrinsic MulRd = new("mul_rd", 2);
    public static readonly Intrinsic DivRz = new("div_rz", 2);
    public static readonly Intrinsic DivRu = new("div_ru", 2);
    public static readonly Intrinsic DivRd = new("div_rd", 2);
    public static readonly Intrinsic SqrtRz = new("sqrt_rz", 1);
    public static readonly Intrinsic SqrtRu = new("sqrt_ru", 1);
    public static readonly Intrinsic SqrtRd = new("sqrt_rd", 1);

    // A number as a float or double (the result's type), rounded that way.
    public static readonly Intrinsic ConvertRz = new("convert_rz", 1);
    public static readonly Intrinsic ConvertRu = new("convert_ru", 1);
    public static readonly Intrinsic ConvertRd = new("convert_rd", 1);

    /// <summary>Those that round in a direction.</summary>
    public static IEnumerable<Intrinsic> Directed => All.Where(i => i.Effect == Effect.None && (i.Name.EndsWith("_rz", StringComparison.Ordinal) || i.Name.EndsWith("_ru", StringComparison.Ordinal) || i.Name.EndsWith("_rd", StringComparison.Ordinal)));

    // Integer; the result has the operands' type unless said.
    public static readonly Intrinsic IMin = new("min", 2);
    public static readonly Intrinsic IMax = new("max", 2);
    public static readonly Intrinsic IAbs = new("abs", 1);
    public static readonly Intrinsic MulHi = new("mulhi", 2);
    public static readonly Intrinsic PopCount = new("popcount", 1);            // gives i32
    public static readonly Intrinsic CountLeadingZeros = new("clz", 1);        // gives i32
    public static readonly Intrinsic FindFirstSet = new("ffs", 1);             // gives i32
    public static readonly Intrinsic BitReverse = new("brev", 1);
    public static readonly Intrinsic BytePermute = new("byte_perm", 3);        // u32
    public static readonly Intrinsic FunnelShiftLeft = new("funnel_left", 3);  // u32 (lo, hi, shift mod 32)
    public static readonly Intrinsic FunnelShiftRight = new("funnel_right", 3);
    public static readonly Intrinsic Sad = new("sad", 3);                      // |a - b| + c, gives u32
    public static readonly Intrinsic Dp4aSigned = new("dp4a_s", 3);
    public static readonly Intrinsic Dp4aUnsigned = new("dp4a_u", 3);
    public static readonly Intrinsic Mul24 = new("mul24", 2);

    // The block and the warp. Lane masks are u64 so that one form serves every warp width.
    public static readonly Intrinsic Barrier = new("barrier", 0, Effect.Reads | Effect.Writes | Effect.Convergent);
    public static readonly Intrinsic BarrierCount = new("barrier_count", 1, Effect.Reads | Effect.Writes | Effect.Convergent); // (bool) -> i32
    public static readonly Intrinsic BarrierAnd = new("barrier_and", 1, Effect.Reads | Effect.Writes | Effect.Convergent);     // (bool) -> i32
    public static readonly Intrinsic BarrierOr = new("barrier_or", 1, Effect.Reads | Effect.Writes | Effect.Convergent);       // (bool) -> i32
    public static readonly Intrinsic GridBarrier = new("grid_barrier", 0, Effect.Reads | Effect.Writes | Effect.Convergent);   // of a cooperative launch
    public static readonly Intrinsic WarpBarrier = new("warp_barrier", 1, Effect.Reads | Effect.Writes | Effect.Convergent);   // (mask u64)
    public static readonly Intrinsic ShuffleIndex = new("shuffle", 4, Effect.Convergent);        // (mask u64, value, lane i32, width i32)
    public static readonly Intrinsic ShuffleUp = new("shuffle_up", 4, Effect.Convergent);        // (mask u64, value, delta u32, width i32)
    public static readonly Intrinsic ShuffleDown = new("shuffle_down", 4, Effect.Convergent);
    public static readonly Intrinsic ShuffleXor = new("shuffle_xor", 4, Effect.Convergent);      // (mask u64, value, lane mask i32, width i32)
    public static readonly Intrinsic VoteAll = new("vote_all", 2, Effect.Convergent);            // (mask u64, bool) -> i32
    public static readonly Intrinsic VoteAny = new("vote_any", 2, Effect.Convergent);            // (mask u64, bool) -> i32
    public static readonly Intrinsic Ballot = new("ballot", 2, Effect.Convergent);               // (mask u64, bool) -> u64
    public static readonly Intrinsic ActiveMask = new("active_mask", 0, Effect.Convergent);      // -> u64
    public static readonly Intrinsic MatchAny = new("match_any", 2, Effect.Convergent);          // (mask u64, value) -> u64
    public static readonly Intrinsic ReduceAdd = new("reduce_add", 2, Effect.Convergent);        // (mask u64, value) -> value's type
    public static readonly Intrinsic ReduceMin = new("reduce_min", 2, Effect.Convergent);
    public static readonly Intrinsic ReduceMax = new("reduce_max", 2, Effect.Convergent);
    public static readonly Intrinsic ReduceAnd = new("reduce_and", 2, Effect.Convergent);
    public static readonly Intrinsic ReduceOr = new("reduce_or", 2, Effect.Convergent);
    public static readonly Intrinsic ReduceXor = new("reduce_xor", 2, Effect.Convergent);
    public static readonly Intrinsic FenceBlock = new("fence_block", 0, Effect.Reads | Effect.Writes);
    public static readonly Intrinsic FenceDevice = new("fence_device", 0, Effect.Reads | Effect.Writes);
    public static readonly Intrinsic FenceSystem = new("fence_system", 0, Effect.Reads | Effect.Writes);
    public static readonly Intrinsic Trap = new("trap", 0, Effect.Writes);
    public static readonly Intrinsic Clock = new("clock", 0, Effect.Reads | Effect.Writes); // -> i64, never smaller than before
    public static readonly Intrinsic Sleep = new("sleep", 1, Effect.Reads | Effect.Writes); // (u32 nanoseconds), a wish
    // Which texel, and how, the format says (TextureForm): (object u64, coordinates, ...).
    public static readonly Intrinsic TextureRead = new("texture_read", Intrinsic.AnyArity, Effect.Reads);
    public static readonly Intrinsic SurfaceRead = new("surface_read", Intrinsic.AnyArity, Effect.Reads);
    public static readonly Intrinsic SurfaceWrite = new("surface_write", Intrinsic.AnyArity, Effect.Writes); // the value last
    public static readonly Intrinsic Print = new("print", Intrinsic.AnyArity, Effect.Writes); // a format and what it asks for

    private static readonly Dictionary<string, Intrinsic> ByName = typeof(Intrinsics)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => f.GetValue(null))
        .OfType<Intrinsic>()
        .ToDictionary(i => i.Name, StringComparer.Ordinal);

    /// <summary>All of them, in the order of their names.</summary>
    public static IEnumerable<Intrinsic> All => ByName.Values.OrderBy(i => i.Name, StringComparer.Ordinal);

    /// <summary>The accesses of textures and surfaces.</summary>
    public static IEnumerable<Intrinsic> Textures => [TextureRead, SurfaceRead, SurfaceWrite];

    public static Intrinsic? Find(string name) => ByName.GetValueOrDefault(name);
}
