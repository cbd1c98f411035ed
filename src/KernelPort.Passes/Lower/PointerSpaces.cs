using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Passes.Lower;

/// <summary>Where the pointers of a function point: a space, nothing yet (null pointers point nowhere), or several.</summary>
internal sealed class PointerSpaces
{
    // Null: nothing known yet. Generic: more than one.
    private readonly AddressSpace?[] _lets;
    private readonly Dictionary<int, AddressSpace?> _variables = [];
    private readonly Function _function;
    private readonly InferAddressSpaces.Specialiser _callees;
    private AddressSpace? _returned;
    private bool _changed;

    private PointerSpaces(Function function, InferAddressSpaces.Specialiser callees)
    {
        _function = function;
        _callees = callees;
        _lets = new AddressSpace?[function.Lets.Count];
        foreach (int v in PlainVariables.Of(function).Where(v => function.Variables[v].Type is PointerType))
        {
            _variables[v] = null;
        }
    }

    /// <summary>The space of what the function returns, where that is a pointer.</summary>
    public AddressSpace Returned => _returned ?? AddressSpace.Generic;

    public static PointerSpaces Of(Function function, InferAddressSpaces.Specialiser callees)
    {
        var spaces = new PointerSpaces(function, callees);
        foreach (var p in function.Parameters)
        {
            spaces._lets[p.Index] = function.TypeOf(p) is PointerType t ? t.Space : null;
        }
        do
        {
            spaces._changed = false;
            spaces.Visit(function.Body, [], [], []);
        }
        while (spaces._changed);
        return spaces;
    }

    /// <summary>A pointer type in a space; other types as they are.</summary>
    public static IrType With(IrType type, AddressSpace space) => type is PointerType { Space: AddressSpace.Generic } p ? p with { Space = space } : type;

    public IrType TypeOf(LetId id) => With(_function.TypeOf(id), _lets[id.Index] ?? AddressSpace.Generic);

    public IrType TypeOf(int variable) => With(_function.Variables[variable].Type, _variables.GetValueOrDefault(variable) ?? AddressSpace.Generic);

    private static AddressSpace? Join(AddressSpace? a, AddressSpace? b) => a is null ? b : b is null || a == b ? a : AddressSpace.Generic;

    private void Give(LetId id, AddressSpace? space)
    {
        var joined = Join(_lets[id.Index], space);
        _changed |= joined != _lets[id.Index];
        _lets[id.Index] = joined;
    }

    private void Give(IReadOnlyList<LetId> ids, EquatableArray<Expr> values)
    {
        for (int i = 0; i < values.Count; i++)
        {
            Give(ids[i], Space(values[i]));
        }
    }

    /// <summary>The space an expression points into; null where it is no pointer or points nowhere.</summary>
    public AddressSpace? Space(Expr e)
    {
        if (e.Type is not PointerType type)
        {
            return null;
        }
        if (type.Space != AddressSpace.Generic)
        {
            return type.Space;
        }
        return e switch
        {
            Literal { Bits: 0 } or Undefined => null,
            LetRef x => _lets[x.Id.Index],
            Cast { Operand: { Type: PointerType } inner } => Space(inner),
            PointerOffset x => Space(x.Pointer),
            Select x => Join(Space(x.Then), Space(x.Else)),
            AddressOf x => Space(x.Place),
            Field { Operand: Aggregate a } x => Space(a.Elements[x.Index]),
            _ => AddressSpace.Generic,
        };
    }

    private AddressSpace? Space(Place p) => p switch
    {
        VariablePlace x => _function.Variables[x.Id.Index].Space,
        GlobalPlace x => _callees.Module.Globals.First(g => g.Name == x.Name).Space,
        Deref x => Space(x.Pointer),
        Element x => Space(x.Base),
        Member x => Space(x.Base),
        _ => AddressSpace.Generic,
    };

    private void Visit(EquatableArray<Stmt> body, IReadOnlyList<LetId> yields, IReadOnlyList<LetId> breaks, IReadOnlyList<LetId> continues)
    {
        foreach (var s in body)
        {
            switch (s)
            {
                case Let x:
                    Give(x.Id, Space(x.Value));
                    break;
                case Load x:
                    Give(x.Id, x.Source is VariablePlace from && _variables.TryGetValue(from.Id.Index, out var held) ? held : (x.Source.Type as PointerType)?.Space);
                    break;
                case Store { Target: VariablePlace v } x when _variables.TryGetValue(v.Id.Index, out var before):
                    var joined = Join(before, Space(x.Value));
                    _changed |= joined != before;
                    _variables[v.Id.Index] = joined;
                    break;
                case Invoke { Result: { } id } x when _function.TypeOf(id) is PointerType:
                    Give(id, _callees.Callee(x.Function, Arguments(x)).Returns);
                    break;
                case Call { Result: { } id } when _function.TypeOf(id) is PointerType given:
                    Give(id, given.Space);
                    break;
                case Atomic { Result: { } id } when _function.TypeOf(id) is PointerType old:
                    Give(id, old.Space);
                    break;
                case If x:
                    Visit(x.Then, x.Results, breaks, continues);
                    Visit(x.Else, x.Results, breaks, continues);
                    break;
                case Loop x:
                    LetId[] carried = [.. x.Carried.Select(c => c.Id)];
                    Give(carried, x.Carried.Select(c => c.Initial).ToEquatable());
                    Visit(x.Body, carried, x.Results, carried);
                    Visit(x.Continuing, carried, x.Results, carried);
                    break;
                case Switch x:
                    foreach (var c in x.Cases)
                    {
                        Visit(c.Body, [], [], continues);
                    }
                    break;
                case Yield x:
                    Give(yields, x.Values);
                    break;
                case Break x:
                    Give(breaks, x.Values);
                    break;
                case Continue x:
                    Give(continues, x.Values);
                    break;
                case Return { Value: { Type: PointerType } value }:
                    _returned = Join(_returned, Space(value));
                    break;
            }
        }
    }

    /// <summary>The spaces of a call's arguments; one that points nowhere counts as global.</summary>
    public AddressSpace[] Arguments(Invoke call) => [.. call.Arguments.Select(a => Space(a) ?? AddressSpace.Global)];
}
