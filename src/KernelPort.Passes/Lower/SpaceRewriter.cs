using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes.Lower;

/// <summary>Writes the spaces that were found into the types of a function; casts to generic pointers go where they are no longer needed.</summary>
internal sealed class SpaceRewriter(Function function, PointerSpaces spaces, InferAddressSpaces.Specialiser callees) : Rewriter
{
    private readonly Stack<(EquatableArray<LetId> Results, EquatableArray<LetId>? Carried)> _breakables = new();
    private readonly Stack<EquatableArray<LetId>> _yields = new();

    public Function Run()
    {
        var returns = PointerSpaces.With(function.ReturnType, spaces.Returned);
        var body = Statements(function.Body);
        return function with
        {
            Lets = function.Lets.Select((l, i) => l with { Type = spaces.TypeOf(new LetId(i)) }).ToEquatable(),
            Variables = function.Variables.Select((v, i) => v with { Type = spaces.TypeOf(i) }).ToEquatable(),
            ReturnType = returns,
            Body = body,
        };
    }

    /// <summary>A value where a type is wanted that may differ in its space alone.</summary>
    private static Expr Fit(Expr e, IrType wanted) => e.Type == wanted || wanted is not PointerType ? e
        : e is Literal l ? l with { Type = wanted }
        : e is Undefined u ? u with { Type = wanted }
        : new Cast(wanted, e) { From = e.From };

    private EquatableArray<Expr> Fit(EquatableArray<Expr> values, EquatableArray<LetId> given) => values.Select((v, i) => Fit(v, spaces.TypeOf(given[i]))).ToEquatable();

    protected override Stmt Children(Stmt statement)
    {
        switch (statement)
        {
            case If x:
                _yields.Push(x.Results);
                var branch = base.Children(x);
                _yields.Pop();
                return branch;
            case Loop x:
                var carried = x.Carried.Select(c => c.Id).ToEquatable();
                _yields.Push(carried);
                _breakables.Push((x.Results, carried));
                var loop = (Loop)base.Children(x);
                _breakables.Pop();
                _yields.Pop();
                return loop with { Carried = loop.Carried.Select(c => c with { Initial = Fit(c.Initial, spaces.TypeOf(c.Id)) }).ToEquatable() };
            case Switch x:
                _breakables.Push(([], null));
                var result = base.Children(x);
                _breakables.Pop();
                return result;
        }
        return base.Children(statement) switch
        {
            Let x => x with { Value = Fit(x.Value, spaces.TypeOf(x.Id)) },
            Store x => x with { Value = Fit(x.Value, x.Target.Type) },
            Atomic x => x with { Operand = Fit(x.Operand, x.Target.Type) },
            Yield x => x with { Values = Fit(x.Values, _yields.Peek()) },
            Break x => x with { Values = Fit(x.Values, _breakables.Peek().Results) },
            Continue x => x with { Values = x.Values.IsEmpty ? x.Values : Fit(x.Values, _breakables.First(b => b.Carried is not null).Carried!.Value) },
            Return { Value: { } value } x => x with { Value = Fit(value, PointerSpaces.With(function.ReturnType, spaces.Returned)) },
            Invoke x => Call(x, (Invoke)statement),
            var other => other,
        };
    }

    private Invoke Call(Invoke rebuilt, Invoke original)
    {
        var arguments = spaces.Arguments(original);
        var callee = callees.Module.Find(original.Function);
        if (callee is null)
        {
            return rebuilt;
        }
        var fitted = rebuilt.Arguments.Select((a, i) => Fit(a, PointerSpaces.With(callee.TypeOf(callee.Parameters[i]), arguments[i]))).ToEquatable();
        return rebuilt with { Function = callees.Callee(original.Function, arguments).Name, Arguments = fitted };
    }

    protected override Place Leave(Place place) => place is VariablePlace v ? v with { Type = spaces.TypeOf(v.Id.Index) } : place;

    protected override Expr Leave(Expr expression)
    {
        switch (expression)
        {
            case LetRef x:
                return x with { Type = spaces.TypeOf(x.Id) };
            case Cast { Type: PointerType { Space: AddressSpace.Generic } to, Operand: { Type: PointerType from } operand } x:
                var kept = to with { Space = from.Space };
                return kept == from ? operand : x with { Type = kept };
            case PointerOffset x when x.Type != x.Pointer.Type:
                return new PointerOffset(x.Pointer, x.Index) { From = x.From };
            case AddressOf { Pointer.Space: AddressSpace.Generic, Place: var place } x when Root(place) is { } space && space != AddressSpace.Generic:
                var type = x.Pointer with { Space = space };
                return x with { Pointer = type, Type = type };
            case Select { Type: PointerType } x:
                return SelectOf(x);
            case Binary { Left.Type: PointerType, Right.Type: PointerType } x when x.Left.Type != x.Right.Type:
                var common = Common(x.Left, x.Right);
                return x with { Left = Fit(x.Left, common), Right = Fit(x.Right, common) };
            default:
                return expression;
        }
    }

    private static Select SelectOf(Select x)
    {
        var common = Common(x.Then, x.Else);
        return x with { Then = Fit(x.Then, common), Else = Fit(x.Else, common), Type = common };
    }

    private static IrType Common(Expr a, Expr b) => a.Type == b.Type ? a.Type : a is Literal or Undefined ? b.Type : b is Literal or Undefined ? a.Type : (PointerType)a.Type with { Space = AddressSpace.Generic };

    private AddressSpace? Root(Place place) => place switch
    {
        VariablePlace x => function.Variables[x.Id.Index].Space,
        GlobalPlace x => callees.Module.Globals.First(g => g.Name == x.Name).Space,
        Deref { Pointer.Type: PointerType p } => p.Space,
        Element x => Root(x.Base),
        Member x => Root(x.Base),
        _ => null,
    };
}
