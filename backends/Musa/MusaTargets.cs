using KernelPort.Backends.CLike;
using KernelPort.Ir;
using KernelPort.Passes.Lower;

namespace KernelPort.Backends.Musa;

/// <summary>The capability tables of the MUSA profiles.</summary>
internal static class MusaTargets
{
    private static readonly Evidence Language = Evidence.Code("simt-dialects 2.1: 50 of 50 paired mmcv kernel headers compile after renaming alone");
    private static readonly Evidence WideWarp = Evidence.Code("simt-dialects 2.1: warp width 128 when __MUSA_ARCH__ <= 220");
    private static readonly Evidence Textures = Evidence.Inferred("api-map: the names are in torch_musa's table; simt-dialects 2.1 lists textures as not confirmed");
    private static readonly Evidence NoBallotFact = Evidence.Inferred("simt-dialects 3.1: ballot type on 128 lanes unknown");

    private static readonly MigrationProfile Migration = new()
    {
        OpenHostApi = MigrationProfile.Embedded(typeof(MusaTargets).Assembly, "HostApi.csv"),
        OpenBuildRules = MigrationProfile.Embedded(typeof(MusaTargets).Assembly, "BuildRules.csv"),
        MainHeader = "musa_runtime.h",
        Suffixes = [(".cu", ".mu"), (".cuh", ".muh")],
    };

    private static readonly Evidence GridFact = Evidence.Code("simt-dialects 2.1: cudaLaunchCooperativeKernel (ggml)");

    public static readonly IReadOnlyList<Target> All = [Profile("mp_31", 32), Profile("mp_22", 128), Profile("mp_21", 128)];

    private static Target Profile(string chip, int warp)
    {
        var operations = CudaWords.Operations(Language);
        // Stated missing (simt-dialects 2.1); CUDA promises between none and twice the time.
        operations[Intrinsics.Sleep] = new Support.Native("(void)({0})", Language);
        CudaWords.SetTextures(operations, new Support.Native("", Textures));
        operations[Intrinsics.GridBarrier] = new Support.Missing("no grid-wide barrier is confirmed, and ggml turns cooperative launches off", GridFact);
        if (warp != 32)
        {
            foreach (var i in new[] { Intrinsics.Ballot, Intrinsics.VoteAll, Intrinsics.VoteAny })
            {
                operations[i] = new Support.Lowered(new GroupsOf32Lanes(warp, hasWideBallot: false), WideWarp);
            }
            foreach (var i in new[] { Intrinsics.ActiveMask, Intrinsics.MatchAny, Intrinsics.ReduceAdd, Intrinsics.ReduceMin, Intrinsics.ReduceMax, Intrinsics.ReduceAnd, Intrinsics.ReduceOr, Intrinsics.ReduceXor })
            {
                operations[i] = new Support.Missing("it would work on 128 lanes where CUDA means 32", NoBallotFact);
            }
        }
        return new Target
        {
            Name = "musa:" + chip,
            Extension = ".mu",
            WarpWidth = warp,
            Intrinsics = operations,
            LanguageFrom = Language,
            Chips = MusaChips.Of(chip),
            // ADR 9 (architecture); long double has no device functions (simt-dialects 6, T35)
            Traits = new MachineTraits { Architecture = "600", HasLongDouble = false },
            Migration = Migration,
            OpenVendorBuild = MigrationProfile.Embedded(typeof(MusaTargets).Assembly, "VendorBuild.sh"),
        };
    }
}
