using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

internal sealed partial class VectorEmitter
{
    private Value Expression(Expr e) => _inRow ? RowValue(e) : Computed(e);

    private Value Computed(Expr e)
    {
        // Only the outermost operation's result may lie where it is wanted.
        int place = _place;
        _place = -1;
        switch (e)
        {
            case Literal { Type: PointerType }:
                throw new NotVectorised("a pointer that is a number");
            case Literal x:
                return Value.Scalar(x.Type, Scalars.Literal(x.Type, x.Bits), x.Type.IsInteger && Build.AsInt(x) >= 0);
            case Undefined { Type: StructType s }:
                return Value.Struct(s, s.Fields.Select(f => Expression(new Undefined(f.Type))));
            case Undefined x:
                return Value.Scalar(x.Type, Scalars.Literal(x.Type, 0));
            case LetRef x:
                return _lets[x.Id.Index] ?? throw new NotVectorised("a value out of its place");
            case CoordinateOf x:
                return CoordinateValue(x.Which);
            case Unary x:
                return UnaryValue(x.Op, Expression(x.Operand));
            case Binary { Op: BinaryOp.Eq or BinaryOp.Ne, Right: Literal { Type: PointerType, Bits: 0 } } x:
                return IsNull(x.Op, Expression(x.Left));
            case Binary { Op: BinaryOp.Eq or BinaryOp.Ne, Left: Literal { Type: PointerType, Bits: 0 } } x:
                return IsNull(x.Op, Expression(x.Right));
            case Binary x:
                var (left, right) = (Expression(x.Left), Expression(x.Right));
                _place = place;
                return BinaryValue(x.Op, x.Type, left, right);
            case Ir.Select x:
                return SelectValue(Expression(x.Condition), Expression(x.Then), Expression(x.Else));
            case Ir.Cast x:
                return CastValue(Expression(x.Operand), x.Type);
            case BitCast x:
                return BitCastValue(Expression(x.Operand), x.Type);
            case Pure x:
                Value[] arguments = [.. x.Arguments.Select(Expression)];
                _place = Operations.AsBinary.ContainsKey(x.Intrinsic) || Operations.OneCall.ContainsKey(x.Intrinsic) || IsExtreme(x.Intrinsic, x.Type) ? place : -1;
                return PureValue(x.Intrinsic, x.Type, arguments);
            case PointerOffset x:
                var pointer = Expression(x.Pointer);
                return pointer.Kind == Kind.Pointer && x.Type is PointerType { Pointee: { } pointee } && Units(pointee, pointer.Memory!) is > 0 and var units
                    ? Move(pointer, Expression(x.Index), units * (pointer.Memory!.Length < 0 ? _slotBytes / 4 : 1))
                    : throw new NotVectorised($"steps of {x.Type}");
            case AddressOf x:
                return Address(x.Place) with { Type = x.Type };
            case Field x:
                return FieldValue(Expression(x.Operand), x.Index);
            case Aggregate { Type: StructType s } x:
                return Value.Struct(s, x.Elements.Select(Expression));
            default:
                throw new NotVectorised(e.GetType().Name);
        }
    }

    /// <summary>Whether a kernel was given no such buffer.</summary>
    private Value IsNull(BinaryOp op, Value pointer) => pointer is { Kind: Kind.Pointer, IsStraight: true, Text: "0", Memory.IsGlobal: true } && pointer.Strides.IsNone
        ? Value.Scalar(IrType.Bool, $"({_m.Address(pointer.Memory.Name)} {Sign(op)} nullptr)")
        : throw new NotVectorised("a pointer compared with none");

    private Value CoordinateValue(Coordinate which)
    {
        Value Thread(Strides s, int size) => size == 1 ? Value.Scalar(IrType.U32, "0u", true) : new Value(IrType.U32, Kind.Affine, "0") { Strides = s, Natural = true };
        Value Same(string text) => Value.Scalar(IrType.U32, text, true);
        return which switch
        {
            Coordinate.ThreadX => Thread(new Strides("1", "0", "0"), _block.X),
            Coordinate.ThreadY => Thread(new Strides("0", "1", "0"), _block.Y),
            Coordinate.ThreadZ => Thread(new Strides("0", "0", "1"), _block.Z),
            Coordinate.BlockX => Same("bx"),
            Coordinate.BlockY => Same("by"),
            Coordinate.BlockZ => Same("bz"),
            Coordinate.BlockDimX => Same(Build.Invariant($"{_threads.X}u")),
            Coordinate.BlockDimY => Same(Build.Invariant($"{_block.Y}u")),
            Coordinate.BlockDimZ => Same(Build.Invariant($"{_block.Z}u")),
            Coordinate.GridDimX => Same("gx"),
            Coordinate.GridDimY => Same("gy"),
            Coordinate.GridDimZ => Same("gz"),
            _ => Same("32u"),
        };
    }

