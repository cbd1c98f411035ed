using KernelPort.Ir;

namespace KernelPort.Backends.Llvm;

internal sealed partial class LlvmEmitter
{
    /// <summary>Computes an expression; gives the name of its value, or a constant.</summary>
    private string E(Expr e)
    {
        switch (e)
        {
            case Literal { Type: PointerType p } x when _dialect.Number(p.Space) != 0:
                // Of the spaces' own null pointers none needs to have address 0.
                return BetweenSpaces(LlvmText.Literal(x), 0, _dialect.Number(p.Space));
            case Literal x:
                return LlvmText.Literal(x);
            case Undefined x:
                return E(new Literal(x.Type, 0));
            case LetRef x:
                return Named(x.Id);
            case CoordinateOf { Which: Coordinate.WarpSize }:
                return "32";
            case CoordinateOf x:
                return Helper($"@kp.{CoordinateName(x.Which)}");
            case Unary x:
                return UnaryValue(x.Op, x.Type, E(x.Operand));
            case Binary x:
                return BinaryValue(x.Op, x.Left.Type, E(x.Left), E(x.Right));
            case Select x:
                string type = _layout.Value(x.Type);
                return Assign($"select i1 {E(x.Condition)}, {type} {E(x.Then)}, {type} {E(x.Else)}");
            case Cast x:
                return CastValue(E(x.Operand), x.Operand.Type, x.Type);
            case BitCast x:
                return BitCastValue(E(x.Operand), x.Operand.Type, x.Type);
            case Pure x:
                return PureValue(x.Intrinsic, x.Type, [.. x.Arguments.Select(a => (a.Type, E(a)))]);
            case PointerOffset { Pointer.Type: PointerType p } x:
                return Moved(E(x.Pointer), _dialect.Number(p.Space), p.Pointee, E(x.Index));
            case PointerDifference { Left.Type: PointerType p } x:
                string bytes = Assign($"sub i64 {CastValue(E(x.Left), p, IrType.I64)}, {CastValue(E(x.Right), x.Right.Type, IrType.I64)}");
                return p.Pointee.Size <= 1 ? bytes : Assign(Build.Invariant($"sdiv i64 {bytes}, {p.Pointee.Size}"));
            case AddressOf x:
                var (pointer, space) = Address(x.Place);
                return BetweenSpaces(pointer, space, _dialect.Number(x.Pointer.Space));
            case Field { Operand.Type: StructType { IsUnion: true } } x:
                return FieldOfUnion(x);
            case Field { Operand.Type: StructType s } x:
                string field = Assign(Build.Invariant($"extractvalue {_layout.Value(s)} {E(x.Operand)}, {_layout.Place(s, x.Index)}"));
                return x.Type == IrType.Bool ? Assign($"icmp ne i8 {field}, 0") : x.Type is PointerType ? CastValue(field, s.Fields[x.Index].Type, x.Type) : field;
            case Aggregate { Type: StructType s } x:
                return AggregateValue(s, x);
            default:
                throw new NotInLlvm(e.GetType().Name);
        }
    }

    private static string CoordinateName(Coordinate which)
    {
        string name = which.ToString();
        return $"{name[..^1].ToLowerInvariant()}.{char.ToLowerInvariant(name[^1])}";
    }

    private string AggregateValue(StructType s, Aggregate x)
    {
        if (s.IsUnion)
        {
            throw new NotInLlvm("the value of a union made of its fields");
        }
        string whole = "poison";
        for (int i = 0; i < x.Elements.Count; i++)
        {
            if (s.Fields[i].IsPadding)
            {
                continue;
            }
            string value = E(x.Elements[i]);
            // What is known of a pointer's space is not known of the field's.
            value = x.Elements[i].Type == IrType.Bool ? Assign($"zext i1 {value} to i8") : x.Elements[i].Type is PointerType p ? CastValue(value, p, s.Fields[i].Type) : value;
            whole = Assign(Build.Invariant($"insertvalue {_layout.Value(s)} {whole}, {_layout.Memory(s.Fields[i].Type)} {value}, {_layout.Place(s, i)}"));
        }
        return whole == "poison" ? "zeroinitializer" : whole;
    }

