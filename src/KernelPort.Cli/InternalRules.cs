using KernelPort.Core;

namespace KernelPort.Cli;

/// <summary>Bugs of ours.</summary>
public static class InternalRules
{
    public static readonly Rule<string, string> Internal = Rule.Error<string, string>("KP9001", "internal error in {0}: {1}");
}
