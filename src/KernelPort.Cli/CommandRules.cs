using KernelPort.Core;

namespace KernelPort.Cli;

/// <summary>What can be wrong with a command line or its files (KP01xx), and bugs of ours (KP90xx).</summary>
public static class CommandRules
{
    public static readonly Rule<string> BadCommandLine = Rule.Error<string>("KP0102", "{0}");
    public static readonly Rule<string> BadInput = Rule.Error<string>("KP0103", "{0}");
    public static readonly Rule<string> BadProject = Rule.Error<string>("KP0104", "{0}");
    public static readonly Rule<string, string, string> OtherForm = Rule.Warning<string, string, string>("KP0105", "no {0} but {1} was written, as {2} is not installed");
    public static readonly Rule<string> ShardsDiffer = Rule.Error<string>("KP0108", "{0} was translated differently by two shards; translate what includes it in one");
    public static readonly Rule<string, string> LeftOut = Rule.Warning<string, string>("KP0109", "{0} is left out of the pack: {1}");
    public static readonly Rule<string, string> Internal = Rule.Error<string, string>("KP9001", "internal error in {0}: {1}");
}