    /// <summary>A uniform value or an affine one's base as a 64-bit expression.</summary>
    private static string Wide(Value v) => v.Kind == Kind.Affine ? v.Text : Scalars.TryInt(v.Text, out long n) ? Build.Invariant($"{n}") : v.Type == IrType.I64 ? v.Text : $"int64_t({v.Text})";

    /// <summary>A value of numbers as a tensor.</summary>
    private int Materialise(Value v)
    {
        int to = v.Kind == Kind.Tensor ? v.Slot : NewSlot();
        switch (v.Kind)
        {
            case Kind.Tensor:
                return to;
            case Kind.Uniform when Scalars.IsFloatLane(v.Type):
                Vector("Duplicate", Floats(to), v.Text, N);
                return to;
            case Kind.Uniform:
                Vector("Duplicate", Ints(to), $"int32_t({v.Text})", N);
                return to;
            case Kind.Affine when v.Type.Size <= 4 && v.Wrapped.IsEmpty:
                Spread(v, to);
                return to;
            case Kind.Affine:
                throw new NotVectorised("an index of 64 bits as a value");
            default:
                throw new NotVectorised("a truth value or pointer in memory");
        }
    }

    private void Spread(Value v, int to)
    {
        if (!v.Type.IsSigned && !(v.Natural && "xyz".All(a => Scalars.TryInt(StrideOf(v.Strides, a), out long n) && n * SizeOf(a) < int.MaxValue)))
        {
            MayWrap("an unsigned index as a value");
        }
        bool first = true;
        foreach (var (axis, stride) in new[] { ('x', v.Strides.X), ('y', v.Strides.Y), ('z', v.Strides.Z) })
        {
            if (stride == "0")
            {
                continue;
            }
            int table = CoordinateTable(axis);
            int part = first ? to : NewSlot();
            Vector("Muls", Ints(part), Ints(table), $"int32_t({stride})", N);
            if (!first)
            {
                Vector("Add", Ints(to), Ints(to), Ints(part), N);
            }
            first = false;
        }
        if (first)
        {
            Vector("Duplicate", Ints(to), $"int32_t({v.Text})", N);
        }
        else if (v.Text != "0")
        {
            Vector("Adds", Ints(to), Ints(to), $"int32_t({v.Text})", N);
        }
    }

    private Value UnaryValue(UnaryOp op, Value a)
    {
        if (op == UnaryOp.LogicalNot && a.Kind == Kind.Mask)
        {
            return Value.Of(Without(Full, a.Lanes!));
        }
        if (a.IsUniform)
        {
            return Value.Scalar(a.Type, op switch { UnaryOp.Negate => $"{Scalars.Word(a.Type)}(-({a.Text}))", UnaryOp.BitNot => $"{Scalars.Word(a.Type)}(~({a.Text}))", _ => $"!({a.Text})" });
        }
        if (op == UnaryOp.Negate && a.Kind == Kind.Affine && a.Type.IsSigned)
        {
            return a with { Text = Scalars.Negate(a.Text), Strides = Scalars.Mul(a.Strides, "-1"), Natural = false };
        }
        NeedLanes(a.Type);
        int from = Materialise(a);
        int to = NewSlot();
        if (Scalars.IsNarrow(a.Type))
        {
            throw new NotVectorised($"{op} of {a.Type}");
        }
        if (op == UnaryOp.Negate)
        {
            if (a.Type == IrType.U32)
            {
                MayWrap("unsigned arithmetic");
            }
            Vector("Muls", Numbers(to, a.Type), Numbers(from, a.Type), a.Type == IrType.F32 ? "-1.0f" : "int32_t(-1)", N);
        }
        else
        {
            Vector("Not", Words(to), Words(from), Twice);
        }
        return Value.Tensor(a.Type, to);
    }

