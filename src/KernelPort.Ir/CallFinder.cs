namespace KernelPort.Ir;

/// <summary>Looks for calls of intrinsics in a function.</summary>
public sealed class CallFinder : Walker
{
    private readonly Func<Intrinsic, bool> _wanted;
    private bool _found;

    private CallFinder(Func<Intrinsic, bool> wanted) => _wanted = wanted;

    /// <summary>Whether the function itself calls one of those wanted.</summary>
    public static bool Has(Function function, Func<Intrinsic, bool> wanted)
    {
        var finder = new CallFinder(wanted);
        finder.Walk(function);
        return finder._found;
    }

    protected override void Enter(Stmt statement) => _found |= statement is Call c && _wanted(c.Intrinsic);
}
