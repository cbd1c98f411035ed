using System.Diagnostics;
using KernelPort.Core;

namespace KernelPort.Ir;

/// <summary>Rebuilds a tree bottom-up. Override what should change; what does not change is shared with the old tree.</summary>
public abstract class Rewriter
{
    public virtual Function Rewrite(Function function) => function with { Body = Statements(function.Body) };

    public Module Rewrite(Module module) => module with { Functions = module.Functions.Select(Rewrite).ToEquatable() };

    protected virtual EquatableArray<Stmt> Statements(EquatableArray<Stmt> body)
    {
        List<Stmt>? changed = null;
        for (int i = 0; i < body.Count; i++)
        {
            var before = body[i];
            bool one = TryRewriteOne(before, out var after, out var many);
            if (changed is null && one && ReferenceEquals(after, before))
            {
                continue;
            }
            changed ??= [.. body.AsSpan()[..i]];
            if (one)
            {
                changed.Add(after!);
            }
            else
            {
                changed.AddRange(many!);
            }
        }
        return changed is null ? body : changed.ToEquatable();
    }

    private bool TryRewriteOne(Stmt before, out Stmt? after, out IEnumerable<Stmt>? many)
    {
        var rebuilt = Children(before);
        many = Expand(rebuilt);
        after = many is null ? rebuilt : null;
        return many is null;
    }

    /// <summary>Called after a statement's children were rewritten: the statements to put in its place, or null to keep it.</summary>
    protected virtual IEnumerable<Stmt>? Expand(Stmt statement) => null;

    /// <summary>Called after an expression's children were rewritten.</summary>
    protected virtual Expr Leave(Expr expression) => expression;

    /// <summary>Called after a place's children were rewritten.</summary>
    protected virtual Place Leave(Place place) => place;

    /// <summary>A let that is bound here; override to rename.</summary>
    protected virtual LetId Binder(LetId id) => id;

    private LetId? Binder(LetId? id) => id is { } i ? Binder(i) : null;

    protected virtual Stmt Children(Stmt statement)
    {
        var rebuilt = Same(statement, statement switch
        {
            Let x => x with { Value = Expression(x.Value), Id = Binder(x.Id) },
            Load x => x with { Source = Place(x.Source), Id = Binder(x.Id) },
            Store x => x with { Target = Place(x.Target), Value = Expression(x.Value) },
            Atomic x => x with { Target = Place(x.Target), Operand = Expression(x.Operand), Compare = x.Compare is null ? null : Expression(x.Compare), Result = Binder(x.Result) },
            Call x => x with { Arguments = Expressions(x.Arguments), Result = Binder(x.Result) },
            Invoke x => x with { Arguments = Expressions(x.Arguments), Result = Binder(x.Result) },
            If x => x with { Condition = Expression(x.Condition), Then = Statements(x.Then), Else = Statements(x.Else), Results = Binders(x.Results) },
            Loop x => RewriteLoop(x),
            Switch x => x with { Value = Expression(x.Value), Cases = x.Cases.Select(c => c with { Body = Statements(c.Body) }).ToEquatable() },
            Break x => x with { Values = Expressions(x.Values) },
            Continue x => x with { Values = Expressions(x.Values) },
            Yield x => x with { Values = Expressions(x.Values) },
            Return x => x.Value is null ? x : x with { Value = Expression(x.Value) },
            _ => throw new UnreachableException(statement.GetType().Name),
        });
        return rebuilt;
    }

    private Loop RewriteLoop(Loop x)
    {
        var carried = x.Carried.Select(c => new Carried(Binder(c.Id), Expression(c.Initial))).ToEquatable();
        return x with { Carried = carried, Body = Statements(x.Body), Continuing = Statements(x.Continuing), Results = Binders(x.Results) };
    }

    private EquatableArray<LetId> Binders(EquatableArray<LetId> ids) => ids.IsEmpty ? ids : ids.Select(Binder).ToEquatable();