    private Operand Numbers(int slot, IrType type) => Scalars.IsFloatLane(type) ? Floats(slot) : Ints(slot);

    private static void NeedLanes(IrType type)
    {
        if (!Scalars.IsLane(type))
        {
            throw new NotVectorised(type is ScalarType { Kind: Scalar.I64 or Scalar.U64 or Scalar.F64 } ? type.ToString()! : $"lanes of type {type}", type is ScalarType { Kind: Scalar.I64 or Scalar.U64 or Scalar.F64 });
        }
    }

    private Value BinaryValue(BinaryOp op, IrType type, Value a, Value b)
    {
        if (a.IsUniform && b.IsUniform)
        {
            return UniformBinary(op, type, a, b);
        }
        if (a.Type == IrType.Bool)
        {
            return op switch
            {
                BinaryOp.And or BinaryOp.LogicalAnd => Value.Of(Both(MaskOf(a), MaskOf(b))),
                BinaryOp.Or or BinaryOp.LogicalOr => Value.Of(Either(MaskOf(a), MaskOf(b))),
                BinaryOp.Ne or BinaryOp.Xor when b.Text == "false" => a,
                BinaryOp.Eq when b.Text == "false" => Value.Of(Without(Full, MaskOf(a))),
                _ => throw new NotVectorised($"{op} of truth values"),
            };
        }
        if (a.Kind == Kind.Pointer || b.Kind == Kind.Pointer)
        {
            throw new NotVectorised("arithmetic of pointers");
        }
        if (a.Kind is Kind.Uniform or Kind.Affine && b.Kind is Kind.Uniform or Kind.Affine && a.Type.IsInteger && AffineBinary(op, type, a, b) is { } affine)
        {
            return affine;
        }
        NeedLanes(a.Type);
        if (Scalars.IsNarrow(a.Type) && !a.Type.IsFloat)
        {
            // Their values fit: an order of theirs is one of int32, and a result is cut back.
            (a, b) = (Retyped(a, IrType.I32), Retyped(b, IrType.I32));
            return Build.IsComparison(op) ? Compare(op, a, b) : CastValue(BinaryValue(op, IrType.I32, a, b), type);
        }
        return Build.IsComparison(op) ? Compare(op, a, b) : Scalars.IsSmallFloat(type) ? throw new NotVectorised($"{op} of {type}") : Arithmetic(op, type, a, b);
    }

    /// <summary>A small integer as the int32 it is kept in.</summary>
    private static Value Retyped(Value v, IrType to) => v.IsUniform ? Value.Scalar(to, $"{Scalars.Word(to)}({v.Text})", v.Natural) : v with { Type = to };

    private Value UniformBinary(BinaryOp op, IrType type, Value a, Value b)
    {
        bool natural = a.Natural && b.Natural && op is BinaryOp.Add or BinaryOp.Mul or BinaryOp.Div or BinaryOp.Rem;
        string word = type == IrType.Bool ? "bool" : Scalars.Word(type);
        string sign = op switch
        {
            BinaryOp.Add => "+",
            BinaryOp.Sub => "-",
            BinaryOp.Mul => "*",
            BinaryOp.Div => "/",
            BinaryOp.Rem => "%",
            BinaryOp.And => "&",
            BinaryOp.Or => "|",
            BinaryOp.Xor => "^",
            BinaryOp.Shl => "<<",
            BinaryOp.Shr => ">>",
            BinaryOp.LogicalAnd => "&&",
            BinaryOp.LogicalOr => "||",
            _ => Sign(op),
        };
        string text = $"({a.Text} {sign} {b.Text})";
        if (op is BinaryOp.Div or BinaryOp.Rem && !type.IsFloat && !(Scalars.TryInt(b.Text, out long d) && d > 0))
        {
            // What the IR defines where C++ does not.
            text = $"({b.Text} == 0 ? {(op == BinaryOp.Div ? $"{word}(-1)" : a.Text)} : {(type.IsSigned ? $"{b.Text} == -1 ? {(op == BinaryOp.Div ? $"{word}(0 - {a.Text})" : $"{word}(0)")} : " : "")}{word}({a.Text} {sign} {b.Text}))";
        }
        if (op is BinaryOp.Shl or BinaryOp.Shr && !(Scalars.TryInt(b.Text, out long n) && n < type.Size * 8))
        {
            string tooFar = op == BinaryOp.Shr && type.IsSigned ? $"{word}({a.Text} >> {(type.Size * 8) - 1})" : $"{word}(0)";
            text = $"({b.Text} >= {type.Size * 8} ? {tooFar} : {word}({a.Text} {sign} {b.Text}))";
        }
        return Value.Scalar(type, type == IrType.Bool || type.Size >= 4 ? text : $"{word}{text}", natural);
    }

