using KernelPort.Core;
using KernelPort.Execution;

namespace KernelPort.Testing;

/// <summary>What a run found besides its answers.</summary>
/// <param name="Engine">The engine or target that ran.</param>
/// <param name="Findings">Races, accesses out of bounds and the like; only the reference executor looks for them.</param>
public sealed record KernelRun(string Engine, IReadOnlyList<Finding> Findings);

/// <summary>The kernel could not be compiled or run. The message says why.</summary>
public class KernelRunException(string message) : Exception(message);

/// <summary>An engine or target cannot take the kernel; nothing ran. See the codes with <c>kernelport explain</c>.</summary>
public sealed class KernelRefusedException(string message, EquatableArray<string> codes) : KernelRunException(message)
{
    public EquatableArray<string> Codes { get; } = codes;
}
