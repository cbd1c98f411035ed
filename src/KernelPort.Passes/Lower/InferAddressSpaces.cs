using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes.Lower;

/// <summary>Gives generic pointers the space of what they point at: `p = (generic) shared` makes p a pointer to shared memory. Device functions are made anew for
/// each combination of spaces they are called with; what can point into two spaces stays generic.</summary>
public sealed class InferAddressSpaces : IPass
{
    public Module Run(Module module)
    {
        var work = new Specialiser(module);
        foreach (var kernel in module.Kernels)
        {
            work.Visit(kernel, [.. kernel.Parameters.Select(p => SpaceOf(kernel.TypeOf(p)))], kernel.Name);
        }
        return module with { Functions = work.Functions.ToEquatable() };
    }

    private static AddressSpace SpaceOf(IrType type) => type is PointerType p ? p.Space : AddressSpace.Generic;

    /// <summary>Makes functions for the spaces they are called with, each once, callees first.</summary>
    internal sealed class Specialiser(Module module)
    {
        private readonly Dictionary<string, (string Name, AddressSpace Returns)> _done = new(StringComparer.Ordinal);

        public List<Function> Functions { get; } = [];

        public Module Module => module;

        /// <summary>The name of a callee for these argument spaces, and the space of what it returns.</summary>
        public (string Name, AddressSpace Returns) Callee(string name, AddressSpace[] arguments)
        {
            if (module.Find(name) is not { } callee)
            {
                return (name, AddressSpace.Generic);
            }
            var spaces = callee.Parameters.Select((p, i) => SpaceOf(callee.TypeOf(p)) is var declared && declared == AddressSpace.Generic ? arguments[i] : declared).ToArray();
            var decided = callee.Parameters.Select((p, i) => callee.TypeOf(p) is PointerType { Space: AddressSpace.Generic } ? spaces[i] : AddressSpace.Global).ToArray();
            string suffix = decided.All(s => s == AddressSpace.Global) ? "" : "_" + string.Join('_', callee.Parameters.Select((p, i) => (p, i)).Where(x => callee.TypeOf(x.p) is PointerType).Select(x => spaces[x.i].ToString().ToLowerInvariant()));
            return Visit(callee, spaces, name + suffix);
        }

        public (string Name, AddressSpace Returns) Visit(Function f, AddressSpace[] parameters, string name)
        {
            if (_done.TryGetValue(name, out var known))
            {
                return known;
            }
            // A function that calls itself gets generic pointers back.
            _done[name] = (name, AddressSpace.Generic);
            var lets = f.Lets.ToArray();
            for (int i = 0; i < f.Parameters.Count; i++)
            {
                int at = f.Parameters[i].Index;
                lets[at] = lets[at] with { Type = PointerSpaces.With(lets[at].Type, parameters[i]) };
            }
            var typed = f with { Lets = lets.ToEquatable(), Name = name };
            var spaces = PointerSpaces.Of(typed, this);
            var result = new SpaceRewriter(typed, spaces, this).Run();
            Functions.Add(result);
            return _done[name] = (name, SpaceOf(result.ReturnType));
        }
    }
}
