using KernelPort.Core;

namespace KernelPort.Engines;

/// <summary>What the table of warp widths and schedules finds (KP61xx).</summary>
public static class OrderRules
{
    public static readonly Rule<string> Schedule = Rule.Error<string>("KP6101", "the answer depends on the order in which threads run: {0}");
    public static readonly Rule<string> Width = Rule.Error<string>("KP6102", "the answer depends on how many lanes a warp has: {0}");
}