    /// <summary>Index arithmetic stays in scalars; null where it has to become a tensor.</summary>
    private Value? AffineBinary(BinaryOp op, IrType type, Value a, Value b)
    {
        // Signed sums do not wrap in CUDA; unsigned ones may, but keep their form for a sum that is looked at as signed later.
        bool natural = a.Natural && b.Natural;
        EquatableArray<Wrapped> wrapped = [.. a.Wrapped, .. b.Wrapped];
        if (!wrapped.IsEmpty && !(op == BinaryOp.Add && type.Size == 8))
        {
            throw new NotVectorised("arithmetic on an unsigned index that may have wrapped");
        }
        switch (op)
        {
            case BinaryOp.Add:
                return new Value(type, Kind.Affine, Scalars.Add(Wide(a), Wide(b))) { Strides = Scalars.Add(a.Strides, b.Strides), Natural = natural, Wrapped = wrapped };
            case BinaryOp.Sub:
                return new Value(type, Kind.Affine, Scalars.Add(Wide(a), Scalars.Negate(Wide(b)))) { Strides = Scalars.Add(a.Strides, Scalars.Mul(b.Strides, "-1")) };
            case BinaryOp.Mul when a.IsUniform || b.IsUniform:
                var (x, by) = a.IsUniform ? (b, Wide(a)) : (a, Wide(b));
                return new Value(type, Kind.Affine, Scalars.Mul(x.Text, by)) { Strides = Scalars.Mul(x.Strides, by), Natural = natural };
            case BinaryOp.Shl when b.IsUniform && Scalars.TryInt(b.Text, out long n) && n is >= 0 and < 31:
                string power = Build.Invariant($"{1L << (int)n}");
                return new Value(type, Kind.Affine, Scalars.Mul(a.Text, power)) { Strides = Scalars.Mul(a.Strides, power), Natural = a.Natural };
        }
        return Build.IsComparison(op) && (a.Type.IsSigned || natural) ? BoxOf(op, a, b) : null;
    }

    private Mask Either(Mask a, Mask b)
    {
        int to = NewSlot();
        int x = Bits(a);
        int y = Bits(b);
        Vector("Or", Words(to), Words(x), Words(y), NWords);
        // Not (a or b) is not a and not b: often a box, as in `if (row >= m || col >= n) return`.
        var rest = a.Bits < 0 && b.Bits < 0 ? Both(Without(Full, a), Without(Full, b)) : null;
        return Full with { Bits = to, Complement = rest is { Bits: < 0 } ? rest : null };
    }

    private Value Compare(BinaryOp op, Value a, Value b)
    {
        int to = NewSlot();
        if (Scalars.IsFloatLane(a.Type))
        {
            // Not-equal is the opposite of equal: true for NaN.
            string mode = op == BinaryOp.Ne ? "EQ" : op.ToString().ToUpperInvariant();
            if (b.IsUniform)
            {
                Vector("CompareScalar", MaskAt(to), Floats(Materialise(a)), b.Text, mode, NPadded);
            }
            else
            {
                Vector("Compare", MaskAt(to), Floats(Materialise(a)), Floats(Materialise(b)), mode, NPadded);
            }
            return Value.Of(Full with { Bits = op == BinaryOp.Ne ? NotBits(to) : to });
        }
        if (!_m.HasIntegerExtremes && op is BinaryOp.Lt or BinaryOp.Ge && a.Type.IsSigned && b.IsUniform)
        {
            Vector("CompareScalar", MaskAt(to), Ints(Materialise(a)), $"int32_t({b.Text})", op.ToString().ToUpperInvariant(), NPadded);
            return Value.Of(Full with { Bits = to });
        }
        int x = Materialise(a);
        int y = Materialise(b);
        if (op is BinaryOp.Eq or BinaryOp.Ne)
        {
            Vector("Compare", MaskAt(to), Ints(x), Ints(y), "EQ", NPadded);
            return Value.Of(Full with { Bits = op == BinaryOp.Ne ? NotBits(to) : to });
        }
        if (!a.Type.IsSigned)
        {
            (x, y) = (Biased(x), Biased(y));
        }
        if (!_m.HasIntegerExtremes)
        {
            Used("Less");
            Vector("CompareOrder", MaskAt(to), Ints(x), Ints(y), op.ToString().ToUpperInvariant(), NPadded);
            return Value.Of(Full with { Bits = to });
        }
        // No order of int32 exists; the greater of two and equality do (npu-dialects 2.9).
        int most = NewSlot();
        Vector("Max", Ints(most), Ints(x), Ints(y), N);
        Vector("Compare", MaskAt(to), Ints(most), Ints((op is BinaryOp.Ge or BinaryOp.Lt ? x : y)), "EQ", NPadded);
        return Value.Of(Full with { Bits = op is BinaryOp.Lt or BinaryOp.Gt ? NotBits(to) : to });
    }

