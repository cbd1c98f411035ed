using KernelPort.Backends.CLike;
using KernelPort.Ir;
using KernelPort.Passes.Lower;

namespace KernelPort.Backends.OpenCl;

/// <summary>The capability tables of OpenCL C 1.2: what its text can say, and what we make of that before.</summary>
internal static class OpenClTargets
{
    private static readonly Evidence Language = Evidence.Document("OpenCL 1.2 specification, chapter 6");
    private static readonly Evidence Limits = Evidence.Document("OpenCL 1.2 specification, table 4.3: least values of the full profile");

    /// <summary>What a text can say: the check of a lowered kernel.</summary>
    public static readonly Target Text = new()
    {
        Name = "opencl",
        Extension = ".cl",
        WarpWidth = 32,
        MaxThreadsPerBlock = 1024,
        SharedMemoryBytes = 32 * 1024,
        SharedMemoryFrom = Limits,
        Intrinsics = Operations(),
        Atomic = Atomic,
        Global = g => g.Space == AddressSpace.Constant
            ? g.Initial.IsEmpty ? new Support.Gap("a __constant variable that the host fills has to become a kernel argument", Language) : null
            : new Support.Missing("variables of file scope are constant", Evidence.Document("OpenCL 1.2 specification, 6.5")),
        SharedOnlyInKernels = true,
        HasGenericPointers = false,
        LanguageFrom = Language,
    };

    /// <summary>What CUDA kernels may ask for. Whether a pointer's space can be told, and whether all of a block come to an exchange, only the lowering finds out.</summary>
    public static readonly Target OpenCl12 = Text with { HasGenericPointers = true, Intrinsics = WithExchanges(Text.Intrinsics) };

    private static Dictionary<Intrinsic, Support> WithExchanges(IReadOnlyDictionary<Intrinsic, Support> said)
    {
        var by = new ExchangeThroughLocal(Text.MaxThreadsPerBlock);
        Intrinsic[] made =
        [
            Intrinsics.BarrierCount, Intrinsics.BarrierAnd, Intrinsics.BarrierOr, Intrinsics.ShuffleIndex, Intrinsics.ShuffleUp, Intrinsics.ShuffleDown, Intrinsics.ShuffleXor,
            Intrinsics.Ballot, Intrinsics.VoteAll, Intrinsics.VoteAny,
        ];
        var all = new Dictionary<Intrinsic, Support>(said);
        foreach (var i in made)
        {
            all[i] = new Support.Lowered(by, Language);
        }
        return all;
    }

    private static Support? Atomic(AtomicOp op, Scalar type, AddressSpace space) => type switch
    {
        Scalar.I32 => op is AtomicOp.Increment or AtomicOp.Decrement ? new Support.Missing("CUDA has it for unsigned only", Language) : null,
        Scalar.U32 => null,
        Scalar.F32 when op is AtomicOp.Add or AtomicOp.Exchange => null,
        Scalar.F32 => new Support.Gap("only add and exchange are made of a compare-and-exchange", Language),
        Scalar.I64 or Scalar.U64 or Scalar.F64 => new Support.Missing("64-bit atomics are an extension", Evidence.Document("OpenCL 1.2 specification, 9.4")),
        _ => new Support.Missing("atomics are for 32-bit values", Evidence.Document("OpenCL 1.2 specification, 6.12.11")),
    };

