using KernelPort.Backends.CLike;
using KernelPort.Ir;
using KernelPort.Passes.Lower;

namespace KernelPort.Backends.Birensupa;

/// <summary>The capability tables of the two generations.</summary>
internal static class BirensupaTargets
{
    private static readonly Evidence Old = Evidence.Document("simt-dialects 2.3: BR1xx kernel language and limits");
    private static readonly Evidence New = Evidence.Code("simt-dialects 2.3: BR2xx production kernels");
    private static readonly Evidence NewInferred = Evidence.Inferred("simt-dialects 2.3: BR2xx follows CUDA's spellings");

    public static readonly Target Br2xx = new()
    {
        Name = "birensupa:br2xx",
        Extension = ".su",
        WarpWidth = 32,
        Intrinsics = Operations(NewInferred),
        BitCast = (from, to) => from == Scalar.F64 || to == Scalar.F64 ? new Support.Missing("double is not fully supported, and no word for its bits is known", NewInferred) : null,
        Atomic = (_, type, _) => type switch
        {
            Scalar.F16 or Scalar.BF16 => new Support.Gap("atomics of 16 bits are to go through the word around them", NewInferred),
            Scalar.F64 => new Support.Missing("double is not fully supported, and atomics on it are not among what was seen", NewInferred),
            _ => null,
        },
        LanguageFrom = New,
        Traits = new MachineTraits { Architecture = "530" },
        Migration = Migration("br2xx"),
        OpenVendorBuild = MigrationProfile.Embedded(typeof(BirensupaTargets).Assembly, "VendorBuild.br2xx.sh"),
    };

    public static readonly Target Br1xx = new()
    {
        Name = "birensupa:br1xx",
        Extension = ".su",
        WarpWidth = 32,
        WarpPerPlane = true,
        SharedMemoryBytes = 32 * 1024,
        SharedMemoryFrom = Old,
        Chips =
        [
            new("BR100", 256, null, 1640, 550, "tomshardware.com, Chinese Biren's new GPUs, 2022-08-10"),
            new("BR104", 128, null, 819, 300, "tomshardware.com, Chinese Biren's new GPUs, 2022-08-10"),
        ],
        Intrinsics = OldOperations(Operations(Old)),
        Scalars = new Dictionary<Scalar, Support>
        {
            [Scalar.F64] = new Support.Missing("BR1xx devices have no double", Old),
            [Scalar.F16] = new Support.Gap("float16's conversions are not spelled yet", Old),
            [Scalar.BF16] = new Support.Missing("bfloat16 exists in T-mode only, and its conversion truncates", Old),
        },
        Atomic = (op, type, space) => type == Scalar.F64
            ? new Support.Missing("BR1xx has no double atomics", Old)
            : space == AddressSpace.Shared && type is Scalar.I64 or Scalar.U64 ? new Support.Missing("shared atomics are 32 bits wide", Old) : null,
        LanguageFrom = Old,
        // simt-dialects 6: T14 (z), T16 (pinned memory), T32 (pairs of halves); ADR 9 (architecture)
        Traits = new MachineTraits { MaxBlockZ = 32, KernelsWritePinnedMemory = false, HasPackedHalfAtomics = false, HasLongDouble = false, Architecture = "300" },
        Migration = Migration("br1xx"),
        OpenVendorBuild = MigrationProfile.Embedded(typeof(BirensupaTargets).Assembly, "VendorBuild.br1xx.sh"),
    };

    public static readonly IReadOnlyList<Target> All = [Br2xx, Br1xx];

    private static MigrationProfile Migration(string generation) => new()
    {
        OpenHostApi = MigrationProfile.Embedded(typeof(BirensupaTargets).Assembly, $"HostApi.{generation}.csv"),
        OpenBuildRules = MigrationProfile.Embedded(typeof(BirensupaTargets).Assembly, $"BuildRules.{generation}.csv"),
        MainHeader = "supa_runtime.h",
        Suffixes = [(".cu", ".su")],
    };

    private static Dictionary<Intrinsic, Support> Operations(Evidence from) => new(CudaWords.Operations(from))
    {
        // Not in the reference; CUDA promises between none and twice the time.
        [Intrinsics.Sleep] = new Support.Native("(void)({0})", from),
        [Intrinsics.GridBarrier] = new Support.Missing("cooperative groups synchronise a warp, and BR1xx has no cooperative launch", Evidence.Document("simt-dialects 2.3")),
        // The same operation converts doubles, for which no such words are known.
        [Intrinsics.ConvertRz] = new Support.Gap("the words are known for integers only", from),
        [Intrinsics.ConvertRu] = new Support.Gap("the words are known for integers only", from),
        [Intrinsics.ConvertRd] = new Support.Gap("the words are known for integers only", from),
    };

    private static Dictionary<Intrinsic, Support> OldOperations(Dictionary<Intrinsic, Support> t)
    {
        CudaWords.SetTextures(t, new Support.Missing("the BR1xx runtime reference has no textures", Old));
        foreach (var i in new[] { Intrinsics.ReduceAdd, Intrinsics.ReduceMin, Intrinsics.ReduceMax, Intrinsics.ReduceAnd, Intrinsics.ReduceOr, Intrinsics.ReduceXor })
        {
            t[i] = new Support.Missing("__reduce_*_sync is not in the BR1xx reference", Old);
        }
        // Without a width all lanes have to ask for one source, or the program aborts (simt-dialects 6, T10).
        t[Intrinsics.ShuffleIndex] = new Support.Native("__shfl_sync({0:mask}, {1}, {2}, {3})", Old);
        t[Intrinsics.Dp4aSigned] = new Support.Lowered(new ExpandDp4a(), Old);
        t[Intrinsics.Dp4aUnsigned] = new Support.Lowered(new ExpandDp4a(), Old);
        return t;
    }
}
