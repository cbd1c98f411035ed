using KernelPort.Backends;
using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Compiler;

/// <summary>A kernel a target cannot take, and why.</summary>
public sealed record RefusedKernel(string Kernel, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>What a compilation became for a target: the text of the kernels it can take, and the refusals of the others.</summary>
public sealed record Emission(EmittedFile? File, IReadOnlyList<string> Emitted, IReadOnlyList<RefusedKernel> Refused)
{
    /// <summary>Checks every kernel against the target's table, lowers and prints what passes. Nothing is dropped silently: what is not emitted is refused.</summary>
    public static Emission Of(Compilation compilation, IBackend backend, Target target) => Compiler.OnDeepStack(() => Make(compilation, backend, target));

    private static Emission Make(Compilation compilation, IBackend backend, Target target)
    {
        var module = compilation.Module;
        var refused = new List<RefusedKernel>();
        var kept = new HashSet<string>(StringComparer.Ordinal);
        var emitted = new List<string>();
        foreach (var kernel in module.Kernels)
        {
            var faults = CapabilityCheck.Run(module, kernel, target);
            if (faults.Count > 0)
            {
                refused.Add(new RefusedKernel(kernel.Name, faults));
                continue;
            }
            emitted.Add(kernel.Name);
            kept.UnionWith(CapabilityCheck.Reachable(module, kernel).Select(f => f.Name));
        }
        if (emitted.Count == 0)
        {
            return new Emission(null, emitted, refused);
        }
        var reduced = WithUsedGlobals(module with { Functions = module.Functions.Where(f => kept.Contains(f.Name)).ToEquatable() });
        var lowered = backend.Lowering(target).Run(reduced);
        return new Emission(backend.Emit(lowered, target, compilation.Source.Path), emitted, refused);
    }

    private static Module WithUsedGlobals(Module module)
    {
        var finder = new GlobalUses();
        foreach (var f in module.Functions)
        {
            finder.Walk(f);
        }
        return module with { Globals = module.Globals.Where(g => finder.Names.Contains(g.Name)).ToEquatable() };
    }

    private sealed class GlobalUses : Walker
    {
        public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

        protected override void Enter(Place place)
        {
            if (place is GlobalPlace g)
            {
                Names.Add(g.Name);
            }
        }
    }
}
