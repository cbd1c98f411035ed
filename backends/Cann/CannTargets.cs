using KernelPort.Backends.CLike;
using KernelPort.Ir;
using KernelPort.Passes.Lower;

namespace KernelPort.Backends.Cann;

/// <summary>The capability table of the 950's SIMT mode.</summary>
internal static class CannTargets
{
    private static readonly Evidence Code = Evidence.Code("npu-dialects 3.2: simt_api headers");
    private static readonly Evidence Limits = Evidence.Document("npu-dialects 3.3");
    private static readonly Evidence Absent = Evidence.Document("npu-dialects 3.2: not in the headers");

    public static readonly Target Ascend950 = new()
    {
        Name = "cann:950",
        Extension = ".asc",
        WarpWidth = 32,
        MaxThreadsPerBlock = 2048,
        MaxThreadsFrom = Limits,
        SharedMemoryBytes = 216 * 1024,
        SharedMemoryFrom = Limits,
        Chips = [new("Ascend 950PR", null, null, 1600, null, "m.968545.com, Ascend 950PR: 128 GB at 1.6 TB/s; no single-precision figure outside of matrix units was found")],
        Intrinsics = Operations(),
        Scalars = new Dictionary<Scalar, Support>
        {
            [Scalar.F64] = new Support.Missing("the SIMT math library has float only", Evidence.Document("npu-dialects 3.2: no double overloads")),
        },
        Atomic = (op, type, space) => type switch
        {
            Scalar.F64 => new Support.Missing("no double atomics", Code),
            Scalar.I64 or Scalar.U64 when space == AddressSpace.Shared => new Support.Missing("64-bit atomics are for global memory only", Code),
            Scalar.U16 or Scalar.F16 or Scalar.BF16 => new Support.Missing("no 16-bit atomics with a reliable result", Code),
            _ => null,
        },
        LanguageFrom = Code,
        HostSide = Host.HostText.Side(simt: true),
    };

    private static Dictionary<Intrinsic, Support> Operations()
    {
        var t = CudaWords.Operations(Code);
        (Intrinsic, string)[] renamed =
        [
            (Intrinsics.Barrier, "asc_syncthreads()"), (Intrinsics.FenceBlock, "asc_threadfence_block()"), (Intrinsics.FenceDevice, "asc_threadfence()"),
            (Intrinsics.ShuffleIndex, "asc_shfl({1}, {2}{3:width})"), (Intrinsics.ShuffleUp, "asc_shfl_up({1}, {2}{3:width})"),
            (Intrinsics.ShuffleDown, "asc_shfl_down({1}, {2}{3:width})"), (Intrinsics.ShuffleXor, "asc_shfl_xor({1}, {2}{3:width})"),
            (Intrinsics.VoteAll, "asc_all({1})"), (Intrinsics.VoteAny, "asc_any({1})"), (Intrinsics.Ballot, "asc_ballot({1})"), (Intrinsics.ActiveMask, "asc_activemask()"),
            (Intrinsics.ReduceAdd, "asc_reduce_add({1})"), (Intrinsics.ReduceMin, "asc_reduce_min({1})"), (Intrinsics.ReduceMax, "asc_reduce_max({1})"),
            // Fast forms are not in the headers: the plain ones are more exact.
            (Intrinsics.FastExp, "expf({0})"), (Intrinsics.FastExp10, "exp10f({0})"), (Intrinsics.FastLog, "logf({0})"), (Intrinsics.FastLog2, "log2f({0})"), (Intrinsics.FastLog10, "log10f({0})"),
            (Intrinsics.FastSin, "sinf({0})"), (Intrinsics.FastCos, "cosf({0})"), (Intrinsics.FastTan, "tanf({0})"), (Intrinsics.FastPow, "powf({0}, {1})"),
            (Intrinsics.AddRn, "({0:mul} + {1:mul})"), (Intrinsics.SubRn, "({0:mul} - {1:mul})"), (Intrinsics.MulRn, "({0:unary} * {1:unary})"), (Intrinsics.DivRn, "({0:unary} / {1:unary})"),
            (Intrinsics.PopCount, "__popc({0})"), (Intrinsics.CountLeadingZeros, "__clz(({int}){0:unary})"), (Intrinsics.FindFirstSet, "__ffs(({int}){0:unary})"), (Intrinsics.BitReverse, "__brev({0})"),
            // Not in the headers: 64 bits hold both words. Nothing stops a kernel but an assertion (npu-dialects 3.2, printf and assert).
            (Intrinsics.FunnelShiftLeft, "(unsigned int)((((unsigned long long){1:unary} << 32) | {0:unary}) << ({2:unary} & 31u) >> 32)"),
            (Intrinsics.FunnelShiftRight, "(unsigned int)((((unsigned long long){1:unary} << 32) | {0:unary}) >> ({2:unary} & 31u))"),
            (Intrinsics.Trap, "assert(false)"),
        ];
        foreach (var (i, spelling) in renamed)
        {
            t[i] = new Support.Native(spelling, Code);
        }
        // Warps run in lock step, so a warp barrier has nothing to wait for (npu-dialects 3.2).
        t[Intrinsics.WarpBarrier] = new Support.Native("(void)0", Evidence.Document("npu-dialects 3.2"));
        foreach (var i in new[] { Intrinsics.MatchAny, Intrinsics.ReduceAnd, Intrinsics.ReduceOr, Intrinsics.ReduceXor, Intrinsics.FenceSystem, Intrinsics.GridBarrier })
        {
            t[i] = new Support.Missing("not in the SIMT headers", Absent);
        }
        foreach (var i in Intrinsics.Directed.Where(i => !i.Name.StartsWith("convert", StringComparison.Ordinal)).Append(Intrinsics.Sleep))
        {
            t[i] = new Support.Missing("not in the SIMT headers", Absent);
        }
        CudaWords.SetTextures(t, new Support.Lowered(new SampleTextures(), Evidence.Document("npu-dialects: textures have no equal")));
        t[Intrinsics.Clock] = new Support.Gap("utils/debug/asc_time.h is to be included for it, and tried", Code);
        foreach (var i in new[] { Intrinsics.BarrierCount, Intrinsics.BarrierAnd, Intrinsics.BarrierOr })
        {
            t[i] = new Support.Lowered(new CountsAtBarriers(), Absent);
        }
        t[Intrinsics.Dp4aSigned] = new Support.Lowered(new ExpandDp4a(), Absent);
        t[Intrinsics.Dp4aUnsigned] = new Support.Lowered(new ExpandDp4a(), Absent);
        return t;
    }
}
