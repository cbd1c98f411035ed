using System.Runtime.CompilerServices;

namespace KernelPort.Grammar;

/// <summary>Says whether the stack has room for more recursion on one thread; asks the runtime, which takes its time, only where it is deeper than before.</summary>
public sealed class StackGuard
{
    // where the runtime says yes, there are 64 KB at least
    private const int Step = 16 << 10;

    private nuint _lowest = nuint.MaxValue;

    public unsafe bool HasRoom()
    {
        byte local;
        nuint here = (nuint)(&local);
        if (here >= _lowest)
        {
            return true;
        }
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return false;
        }
        _lowest = here - Step;
        return true;
    }
}
