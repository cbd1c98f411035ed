using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>The local variables that need no address.</summary>
internal sealed class RegisterVariables : Walker
{
    private readonly bool[] _register;
    private readonly HashSet<Place> _direct = new(ReferenceEqualityComparer.Instance);

    private RegisterVariables(Function function) => _register = [.. function.Variables.Select(v => v.Space == AddressSpace.Local && IsFlat(v.Type))];

    public static bool[] Of(Function function)
    {
        var finder = new RegisterVariables(function);
        finder.Walk(function);
        return finder._register;
    }

    private static bool IsFlat(IrType type) => type is ScalarType or PointerType || type is StructType { IsUnion: false } s && s.Fields.All(f => f.Type is ScalarType or PointerType);

    protected override void Enter(Stmt statement)
    {
        var place = statement switch { Load x => x.Source, Store x => x.Target, _ => null };
        if (place is VariablePlace)
        {
            _direct.Add(place);
        }
        else if (place is Member { Base: VariablePlace inner })
        {
            _direct.Add(inner);
        }
    }

    protected override void Enter(Expr expression)
    {
        if (expression is AddressOf a)
        {
            Forbid(a.Place);
        }
    }

    protected override void Enter(Place place)
    {
        if (place is VariablePlace v && !_direct.Contains(place))
        {
            _register[v.Id.Index] = false;
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
}
