using KernelPort.Core;

namespace KernelPort.Engines.Verification;

/// <summary>What <c>verify</c> finds (KP62xx).</summary>
public static class VerificationRules
{
    public static readonly Rule<string, string> NoInputs = Rule.Error<string, string>("KP6201", "no inputs can be made for '{0}': {1}");
    public static readonly Rule<string> Differs = Rule.Error<string>("KP6202", "other values than the reference executor's: {0}");
}
