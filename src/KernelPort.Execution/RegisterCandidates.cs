using KernelPort.Ir;

namespace KernelPort.Execution;

/// <summary>Finds the local variables that need no address: scalars, pointers and flat structs that are only loaded and stored.</summary>
internal sealed class RegisterCandidates : Walker
{
    private readonly bool[] _register;
    private readonly HashSet<Place> _direct = new(ReferenceEqualityComparer.Instance);

    private RegisterCandidates(Function function)
    {
        _register = [.. function.Variables.Select(v => v.Space == AddressSpace.Local && IsFlat(v.Type))];
    }

    public static bool[] Of(Function function)
    {
        var candidates = new RegisterCandidates(function);
        candidates.Walk(function);
        return candidates._register;
    }

    private static bool IsFlat(IrType type) => type is ScalarType or PointerType
        || type is StructType { IsUnion: false } s && s.Fields.All(f => f is { IsPadding: false, Type: ScalarType or PointerType });

    protected override void Enter(Stmt statement)
    {
        switch (statement)
        {
            case Load x:
                Allow(x.Source);
                break;
            case Store x:
                Allow(x.Target);
                break;
        }
    }

    private void Allow(Place place)
    {
        if (place is VariablePlace)
        {
            _direct.Add(place);
        }
        else if (place is Member { Base: VariablePlace inner })
        {
            _direct.Add(inner);
        }
    }

    // One place object may stand in a store and in an address: the address decides.
    protected override void Enter(Expr expression)
    {
        if (expression is AddressOf a)
        {
            Forbid(a.Place);
        }
    }

    private void Forbid(Place place)
    {
        switch (place)
        {
            case VariablePlace v:
                _register[v.Id.Index] = false;
                break;
            case Element e:
                Forbid(e.Base);
                break;
            case Member m:
                Forbid(m.Base);
                break;
        }
    }

    protected override void Enter(Place place)
    {
        // One record may be shared by a load and an address: each mention is judged by its own statement.
        if (place is VariablePlace v && !_direct.Remove(place))
        {
            _register[v.Id.Index] = false;
        }
    }
}