    private string FieldOfUnion(Field x)
    {
        var s = (StructType)x.Operand.Type;
        string memory = OnStack("union", _layout.Value(s), s.Alignment);
        string pointer = LlvmLayout.Pointer(_dialect.Local);
        Line(Build.Invariant($"store {_layout.Value(s)} {E(x.Operand)}, {pointer} {memory}, align {s.Alignment}"));
        string value = Assign(Build.Invariant($"load {_layout.Memory(x.Type)}, {pointer} {memory}, align {x.Type.Alignment}"));
        return x.Type == IrType.Bool ? Assign($"icmp ne i8 {value}, 0") : value;
    }

    private string BitCastValue(string value, IrType from, IrType to)
    {
        string a = _layout.Value(from), b = _layout.Value(to);
        return a == b ? value
            : from is ScalarType { Kind: not Scalar.Bool } && to is ScalarType { Kind: not Scalar.Bool } ? Assign($"bitcast {a} {value} to {b}")
            : from is PointerType || to is PointerType ? CastValue(value, from, to)
            : ThroughMemory(value, from, to);
    }

    private string CastValue(string value, IrType from, IrType to)
    {
        string a = _layout.Value(from), b = _layout.Value(to);
        switch (from, to)
        {
            case (PointerType f, PointerType t):
                return BetweenSpaces(value, _dialect.Number(f.Space), _dialect.Number(t.Space));
            case (PointerType f, ScalarType { Kind: Scalar.Bool }):
                return Assign($"icmp ne ptr {BetweenSpaces(value, _dialect.Number(f.Space), 0)}, null");
            case (PointerType f, _):
                return Assign($"ptrtoint ptr {BetweenSpaces(value, _dialect.Number(f.Space), 0)} to {b}");
            case (_, PointerType t):
                string wide = from.Size < 8 ? CastValue(value, from, IrType.I64) : value;
                return BetweenSpaces(Assign($"inttoptr i64 {wide} to ptr"), 0, _dialect.Number(t.Space));
            case (StructType or ArrayType, _):
                return a == b ? value : ThroughMemory(value, from, to);
        }
        if (a == b && from.IsFloat == to.IsFloat)
        {
            return value;
        }
        if (to == IrType.Bool)
        {
            return from == IrType.BF16 ? CastValue(CastValue(value, from, IrType.F32), IrType.F32, to) : Assign(from.IsFloat ? $"fcmp une {a} {value}, 0.0" : $"icmp ne {a} {value}, 0");
        }
        if (from.IsInteger && to.IsInteger && long.TryParse(value, out long number))
        {
            return Build.Invariant($"{Build.AsInt(Build.Int(to, Build.AsInt(Build.Int(from, number))))}");
        }
        if (from == IrType.BF16)
        {
            string high = Assign($"shl i32 {Assign($"zext i16 {value} to i32")}, 16");
            return CastValue(Assign($"bitcast i32 {high} to float"), IrType.F32, to);
        }
        if (to == IrType.BF16)
        {
            return ToBfloat(CastValue(value, from, IrType.F32));
        }
        if (from.IsFloat && to.IsInteger)
        {
            // Saturates, and gives 0 for NaN, as CUDA's conversion does.
            return Intrinsic($"llvm.fpto{(to.IsSigned ? "s" : "u")}i.sat.{b}.{Mangled(from)}", b, (a, value));
        }
        string word = (from.IsFloat, to.IsFloat) switch
        {
            (true, true) => from.Size > to.Size ? "fptrunc" : "fpext",
            (false, true) => from.IsSigned ? "sitofp" : "uitofp",
            _ => from.Size > to.Size && a != "i1" ? "trunc" : from.IsSigned ? "sext" : "zext",
        };
        return Assign($"{word} {a} {value} to {b}");
    }

    /// <summary>The upper half, rounded to nearest even; a NaN becomes the one NaN.</summary>
    private string ToBfloat(string value)
    {
        string bits = Assign($"bitcast float {value} to i32");
        string odd = Assign($"and i32 {Assign($"lshr i32 {bits}, 16")}, 1");
        string upper = Assign($"lshr i32 {Assign($"add i32 {Assign($"add i32 {bits}, 32767")}, {odd}")}, 16");
        string isNan = Assign($"fcmp uno float {value}, 0.0");
        return Assign($"trunc i32 {Assign($"select i1 {isNan}, i32 32767, i32 {upper}")} to i16");
    }

    private string Mangled(IrType type) => _layout.Value(type) switch
    {
        "half" => "f16",
        "float" => "f32",
        "double" => "f64",
        var word => word,
    };
}
