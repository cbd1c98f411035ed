using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <summary>Computes constants that need more than folding: runs the IR of constexpr functions, with memory of its own and a limit on steps.
/// Anything it cannot do, and any read of what nobody wrote, makes the expression no constant.</summary>
internal sealed class ConstantEvaluation(ModuleLowerer module, IReadOnlyDictionary<int, byte[]> known)
{
    private const int MostSteps = 4_000_000;
    private const int DeepestCall = 400;

    private readonly Dictionary<string, Block> _globals = new(StringComparer.Ordinal);
    private int _steps;
    private int _depth;

    private enum Outcome { Next, Break, Continue, Return }

    /// <summary>Memory of one variable; pointers in it are kept beside its bytes.</summary>
    private sealed class Block(long size)
    {
        public byte[] Bytes { get; init; } = new byte[size];

        public Dictionary<long, Address> Pointers { get; } = [];
    }

    private sealed record Address(Block Block, long Offset);

    /// <summary>A struct's bytes as a value, with the pointers among them.</summary>
    private sealed record Bundle(byte[] Bytes, Dictionary<long, Address> Pointers);

    private sealed class Frame(IReadOnlyList<Variable> variables)
    {
        public Dictionary<int, object> Lets { get; } = [];

        public Dictionary<int, Block> Variables { get; } = [];

        public IReadOnlyList<Variable> Declared { get; } = variables;

        public object? Returned { get; set; }
    }

    private sealed class NotConstantException : Exception;

    /// <summary>A <see cref="Literal"/>, the bytes of a struct, or null where this is no constant.</summary>
    public object? Evaluate(IReadOnlyList<Stmt> statements, IReadOnlyList<Variable> variables, Expr value)
    {
        var frame = new Frame(variables);
        foreach (var (id, bytes) in known)
        {
            frame.Variables[id] = new Block(0) { Bytes = [.. bytes] };
        }
        try
        {
            Run(statements, frame);
            return Value(value, frame) switch
            {
                Literal l => l,
                Bundle { Pointers.Count: 0 } b => b.Bytes,
                _ => null,
            };
        }
        catch (NotConstantException)
        {
            return null;
        }
    }

    /// <summary>What is in a variable after these statements; null where that is not known.</summary>
    public byte[]? Memory(IReadOnlyList<Stmt> statements, IReadOnlyList<Variable> variables, VariablePlace place)
    {
        var frame = new Frame(variables);
        foreach (var (id, bytes) in known)
        {
            frame.Variables[id] = new Block(0) { Bytes = [.. bytes] };
        }
        try
        {
            Run(statements, frame);
            return frame.Variables.TryGetValue(place.Id.Index, out var block) && block.Pointers.Count == 0 ? block.Bytes : null;
        }
        catch (NotConstantException)
        {
            return null;
        }
    }

    private Outcome Run(IEnumerable<Stmt> statements, Frame frame)
    {
        foreach (var s in statements)
        {
            if (++_steps > MostSteps)
            {
                throw new NotConstantException();
            }
            var outcome = Step(s, frame);
            if (outcome != Outcome.Next)
            {
                return outcome;
            }
        }
        return Outcome.Next;
    }

    private Outcome Step(Stmt statement, Frame frame)
    {
        switch (statement)
        {
            case Let s:
                frame.Lets[s.Id.Index] = Value(s.Value, frame);
                return Outcome.Next;
            case Load s:
                frame.Lets[s.Id.Index] = Read(Locate(s.Source, frame), s.Source.Type);
                return Outcome.Next;
            case Store s:
                Write(Locate(s.Target, frame), Value(s.Value, frame));
                return Outcome.Next;
            case If s:
                return Run(Truth(s.Condition, frame) ? s.Then : s.Else, frame);
            case Loop s:
                return Repeat(s, frame);
            case Switch s:
                return Select(s, frame);
            case Break:
                return Outcome.Break;
            case Continue:
                return Outcome.Continue;
            case Return s:
                frame.Returned = s.Value is null ? null : Value(s.Value, frame);
                return Outcome.Return;
            case Invoke s:
                object? result = Call(s, frame);
                if (s.Result is { } id)
                {
                    frame.Lets[id.Index] = result ?? throw new NotConstantException();
                }
                return Outcome.Next;
            default:
                throw new NotConstantException();
        }
    }

    private Outcome Repeat(Loop loop, Frame frame)
    {
        while (true)
        {
            if (++_steps > MostSteps)
            {
                throw new NotConstantException();
            }
            var outcome = Run(loop.Body, frame);
            if (outcome == Outcome.Return)
            {
                return outcome;
            }
            if (outcome == Outcome.Break)
            {
                return Outcome.Next;
            }
            outcome = Run(loop.Continuing, frame);
            if (outcome == Outcome.Return)
            {
                return outcome;
            }
            if (outcome == Outcome.Break)
            {
                return Outcome.Next;
            }
        }
    }

