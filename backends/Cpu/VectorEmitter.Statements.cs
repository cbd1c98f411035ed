using System.Diagnostics;
using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

internal sealed partial class VectorEmitter
{
    private void Body(EquatableArray<Stmt> body)
    {
        foreach (var s in body)
        {
            Statement(s);
        }
    }

    private void Statement(Stmt s)
    {
        switch (s)
        {
            case Let x:
                _frame.Lets[x.Id.Index] = Expression(x.Value);
                break;
            case Load x:
                _frame.Lets[x.Id.Index] = LoadPlace(x.Source);
                break;
            case Store x:
                StorePlace(x.Target, Expression(x.Value));
                break;
            case Atomic x:
                EmitAtomic(x);
                break;
            case Call x:
                EmitCall(x);
                break;
            case Invoke x:
                EmitInvoke(x);
                break;
            case If x:
                EmitIf(x);
                break;
            case Loop x:
                EmitLoop(x);
                break;
            case Ir.Switch x:
                EmitSwitch(x);
                break;
            case Break:
                Leave(_frame.Breakables.Count - 1, turnOnly: false);
                break;
            case Continue:
                Leave(_frame.Breakables.FindLastIndex(b => b.IsLoop), turnOnly: true);
                break;
            case Return x:
                EmitReturn(x);
                break;
            default:
                throw new NotVectorised($"{s.GetType().Name} in value form");
        }
    }

    /// <summary>The lanes that still run here: what breaks, continues and returns took away is gone.</summary>
    private void Refresh(string before)
    {
        string alive = _frame.Breakables.Count > 0 ? _frame.Breakables[^1].Turn : _frame.Live;
        _mask = And(before, Assign($"load {MaskType}, ptr {alive}"));
    }

    private void Clear(string variable)
    {
        string old = Assign($"load {MaskType}, ptr {variable}");
        Store(MaskType, AndNot(old, _mask), variable);
    }

    /// <summary>The current lanes leave a loop's turn, or the loop or switch itself, and everything inside of it.</summary>
    private void Leave(int level, bool turnOnly)
    {
        for (int i = _frame.Breakables.Count - 1; i >= level; i--)
        {
            Clear(_frame.Breakables[i].Turn);
            if (i > level || !turnOnly)
            {
                Clear(_frame.Breakables[i].Inside);
            }
        }
        _mask = "zeroinitializer";
    }

    private void EmitReturn(Return x)
    {
        if (x.Value is not null && _frame.Result is { } result)
        {
            StoreParts(result, Expression(x.Value));
        }
        foreach (var b in _frame.Breakables)
        {
            Clear(b.Inside);
            Clear(b.Turn);
        }
        Clear(_frame.Live);
        _mask = "zeroinitializer";
    }

    private void EmitIf(If x)
    {
        if (!x.Results.IsEmpty)
        {
            throw new NotVectorised("value form");
        }
        var condition = Expression(x.Condition);
        string before = _mask;
        string c = Varying(condition);
        Arm(And(before, c), x.Then);
        if (!x.Else.IsEmpty)
        {
            Arm(AndNot(before, c), x.Else);
        }
        Refresh(before);
    }

    /// <summary>A body under a mask, passed by where no lane wants it.</summary>
    private void Arm(string mask, EquatableArray<Stmt> body)
    {
        string then = Label();
        string join = Label();
        Line($"br i1 {Any(mask)}, label %{then}, label %{join}");
        Begin(then);
        _mask = mask;
        Body(body);
        Line($"br label %{join}");
        Begin(join);
    }

    private void EmitLoop(Loop x)
    {
        if (!x.Carried.IsEmpty || !x.Results.IsEmpty)
        {
            throw new NotVectorised("value form");
        }
        var loop = new Breakable(Alloca(MaskType), Alloca(MaskType), true);
        string before = _mask;
        Store(MaskType, before, loop.Inside);
        string head = Label();
        string body = Label();
        string exit = Label();
        Line($"br label %{head}");
        Begin(head);
        string inside = Assign($"load {MaskType}, ptr {loop.Inside}");
        Line($"br i1 {Any(inside)}, label %{body}, label %{exit}");
        Begin(body);
        Store(MaskType, inside, loop.Turn);
        _mask = inside;
        _frame.Breakables.Add(loop);
        Body(x.Body);
        // Lanes that continued come back for the step.
        _mask = Assign($"load {MaskType}, ptr {loop.Inside}");
        Store(MaskType, _mask, loop.Turn);
        Body(x.Continuing);
        _frame.Breakables.RemoveAt(_frame.Breakables.Count - 1);
        Line($"br label %{head}");
        Begin(exit);
        Refresh(before);
    }

