using KernelPort.Core;

namespace KernelPort.Migration;

/// <summary>Porting hazards (KP40xx): text that migrates, and may not do there what it does on CUDA. Errors do not compile or are wrong for certain.</summary>
public static class HazardRules
{
    public static readonly Rule<string> InlineAssembly = Rule.Error<string>("KP4001", "inline PTX does not exist on this target: {0}");
    public static readonly Rule<string, string> EmptyKernel = Rule.Error<string, string>("KP4002", "nothing is left of '{0}' on this target, where __CUDA_ARCH__ becomes {1}");
    public static readonly Rule<string, int> FixedLanes = Rule.Warning<string, int>("KP4003", "'{0}' counts on warps of 32 lanes in a file that asks for warpSize, which is {1} on this target");
    public static readonly Rule<string, int> BallotIn32Bits = Rule.Error<string, int>("KP4004", "{0}, which holds 32 of this target's {1} lanes");
    public static readonly Rule<string> ImplicitWarpSynchrony = Rule.Warning<string>("KP4005", "lanes exchange '{0}' with no barrier between: right only where all lanes of a warp go in step and the compiler keeps the order");
    public static readonly Rule<string> SpinWait = Rule.Warning<string>("KP4006", "this loop waits for {0}: where lanes of a warp do not progress by themselves it may never end");
    public static readonly Rule<string> DoublePrecision = Rule.Error<string>("KP4007", "this target has no double in device code: {0}");
    public static readonly Rule<string> LongDouble = Rule.Error<string>("KP4008", "this target has no long double in device code: '{0}'");
    public static readonly Rule<string, long, int> TooManyThreads = new(new Rule("KP4009", Severity.Error, "'{0}' is launched with {1} threads a block, where this target has {2} at most"));
    public static readonly Rule<string, long, int> TooDeep = new(new Rule("KP4010", Severity.Error, "'{0}' is launched with a block of z {1}, where this target has {2} at most"));
    public static readonly Rule<string, long, int> TooMuchShared = new(new Rule("KP4011", Severity.Error, "'{0}' has {1} bytes of shared memory, where a block of this target has {2}"));
    public static readonly Rule<string, long, int> UnboundedKernel = new(new Rule("KP4012", Severity.Warning, "'{0}' is launched with {1} threads a block and has no __launch_bounds__: this target's compiler then counts on {2}"));
    public static readonly Rule<string> WarpSizeAsConstant = Rule.Error<string>("KP4013", "warpSize is no constant on this target: {0}");
    public static readonly Rule<string> MappedHostMemory = Rule.Warning<string>("KP4014", "'{0}': kernels of this target cannot write pinned host memory");
    public static readonly Rule<string> PackedHalfAtomic = Rule.Error<string>("KP4015", "this target has no '{0}' of two halves at once");

    public static bool IsHazard(string code) => code.StartsWith("KP40", StringComparison.Ordinal);
    public static readonly Rule<string, int> RowsOfWarps = Rule.Warning<string, int>("KP4016", "a block 32 threads wide, launched on '{0}', which counts its rows by warpSize: {1} on this target");
}