    private Outcome Select(Switch s, Frame frame)
    {
        ulong value = ((Literal)Value(s.Value, frame)).Bits;
        int at = -1;
        for (int i = 0; i < s.Cases.Count && at < 0; i++)
        {
            at = s.Cases[i].Labels.Contains(value) ? i : -1;
        }
        for (int i = 0; i < s.Cases.Count && at < 0; i++)
        {
            at = s.Cases[i].IsDefault ? i : -1;
        }
        for (int i = at; i >= 0 && i < s.Cases.Count; i++)
        {
            var outcome = Run(s.Cases[i].Body, frame);
            if (outcome != Outcome.Next)
            {
                return outcome == Outcome.Break ? Outcome.Next : outcome;
            }
        }
        return Outcome.Next;
    }

    private object? Call(Invoke call, Frame frame)
    {
        if (module.Lowered(call.Function) is not { } function || ++_depth > DeepestCall)
        {
            throw new NotConstantException();
        }
        var inner = new Frame(function.Variables);
        for (int i = 0; i < call.Arguments.Count; i++)
        {
            inner.Lets[function.Parameters[i].Index] = Value(call.Arguments[i], frame);
        }
        Run(function.Body, inner);
        _depth--;
        return inner.Returned;
    }

    private bool Truth(Expr e, Frame frame) => Value(e, frame) is Literal l ? l.Bits != 0 : throw new NotConstantException();

