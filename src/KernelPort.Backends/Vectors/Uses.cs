using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <summary>The variables a function still uses.</summary>
internal sealed class VariableUses : Walker
{
    private readonly HashSet<int> _used = [];

    public static HashSet<int> Of(Function function)
    {
        var finder = new VariableUses();
        finder.Walk(function);
        return finder._used;
    }

    public static HashSet<int> Of(Stmt statement)
    {
        var finder = new VariableUses();
        finder.Walk(statement);
        return finder._used;
    }

    /// <summary>Those that a place names, its indices included.</summary>
    public static int[] Of(Place place)
    {
        var finder = new VariableUses();
        finder.Walk(place);
        return [.. finder._used];
    }

    protected override void Enter(Place place)
    {
        if (place is VariablePlace v)
        {
            _used.Add(v.Id.Index);
        }
    }
}

/// <summary>The variables whose address is taken: they are read and written by other names too.</summary>
internal sealed class PointedVariables : Walker
{
    private readonly HashSet<int> _found = [];

    public static HashSet<int> Of(Function function)
    {
        var finder = new PointedVariables();
        finder.Walk(function);
        return finder._found;
    }

    protected override void Enter(Expr expression)
    {
        if (expression is AddressOf x)
        {
            _found.UnionWith(VariableUses.Of(x.Place));
        }
    }
}

/// <summary>The buffers a kernel stores into: all of them where a store's buffer is not plain to see.</summary>
internal sealed class StoredBuffers(Function function) : Walker
{
    private readonly HashSet<string> _stored = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Expr> _lets = [];

    public static HashSet<string> Of(Function function)
    {
        var finder = new StoredBuffers(function);
        finder.Walk(function);
        return finder._stored;
    }

    protected override void Enter(Stmt statement)
    {
        switch (statement)
        {
            case Let x:
                _lets[x.Id.Index] = x.Value;
                break;
            case Store x:
                Add(x.Target);
                break;
            case Atomic x:
                Add(x.Target);
                break;
        }
    }

    private void Add(Place place)
    {
        while (place is Member or Element)
        {
            place = place is Member m ? m.Base : ((Element)place).Base;
        }
        if (place is Deref d)
        {
            Add(d.Pointer);
        }
    }

    private void Add(Expr pointer)
    {
        while (true)
        {
            switch (pointer)
            {
                case PointerOffset x:
                    pointer = x.Pointer;
                    continue;
                case Cast x:
                    pointer = x.Operand;
                    continue;
                case BitCast x:
                    pointer = x.Operand;
                    continue;
                case AddressOf { Place: not VariablePlace } x:
                    Add(x.Place);
                    return;
                case LetRef x when _lets.TryGetValue(x.Id.Index, out var value):
                    pointer = value;
                    continue;
                case LetRef x when function.Parameters.Contains(x.Id):
                    _stored.Add("p_" + function.Lets[x.Id.Index].Name);
                    return;
                default:
                    _stored.UnionWith(function.Parameters.Select(p => "p_" + function.Lets[p.Index].Name));
                    return;
            }
        }
    }
}
