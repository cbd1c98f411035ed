namespace KernelPort.Ir;

/// <summary>Which variables of the module a function, with all that it calls, names.</summary>
public static class GlobalUses
{
    /// <summary>In the module's order.</summary>
    public static IReadOnlyList<Global> Of(Module module, Function function)
    {
        var finder = new Finder(module);
        finder.Visit(function);
        return [.. module.Globals.Where(g => finder.Names.Contains(g.Name))];
    }

    private sealed class Finder(Module module) : Walker
    {
        private readonly HashSet<string> _visited = new(StringComparer.Ordinal);

        public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

        public void Visit(Function function)
        {
            if (!_visited.Add(function.Name))
            {
                return;
            }
            Walk(function);
            foreach (string callee in Calls.Of(function))
            {
                if (module.Find(callee) is { } inner)
                {
                    Visit(inner);
                }
            }
        }

        protected override void Enter(Place place)
        {
            if (place is GlobalPlace g)
            {
                Names.Add(g.Name);
            }
        }
    }
}
