using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <summary>The values a function names.</summary>
internal sealed class LetUses : Walker
{
    private readonly HashSet<LetId> _used = [];

    public static HashSet<LetId> Of(Function function)
    {
        var finder = new LetUses();
        finder.Walk(function);
        return finder._used;
    }

    protected override void Enter(Expr expression)
    {
        if (expression is LetRef r)
        {
            _used.Add(r.Id);
        }
    }
}
