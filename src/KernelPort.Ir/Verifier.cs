using KernelPort.Core;

namespace KernelPort.Ir;

/// <summary>Checks the rules every module keeps; what it finds is a bug of ours, never the user's.</summary>
public sealed partial class Verifier
{
    private readonly Module _module;
    private readonly List<string> _faults = [];
    private Function _function = null!;
    private HashSet<LetId> _bound = [];
    private readonly Stack<Loop?> _breakables = new();

    private Verifier(Module module) => _module = module;

    /// <summary>The faults, or none.</summary>
    public static IReadOnlyList<string> Check(Module module)
    {
        var verifier = new Verifier(module);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var f in module.Functions)
        {
            if (!names.Add(f.Name))
            {
                verifier.Fault($"two functions are called {f.Name}");
            }
            verifier.CheckFunction(f);
        }
        return verifier._faults;
    }

    private void Fault(string text) => _faults.Add(_function is null ? text : $"{_function.Name}: {text}");

    private void CheckFunction(Function f)
    {
        _function = f;
        _bound = [];
        foreach (var p in f.Parameters)
        {
            Bind(p);
        }
        Body(f.Body, []);
        CheckYield(f.Body, [], "a function");
    }

    private void Bind(LetId? id)
    {
        if (id is not { } i)
        {
            return;
        }
        if (i.Index < 0 || i.Index >= _function.Lets.Count)
        {
            Fault($"%{i.Index} is not in the table of lets");
        }
        else if (!_bound.Add(i))
        {
            Fault($"%{i.Index} is bound twice");
        }
    }

    // What an inner block binds cannot be used after it, but must not be bound again either.
    private void Body(EquatableArray<Stmt> body, HashSet<LetId> outer)
    {
        var visible = new HashSet<LetId>(outer);
        if (outer.Count == 0)
        {
            visible.UnionWith(_function.Parameters);
        }
        foreach (var s in body)
        {
            Statement(s, visible);
        }
    }

    private void Define(LetId? id, IrType? type, HashSet<LetId> visible)
    {
        Bind(id);
        if (id is { } i && i.Index < _function.Lets.Count)
        {
            visible.Add(i);
            if (type is not null && _function.TypeOf(i) != type)
            {
                Fault($"%{i.Index} is {_function.TypeOf(i)} but is given {type}");
            }
        }
    }

    private void Statement(Stmt s, HashSet<LetId> visible)
    {
        switch (s)
        {
            case Let x:
                Expression(x.Value, visible);
                Define(x.Id, x.Value.Type, visible);
                break;
            case Load x:
                Place(x.Source, visible);
                Define(x.Id, x.Source.Type, visible);
                break;
            case Store x:
                Place(x.Target, visible);
                Expression(x.Value, visible);
                Expect(x.Value.Type == x.Target.Type, $"a store of {x.Value.Type} into {x.Target.Type}");
                break;
            case Atomic x:
                Place(x.Target, visible);
                Expression(x.Operand, visible);
                if (x.Compare is not null)
                {
                    Expression(x.Compare, visible);
                }
                Expect((x.Op == AtomicOp.CompareExchange) == (x.Compare is not null), $"atomic {x.Op} with a wrong number of operands");
                Expect(x.Operand.Type == x.Target.Type, $"atomic {x.Op} of {x.Operand.Type} on {x.Target.Type}");
                Define(x.Result, x.Target.Type, visible);
                break;
            case Call x:
                Expressions(x.Arguments, visible);
                Expect(x.Intrinsic.Effect != Effect.None, $"{x.Intrinsic} has no effect and stands in a call");
                if (x.Intrinsic == Intrinsics.Print)
                {
                    Expect(x.Result is null && x.Format is { } format && PrintFormat.Parse(format)?.Fits([.. x.Arguments.Select(a => a.Type)]) == true, "a print whose format and arguments do not fit");
                    break;
                }
                if (Intrinsics.Textures.Contains(x.Intrinsic))
                {
                    Expect(x.Format is { } form && TextureForm.Parse(form)?.Fits(x.Intrinsic, [.. x.Arguments.Select(a => a.Type)], x.Result is { } texel ? _function.TypeOf(texel) : null) == true, $"a {x.Intrinsic} whose form and operands do not fit");
                    Define(x.Result, null, visible);
                    break;
                }
                Expect(x.Format is null, $"{x.Intrinsic} has no format");
                Expect(x.Intrinsic.Arity == x.Arguments.Count, $"{x.Intrinsic} takes {x.Intrinsic.Arity} arguments, not {x.Arguments.Count}");
                Define(x.Result, null, visible);
                break;
            case Invoke x:
                Expressions(x.Arguments, visible);
                CheckInvoke(x);
                Define(x.Result, _module.Find(x.Function)?.ReturnType, visible);
                break;
            case If x:
                Expression(x.Condition, visible);
                Expect(x.Condition.Type == IrType.Bool, $"a condition of type {x.Condition.Type}");
                Body(x.Then, visible);
                Body(x.Else, visible);
                CheckYield(x.Then, x.Results, "an if");
                CheckYield(x.Else, x.Results, "an if");
                foreach (var r in x.Results)
                {
                    Define(r, null, visible);
                }
                break;
            case Loop x:
                CheckLoop(x, visible);
                break;
            case Switch x:
                Expression(x.Value, visible);
                Expect(x.Value.Type.IsInteger, $"a switch over {x.Value.Type}");
                _breakables.Push(null);
                foreach (var c in x.Cases)
                {
                    Body(c.Body, visible);
                    CheckYield(c.Body, [], "a switch");
                }
                _breakables.Pop();
                break;
            case Break x:
                Expressions(x.Values, visible);
                CheckBreak(x);
                break;
            case Continue x:
                Expressions(x.Values, visible);
                CheckContinue(x);
                break;
            case Yield x:
                Expressions(x.Values, visible);
                break;
            case Return x:
                if (x.Value is not null)
                {
                    Expression(x.Value, visible);
                }
                Expect((x.Value?.Type ?? IrType.Void) == _function.ReturnType, $"a return of {x.Value?.Type ?? IrType.Void} from a function of {_function.ReturnType}");
                break;
            default:
                Fault($"unknown statement {s.GetType().Name}");
                break;
        }
    }

    private void CheckInvoke(Invoke x)
    {
        if (_module.Find(x.Function) is not { } callee)
        {
            Fault($"a call of {x.Function}, which is not in the module");
            return;
        }
        Expect(callee.Parameters.Count == x.Arguments.Count, $"{x.Function} takes {callee.Parameters.Count} arguments, not {x.Arguments.Count}");
        for (int i = 0; i < Math.Min(callee.Parameters.Count, x.Arguments.Count); i++)
        {
            var wanted = callee.TypeOf(callee.Parameters[i]);
            Expect(wanted == x.Arguments[i].Type, $"argument {i} of {x.Function} is {x.Arguments[i].Type}, not {wanted}");
        }
    }

    private void CheckLoop(Loop x, HashSet<LetId> visible)
    {
        var inner = new HashSet<LetId>(visible);
        foreach (var c in x.Carried)
        {
            Expression(c.Initial, visible);
            Define(c.Id, c.Initial.Type, inner);
        }
        _breakables.Push(x);
        // The continuing part sees what the body bound at its top level.
        foreach (var s in x.Body)
        {
            Statement(s, inner);
        }
        Body(x.Continuing, inner);
        _breakables.Pop();
        CheckYield(x.Body, x.Carried.Select(c => c.Id).ToEquatable(), "a loop");
        CheckYield(x.Continuing, [], "a continuing part");
        Expect(x.Carried.IsEmpty || x.Continuing.IsEmpty, "a loop in value form has no continuing part");
        foreach (var r in x.Results)
        {
            Define(r, null, visible);
        }
    }

    private void Expect(bool holds, string fault)
    {
        if (!holds)
        {
            Fault(fault);
        }
    }

    private void Expressions(EquatableArray<Expr> items, HashSet<LetId> visible)
    {
        foreach (var e in items)
        {
            Expression(e, visible);
        }
    }

    private void Expression(Expr e, HashSet<LetId> visible)
    {
        switch (e)
        {
            case LetRef x:
                Expect(visible.Contains(x.Id), $"%{x.Id.Index} is used where it is not bound");
                if (x.Id.Index < _function.Lets.Count)
                {
                    Expect(_function.TypeOf(x.Id) == x.Type, $"%{x.Id.Index} is {_function.TypeOf(x.Id)} and is used as {x.Type}");
                }
                break;
            case Unary x:
                Expression(x.Operand, visible);
                break;
            case Binary x:
                Expression(x.Left, visible);
                Expression(x.Right, visible);
                CheckBinary(x);
                break;
            case Select x:
                Expression(x.Condition, visible);
                Expression(x.Then, visible);
                Expression(x.Else, visible);
                Expect(x.Condition.Type == IrType.Bool, $"a select on {x.Condition.Type}");
                Expect(x.Then.Type == x.Else.Type, $"a select between {x.Then.Type} and {x.Else.Type}");
                break;
            case Cast x:
                Expression(x.Operand, visible);
                break;
            case BitCast x:
                Expression(x.Operand, visible);
                Expect(x.Type.Size == x.Operand.Type.Size, $"a bit cast from {x.Operand.Type} to {x.Type}");
                break;
            case Pure x:
                Expressions(x.Arguments, visible);
                Expect(x.Intrinsic.Effect == Effect.None, $"{x.Intrinsic} has an effect and stands in an expression");
                Expect(x.Intrinsic.Arity == x.Arguments.Count, $"{x.Intrinsic} takes {x.Intrinsic.Arity} arguments, not {x.Arguments.Count}");
                break;
            case PointerOffset x:
                Expression(x.Pointer, visible);
                Expression(x.Index, visible);
                Expect(x.Pointer.Type is PointerType && x.Index.Type == IrType.I64, $"an offset of {x.Pointer.Type} by {x.Index.Type}");
                break;
            case PointerDifference x:
                Expression(x.Left, visible);
                Expression(x.Right, visible);
                break;
            case AddressOf x:
                Place(x.Place, visible);
                break;
            case Field x:
                Expression(x.Operand, visible);
                Expect(x.Operand.Type is StructType st && x.Index < st.Fields.Count && st.Fields[x.Index].Type == x.Type, $"field {x.Index} of {x.Operand.Type}");
                break;
            case Aggregate x:
                Expressions(x.Elements, visible);
                Expect(x.Type is StructType s && s.Fields.Count == x.Elements.Count, $"a {x.Type} made of {x.Elements.Count} values");
                break;
        }
    }

    private void CheckBinary(Binary x)
    {
        bool shift = x.Op is BinaryOp.Shl or BinaryOp.Shr;
        Expect(shift ? x.Right.Type == IrType.U32 : x.Left.Type == x.Right.Type, $"{x.Op} of {x.Left.Type} and {x.Right.Type}");
        Expect(Build.IsComparison(x.Op) ? x.Type == IrType.Bool : x.Type == x.Left.Type, $"{x.Op} of {x.Left.Type} gives {x.Type}");
    }

    private void Place(Place p, HashSet<LetId> visible)
    {
        switch (p)
        {
            case VariablePlace x:
                Expect(x.Id.Index < _function.Variables.Count && _function.Variables[x.Id.Index].Type == x.Type, $"${x.Id.Index} is not a variable of type {x.Type}");
                break;
            case GlobalPlace x:
                Expect(_module.Globals.Any(g => g.Name == x.Name && g.Type == x.Type), $"@{x.Name} is not a global of type {x.Type}");
                break;
            case Deref x:
                Expression(x.Pointer, visible);
                Expect(x.Pointer.Type is PointerType t && t.Pointee == x.Type, $"a dereference of {x.Pointer.Type} as {x.Type}");
                break;
            case Element x:
                Place(x.Base, visible);
                Expression(x.Index, visible);
                Expect(x.Base.Type is ArrayType a && a.Element == x.Type && x.Index.Type == IrType.I64, $"an element of {x.Base.Type} as {x.Type}");
                break;
            case Member x:
                Place(x.Base, visible);
                Expect(x.Base.Type is StructType s && x.FieldIndex < s.Fields.Count && s.Fields[x.FieldIndex].Type == x.Type, $"member {x.FieldIndex} of {x.Base.Type}");
                break;
        }
    }
}
