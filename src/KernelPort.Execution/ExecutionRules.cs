using KernelPort.Core;

namespace KernelPort.Execution;

/// <summary>What the executor finds in a running kernel (KP60xx).</summary>
public static class ExecutionRules
{
    public static readonly Rule<string> ReadOutOfBounds = Rule.Error<string>("KP6001", "read out of bounds: {0}");
    public static readonly Rule<string> WriteOutOfBounds = Rule.Error<string>("KP6002", "write out of bounds: {0}");
    public static readonly Rule<string> UninitialisedRead = Rule.Error<string>("KP6003", "read of memory that nobody wrote: {0}");
    public static readonly Rule<string> SharedRace = Rule.Error<string>("KP6004", "race in shared memory: {0}");
    public static readonly Rule<string> DivergentBarrier = Rule.Error<string>("KP6005", "barrier that not all threads of the block reach: {0}");
    public static readonly Rule<string> InactiveShuffleSource = Rule.Error<string>("KP6006", "shuffle from a lane that takes no part: {0}");
    public static readonly Rule<string> BadMask = Rule.Error<string>("KP6007", "lane mask does not match the lanes that are here: {0}");
    public static readonly Rule<string> StepBudget = Rule.Error<string>("KP6008", "the kernel did not end within its step budget: {0}");
    public static readonly Rule<string> Misaligned = Rule.Error<string>("KP6009", "misaligned access: {0}");
    public static readonly Rule<string> NullPointer = Rule.Error<string>("KP6010", "access through a null or wild pointer: {0}");
    public static readonly Rule<string> DivisionByZero = Rule.Error<string>("KP6011", "integer division by zero: {0}");
    public static readonly Rule<string> Trap = Rule.Error<string>("KP6012", "the kernel trapped: {0}");
    public static readonly Rule<string> SameValueRace = Rule.Warning<string>("KP6013", "several threads store the same value with nothing ordering them: {0}");
    public static readonly Rule<string> WriteToConstant = Rule.Error<string>("KP6014", "write to constant memory: {0}");
    public static readonly Rule<string> BadLaunch = Rule.Error<string>("KP6015", "this launch is not possible: {0}");
    public static readonly Rule<string> GlobalRace = Rule.Error<string>("KP6016", "race in global memory: {0}");
    public static readonly Rule<string> TextureMisuse = Rule.Error<string>("KP6017", "texture access that does not fit its object: {0}");
}
