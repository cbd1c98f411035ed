using KernelPort.Core;

namespace KernelPort.Cli;

/// <summary>What the other doors say (KP03xx), so that <c>explain</c> knows it: the MSBuild task and the source generator report these themselves, as no compiler of ours is loaded there.</summary>
public static class DoorRules
{
    public static readonly Rule Listed = Rule.Warning("KP0301", "something is not supported on a target and is listed above");
    public static readonly Rule<string> NoTool = Rule.Error<string>("KP0302", "the kernelport command line is not at '{0}'; the package KernelPort.MSBuild brings one, the property KernelPortTool names another");
    public static readonly Rule<string> NoTarget = Rule.Error<string>("KP0303", "no target is said for '{0}': give the item Targets=\"musa;dcu\", or the project the property KernelPortTargets");
    public static readonly Rule<int> Ended = Rule.Error<int>("KP0304", "kernelport ended with exit code {0}");
    public static readonly Rule<string> BadSetting = Rule.Error<string>("KP0305", "{0}");
}
