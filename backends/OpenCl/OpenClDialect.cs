using KernelPort.Backends.CLike;
using KernelPort.Ir;

namespace KernelPort.Backends.OpenCl;

/// <summary>The words of OpenCL C 1.2. Section numbers are those of its specification.</summary>
internal static class OpenClDialect
{
    private static readonly Dictionary<Scalar, string> Scalars = new()
    {
        // A kernel takes no bool (6.9), so a truth value is a byte everywhere.
        [Scalar.Bool] = "uchar", [Scalar.I8] = "char", [Scalar.U8] = "uchar", [Scalar.I16] = "short", [Scalar.U16] = "ushort",
        [Scalar.I32] = "int", [Scalar.U32] = "uint", [Scalar.I64] = "long", [Scalar.U64] = "ulong",
        // Arithmetic on half is an extension (9.5): its bits are kept, and converted by the core's vload_half and vstore_half (6.12.7).
        [Scalar.F16] = "ushort", [Scalar.BF16] = "ushort", [Scalar.F32] = "float", [Scalar.F64] = "double",
    };

    /// <summary>Functions the language declares (6.12) that a program is likely to have too.</summary>
    private static readonly HashSet<string> Builtins = new(StringComparer.Ordinal)
    {
        "abs", "abs_diff", "acos", "acosh", "acospi", "add_sat", "all", "any", "asin", "asinh", "atan", "atan2", "atanh", "barrier", "bitselect", "cbrt", "ceil", "clamp", "clz",
        "copysign", "cos", "cosh", "cospi", "cross", "degrees", "distance", "dot", "erf", "erfc", "exp", "exp10", "exp2", "expm1", "fabs", "fdim", "floor", "fma", "fmax", "fmin",
        "fmod", "fract", "frexp", "hadd", "hypot", "ilogb", "isequal", "isfinite", "isinf", "isnan", "ldexp", "length", "lgamma", "log", "log10", "log1p", "log2", "logb", "mad",
        "mad24", "max", "maxmag", "min", "minmag", "mix", "modf", "mul24", "mul_hi", "nan", "nextafter", "normalize", "popcount", "pow", "pown", "powr", "prefetch", "radians",
        "remainder", "rint", "rotate", "round", "rsqrt", "select", "shuffle", "sign", "signbit", "sin", "sincos", "sinh", "sinpi", "smoothstep", "sqrt", "step", "sub_sat",
        "tan", "tanh", "tgamma", "trunc", "upsample", "vec_step",
    };

    // Before the words, which are made of it.
    private static readonly HashSet<string> Reserved = MakeReserved();

    public static readonly CLikeDialect Words = new()
    {
        Prelude = "",
        KernelHead = "__kernel",
        LaunchBounds = "",
        LaunchBoundsWithBlocks = "",
        DeviceHead = "static",
        Shared = "__local",
        DynamicShared = "__local {1} = (__local {2}){3};",
        DynamicSharedParameter = "__local {0}",
        Constant = "__constant",
        DeviceGlobal = "__global",
        Restrict = " restrict",
        Spaces = new Dictionary<AddressSpace, string>
        {
            [AddressSpace.Global] = "__global", [AddressSpace.Shared] = "__local", [AddressSpace.Constant] = "__constant", [AddressSpace.Local] = "__private",
        },
        Scalars = Scalars,
        Coordinates = new Dictionary<Coordinate, string>
        {
            [Coordinate.ThreadX] = "(uint)get_local_id(0)", [Coordinate.ThreadY] = "(uint)get_local_id(1)", [Coordinate.ThreadZ] = "(uint)get_local_id(2)",
            [Coordinate.BlockX] = "(uint)get_group_id(0)", [Coordinate.BlockY] = "(uint)get_group_id(1)", [Coordinate.BlockZ] = "(uint)get_group_id(2)",
            [Coordinate.BlockDimX] = "(uint)get_local_size(0)", [Coordinate.BlockDimY] = "(uint)get_local_size(1)", [Coordinate.BlockDimZ] = "(uint)get_local_size(2)",
            [Coordinate.GridDimX] = "(uint)get_num_groups(0)", [Coordinate.GridDimY] = "(uint)get_num_groups(1)", [Coordinate.GridDimZ] = "(uint)get_num_groups(2)",
            [Coordinate.WarpSize] = "32u",
        },
        MakeVector = "({0})",
        MakeStruct = "({0}){{{1}}}",
        BitCasts = new Dictionary<(Scalar, Scalar), string>
        {
            [(Scalar.F32, Scalar.I32)] = "as_int({0})", [(Scalar.F32, Scalar.U32)] = "as_uint({0})", [(Scalar.I32, Scalar.F32)] = "as_float({0})", [(Scalar.U32, Scalar.F32)] = "as_float({0})",
            [(Scalar.F64, Scalar.I64)] = "as_long({0})", [(Scalar.F64, Scalar.U64)] = "as_ulong({0})", [(Scalar.I64, Scalar.F64)] = "as_double({0})", [(Scalar.U64, Scalar.F64)] = "as_double({0})",
            [(Scalar.F16, Scalar.U16)] = "({0})", [(Scalar.U16, Scalar.F16)] = "({0})", [(Scalar.F16, Scalar.I16)] = "(short)({0})", [(Scalar.I16, Scalar.F16)] = "(ushort)({0})",
            [(Scalar.BF16, Scalar.U16)] = "({0})", [(Scalar.U16, Scalar.BF16)] = "({0})", [(Scalar.BF16, Scalar.I16)] = "(short)({0})", [(Scalar.I16, Scalar.BF16)] = "(ushort)({0})",
        },
        Conversions = Conversions(),
        Atomics = new Dictionary<AtomicOp, string>
        {
            [AtomicOp.Add] = "atomic_add({0}, {1})", [AtomicOp.Sub] = "atomic_sub({0}, {1})", [AtomicOp.Exchange] = "atomic_xchg({0}, {1})",
            [AtomicOp.Min] = "atomic_min({0}, {1})", [AtomicOp.Max] = "atomic_max({0}, {1})", [AtomicOp.And] = "atomic_and({0}, {1})",
            [AtomicOp.Or] = "atomic_or({0}, {1})", [AtomicOp.Xor] = "atomic_xor({0}, {1})", [AtomicOp.CompareExchange] = "atomic_cmpxchg({0}, {2}, {1})",
        },
        SpecialAtomics = SpecialAtomics(),
        LongSuffix = "L",
        HasVector = HasVector,
        VectorNames = new Dictionary<string, string> { ["longlong2"] = "long2", ["ulonglong2"] = "ulong2" },
        Reserved = Reserved,
        ReservedMembers = [.. Reserved.Except(Builtins)],
        ReservedFunctions = Builtins,
        StructTags = true,
        Align = "__attribute__((aligned({0})))",
        FloatBits = "as_float({0})",
        DoubleBits = "as_double({0})",
        PrintLong = "l",
        Unroll = "",
    };

