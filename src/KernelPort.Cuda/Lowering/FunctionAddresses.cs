using KernelPort.Cuda.Semantics;

namespace KernelPort.Cuda.Lowering;

/// <summary>The functions whose address a program takes. An address is a number from 1 on, 0 is the null pointer; what a host copies about stays what it is.</summary>
internal sealed class FunctionAddresses
{
    private readonly List<FunctionSymbol> _taken = [];

    public IReadOnlyList<FunctionSymbol> Taken => _taken;

    public ulong Of(FunctionSymbol function)
    {
        int known = _taken.IndexOf(function);
        if (known < 0)
        {
            known = _taken.Count;
            _taken.Add(function);
        }
        return (ulong)known + 1;
    }
}
