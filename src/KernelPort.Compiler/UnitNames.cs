using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Compiler;

/// <summary>Keeps the functions and variables of a program's units apart where their emitted texts are linked into one: CUDA has each unit's own.</summary>
public sealed class UnitNames
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The unit with other names for what an earlier one has already; kernels keep their names in the source.</summary>
    public Module Apart(Module module)
    {
        var own = new HashSet<string>(module.Functions.Select(f => f.Name).Concat(module.Globals.Where(g => !g.IsElsewhere).Select(g => g.Name)), StringComparer.Ordinal);
        var all = new HashSet<string>(own.Concat(_taken), StringComparer.Ordinal);
        var renamed = own.Where(_taken.Contains).Order(StringComparer.Ordinal).ToDictionary(n => n, n => Free(n, all), StringComparer.Ordinal);
        _taken.UnionWith(own.Select(n => renamed.GetValueOrDefault(n, n)));
        return renamed.Count == 0 ? module : new Renaming(renamed).Module(module);
    }

    /// <summary>A name that nobody has, taken from now on.</summary>
    internal static string Free(string name, HashSet<string> taken)
    {
        string free = name;
        for (int i = 2; !taken.Add(free); i++)
        {
            free = Build.Invariant($"{name}_{i}");
        }
        return free;
    }

    private sealed class Renaming(Dictionary<string, string> names) : Rewriter
    {
        public Module Module(Module module) => Rewrite(module with
        {
            Globals = module.Globals.Select(g => g with { Name = Name(g.Name) }).ToEquatable(),
            Functions = module.Functions.Select(f => f with { Name = Name(f.Name) }).ToEquatable(),
        });

        protected override IEnumerable<Stmt>? Expand(Stmt statement) => statement is Invoke i ? [i with { Function = Name(i.Function) }] : null;

        protected override Place Leave(Place place) => place is GlobalPlace g ? g with { Name = Name(g.Name) } : place;

        private string Name(string name) => names.GetValueOrDefault(name, name);
    }
}
