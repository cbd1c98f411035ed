using KernelPort.Backends.CLike;
using KernelPort.Ir;
using KernelPort.Passes.Lower;

namespace KernelPort.Backends.Maca;

/// <summary>The capability table of MACA's native compiler.</summary>
internal static class MacaTarget
{
    private static readonly Evidence Language = Evidence.Code("simt-dialects 2.4: CUDA's kernel language (mcTVM, InfiniCore)");
    private static readonly Evidence Wave = Evidence.Code("simt-dialects 2.4: 64 lanes, masks of 64 bits that do not restrict");
    private static readonly Evidence Shared = Evidence.Code("simt-dialects 2.4: mcTVM target_kind.cc, 65,536 bytes");
    private static readonly Evidence NoFact = Evidence.Inferred("simt-dialects 3.3 R7: nothing is known of these on 64 lanes");

    private static readonly Evidence Textures = Evidence.Inferred("simt-dialects 2.4: names by the naming rule; textures are not confirmed");

    public static readonly Target Native = Make();

    private static Target Make()
    {
        var t = CudaWords.Operations(Language);
        // A constant full mask, as MetaX's own PyTorch has it (simt-dialects 3.3 R4); the group is said by the width.
        t[Intrinsics.ShuffleIndex] = new Support.Native("__shfl_sync(~0ull, {1}, {2}{3:width})", Wave);
        t[Intrinsics.ShuffleUp] = new Support.Native("__shfl_up_sync(~0ull, {1}, {2}{3:width})", Wave);
        t[Intrinsics.ShuffleDown] = new Support.Native("__shfl_down_sync(~0ull, {1}, {2}{3:width})", Wave);
        t[Intrinsics.ShuffleXor] = new Support.Native("__shfl_xor_sync(~0ull, {1}, {2}{3:width})", Wave);
        t[Intrinsics.Ballot] = new Support.Native("__ballot_sync(~0ull, {1})", Wave);
        t[Intrinsics.ActiveMask] = new Support.Native("__activemask()", Wave);
        t[Intrinsics.WarpBarrier] = new Support.Native("__syncwarp()", Evidence.Inferred("simt-dialects 9: *_sync available"));
        var groups = new GroupsOf32Lanes(64, hasWideBallot: true);
        t[Intrinsics.VoteAll] = new Support.Lowered(groups, Wave);
        t[Intrinsics.VoteAny] = new Support.Lowered(groups, Wave);
        foreach (var i in new[] { Intrinsics.MatchAny, Intrinsics.ReduceAdd, Intrinsics.ReduceMin, Intrinsics.ReduceMax, Intrinsics.ReduceAnd, Intrinsics.ReduceOr, Intrinsics.ReduceXor })
        {
            t[i] = new Support.Missing("it would work on 64 lanes where CUDA means 32", NoFact);
        }
        CudaWords.SetTextures(t, new Support.Native("", Textures));
        t[Intrinsics.GridBarrier] = new Support.Missing("nothing is known of grid-wide barriers", Evidence.Inferred("simt-dialects 2.4 names no cooperative groups"));
        return new Target
        {
            Name = "maca",
            Extension = ".maca",
            WarpWidth = 64,
            Atomic = (_, type, _) => type == Scalar.BF16 ? new Support.Missing("atomics of bfloat16 are not among what was seen", Language) : null,
            SharedMemoryBytes = 64 * 1024,
            SharedMemoryFrom = Shared,
            Intrinsics = t,
            LanguageFrom = Language,
            // simt-dialects 2.4: packed half atomics; ADR 9 (architecture)
            Traits = new MachineTraits { Architecture = "600", HasPackedHalfAtomics = false },
            OpenVendorBuild = MigrationProfile.Embedded(typeof(MacaTarget).Assembly, "VendorBuild.sh"),
            Migration = new MigrationProfile
            {
                OpenHostApi = MigrationProfile.Embedded(typeof(MacaTarget).Assembly, "HostApi.csv"),
                OpenBuildRules = MigrationProfile.Embedded(typeof(MacaTarget).Assembly, "BuildRules.csv"),
                MainHeader = "mcr/mc_runtime.h",
                Suffixes = [(".cu", ".maca")],
            },
        };
    }
}