    private object Value(Expr e, Frame frame)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (e)
        {
            case Literal:
                return e;
            case LetRef x:
                return frame.Lets.TryGetValue(x.Id.Index, out object? bound) ? bound : throw new NotConstantException();
            case Binary { Op: BinaryOp.LogicalAnd or BinaryOp.LogicalOr } x:
                bool left = Truth(x.Left, frame);
                return Build.Bool(x.Op == BinaryOp.LogicalAnd ? left && Truth(x.Right, frame) : left || Truth(x.Right, frame));
            case Select x:
                return Value(Truth(x.Condition, frame) ? x.Then : x.Else, frame);
            case Unary x:
                return Folded(x with { Operand = Scalar(x.Operand, frame) });
            case Binary x:
                return Folded(x with { Left = Scalar(x.Left, frame), Right = Scalar(x.Right, frame) });
            case Cast { Type: PointerType } x:
                return Value(x.Operand, frame);
            case Cast x:
                return Folded(x with { Operand = Scalar(x.Operand, frame) });
            case BitCast x:
                return Folded(x with { Operand = Scalar(x.Operand, frame) });
            case Pure x:
                return PureIntrinsics.Fold(x with { Arguments = x.Arguments.Select(a => (Expr)Scalar(a, frame)).ToEquatable() }) ?? throw new NotConstantException();
            case PointerOffset x when Value(x.Pointer, frame) is Address a:
                return a with { Offset = a.Offset + Build.AsInt(Scalar(x.Index, frame)) * ((PointerType)x.Type).Pointee.Size };
            case AddressOf x:
                return Locate(x.Place, frame);
            case Field x when Value(x.Operand, frame) is Bundle b:
                return Part(b, ((StructType)x.Operand.Type).Fields[x.Index]);
            case Aggregate x:
                return Whole(x, frame);
            default:
                throw new NotConstantException();
        }
    }

    private Literal Scalar(Expr e, Frame frame) => Value(e, frame) as Literal ?? throw new NotConstantException();

    private static Literal Folded(Expr e) => ConstantFolding.Fold(e) ?? throw new NotConstantException();

    private static object Part(Bundle b, StructField field)
    {
        var block = new Block(0) { Bytes = b.Bytes };
        foreach (var (at, address) in b.Pointers)
        {
            block.Pointers[at] = address;
        }
        return Read(new Address(block, field.Offset), field.Type);
    }

    private Bundle Whole(Aggregate x, Frame frame)
    {
        var type = (StructType)x.Type;
        var block = new Block(type.Size);
        for (int i = 0; i < x.Elements.Count; i++)
        {
            Write(new Address(block, type.Fields[i].Offset), Value(x.Elements[i], frame));
        }
        return new Bundle(block.Bytes, block.Pointers);
    }

    private Address Locate(Place place, Frame frame)
    {
        switch (place)
        {
            case VariablePlace p:
                if (!frame.Variables.TryGetValue(p.Id.Index, out var block))
                {
                    if (p.Id.Index >= frame.Declared.Count || frame.Declared[p.Id.Index].Space != AddressSpace.Local)
                    {
                        throw new NotConstantException();
                    }
                    frame.Variables[p.Id.Index] = block = new Block(p.Type.Size);
                }
                return new Address(block, 0);
            case GlobalPlace p:
                if (!_globals.TryGetValue(p.Name, out var global))
                {
                    var source = module.LoweredGlobal(p.Name);
                    if (source is null || source.Initial.IsEmpty || source.Space != AddressSpace.Constant)
                    {
                        throw new NotConstantException();
                    }
                    _globals[p.Name] = global = new Block(0) { Bytes = [.. source.Initial] };
                }
                return new Address(global, 0);
            case Deref p:
                return Value(p.Pointer, frame) as Address ?? throw new NotConstantException();
            case Element p:
                var array = Locate(p.Base, frame);
                return array with { Offset = array.Offset + Build.AsInt(Scalar(p.Index, frame)) * p.Type.Size };
            case Member p:
                var @object = Locate(p.Base, frame);
                return @object with { Offset = @object.Offset + ((StructType)p.Base.Type).Fields[p.FieldIndex].Offset };
            default:
                throw new NotConstantException();
        }
    }

    private static object Read(Address from, IrType type)
    {
        if (from.Offset < 0 || from.Offset + type.Size > from.Block.Bytes.Length)
        {
            throw new NotConstantException();
        }
        if (type is PointerType)
        {
            return from.Block.Pointers.TryGetValue(from.Offset, out var address) ? address : throw new NotConstantException();
        }
        if (type is ScalarType)
        {
            ulong bits = 0;
            for (int i = 0; i < type.Size; i++)
            {
                bits |= (ulong)from.Block.Bytes[from.Offset + i] << (8 * i);
            }
            return new Literal(type, bits);
        }
        var pointers = from.Block.Pointers.Where(p => p.Key >= from.Offset && p.Key < from.Offset + type.Size).ToDictionary(p => p.Key - from.Offset, p => p.Value);
        return new Bundle(from.Block.Bytes.AsSpan((int)from.Offset, (int)type.Size).ToArray(), pointers);
    }

    private static void Write(Address to, object value)
    {
        byte[] bytes = to.Block.Bytes;
        switch (value)
        {
            case Literal l when to.Offset >= 0 && to.Offset + l.Type.Size <= bytes.Length:
                for (int i = 0; i < l.Type.Size; i++)
                {
                    bytes[to.Offset + i] = (byte)(l.Bits >> (8 * i));
                }
                break;
            case Bundle b when to.Offset >= 0 && to.Offset + b.Bytes.Length <= bytes.Length:
                b.Bytes.CopyTo(bytes, to.Offset);
                foreach (var (at, address) in b.Pointers)
                {
                    to.Block.Pointers[to.Offset + at] = address;
                }
                break;
            case Address a when to.Offset >= 0 && to.Offset + 8 <= bytes.Length:
                to.Block.Pointers[to.Offset] = a;
                break;
            default:
                throw new NotConstantException();
        }
    }
}

/// <summary>The pure intrinsics whose result on literals is exact: integer ones, and those floating ones that round nothing.</summary>
internal static class PureIntrinsics
{
    public static Literal? Fold(Pure x)
    {
        var a = (Literal)x.Arguments[0];
        var b = x.Arguments.Count > 1 ? (Literal)x.Arguments[1] : a;
        if (x.Intrinsic == Intrinsics.IMin || x.Intrinsic == Intrinsics.IMax)
        {
            bool less = a.Type.IsSigned ? Build.AsInt(a) < Build.AsInt(b) : a.Bits < b.Bits;
            return (x.Intrinsic == Intrinsics.IMin) == less ? a : b;
        }
        if (x.Intrinsic == Intrinsics.IAbs)
        {
            long v = Build.AsInt(a);
            return Build.Int(a.Type, v < 0 ? unchecked(-v) : v);
        }
        if (x.Intrinsic == Intrinsics.FMin || x.Intrinsic == Intrinsics.FMax)
        {
            double p = Build.AsFloat(a);
            double q = Build.AsFloat(b);
            return double.IsNaN(p) || double.IsNaN(q) || p == q ? null : (x.Intrinsic == Intrinsics.FMin) == (p < q) ? a : b;
        }
        if (x.Intrinsic == Intrinsics.FAbs)
        {
            return Build.Float(a.Type, Math.Abs(Build.AsFloat(a)));
        }
        return x.Intrinsic == Intrinsics.Sqrt && a.Type == IrType.F64 ? Build.F64(Math.Sqrt(Build.AsFloat(a))) : null;
    }
}
