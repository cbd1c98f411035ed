using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes.Lower;

/// <summary>Variables of the module become memory that kernels are given the address of, behind their own arguments and in the module's order, for languages without variables
/// of file scope; so are the functions they call. The host has the variables then. Of an array it is the address of the first element.</summary>
public sealed class TakeGlobalsAsArguments : IPass
{
    public Module Run(Module module) => module.Globals.IsEmpty
        ? module
        : new PointToElements().Run(module with { Globals = [], Functions = module.Functions.Select(f => new Work(module, f).Run()).ToEquatable() });

    private sealed class Work(Module module, Function function) : Rewriter
    {
        private readonly Dictionary<string, LetRef> _addresses = new(StringComparer.Ordinal);
        private readonly List<NamedValue> _lets = [.. function.Lets];

        public Function Run()
        {
            var parameters = function.Parameters.ToList();
            foreach (var g in GlobalUses.Of(module, function))
            {
                var address = new LetRef(new PointerType(g.Type, AddressSpace.Global), new LetId(_lets.Count));
                _addresses.Add(g.Name, address);
                parameters.Add(address.Id);
                _lets.Add(new NamedValue(g.Name, address.Type) { PointsToConst = g.Space == AddressSpace.Constant });
            }
            return parameters.Count == function.Parameters.Count ? function : Rewrite(function) with { Parameters = parameters.ToEquatable(), Lets = _lets.ToEquatable() };
        }

        protected override Place Leave(Place place) => place is GlobalPlace g ? new Deref(g.Type, _addresses[g.Name]) : place;

        protected override IEnumerable<Stmt>? Expand(Stmt statement) => statement is Invoke i
            ? [i with { Arguments = [.. i.Arguments, .. GlobalUses.Of(module, module.Find(i.Function)!).Select(g => _addresses[g.Name])] }]
            : null;
    }
}
