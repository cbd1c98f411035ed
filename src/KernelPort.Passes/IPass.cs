using KernelPort.Ir;

namespace KernelPort.Passes;

/// <summary>One step from a valid module to a valid module.</summary>
public interface IPass
{
    Module Run(Module module);
}
