using KernelPort.Core;

namespace KernelPort.Ir;

/// <summary>Collects the values that what it walks names.</summary>
public sealed class LetNames : Walker
{
    public HashSet<LetId> Found { get; } = [];

    public static HashSet<LetId> In(Expr expression)
    {
        var names = new LetNames();
        names.Walk(expression);
        return names.Found;
    }

    public static HashSet<LetId> In(EquatableArray<Stmt> body)
    {
        var names = new LetNames();
        names.Walk(body);
        return names.Found;
    }

    protected override void Enter(Expr expression)
    {
        if (expression is LetRef r)
        {
            Found.Add(r.Id);
        }
    }
}
