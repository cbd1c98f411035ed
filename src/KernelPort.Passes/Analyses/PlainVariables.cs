using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes.Analyses;

/// <summary>The local variables that are only loaded and stored as a whole, so that no pointer can reach them.</summary>
internal sealed class PlainVariables : Walker
{
    private readonly HashSet<int> _plain = [];
    private readonly HashSet<Place> _whole = new(ReferenceEqualityComparer.Instance);

    public static HashSet<int> Of(Function function)
    {
        var analysis = new PlainVariables();
        for (int i = 0; i < function.Variables.Count; i++)
        {
            if (function.Variables[i] is { Space: AddressSpace.Local, Type: not ArrayType })
            {
                analysis._plain.Add(i);
            }
        }
        analysis.Walk(function);
        return analysis._plain;
    }

    protected override void Enter(Stmt statement)
    {
        switch (statement)
        {
            case Load { Volatile: false, Source: VariablePlace v }:
                _whole.Add(v);
                break;
            case Store { Volatile: false, Target: VariablePlace v }:
                _whole.Add(v);
                break;
        }
    }

    protected override void Enter(Place place)
    {
        // A place record can be shared between statements; the next mention of it is judged by its own statement.
        if (place is VariablePlace v && !_whole.Remove(place))
        {
            _plain.Remove(v.Id.Index);
        }
    }
}

/// <summary>The variables that statements store to as a whole.</summary>
internal sealed class StoredVariables : Walker
{
    private readonly HashSet<int> _stored = [];

    public static HashSet<int> In(params IEnumerable<Stmt> body)
    {
        var finder = new StoredVariables();
        foreach (var s in body)
        {
            finder.Walk(s);
        }
        return finder._stored;
    }

    protected override void Enter(Stmt statement)
    {
        if (statement is Store { Target: VariablePlace v })
        {
            _stored.Add(v.Id.Index);
        }
    }
}

/// <summary>Counts nodes, as a measure of how much code something is.</summary>
public sealed class CodeSize : Walker
{
    private int _count;

    public static int Of(EquatableArray<Stmt> body)
    {
        var size = new CodeSize();
        size.Walk(body);
        return size._count;
    }

    protected override void Enter(Stmt statement) => _count++;

    protected override void Enter(Expr expression) => _count++;
}
