using KernelPort.Core;

namespace KernelPort.Twin;

/// <summary>What the driver must know to compile and call a vendor's text: data, so that a new twin needs no code here.</summary>
public sealed record TwinTarget(string Name, EquatableArray<string> IncludeFolders, string Header)
{
    /// <summary>Compiler options beyond the common ones: `-DNAME=VALUE` of a profile.</summary>
    public EquatableArray<string> Options { get; init; } = [];

    /// <summary>Logical lanes, for `expect(warp=N)`.</summary>
    public int Warp { get; init; } = 32;

    /// <summary>Words that say "shared memory" in this dialect; the rewriter looks for them behind `extern`.</summary>
    public EquatableArray<string> SharedWords { get; init; } = ["__shared__"];

    /// <summary>Files that hold kernels, by their ends: CUDA's and the dialect's own. Other C++ files are host code.</summary>
    public EquatableArray<string> SourceSuffixes { get; init; } = [".cu", ".cuh"];

    /// <summary>Words that make a function a kernel in this dialect.</summary>
    public EquatableArray<string> KernelWords { get; init; } = ["__global__"];

    /// <summary>Its device code may hold PTX, which the twin has as functions.</summary>
    public bool HasInlineAssembly { get; init; }

    /// <summary>Its text is LLVM's, and functions whose names begin so behind `llvm.` are the machine's own; none where its text is C++.</summary>
    public EquatableArray<string> LlvmFunctions { get; init; } = [];

    /// <summary>
    /// How the driver launches: {0} the configuration, {1} the kernel, {2} the arguments, each after a comma.
    /// </summary>
    public string LaunchForm { get; init; } = "kp::launch({0}, {1}{2});";

    /// <summary>The same where the kernel's template arguments are deduced.</summary>
    public string DeducedLaunchForm { get; init; } = "kp::launch_deduced({0}, [](auto... kp_a) {{ {1}(kp_a...); }}{2});";

    /// <summary>The same for whole programs whose kernels are emitted text in files of their own: nothing is rewritten as they are compiled.</summary>
    /// <param name="suffix">What those files end in.</param>
    public TwinTarget ForEmitted(string suffix) => this with { KernelWords = [], SourceSuffixes = [suffix], HasInlineAssembly = false };
}
