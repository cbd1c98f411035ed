using KernelPort.Ir;

namespace KernelPort.Passes.Analyses;

/// <summary>Which variables' memory can be reached without naming them: by a value, or by a pointer that was stored or handed on.</summary>
internal sealed class Reaches : Walker
{
    private readonly Dictionary<LetId, HashSet<int>> _byValue = [];
    private readonly HashSet<int> _byAnyone = [];
    private HashSet<int> _into;

    private Reaches() => _into = _byAnyone;

    public static Reaches Of(Function function)
    {
        var analysis = new Reaches();
        analysis.Walk(function);
        return analysis;
    }

    /// <summary>The variables whose address is out of sight.</summary>
    public IReadOnlySet<int> ByAnyone => _byAnyone;

    /// <summary>The variables that a value points to, or may.</summary>
    public IReadOnlySet<int> By(LetId id) => _byValue.GetValueOrDefault(id, []);

    protected override void Enter(Stmt statement)
    {
        _into = statement is Let x ? _byValue[x.Id] = [] : _byAnyone;
        switch (statement)
        {
            // before what they store to, which is used there and then
            case Store s:
                Walk(s.Value);
                break;
            case Atomic a:
                Walk(a.Operand);
                break;
        }
    }

    protected override void Access(Place place, bool write) => _into = [];

    protected override void Enter(Expr expression)
    {
        switch (expression)
        {
            case AddressOf { Place: var place }:
                while (place is Element or Member)
                {
                    place = place is Element e ? e.Base : ((Member)place).Base;
                }
                if (place is VariablePlace v)
                {
                    _into.Add(v.Id.Index);
                }
                break;
            case LetRef r:
                _into.UnionWith(By(r.Id));
                break;
        }
    }
}