    private static Dictionary<Intrinsic, Support> Operations()
    {
        var t = new Dictionary<Intrinsic, Support>();
        Intrinsic[] same =
        [
            Intrinsics.Sqrt, Intrinsics.Rsqrt, Intrinsics.Cbrt, Intrinsics.Exp, Intrinsics.Exp2, Intrinsics.Exp10, Intrinsics.Expm1, Intrinsics.Log, Intrinsics.Log2, Intrinsics.Log10,
            Intrinsics.Log1p, Intrinsics.Sin, Intrinsics.Cos, Intrinsics.Tan, Intrinsics.Sinpi, Intrinsics.Cospi, Intrinsics.Asin, Intrinsics.Acos, Intrinsics.Atan, Intrinsics.Atan2,
            Intrinsics.Sinh, Intrinsics.Cosh, Intrinsics.Tanh, Intrinsics.Asinh, Intrinsics.Acosh, Intrinsics.Atanh, Intrinsics.Pow, Intrinsics.Hypot, Intrinsics.Erf, Intrinsics.Erfc,
            Intrinsics.Lgamma, Intrinsics.Tgamma, Intrinsics.Fma, Intrinsics.FMin, Intrinsics.FMax, Intrinsics.Fmod, Intrinsics.Remainder, Intrinsics.Fdim, Intrinsics.CopySign,
            Intrinsics.Floor, Intrinsics.Ceil, Intrinsics.Trunc, Intrinsics.Round, Intrinsics.Rint, Intrinsics.FAbs, Intrinsics.Ldexp,
        ];
        foreach (var i in same)
        {
            t[i] = Native(i, i.Name);
        }
        (Intrinsic Of, string As)[] words =
        [
            (Intrinsics.Rcbrt, "(1 / cbrt({0}))"), (Intrinsics.Saturate, "fmin(fmax({0}, 0.0f), 1.0f)"),
            (Intrinsics.IsNan, "(isnan({0}) != 0)"), (Intrinsics.IsInf, "(isinf({0}) != 0)"), (Intrinsics.IsFinite, "(isfinite({0}) != 0)"), (Intrinsics.SignBit, "(signbit({0}) != 0)"),
            // The native_ functions promise no bound at all (7.4), so the fast forms are the plain ones.
            (Intrinsics.FastExp, "exp({0})"), (Intrinsics.FastExp10, "exp10({0})"), (Intrinsics.FastLog, "log({0})"), (Intrinsics.FastLog2, "log2({0})"), (Intrinsics.FastLog10, "log10({0})"),
            (Intrinsics.FastSin, "sin({0})"), (Intrinsics.FastCos, "cos({0})"), (Intrinsics.FastTan, "tan({0})"), (Intrinsics.FastPow, "pow({0}, {1})"),
            (Intrinsics.FastDivide, "({0:unary} / {1:unary})"),
            (Intrinsics.AddRn, "({0:mul} + {1:mul})"), (Intrinsics.SubRn, "({0:mul} - {1:mul})"), (Intrinsics.MulRn, "({0:unary} * {1:unary})"), (Intrinsics.DivRn, "({0:unary} / {1:unary})"),
            (Intrinsics.IMin, "min({0}, {1})"), (Intrinsics.IMax, "max({0}, {1})"), (Intrinsics.IAbs, "kp_abs{ll}({0})"), (Intrinsics.MulHi, "mul_hi({0}, {1})"),
            (Intrinsics.PopCount, "(int)popcount({0})"), (Intrinsics.CountLeadingZeros, "(int)clz({0})"), (Intrinsics.FindFirstSet, "kp_ffs{ll}({0})"), (Intrinsics.BitReverse, "kp_brev{ll}({0})"),
            (Intrinsics.BytePermute, "kp_byte_perm({0}, {1}, {2})"), (Intrinsics.FunnelShiftLeft, "kp_funnel_left({0}, {1}, {2})"), (Intrinsics.FunnelShiftRight, "kp_funnel_right({0}, {1}, {2})"),
            (Intrinsics.Sad, "(abs_diff({0}, {1}) + {2:mul})"), (Intrinsics.Dp4aSigned, "kp_dp4a_s({0}, {1}, {2})"), (Intrinsics.Dp4aUnsigned, "kp_dp4a_u({0}, {1}, {2})"),
            (Intrinsics.Mul24, "kp_{u}mul24({0}, {1})"),
            (Intrinsics.Barrier, "barrier(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE)"), (Intrinsics.FenceBlock, "mem_fence(CLK_LOCAL_MEM_FENCE | CLK_GLOBAL_MEM_FENCE)"),
        ];
        foreach (var (i, spelling) in words)
        {
            t[i] = new Support.Native(spelling, Language);
        }
        foreach (var i in new[] { Intrinsics.FenceDevice, Intrinsics.FenceSystem })
        {
            t[i] = new Support.Missing("memory is ordered within a work-group only", Evidence.Document("OpenCL 1.2 specification, 3.3.1"));
        }
        foreach (var i in Intrinsics.Directed)
        {
            t[i] = new Support.Missing("arithmetic rounds to nearest only", Language);
        }
        foreach (var (i, rounding) in new[] { (Intrinsics.ConvertRz, "rtz"), (Intrinsics.ConvertRu, "rtp"), (Intrinsics.ConvertRd, "rtn") })
        {
            t[i] = new Support.Native($"convert_{{to}}_{rounding}({{0}})", Language);
        }
        t[Intrinsics.Clock] = new Support.Missing("kernels have no clock", Language);
        t[Intrinsics.Sleep] = new Support.Native("(void)({0})", Language);
        t[Intrinsics.Print] = new Support.Native("printf", Language);
        CudaWords.SetTextures(t, new Support.Gap("images are arguments of their own type here, not numbers", Language));
        t[Intrinsics.Trap] = new Support.Missing("a kernel cannot end its launch", Language);
        foreach (var i in new[] { Intrinsics.BarrierCount, Intrinsics.BarrierAnd, Intrinsics.BarrierOr })
        {
            t[i] = new Support.Gap("it would be counted in local memory between two barriers", Language);
        }
        foreach (var i in Intrinsics.All.Where(i => !t.ContainsKey(i) && i.Effect.HasFlag(Effect.Convergent)))
        {
            t[i] = new Support.Gap("work-groups have no warps; the exchange would go through local memory where the whole block takes part", Language);
        }
        return t;
    }

    private static Support.Native Native(Intrinsic i, string word) => new($"{word}({string.Join(", ", Enumerable.Range(0, i.Arity).Select(n => $"{{{n}}}"))})", Language);
}
