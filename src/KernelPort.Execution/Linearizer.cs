using System.Diagnostics;
using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Execution;

/// <summary>Turns a kernel into linear form: structured control flow becomes jumps, device functions are put in place, each value gets a slot.</summary>
internal sealed partial class Linearizer
{
    private readonly Ir.Module _module;
    private readonly Func<string, ulong> _globalAddress;
    private readonly bool _check;
    private readonly List<Instruction> _prologue = [];
    private readonly List<Instruction> _code = [];
    private readonly List<Slot> _slots = [];
    private readonly List<MemoryVariable> _memory = [];
    private readonly Dictionary<(string Function, int Variable), MemoryVariable> _shared = [];
    private readonly Dictionary<(IrType, ulong), Slot> _literals = [];
    private readonly Dictionary<Coordinate, Slot> _coordinates = [];
    private readonly Dictionary<Slot, Slot> _splats = [];
    private Frame _frame = null!;
    private HashSet<Slot> _stored = [];
    private Span _at;

    private sealed class Frame(Function function)
    {
        public Function Function { get; } = function;

        public Slot?[] Lets { get; } = new Slot?[function.Lets.Count];

        public RegisterVariable?[] Registers { get; } = new RegisterVariable?[function.Variables.Count];

        public MemoryVariable?[] Memory { get; } = new MemoryVariable?[function.Variables.Count];

        /// <summary>The values that anything takes.</summary>
        public HashSet<LetId> Used { get; } = NamesOf(function);

        private static HashSet<LetId> NamesOf(Function function)
        {
            var names = new LetNames();
            names.Walk(function);
            return names.Found;
        }

        public Slot? Result { get; set; }

        /// <summary>Loads that a compare-and-swap validates.</summary>
        public HashSet<LetId> Seeds { get; } = CompareSwapSeeds.Of(function);

        /// <summary>Jumps to the end of an inlined call; null in the kernel itself.</summary>
        public List<Jump>? Returns { get; set; }

        public List<Target> Breakables { get; } = [];
    }

    /// <summary>A local variable nobody takes the address of: a value a lane, and which of its fields were stored.</summary>
    private sealed record RegisterVariable(Slot Value, Slot Written, string Name);

    private sealed class Target
    {
        public List<Jump> Breaks { get; } = [];

        /// <summary>Null for a switch, which Continue passes by.</summary>
        public List<Jump>? Continues { get; init; }

        public Loop? Loop { get; init; }
    }

    private Linearizer(Ir.Module module, Func<string, ulong> globalAddress, bool check)
    {
        _module = module;
        _globalAddress = globalAddress;
        _check = check;
    }

    /// <param name="globalAddress">The address of a global by name.</param>
    /// <param name="check">Whether uninitialised variables are looked for.</param>
    public static Program Run(Ir.Module module, Function kernel, Func<string, ulong> globalAddress, bool check)
    {
        var l = new Linearizer(module, globalAddress, check) { _frame = new Frame(kernel) };
        var parameters = kernel.Parameters.Select(p => l.NewSlot(kernel.TypeOf(p), uniform: true)).ToArray();
        for (int i = 0; i < parameters.Length; i++)
        {
            l._frame.Lets[kernel.Parameters[i].Index] = parameters[i];
        }
        l.DeclareVariables();
        l.Body(kernel.Body);
        l._code.Add(new ExitInstruction());
        return new Program
        {
            Prologue = [.. l._prologue],
            Code = [.. l._code],
            Slots = [.. l._slots],
            Memory = [.. l._memory],
            Parameters = parameters,
        };
    }

    private Slot NewSlot(IrType type, bool uniform)
    {
        var slot = new Slot(_slots.Count, type, uniform);
        _slots.Add(slot);
        return slot;
    }

    private void Emit(Instruction instruction, Slot? target = null)
    {
        instruction.From = _at;
        if (target is { Uniform: true })
        {
            _prologue.Add(instruction);
        }
        else
        {
            _code.Add(instruction);
        }
    }

