using KernelPort.Ir;

namespace KernelPort.Execution;

/// <summary>Which values of a function anything takes.</summary>
internal sealed class UsedLets : Walker
{
    private readonly bool[] _used;

    private UsedLets(Function function) => _used = new bool[function.Lets.Count];

    public static bool[] Of(Function function)
    {
        var lets = new UsedLets(function);
        lets.Walk(function);
        return lets._used;
    }

    protected override void Enter(Expr expression)
    {
        if (expression is LetRef l)
        {
            _used[l.Id.Index] = true;
        }
    }
}