    private void EmitSwitch(Ir.Switch x)
    {
        var value = Expression(x.Value);
        string v = Varying(value);
        string word = Word(value.Type);
        string before = _mask;
        var place = new Breakable(Alloca(MaskType), Alloca(MaskType), false);
        // Lanes inside the switch at this point: they entered at a label above and did not break.
        Store(MaskType, "zeroinitializer", place.Inside);
        Store(MaskType, "zeroinitializer", place.Turn);
        string rest = before;
        var entering = new List<string>();
        foreach (var c in x.Cases)
        {
            string here = "zeroinitializer";
            foreach (ulong label in c.Labels)
            {
                string equal = Assign($"icmp eq {Vector(word)} {v}, {Splat(word, Build.Invariant($"{Build.AsInt(new Literal(value.Type, label))}"))}");
                here = Assign($"or {MaskType} {here}, {equal}");
            }
            here = And(here, before);
            rest = AndNot(rest, here);
            entering.Add(here);
        }
        _frame.Breakables.Add(place);
        for (int i = 0; i < x.Cases.Count; i++)
        {
            string inside = Assign($"load {MaskType}, ptr {place.Turn}");
            string joined = Assign($"or {MaskType} {inside}, {entering[i]}");
            if (x.Cases[i].IsDefault)
            {
                joined = Assign($"or {MaskType} {joined}, {rest}");
            }
            Store(MaskType, joined, place.Inside);
            Store(MaskType, joined, place.Turn);
            Arm(joined, x.Cases[i].Body);
        }
        _frame.Breakables.RemoveAt(_frame.Breakables.Count - 1);
        Refresh(before);
    }

    private void EmitInvoke(Invoke x)
    {
        var callee = _module.Find(x.Function) ?? throw new UnreachableException(x.Function);
        var arguments = x.Arguments.Select(Expression).ToArray();
        var caller = _frame;
        string before = _mask;
        string live = Alloca(MaskType);
        Store(MaskType, before, live);
        string[]? result = callee.ReturnType is VoidType ? null : [.. Flat(callee.ReturnType).Select(t => Alloca(Vector(Word(t))))];
        _frame = new Frame(callee) { Live = live, Result = result };
        for (int i = 0; i < arguments.Length; i++)
        {
            _frame.Lets[callee.Parameters[i].Index] = arguments[i];
        }
        DeclareVariables();
        Body(callee.Body);
        _frame = caller;
        // A function's return ends nothing of its caller.
        _mask = before;
        if (x.Result is { } id)
        {
            _frame.Lets[id.Index] = LoadParts(result!, callee.ReturnType);
        }
    }

    private static IEnumerable<IrType> Flat(IrType type) => type is StructType s ? s.Fields.Select(f => f.Type) : [type];

    /// <summary>Writes a value into allocas, for the current lanes only.</summary>
    private void StoreParts(string[] allocas, Value value)
    {
        var parts = value.Type is StructType ? value.Parts! : [value];
        for (int i = 0; i < allocas.Length; i++)
        {
            string type = Vector(Word(parts[i].Type));
            string v = Varying(parts[i]);
            if (_mask != "splat (i1 true)")
            {
                string old = Assign($"load {type}, ptr {allocas[i]}");
                v = Assign($"select {MaskType} {_mask}, {type} {v}, {type} {old}");
            }
            Store(type, v, allocas[i]);
        }
    }

    private Value LoadParts(string[] allocas, IrType type)
    {
        Value One(string alloca, IrType t) => new(t, Assign($"load {Vector(Word(t))}, ptr {alloca}"), false);
        return type is StructType s
            ? new Value(type, "", false) { Parts = [.. s.Fields.Select((f, i) => One(allocas[i], f.Type))] }
            : One(allocas[0], type);
    }
}
