using System.Runtime.InteropServices;
using KernelPort.Backends.Cpu.Llvm;

namespace KernelPort.Backends.Cpu;

/// <summary>The processor code is made for. <paramref name="Level"/>: the level of the x86-64 psABI it needs at least, which is asked for before a kernel runs;
/// 0 where it is no x86-64.</summary>
internal sealed record Processor(string Name, string LlvmName, string Features, int Level)
{
    /// <summary>Whose instructions it has.</summary>
    public Architecture Architecture { get; init; } = Architecture.X64;

    /// <summary>The levels of the x86-64 psABI. The third has AVX2 and FMA, as nearly every machine since 2013 to 2015 has: the default.</summary>
    private static readonly Processor[] Levels =
        [new("x86-64-v3", "x86-64-v3", "", 3), new("x86-64-v4", "x86-64-v4", "", 4), new("x86-64-v2", "x86-64-v2", "", 2), new("x86-64", "x86-64", "", 1), Arm("aarch64", "generic", "")];

    private static readonly Lazy<Processor> Here = new(() =>
    {
        var (name, features) = (LLVM.Text(LLVM.GetHostCPUName()), LLVM.Text(LLVM.GetHostCPUFeatures()));
        var all = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? Arm("native", name, features) : Of("native", name, features);
        all = LastCache() is { } bytes ? all with { CacheBytes = Math.Min(bytes, CacheOfCore * Environment.ProcessorCount) } : all;
        return Environment.GetEnvironmentVariable("KP_VECTOR_BITS") switch
        {
            "256" when all.Level == 4 => all with { Features = all.Features + ",-avx512f", Level = 3 },
            "128" when all.Level >= 3 => all with { Features = all.Features + ",-avx", Level = 2 },
            _ => all,
        };
    });

    /// <summary>This machine's, with everything it has; KP_VECTOR_BITS=256 takes AVX-512 away, and 128 AVX, as on a machine without.</summary>
    public static Processor Native => Here.Value;

    /// <summary>
    /// A processor by LLVM's name and features, without its arithmetic on halves: up to LLVM 21 a comparison of halves under a mask whose operands trade
    /// places keeps its predicate (llvm-project issue 159723), which is a wrong answer. As floats halves take a conversion more, and are right.
    /// </summary>
    public static Processor Of(string name, string llvmName, string features)
    {
        bool Has(string feature) => features.Contains($"+{feature},", StringComparison.Ordinal) || features.EndsWith("+" + feature, StringComparison.Ordinal);
        return new Processor(name, llvmName, features + ",-avx512fp16", Has("avx512vl") ? 4 : Has("avx2") && Has("fma") ? 3 : 1);
    }

    private static Processor Arm(string name, string llvmName, string features) => new(name, llvmName, features, 0) { Architecture = Architecture.Arm64 };

    // What a core has of a last cache at most: a machine that is a part of another sees the whole of it, and has a part.
    private const long CacheOfCore = 16 << 20;

    /// <summary>The size of this machine's last cache; null where the system does not say.</summary>
    private static long? LastCache()
    {
        const string Caches = "/sys/devices/system/cpu/cpu0/cache";
        if (!Directory.Exists(Caches))
        {
            return null;
        }
        var sizes = Directory.GetDirectories(Caches, "index*").Select(d => Path.Combine(d, "size")).Where(File.Exists)
            .Select(f => File.ReadAllText(f).Trim()).Where(s => s.EndsWith('K') && long.TryParse(s.AsSpan(0, s.Length - 1), out _))
            .Select(s => long.Parse(s.AsSpan(0, s.Length - 1), System.Globalization.CultureInfo.InvariantCulture) << 10).ToArray();
        return sizes.Length > 0 ? sizes.Max() : null;
    }

    /// <summary>What <see cref="Find"/> knows, the default first.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Levels.Select(l => l.Name), "native"];

    public static Processor Find(string? name) => name == "native" ? Native : Array.Find(Levels, l => l.Name == name) ?? Levels[0];

    /// <summary>The machine by LLVM's name.</summary>
    public string Triple => IsOfThisMachine ? LLVM.Text(LLVM.GetDefaultTargetTriple()) : IsArm ? "aarch64-unknown-linux-gnu" : "x86_64-unknown-linux-gnu";

    public bool IsArm => Architecture == Architecture.Arm64;

    /// <summary>Whether code for it can run in this process.</summary>
    public bool IsOfThisMachine => Architecture == RuntimeInformation.ProcessArchitecture;

    /// <summary>The bytes of a vector: AVX-512's, AVX2's, or SSE's and NEON's.</summary>
    public int VectorBytes => Level switch { 4 => 64, 3 => 32, _ => 16 };

    /// <summary>What a launch may write before its stores go past the caches: the last one, shared by all cores.</summary>
    public long CacheBytes { get; init; } = 32 << 20;

    public int Lanes => VectorBytes / sizeof(float);

    /// <summary>AVX2's stores under a mask: a dozen cycles on AMD's processors before the fifth Zen.</summary>
    public bool HasSlowMaskedStores => Level == 3 && LlvmName is ("znver1" or "znver2" or "znver3" or "znver4" or "x86-64-v3");

    /// <summary>A product and a sum in one instruction.</summary>
    public bool Fuses => Level >= 3 || IsArm;
}