    private int Biased(int slot)
    {
        MayWrap("an order of unsigned numbers");
        int to = NewSlot();
        Vector("Adds", Ints(to), Ints(slot), "INT32_MIN", N);
        return to;
    }

    private Value SelectValue(Value c, Value a, Value b)
    {
        if (a.Kind == Kind.Struct && b.Kind == Kind.Struct)
        {
            SamePieces(a, b);
            return a with { Parts = [.. a.Parts.Zip(b.Parts).Select(p => SelectValue(c, p.First, p.Second))] };
        }
        if (c.IsUniform && a.IsUniform && b.IsUniform)
        {
            return Value.Scalar(a.Type, $"({c.Text} ? {a.Text} : {b.Text})", a.Natural && b.Natural);
        }
        if (a.Type == IrType.Bool)
        {
            if (b.Text == "false" || (b.Kind == Kind.Mask && b == c))
            {
                return Value.Of(Both(MaskOf(c), MaskOf(a)));
            }
            if (a.Text == "true" || (a.Kind == Kind.Mask && a == c))
            {
                return Value.Of(Either(MaskOf(c), MaskOf(b)));
            }
            var yes = Both(MaskOf(c), MaskOf(a));
            return Value.Of(Either(yes, Both(Without(Full, MaskOf(c)), MaskOf(b))));
        }
        NeedLanes(a.Type);
        int to = NewSlot();
        int x = Materialise(a);
        if (b is { IsUniform: true, Text: "0.0f" or "0" or "0u" })
        {
            ChooseOrZero(a.Type, to, Bits(MaskOf(c)), x);
        }
        else
        {
            int y = Materialise(b);
            Choose(a.Type, to, Bits(MaskOf(c)), x, y);
        }
        return Value.Tensor(a.Type, to);
    }

    private Value BitCastValue(Value a, IrType type)
    {
        if (a.Kind == Kind.Pointer && type is PointerType)
        {
            return a with { Type = type };
        }
        if (a.IsPieces && a.Type.Size == type.Size)
        {
            return a with { Type = type };
        }
        if (a.Kind == Kind.Affine && type.Size == 4)
        {
            a = Value.Tensor(a.Type, Materialise(a));
        }
        if (a.IsUniform && type.Size == 4 && type.IsInteger && a.Type == IrType.F32)
        {
            return Value.Scalar(type, $"{Scalars.Word(type)}(KpWordOf({a.Text}))");
        }
        if (a.IsUniform && type.IsInteger && a.Type.IsInteger && a.Type.Size == type.Size)
        {
            return Value.Scalar(type, $"{Scalars.Word(type)}({a.Text})");
        }
        if (a.Kind == Kind.Tensor && Scalars.IsLane(type) && !Scalars.IsSmallFloat(a.Type) && !Scalars.IsSmallFloat(type) && a.Type.Size == type.Size)
        {
            return a with { Type = type };
        }
        if (a.IsUniform && type == IrType.F32)
        {
            return Value.Scalar(type, $"KpFloat(uint32_t({a.Text}))");
        }
        throw new NotVectorised("the bits of a value as another type");
    }
}