    private void DeclareVariables()
    {
        var registers = RegisterCandidates.Of(_frame.Function);
        for (int i = 0; i < _frame.Function.Variables.Count; i++)
        {
            var v = _frame.Function.Variables[i];
            if (registers[i])
            {
                int fields = v.Type is StructType s ? s.Fields.Count : 1;
                _frame.Registers[i] = new RegisterVariable(NewSlot(v.Type, false), NewSlot(new ArrayType(IrType.U8, fields), false), v.Name);
            }
            else
            {
                // Shared memory is the block's: every call of a function has the same.
                if (!_shared.TryGetValue((_frame.Function.Name, i), out var m))
                {
                    m = new MemoryVariable(_memory.Count, v.Name, v.Type, v.Space, v.IsDynamic);
                    _memory.Add(m);
                    if (v.Space == AddressSpace.Shared)
                    {
                        _shared[(_frame.Function.Name, i)] = m;
                    }
                }
                _frame.Memory[i] = m;
            }
        }
    }

    private void Body(EquatableArray<Stmt> body)
    {
        var outer = _stored;
        _stored = [.. outer];
        foreach (var s in body)
        {
            Statement(s);
        }
        _stored = outer;
    }

    private void Statement(Stmt s)
    {
        var outer = _at;
        // what stands in our own headers is reported where the user calls it
        if (!s.From.Span.IsNone && !(s.From.Span.Source is { IsEmbedded: true } && !outer.IsNone))
        {
            _at = s.From.Span;
        }
        switch (s)
        {
            case Let x:
                SetLet(x.Id, Expression(x.Value));
                break;
            case Load x:
                EmitLoad(x);
                break;
            case Store x:
                EmitStore(x);
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
            case Break x:
                EmitBreak(x);
                break;
            case Continue x:
                EmitContinue(x);
                break;
            case Return x:
                EmitReturn(x);
                break;
            case Yield:
                // Read by the If or Loop it ends.
                break;
            default:
                throw new UnreachableException(s.GetType().Name);
        }
        _at = outer;
    }

    private void SetLet(LetId id, Slot slot) => _frame.Lets[id.Index] = slot;

    private Slot LetSlot(LetId id, bool uniform = false)
    {
        var slot = NewSlot(_frame.Function.TypeOf(id), uniform);
        _frame.Lets[id.Index] = slot;
        return slot;
    }

    private void EmitIf(If x)
    {
        var results = x.Results.Select(r => LetSlot(r)).ToArray();
        var branch = new Branch(Varying(Expression(x.Condition)), jumpIf: false);
        Emit(branch);
        Body(x.Then);
        GiveYield(x.Then, results);
        if (x.Else.IsEmpty)
        {
            branch.Target = _code.Count;
            return;
        }
        var skip = new Jump();
        Emit(skip);
        branch.Target = _code.Count;
        Body(x.Else);
        GiveYield(x.Else, results);
        skip.Target = _code.Count;
    }

    private void GiveYield(EquatableArray<Stmt> body, Slot[] results)
    {
        if (results.Length > 0 && body.Count > 0 && body[^1] is Yield y)
        {
            Assign(results, y.Values);
        }
    }

    /// <summary>Copies values into slots as if all at once.</summary>
    private void Assign(Slot[] targets, EquatableArray<Expr> values)
    {
        var sources = values.Select(v => Varying(Expression(v))).ToArray();
        if (targets.Length > 1)
        {
            sources = [.. sources.Select(s =>
            {
                var copy = NewSlot(s.Type, false);
                Emit(new CopyInstruction(copy, 0, s, 0, s.Size));
                return copy;
            })];
        }
        for (int i = 0; i < targets.Length; i++)
        {
            Emit(new CopyInstruction(targets[i], 0, sources[i], 0, sources[i].Size));
        }
    }

