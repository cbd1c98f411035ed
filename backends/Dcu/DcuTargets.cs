using KernelPort.Backends.CLike;
using KernelPort.Ir;
using KernelPort.Passes.Lower;

namespace KernelPort.Backends.Dcu;

/// <summary>The capability tables of the DCU profiles.</summary>
internal static class DcuTargets
{
    private static readonly Evidence Hip = Evidence.Code("simt-dialects 2.2: HIP 5.7 (DTK 26.04 ships libamdhip64.so.5)");
    private static readonly Evidence Wave = Evidence.Code("simt-dialects 3.1: 64 lanes, 64-bit ballot, no *_sync before HIP 6.2");
    private static readonly Evidence Lds = Evidence.Inferred("simt-dialects 1: 64 KB LDS (AMD gfx9 rule)");
    private static readonly Evidence NoNative = Evidence.Code("simt-dialects 3.3 R7");

    private static readonly Evidence HipHeaders = Evidence.Code("HIP 5.2 headers (Debian 12), taken for 5.7 too: amd_device_functions.h, amd_math_functions.h");
    private static readonly Evidence ImageHeaders = Evidence.Code("HIP 5.2 headers (Debian 12), taken for 5.7 too: texture_indirect_functions.h, amd_surface_functions.h");
    private static readonly Evidence NoSleep = Evidence.Document("CUDA C++ Programming Guide, nanosleep: between none and twice the time");

    private static readonly MigrationProfile Migration = new()
    {
        OpenHostApi = MigrationProfile.Embedded(typeof(DcuTargets).Assembly, "HostApi.csv"),
        OpenBuildRules = MigrationProfile.Embedded(typeof(DcuTargets).Assembly, "BuildRules.csv"),
        MainHeader = "hip/hip_runtime.h",
        MainHeaderFirst = true, // hip_fp16.h and hip_cooperative_groups.h do not compile without it
        Suffixes = [(".cu", ".hip")],
        // without it the compiler takes 256 threads for granted (simt-dialects 2.2, kernel launch bound; trap T27)
        AmbiguousBraces = ["half2", "__half2"], // amd_hip_fp16.h (HIP 5.2): from __half2 and from __half2_raw
        KernelBounds = "__launch_bounds__(1024)",
    };

    public static readonly IReadOnlyList<Target> All = [Profile("gfx906"), Profile("gfx926"), Profile("gfx928"), Profile("gfx936")];

    private static Target Profile(string chip)
    {
        var t = CudaWords.Operations(Hip);
        t[Intrinsics.ShuffleIndex] = new Support.Native("__shfl({1}, {2}{3:width})", Wave);
        t[Intrinsics.ShuffleUp] = new Support.Native("__shfl_up({1}, {2}{3:width})", Wave);
        t[Intrinsics.ShuffleDown] = new Support.Native("__shfl_down({1}, {2}{3:width})", Wave);
        t[Intrinsics.ShuffleXor] = new Support.Native("__shfl_xor({1}, {2}{3:width})", Wave);
        t[Intrinsics.Ballot] = new Support.Native("__ballot({1})", Wave);
        t[Intrinsics.ActiveMask] = new Support.Native("__ballot(1)", Wave);
        t[Intrinsics.VoteAll] = new Support.Lowered(new GroupsOf32Lanes(64, true), Wave);
        t[Intrinsics.VoteAny] = new Support.Lowered(new GroupsOf32Lanes(64, true), Wave);
        // A wave runs in lock step; the fence keeps the compiler from moving accesses across.
        t[Intrinsics.WarpBarrier] = new Support.Native("__builtin_amdgcn_wave_barrier()", Hip);
        foreach (var i in new[] { Intrinsics.MatchAny, Intrinsics.ReduceAdd, Intrinsics.ReduceMin, Intrinsics.ReduceMax, Intrinsics.ReduceAnd, Intrinsics.ReduceOr, Intrinsics.ReduceXor })
        {
            t[i] = new Support.Missing("HIP 5.7 has no such operation", NoNative);
        }
        // simt-dialects 2.2: __trap() is abort()
        t[Intrinsics.Trap] = new Support.Native("abort()", Hip);
        foreach (var i in Intrinsics.Directed)
        {
            t[i] = new Support.Missing(i.Name.StartsWith("convert", StringComparison.Ordinal) ? "the conversions of that name round to nearest" : "the functions of that name are declared under a macro of the math library's only", HipHeaders);
        }
        t[Intrinsics.Sleep] = new Support.Native("(void)({0})", NoSleep);
        CudaWords.SetTextures(t, new Support.Native("", ImageHeaders));
        t[Intrinsics.BytePermute] = new Support.Native("__byte_perm({0}, {1}, {2})", Hip);
        t[Intrinsics.Dp4aSigned] = new Support.Lowered(new ExpandDp4a(), Hip);
        t[Intrinsics.Dp4aUnsigned] = new Support.Lowered(new ExpandDp4a(), Hip);
        return new Target
        {
            Name = "dcu:" + chip,
            Extension = ".hip",
            WarpWidth = 64,
            SharedMemoryBytes = 64 * 1024,
            SharedMemoryFrom = Lds,
            Intrinsics = t,
            Scalars = new Dictionary<Scalar, Support> { [Scalar.BF16] = new Support.Gap("hip_bfloat16's conversions differ between releases", Hip) },
            // The functions take a mode and ignore it: outside, reads give zero and writes go nowhere.
            Texture = form => form.Mode == TextureMode.Clamp ? new Support.Missing("surface functions ignore the boundary mode", ImageHeaders) : null,
            Atomic = (_, type, _) => type is Scalar.F16 or Scalar.BF16 ? new Support.Gap("atomics of 16 bits are to go through the word around them", Hip) : null,
            LanguageFrom = Hip,
            // simt-dialects 9 (z), 6 T27 (bounds), T32 (pairs of halves), T35 (long double); ADR 9 (architecture)
            Traits = new MachineTraits { MaxBlockZ = 1024, UnboundedThreads = 256, Architecture = "600", HasLongDouble = false, HasPackedHalfAtomics = false },
            Migration = Migration,
            OpenVendorBuild = MigrationProfile.Embedded(typeof(DcuTargets).Assembly, "VendorBuild.sh"),
        };
    }
}