    // Records compare by value, deep; the children were shared where they did not change, so a shallow look is enough.
    private static Stmt Same(Stmt before, Stmt after) => (before, after) switch
    {
        (Let a, Let b) when ReferenceEquals(a.Value, b.Value) && a.Id == b.Id => before,
        (Store a, Store b) when ReferenceEquals(a.Value, b.Value) && ReferenceEquals(a.Target, b.Target) => before,
        (Load a, Load b) when ReferenceEquals(a.Source, b.Source) && a.Id == b.Id => before,
        _ => after,
    };

    protected EquatableArray<Expr> Expressions(EquatableArray<Expr> items)
    {
        Expr[]? changed = null;
        for (int i = 0; i < items.Count; i++)
        {
            var after = Expression(items[i]);
            if (changed is null && ReferenceEquals(after, items[i]))
            {
                continue;
            }
            changed ??= items.ToArray();
            changed[i] = after;
        }
        return changed is null ? items : changed.ToEquatable();
    }

    public virtual Expr Expression(Expr expression)
    {
        switch (expression)
        {
            case Literal or LetRef or CoordinateOf or Undefined:
                return Leave(expression);
            case Unary x:
                var operand = Expression(x.Operand);
                return Leave(ReferenceEquals(operand, x.Operand) ? x : x with { Operand = operand, Type = operand.Type });
            case Binary x:
                var left = Expression(x.Left);
                var right = Expression(x.Right);
                return Leave(ReferenceEquals(left, x.Left) && ReferenceEquals(right, x.Right) ? x : x with { Left = left, Right = right });
            case Select x:
                var condition = Expression(x.Condition);
                var then = Expression(x.Then);
                var otherwise = Expression(x.Else);
                return Leave(ReferenceEquals(condition, x.Condition) && ReferenceEquals(then, x.Then) && ReferenceEquals(otherwise, x.Else) ? x : x with { Condition = condition, Then = then, Else = otherwise, Type = then.Type });
            case Cast x:
                operand = Expression(x.Operand);
                return Leave(ReferenceEquals(operand, x.Operand) ? x : x with { Operand = operand });
            case BitCast x:
                operand = Expression(x.Operand);
                return Leave(ReferenceEquals(operand, x.Operand) ? x : x with { Operand = operand });
            case Pure x:
                var arguments = Expressions(x.Arguments);
                return Leave(arguments.Equals(x.Arguments) ? x : x with { Arguments = arguments });
            case PointerOffset x:
                left = Expression(x.Pointer);
                right = Expression(x.Index);
                return Leave(ReferenceEquals(left, x.Pointer) && ReferenceEquals(right, x.Index) ? x : new PointerOffset(left, right) { From = x.From });
            case PointerDifference x:
                left = Expression(x.Left);
                right = Expression(x.Right);
                return Leave(ReferenceEquals(left, x.Left) && ReferenceEquals(right, x.Right) ? x : x with { Left = left, Right = right });
            case AddressOf x:
                var place = Place(x.Place);
                return Leave(ReferenceEquals(place, x.Place) ? x : x with { Place = place });
            case Field x:
                operand = Expression(x.Operand);
                return Leave(ReferenceEquals(operand, x.Operand) ? x : x with { Operand = operand });
            case Aggregate x:
                arguments = Expressions(x.Elements);
                return Leave(arguments.Equals(x.Elements) ? x : x with { Elements = arguments });
            default:
                throw new UnreachableException(expression.GetType().Name);
        }
    }

    public virtual Place Place(Place place)
    {
        switch (place)
        {
            case VariablePlace or GlobalPlace:
                return Leave(place);
            case Deref x:
                var pointer = Expression(x.Pointer);
                return Leave(ReferenceEquals(pointer, x.Pointer) ? x : x with { Pointer = pointer });
            case Element x:
                var inner = Place(x.Base);
                var index = Expression(x.Index);
                return Leave(ReferenceEquals(inner, x.Base) && ReferenceEquals(index, x.Index) ? x : x with { Base = inner, Index = index });
            case Member x:
                inner = Place(x.Base);
                return Leave(ReferenceEquals(inner, x.Base) ? x : x with { Base = inner });
            default:
                throw new UnreachableException(place.GetType().Name);
        }
    }
}