    private void EmitLoop(Loop x)
    {
        var carried = x.Carried.Select(c => NewSlot(c.Initial.Type, false)).ToArray();
        var results = x.Results.Select(r => LetSlot(r)).ToArray();
        Assign(carried, x.Carried.Select(c => c.Initial).ToEquatable());
        for (int i = 0; i < carried.Length; i++)
        {
            _frame.Lets[x.Carried[i].Id.Index] = carried[i];
        }
        var target = new Target { Continues = [], Loop = x };
        _frame.Breakables.Add(target);
        int start = _code.Count;
        var outer = _stored;
        _stored = [.. outer];
        foreach (var s in x.Body)
        {
            Statement(s);
        }
        if (x.Body.Count > 0 && x.Body[^1] is Yield y)
        {
            Assign(carried, y.Values);
        }
        foreach (var c in target.Continues)
        {
            c.Target = _code.Count;
        }
        _stored = [.. outer];
        foreach (var s in x.Continuing)
        {
            Statement(s);
        }
        _stored = outer;
        Emit(new Jump { Target = start });
        foreach (var b in target.Breaks)
        {
            b.Target = _code.Count;
        }
        _frame.Breakables.Remove(target);
    }

    private void EmitSwitch(Ir.Switch x)
    {
        var value = Varying(Expression(x.Value));
        var target = new Target();
        var entries = new List<(Branch Jump, int Case)>();
        for (int i = 0; i < x.Cases.Count; i++)
        {
            foreach (ulong label in x.Cases[i].Labels)
            {
                var equal = NewSlot(IrType.Bool, false);
                Emit(OperationTable.Binary(BinaryOp.Eq, ((ScalarType)value.Type).Kind, equal, value, Varying(LiteralSlot(value.Type, label))));
                var jump = new Branch(equal, jumpIf: true);
                Emit(jump);
                entries.Add((jump, i));
            }
        }
        var toDefault = new Jump();
        Emit(toDefault);
        _frame.Breakables.Add(target);
        int defaultAt = -1;
        for (int i = 0; i < x.Cases.Count; i++)
        {
            foreach (var (jump, which) in entries)
            {
                if (which == i)
                {
                    jump.Target = _code.Count;
                }
            }
            if (x.Cases[i].IsDefault)
            {
                defaultAt = _code.Count;
            }
            Body(x.Cases[i].Body);
        }
        _frame.Breakables.Remove(target);
        toDefault.Target = defaultAt >= 0 ? defaultAt : _code.Count;
        foreach (var b in target.Breaks)
        {
            b.Target = _code.Count;
        }
    }

    private void EmitBreak(Break x)
    {
        var target = _frame.Breakables[^1];
        if (target.Loop is { Results.IsEmpty: false } loop)
        {
            Assign([.. loop.Results.Select(r => _frame.Lets[r.Index]!)], x.Values);
        }
        var jump = new Jump();
        target.Breaks.Add(jump);
        Emit(jump);
    }

    private void EmitContinue(Continue x)
    {
        var target = _frame.Breakables.Last(t => t.Continues is not null);
        if (target.Loop is { Carried.IsEmpty: false } loop)
        {
            Assign([.. loop.Carried.Select(c => _frame.Lets[c.Id.Index]!)], x.Values);
        }
        var jump = new Jump();
        target.Continues!.Add(jump);
        Emit(jump);
    }

    private void EmitReturn(Return x)
    {
        if (_frame.Returns is null)
        {
            Emit(new ExitInstruction());
            return;
        }
        if (x.Value is not null)
        {
            Assign([_frame.Result!], [x.Value]);
        }
        var jump = new Jump();
        _frame.Returns.Add(jump);
        Emit(jump);
    }

    private void EmitInvoke(Invoke x)
    {
        var callee = _module.Find(x.Function) ?? throw new UnreachableException(x.Function);
        // What is uniform stays uniform inside: slots are handed over as they are.
        var arguments = x.Arguments.Select(Expression).ToArray();
        var caller = _frame;
        var result = x.Result is { } id ? LetSlot(id) : null;
        _frame = new Frame(callee) { Result = result, Returns = [] };
        for (int i = 0; i < arguments.Length; i++)
        {
            _frame.Lets[callee.Parameters[i].Index] = arguments[i];
        }
        DeclareVariables();
        // A second turn of a loop around the call starts with fresh variables.
        foreach (var r in _frame.Registers)
        {
            if (r is not null && _check)
            {
                Emit(new ForgetInstruction(r.Written));
            }
        }
        var outerStored = _stored;
        _stored = [.. outerStored];
        Body(callee.Body);
        _stored = outerStored;
        foreach (var jump in _frame.Returns!)
        {
            jump.Target = _code.Count;
        }
        _frame = caller;
    }
}
