using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes;

/// <summary>Passes in order; the module is verified after each.</summary>
public sealed record Pipeline(EquatableArray<IPass> Passes)
{
    public static readonly Pipeline Nothing = new([]);

    /// <param name="after">Called after each pass, for dumps.</param>
    /// <exception cref="InvalidModuleException">A pass broke a rule of the IR.</exception>
    public Module Run(Module module, Action<IPass, Module>? after = null)
    {
        foreach (var pass in Passes)
        {
            module = pass.Run(module);
            var faults = Verifier.Check(module);
            if (faults.Count > 0)
            {
                throw new InvalidModuleException(pass.GetType().Name, faults);
            }
            after?.Invoke(pass, module);
        }
        return module;
    }
}

/// <summary>A pass or the lowering broke a rule of the IR: our bug, never the user's.</summary>
public sealed class InvalidModuleException(string after, IReadOnlyList<string> faults) : Exception($"the module is invalid after {after}: {string.Join("; ", faults)}")
{
    /// <summary>The pass that did it.</summary>
    public string After { get; } = after;
}
