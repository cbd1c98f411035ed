using KernelPort.Core;

namespace KernelPort.Ir;

/// <summary>Visits every statement, expression and place, outermost first, in program order.</summary>
public abstract class Walker
{
    public void Walk(Function function) => Walk(function.Body);

    public void Walk(EquatableArray<Stmt> body)
    {
        foreach (var s in body)
        {
            Walk(s);
        }
    }

    protected virtual void Enter(Stmt statement)
    {
    }

    protected virtual void Enter(Expr expression)
    {
    }

    protected virtual void Enter(Place place)
    {
    }

    /// <summary>A place is about to be read (<paramref name="write"/> false) or written.</summary>
    protected virtual void Access(Place place, bool write)
    {
    }

    public void Walk(Stmt statement)
    {
        Enter(statement);
        switch (statement)
        {
            case Let x:
                Walk(x.Value);
                break;
            case Load x:
                Access(x.Source, write: false);
                Walk(x.Source);
                break;
            case Store x:
                Access(x.Target, write: true);
                Walk(x.Target);
                Walk(x.Value);
                break;
            case Atomic x:
                Access(x.Target, write: true);
                Walk(x.Target);
                Walk(x.Operand);
                if (x.Compare is not null)
                {
                    Walk(x.Compare);
                }
                break;
            case Call x:
                Walk(x.Arguments);
                break;
            case Invoke x:
                Walk(x.Arguments);
                break;
            case If x:
                Walk(x.Condition);
                Walk(x.Then);
                Walk(x.Else);
                break;
            case Loop x:
                foreach (var c in x.Carried)
                {
                    Walk(c.Initial);
                }
                Walk(x.Body);
                Walk(x.Continuing);
                break;
            case Switch x:
                Walk(x.Value);
                foreach (var c in x.Cases)
                {
                    Walk(c.Body);
                }
                break;
            case Break x:
                Walk(x.Values);
                break;
            case Continue x:
                Walk(x.Values);
                break;
            case Yield x:
                Walk(x.Values);
                break;
            case Return { Value: { } value }:
                Walk(value);
                break;
        }
    }

    private void Walk(EquatableArray<Expr> items)
    {
        foreach (var e in items)
        {
            Walk(e);
        }
    }

    public void Walk(Expr expression)
    {
        Enter(expression);
        switch (expression)
        {
            case Unary x:
                Walk(x.Operand);
                break;
            case Binary x:
                Walk(x.Left);
                Walk(x.Right);
                break;
            case Select x:
                Walk(x.Condition);
                Walk(x.Then);
                Walk(x.Else);
                break;
            case Cast x:
                Walk(x.Operand);
                break;
            case BitCast x:
                Walk(x.Operand);
                break;
            case Pure x:
                Walk(x.Arguments);
                break;
            case PointerOffset x:
                Walk(x.Pointer);
                Walk(x.Index);
                break;
            case PointerDifference x:
                Walk(x.Left);
                Walk(x.Right);
                break;
            case AddressOf x:
                Walk(x.Place);
                break;
            case Field x:
                Walk(x.Operand);
                break;
            case Aggregate x:
                Walk(x.Elements);
                break;
        }
    }

    public void Walk(Place place)
    {
        Enter(place);
        switch (place)
        {
            case Deref x:
                Walk(x.Pointer);
                break;
            case Element x:
                Walk(x.Base);
                Walk(x.Index);
                break;
            case Member x:
                Walk(x.Base);
                break;
        }
    }
}
