using KernelPort.Backends.Llvm;
using KernelPort.Ir;
using KernelPort.Passes.Lower;

namespace KernelPort.Backends.Amdgcn;

/// <summary>The capability tables of AMD's machines, and their words in LLVM's language.</summary>
internal static class AmdgcnTargets
{
    public const string Triple = "amdgcn-amd-amdhsa";

    private static readonly Evidence Guide = Evidence.Document("LLVM 19, User Guide for AMDGPU Backend");
    private static readonly Evidence Made = Evidence.Code("made and assembled by LLVM 19 here");

    private static readonly LlvmDialect Wave64 = With("wave64.ll");
    private static readonly LlvmDialect Wave32 = With("wave32.ll");

    public static readonly IReadOnlyList<Target> All = [Profile("gfx906", 64), Profile("gfx90a", 64), Profile("gfx1100", 32)];

    public static LlvmDialect Dialect(Target target) => target.WarpWidth == 64 ? Wave64 : Wave32;

    private static LlvmDialect With(string wave) => new()
    {
        Triple = Triple,
        DataLayout = "e-p:64:64-p1:64:64-p2:32:32-p3:32:32-p4:64:64-p5:32:32-p6:32:32-p7:160:256:256:32-p8:128:128-p9:192:256:256:32-i64:64-v16:16-v24:32-v32:32-v48:64-v96:128-v192:256-v256:256-v512:512-v1024:1024-v2048:2048-n32:64-S32-A5-G1-ni:7:8:9",
        Kernel = "amdgpu_kernel",
        StructParameter = ("byref", 4),
        Local = 5,
        Scopes = new Dictionary<AtomicScope, string> { [AtomicScope.Block] = "syncscope(\"workgroup\") ", [AtomicScope.Device] = "syncscope(\"agent\") ", [AtomicScope.System] = "" },
        Device = LlvmLibrary.Of(typeof(AmdgcnTargets).Assembly, "device.ll", "warps.ll", wave),
        Attributes = f => Build.Invariant($" \"amdgpu-flat-work-group-size\"=\"1,{f.Bounds?.MaxThreads ?? 1024}\" \"uniform-work-group-size\"=\"true\""),
        Metadata = _ => ["!llvm.module.flags = !{!0}", "!0 = !{i32 1, !\"amdhsa_code_object_version\", i32 500}"],
    };

    private static Target Profile(string chip, int wave)
    {
        var t = LlvmTargets.Operations((wave == 64 ? Wave64 : Wave32).Device, Made);
        foreach (var i in new[] { Intrinsics.VoteAll, Intrinsics.VoteAny })
        {
            t[i] = new Support.Lowered(new GroupsOf32Lanes(wave, true), Made);
        }
        t[Intrinsics.Dp4aSigned] = t[Intrinsics.Dp4aUnsigned] = new Support.Lowered(new ExpandDp4a(), Made);
        t[Intrinsics.Print] = new Support.Missing("a kernel prints through the hidden hostcall buffer, whose protocol is in the vendor's device library alone", Guide);
        return new Target
        {
            Name = "amdgcn:" + chip,
            Chips = chip == "gfx906" ? [new("Radeon Instinct MI50", 13.41, 6.705, 1024, 300, "sysrqmts.com, Radeon Instinct MI50")] : [],
            Extension = ".ll",
            WarpWidth = wave,
            SharedMemoryBytes = 64 * 1024,
            SharedMemoryFrom = Guide,
            Intrinsics = t,
            Atomic = (_, type, _) => type is Scalar.F16 or Scalar.BF16 ? new Support.Gap("atomics of 16-bit floats are to go through the word around them", Guide) : null,
            LanguageFrom = Guide,
        };
    }
}
