using KernelPort.Backends.Llvm;
using KernelPort.Ir;
using KernelPort.Passes.Lower;

namespace KernelPort.Backends.Nvptx;

/// <summary>The capability tables of NVIDIA's machines, and their words in LLVM's language.</summary>
internal static class NvptxTargets
{
    private const string Triple = "nvptx64-nvidia-cuda";

    private static readonly Evidence Isa = Evidence.Document("PTX ISA");
    private static readonly Evidence Made = Evidence.Code("made and turned to PTX by LLVM 19 here");

    private static readonly LlvmDialect Sm70 = With("device.ll", "print.ll");
    private static readonly LlvmDialect Sm80 = With("device.ll", "print.ll", "redux.ll");

    // The PTX of each is what its first toolkit had; on sm_70 what `activemask` and `nanosleep` need.
    private static readonly (string Chip, string Ptx, LlvmDialect Dialect)[] Profiles = [("sm_70", "ptx63", Sm70), ("sm_80", "ptx70", Sm80), ("sm_90", "ptx78", Sm80)];

    public static readonly IReadOnlyList<Target> All = [.. Profiles.Select(p => Profile(p.Chip, p.Dialect))];

    public static LlvmDialect Dialect(Target target) => Of(target).Dialect;

    public static string[] Options(Target target) => ["--target=" + Triple, "-march=" + Of(target).Chip, "-Xclang", "-target-feature", "-Xclang", "+" + Of(target).Ptx];

    private static (string Chip, string Ptx, LlvmDialect Dialect) Of(Target target) => Profiles.First(p => target.Name.EndsWith(p.Chip, StringComparison.Ordinal));

    private static LlvmDialect With(params string[] files) => new()
    {
        Triple = Triple,
        DataLayout = "e-i64:64-i128:128-v16:16-v32:32-n16:32:64",
        Kernel = "ptx_kernel",
        StructParameter = ("byval", 0),
        Local = 0,
        // `atom` is of the device unless it says more, and LLVM 19 never says more.
        Scopes = new Dictionary<AtomicScope, string> { [AtomicScope.Block] = "", [AtomicScope.Device] = "" },
        Device = LlvmLibrary.Of(typeof(NvptxTargets).Assembly, files),
        Metadata = Bounds,
    };

    private static IEnumerable<string> Bounds(Module module)
    {
        int n = 0;
        var kernels = module.Kernels.Where(k => k.Bounds is not null).ToList();
        if (kernels.Count == 0)
        {
            yield break;
        }
        yield return $"!nvvm.annotations = !{{{string.Join(", ", kernels.Select((_, i) => Build.Invariant($"!{i}")))}}}";
        foreach (var k in kernels)
        {
            string blocks = k.Bounds!.MinBlocks > 0 ? Build.Invariant($", !\"minctasm\", i32 {k.Bounds.MinBlocks}") : "";
            yield return Build.Invariant($"!{n++} = !{{ptr @{k.Name}, !\"maxntidx\", i32 {k.Bounds.MaxThreads}{blocks}}}");
        }
    }

    private static Target Profile(string chip, LlvmDialect dialect)
    {
        var t = LlvmTargets.Operations(dialect.Device, Made);
        foreach (var i in Intrinsics.All.Where(i => i.Name.StartsWith("reduce_", StringComparison.Ordinal) && dialect == Sm70))
        {
            t[i] = new Support.Missing("redux.sync is of sm_80 and later", Isa);
        }
        t[Intrinsics.Dp4aSigned] = t[Intrinsics.Dp4aUnsigned] = new Support.Lowered(new ExpandDp4a(), Made);
        return new Target
        {
            Name = "nvptx64:" + chip,
            Extension = ".ll",
            WarpWidth = 32,
            SharedMemoryBytes = 48 * 1024,
            SharedMemoryFrom = Isa,
            Intrinsics = t,
            Atomic = (_, type, _) => type is Scalar.F16 or Scalar.BF16 ? new Support.Gap("atomics of 16-bit floats have no form in the emitter", Isa) : null,
            LanguageFrom = Isa,
            Traits = new MachineTraits { HasIndependentThreads = true },
        };
    }
}