    /// <summary>Vectors of two and four parts whose alignment is CUDA's; a long4 is aligned to 32 bytes here and to 16 there (6.1.5).</summary>
    public static bool HasVector(string name) => CudaWords.IsVector(name) && name[^1] is '2' or '4' && !(name[^1] == '4' && (name.Contains("long", StringComparison.Ordinal) || name.StartsWith("double", StringComparison.Ordinal)));

    private static Dictionary<(Scalar, Scalar), string> Conversions()
    {
        var t = new Dictionary<(Scalar, Scalar), string>
        {
            [(Scalar.F16, Scalar.F32)] = "kp_half_to_float({0})", [(Scalar.F32, Scalar.F16)] = "kp_float_to_half({0})", [(Scalar.F64, Scalar.F16)] = "kp_double_to_half({0})",
            [(Scalar.BF16, Scalar.F32)] = "kp_bfloat_to_float({0})", [(Scalar.F32, Scalar.BF16)] = "kp_float_to_bfloat({0})",
        };
        foreach (var (from, to) in from f in new[] { Scalar.F32, Scalar.F64 } from i in Enum.GetValues<Scalar>() where i is > Scalar.Bool and < Scalar.F16 select (f, i))
        {
            // CUDA's conversions round to zero, saturate, and make 0 of NaN; so do these (6.2.3.3).
            t[(from, to)] = $"convert_{Scalars[to]}_sat_rtz({{0}})";
        }
        foreach (var from in Enum.GetValues<Scalar>().Where(s => s is not (Scalar.Bool or Scalar.F16 or Scalar.BF16)))
        {
            t[(from, Scalar.Bool)] = "(({0}) != 0)";
        }
        return t;
    }

    private static Dictionary<(AtomicOp, Scalar, AddressSpace), string> SpecialAtomics()
    {
        var t = new Dictionary<(AtomicOp, Scalar, AddressSpace), string>();
        foreach (var (space, word) in new[] { (AddressSpace.Global, "global"), (AddressSpace.Shared, "local") })
        {
            t[(AtomicOp.Add, Scalar.F32, space)] = $"kp_atomic_add_float_{word}({{0}}, {{1}})";
            t[(AtomicOp.Increment, Scalar.U32, space)] = $"kp_atomic_inc_{word}({{0}}, {{1}})";
            t[(AtomicOp.Decrement, Scalar.U32, space)] = $"kp_atomic_dec_{word}({{0}}, {{1}})";
        }
        return t;
    }


    private static HashSet<string> MakeReserved()
    {
        // A local name hides a builtin that the same text may call.
        var words = new HashSet<string>(Builtins, StringComparer.Ordinal);
        words.UnionWith(CudaWords.Reserved.Where(w => !w.EndsWith("Idx", StringComparison.Ordinal) && !w.EndsWith("Dim", StringComparison.Ordinal)));
        words.UnionWith(["kernel", "__kernel", "global", "local", "constant", "private", "read_only", "write_only", "read_write", "uniform", "pipe", "generic",
            "uchar", "ushort", "uint", "ulong", "size_t", "ptrdiff_t", "intptr_t", "uintptr_t", "quad", "complex", "imaginary", "event_t", "sampler_t", "image2d_t", "image3d_t"]);
        foreach (string element in new[] { "char", "uchar", "short", "ushort", "int", "uint", "long", "ulong", "float", "double", "half" })
        {
            words.UnionWith(new[] { "2", "3", "4", "8", "16" }.Select(n => element + n));
        }
        return words;
    }
}
