using KernelPort.Backends.CLike;
using KernelPort.Ir;
using KernelPort.Passes.Lower;

namespace KernelPort.Backends.CoreX;

/// <summary>The capability table of CoreX.</summary>
internal static class CoreXTarget
{
    private static readonly Evidence Language = Evidence.Code("simt-dialects 2.5: compiles CUDA source with names unchanged (InfiniCore)");
    private static readonly Evidence WideWarp = Evidence.Code("simt-dialects 2.5: 64 lanes (FastDeploy custom ops)");
    private static readonly Evidence NoFact = Evidence.Inferred("simt-dialects 3.1: ballot and mask types unknown");

    public static readonly Target Default = Make();

    private static Target Make()
    {
        var t = CudaWords.Operations(Language);
        var groups = new GroupsOf32Lanes(64, hasWideBallot: false);
        foreach (var i in new[] { Intrinsics.Ballot, Intrinsics.VoteAll, Intrinsics.VoteAny })
        {
            t[i] = new Support.Lowered(groups, WideWarp);
        }
        foreach (var i in new[] { Intrinsics.ActiveMask, Intrinsics.MatchAny, Intrinsics.ReduceAdd, Intrinsics.ReduceMin, Intrinsics.ReduceMax, Intrinsics.ReduceAnd, Intrinsics.ReduceOr, Intrinsics.ReduceXor })
        {
            t[i] = new Support.Missing("it would work on 64 lanes where CUDA means 32", NoFact);
        }
        CudaWords.SetTextures(t, new Support.Native("", Evidence.Inferred("simt-dialects 2.5: CUDA's names are kept; textures are not confirmed")));
        t[Intrinsics.GridBarrier] = new Support.Missing("the device reports that it has no cooperative launch", Evidence.Inferred("simt-dialects 2.5: port notes"));
        return new Target
        {
            Name = "corex",
            Extension = ".cu",
            WarpWidth = 64,
            Intrinsics = t,
            LanguageFrom = Language,
            Chips = [new("Big Island", 37, null, 1200, 300, "geektopia.es, 2021-04-05: 37 TFLOPS FP32, 1.2 TB/s, 300 W")],
            // simt-dialects 6 T25, T35
            Traits = new MachineTraits { Architecture = "300", HasLongDouble = false },
            OpenVendorBuild = MigrationProfile.Embedded(typeof(CoreXTarget).Assembly, "VendorBuild.sh"),
            Migration = new MigrationProfile
            {
                OpenHostApi = MigrationProfile.Embedded(typeof(CoreXTarget).Assembly, "HostApi.csv"),
                OpenBuildRules = MigrationProfile.Embedded(typeof(CoreXTarget).Assembly, "BuildRules.csv"),
                MainHeader = "cuda_runtime.h",
                Suffixes = [],
            },
        };
    }
}
