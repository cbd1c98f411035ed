namespace KernelPort.Ir;

/// <summary>Which functions of the module a function calls.</summary>
public static class Calls
{
    public static IReadOnlyList<string> Of(Function function)
    {
        var finder = new Finder();
        finder.Walk(function);
        return finder.Names;
    }

    private sealed class Finder : Walker
    {
        public List<string> Names { get; } = [];

        protected override void Enter(Stmt statement)
        {
            if (statement is Invoke i && !Names.Contains(i.Function))
            {
                Names.Add(i.Function);
            }
        }
    }
}
