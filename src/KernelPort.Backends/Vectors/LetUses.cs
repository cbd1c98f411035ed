using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <summary>The values that are named, and how often.</summary>
internal sealed class LetUses : Walker
{
    private readonly Dictionary<LetId, int> _used = [];

    public static Dictionary<LetId, int> Of(Function function)
    {
        var finder = new LetUses();
        finder.Walk(function);
        return finder._used;
    }

    public static Dictionary<LetId, int> Of(Stmt statement)
    {
        var finder = new LetUses();
        finder.Walk(statement);
        return finder._used;
    }

    protected override void Enter(Expr expression)
    {
        if (expression is LetRef r)
        {
            _used[r.Id] = _used.GetValueOrDefault(r.Id) + 1;
        }
    }
}
