namespace KernelPort.Ir;

/// <summary>Collects the values that what it walks names.</summary>
public sealed class LetNames : Walker
{
    public HashSet<LetId> Found { get; } = [];

    protected override void Enter(Expr expression)
    {
        if (expression is LetRef r)
        {
            Found.Add(r.Id);
        }
    }
}
