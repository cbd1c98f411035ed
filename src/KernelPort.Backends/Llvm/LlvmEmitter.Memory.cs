using KernelPort.Ir;

namespace KernelPort.Backends.Llvm;

internal sealed partial class LlvmEmitter
{
    /// <summary>An address and the number of the space it is in.</summary>
    private (string Pointer, int Space) Address(Place place)
    {
        switch (place)
        {
            case VariablePlace v:
                return (_variables[v.Id.Index], _dialect.Number(_function.Variables[v.Id.Index].Space));
            case GlobalPlace g:
                return ("@" + LlvmText.Quoted(g.Name), _dialect.Number(_module.Globals.First(x => x.Name == g.Name).Space));
            case Deref d:
                return (E(d.Pointer), _dialect.Number(((PointerType)d.Pointer.Type).Space));
            case Element e:
                var (array, space) = Address(e.Base);
                return (Moved(array, space, e.Type, E(e.Index)), space);
            case Member m:
                var (whole, number) = Address(m.Base);
                long offset = ((StructType)m.Base.Type).Fields[m.FieldIndex].Offset;
                return (offset == 0 ? whole : Assign(Build.Invariant($"getelementptr i8, {LlvmLayout.Pointer(number)} {whole}, i64 {offset}")), number);
            default:
                throw new System.Diagnostics.UnreachableException(place.GetType().Name);
        }
    }

    /// <summary>A pointer moved by a number of elements.</summary>
    private string Moved(string pointer, int space, IrType element, string index)
    {
        // Pointers may be smaller on the machine than the eight bytes they take in memory.
        string stride = element is ScalarType ? _layout.Memory(element) : Build.Invariant($"[{Math.Max(element.Size, element is VoidType ? 1 : 0)} x i8]");
        return index == "0" ? pointer : Assign($"getelementptr {stride}, {LlvmLayout.Pointer(space)} {pointer}, i64 {index}");
    }

    private string Read(Place source, bool isVolatile)
    {
        var (pointer, space) = Address(source);
        string value = Assign(Build.Invariant($"load {(isVolatile ? "volatile " : "")}{_layout.Memory(source.Type)}, {LlvmLayout.Pointer(space)} {pointer}, align {Build.AlignmentOf(source)}"));
        return source.Type == IrType.Bool ? Assign($"icmp ne i8 {value}, 0") : value;
    }

    private void Write(Place target, string value, bool isVolatile)
    {
        value = target.Type == IrType.Bool ? Assign($"zext i1 {value} to i8") : value;
        var (pointer, space) = Address(target);
        Line(Build.Invariant($"store {(isVolatile ? "volatile " : "")}{_layout.Memory(target.Type)} {value}, {LlvmLayout.Pointer(space)} {pointer}, align {Build.AlignmentOf(target)}"));
    }

    private string BetweenSpaces(string pointer, int from, int to)
    {
        if (from == to)
        {
            return pointer;
        }
        string generic = from == 0 ? pointer : Assign($"addrspacecast {LlvmLayout.Pointer(from)} {pointer} to ptr");
        return to == 0 ? generic : Assign($"addrspacecast ptr {generic} to {LlvmLayout.Pointer(to)}");
    }

    /// <summary>The same bits under another type, by way of memory.</summary>
    private string ThroughMemory(string value, IrType from, IrType to)
    {
        string memory = OnStack("bits", Build.Invariant($"[{from.Size} x i8]"), Math.Max(from.Alignment, to.Alignment));
        string pointer = LlvmLayout.Pointer(_dialect.Local);
        if (from == IrType.Bool)
        {
            value = Assign($"zext i1 {value} to i8");
        }
        Line(Build.Invariant($"store {_layout.Memory(from)} {value}, {pointer} {memory}, align {from.Alignment}"));
        string read = Assign(Build.Invariant($"load {_layout.Memory(to)}, {pointer} {memory}, align {to.Alignment}"));
        return to == IrType.Bool ? Assign($"icmp ne i8 {read}, 0") : read;
    }

    private void PrintAtomic(Atomic x)
    {
        var type = x.Target.Type;
        string word = _layout.Value(type), operand = E(x.Operand), compare = x.Compare is null ? "" : E(x.Compare);
        if (!_dialect.Scopes.TryGetValue(x.Scope, out string? scope))
        {
            throw new NotInLlvm("an atomic that the whole system sees");
        }
        var (address, space) = Address(x.Target);
        string pointer = $"{LlvmLayout.Pointer(space)} {address}";
        if (x.Op == AtomicOp.CompareExchange)
        {
            // Floats are compared by their bits.
            string bits = Build.Invariant($"i{type.Size * 8}");
            string Bits(string value) => bits == word ? value : Assign($"bitcast {word} {value} to {bits}");
            string pair = Assign(Build.Invariant($"cmpxchg {pointer}, {bits} {Bits(compare)}, {bits} {Bits(operand)} {scope}monotonic monotonic, align {type.Size}"));
            string old = Assign($"extractvalue {{ {bits}, i1 }} {pair}, 0");
            Bind(x.Result, bits == word ? old : Assign($"bitcast {bits} {old} to {word}"));
            return;
        }
        string op = x.Op switch
        {
            AtomicOp.Add => type.IsFloat ? "fadd" : "add",
            AtomicOp.Sub => type.IsFloat ? "fsub" : "sub",
            AtomicOp.Exchange => "xchg",
            AtomicOp.Min => type.IsFloat ? "fmin" : type.IsSigned ? "min" : "umin",
            AtomicOp.Max => type.IsFloat ? "fmax" : type.IsSigned ? "max" : "umax",
            AtomicOp.Increment => "uinc_wrap",
            AtomicOp.Decrement => "udec_wrap",
            AtomicOp.And => "and",
            AtomicOp.Or => "or",
            _ => "xor",
        };
        Bind(x.Result, Assign(Build.Invariant($"atomicrmw {op} {pointer}, {word} {operand} {scope}monotonic, align {type.Size}")));
    }
}
