using KernelPort.Core;

namespace KernelPort.Engines.Verification;

/// <summary>What <c>verify</c> finds (KP62xx).</summary>
public static class VerificationRules
{
    public static readonly Rule<string, string> NoInputs = Rule.Error<string, string>("KP6201", "no inputs can be made for '{0}': {1}");
    public static readonly Rule<string> Differs = Rule.Error<string>("KP6202", "other values than the reference executor's: {0}");
    public static readonly Rule<string, string, string> FirstDivergence = Rule.Note<string, string, string>("KP6203", "the first value that differs: {0} gets {1}, on the reference executor {2}");
    public static readonly Rule<string, string, string> OtherWay = Rule.Note<string, string, string>("KP6204", "the first step that differs: {0} {1}, on the reference executor it {2}");
}
