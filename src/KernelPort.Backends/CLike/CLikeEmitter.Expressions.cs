using System.Globalization;
using System.Text.RegularExpressions;
using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.CLike;

/// <summary>How tightly C binds, loosest first.</summary>
internal enum Precedence { Lowest, Assign, Conditional, LogicalOr, LogicalAnd, Or, Xor, And, Equality, Relational, Shift, Additive, Multiplicative, Unary, Postfix, Primary }

/// <summary>An expression's text and how tightly its outermost operator binds.</summary>
internal readonly record struct Text(string Value, Precedence Binds)
{
    /// <summary>In parentheses where the surroundings bind tighter.</summary>
    public string At(Precedence surroundings) => Binds < surroundings ? $"({Value})" : Value;
}

public sealed partial class CLikeEmitter
{
    private static readonly Dictionary<BinaryOp, (string Word, Precedence Binds)> Operators = new()
    {
        [BinaryOp.Add] = ("+", Precedence.Additive), [BinaryOp.Sub] = ("-", Precedence.Additive), [BinaryOp.Mul] = ("*", Precedence.Multiplicative),
        [BinaryOp.Div] = ("/", Precedence.Multiplicative), [BinaryOp.Rem] = ("%", Precedence.Multiplicative), [BinaryOp.And] = ("&", Precedence.And),
        [BinaryOp.Or] = ("|", Precedence.Or), [BinaryOp.Xor] = ("^", Precedence.Xor), [BinaryOp.Shl] = ("<<", Precedence.Shift), [BinaryOp.Shr] = (">>", Precedence.Shift),
        [BinaryOp.Eq] = ("==", Precedence.Equality), [BinaryOp.Ne] = ("!=", Precedence.Equality), [BinaryOp.Lt] = ("<", Precedence.Relational),
        [BinaryOp.Le] = ("<=", Precedence.Relational), [BinaryOp.Gt] = (">", Precedence.Relational), [BinaryOp.Ge] = (">=", Precedence.Relational),
        [BinaryOp.LogicalAnd] = ("&&", Precedence.LogicalAnd), [BinaryOp.LogicalOr] = ("||", Precedence.LogicalOr),
    };

    private Text E(Expr e)
    {
        switch (e)
        {
            case Literal x:
                return LiteralText(x);
            case LetRef x:
                return _inlined.TryGetValue(x.Id, out var text) ? text : new Text(LetName(x.Id), Precedence.Primary);
            case CoordinateOf x:
                return new Text(_dialect.Coordinates[x.Which], Precedence.Postfix);
            case Undefined x:
                return LiteralText(new Literal(x.Type, 0));
            case Unary { Op: UnaryOp.Negate, Type: ScalarType { Kind: Scalar.U32 or Scalar.U64 } } x when _dialect.NegateUnsigned.Length > 0:
                return new Text(string.Format(CultureInfo.InvariantCulture, _dialect.NegateUnsigned, E(x.Operand).At(Precedence.Multiplicative)), Precedence.Additive);
            case Unary x:
                string sign = x.Op switch { UnaryOp.Negate => "-", UnaryOp.BitNot => "~", _ => "!" };
                string operand = E(x.Operand).At(Precedence.Unary);
                return Narrow(x.Type, new Text(sign + (operand.StartsWith('-') && sign == "-" ? $"({operand})" : operand), Precedence.Unary));
            case Binary x:
                return BinaryText(x);
            case Select x:
                return new Text($"{E(x.Condition).At(Precedence.LogicalOr)} ? {E(x.Then).At(Precedence.Conditional)} : {E(x.Else).At(Precedence.Conditional)}", Precedence.Conditional);
            case Cast x:
                return CastText(x);
            case BitCast x:
                return BitCastText(x);
            case Pure x:
                return new Text(CallText(x.Intrinsic, x.Arguments, x.Arguments.Count > 0 ? x.Arguments[0].Type : x.Type, x.Type), Precedence.Postfix);
            case PointerOffset x:
                return OffsetText(x);
            case PointerDifference x:
                return new Text($"{E(x.Left).At(Precedence.Additive)} - {E(x.Right).At(Precedence.Multiplicative)}", Precedence.Additive);
            case AddressOf x:
                return AddressText(x);
            case Field x:
                return new Text($"{E(x.Operand).At(Precedence.Postfix)}.{MemberName((StructType)x.Operand.Type, x.Index)}", Precedence.Postfix);
            case Aggregate x:
                return AggregateText(x);
            default:
                throw new System.Diagnostics.UnreachableException(e.GetType().Name);
        }
    }

    private Text BinaryText(Binary x)
    {
        var (word, binds) = Operators[x.Op];
        if (x.Type == IrType.Bool && x.Op is BinaryOp.And or BinaryOp.Or or BinaryOp.Xor)
        {
            (word, binds) = x.Op switch { BinaryOp.And => ("&&", Precedence.LogicalAnd), BinaryOp.Or => ("||", Precedence.LogicalOr), _ => ("!=", Precedence.Equality) };
        }
        // The next tighter level on the right: operators of one level lean left.
        string left = (x.Op is BinaryOp.Shl or BinaryOp.Shr || x.Right is Literal ? E(x.Left) : Number(x.Left)).At(Mixed(x.Op) ? Precedence.Additive + 1 : binds);
        string right = Number(x.Right).At(Mixed(x.Op) ? Precedence.Additive + 1 : binds + 1);
        if (x.Op is BinaryOp.LogicalOr)
        {
            // Compilers warn about && beside || without parentheses.
            left = E(x.Left).At(E(x.Left).Binds == Precedence.LogicalAnd ? Precedence.Primary : binds);
            right = E(x.Right).At(E(x.Right).Binds == Precedence.LogicalAnd ? Precedence.Primary : binds + 1);
        }
        if (_dialect.ReadsInPlace && x.Op is BinaryOp.Eq or BinaryOp.Ne && x.Left.Type == IrType.Bool)
        {
            // Comparisons that are compared.
            (left, right) = (E(x.Left).At(Precedence.Unary), E(x.Right).At(Precedence.Unary));
        }
        if (x.Op is BinaryOp.Shl or BinaryOp.Shr)
        {
            right = ShiftAmount(x.Right, right);
        }
        return Narrow(x.Type, new Text($"{left} {word} {right}", binds));
    }

    // Operators whose place in C's table nobody remembers get parentheses around their operands.
    private static bool Mixed(BinaryOp op) => op is BinaryOp.And or BinaryOp.Or or BinaryOp.Xor or BinaryOp.Shl or BinaryOp.Shr;

    /// <summary>C computes in int at least; a result of a narrower type is cut back.</summary>
    private Text Narrow(IrType type, Text text) => type is ScalarType { Kind: Scalar.I8 or Scalar.U8 or Scalar.I16 or Scalar.U16 }
        ? new Text($"({TypeText(type)})({text.Value})", Precedence.Unary)
        : text;

    private Text CastText(Cast x)
    {
        if (x.Operand.Type == x.Type)
        {
            return E(x.Operand);
        }
        if (Wrapping(x) is { } wrapping)
        {
            return E(wrapping);
        }
        if (x.Type is PointerType to && x.Operand.Type is PointerType from && to.Pointee == from.Pointee && to.Space == AddressSpace.Generic)
        {
            // A named space converts to the generic one by itself.
            return E(x.Operand);
        }
        // Of a number beyond the type C says nothing, and compilers fold it each in their way.
        if (x is { Operand: Literal { Type: ScalarType { IsFloat: true } } number, Type: ScalarType { IsInteger: true, Kind: not Scalar.Bool } }
            && ConstantFolding.Fold(x) is { } folded && Build.AsInt(folded) != Math.Truncate(Build.AsFloat(number)))
        {
            return E(folded);
        }
        if (x.Type is ScalarType t && x.Operand.Type is ScalarType f && _dialect.Conversions.TryGetValue((f.Kind, t.Kind), out string? word))
        {
            return new Text(string.Format(CultureInfo.InvariantCulture, word, E(x.Operand).At(Precedence.Assign)), Precedence.Postfix);
        }
        string operand = E(x.Operand).At(Precedence.Unary);
        // Behind a type that is no word of C#'s own a minus is a difference.
        bool parted = _dialect.StarsByType && x.Type is ScalarType { Kind: Scalar.F16 or Scalar.BF16 } && operand.StartsWith('-');
        return new Text($"({TypeText(x.Type)}){(parted ? $"({operand})" : operand)}", Precedence.Unary);
    }

    private Text BitCastText(BitCast x)
    {
        if (x.Type is ScalarType t && x.Operand.Type is ScalarType f)
        {
            if (f.IsInteger && t.IsInteger)
            {
                return new Text($"({TypeText(t)}){E(x.Operand).At(Precedence.Unary)}", Precedence.Unary);
            }
            if (_dialect.BitCasts.TryGetValue((f.Kind, t.Kind), out string? word))
            {
                return new Text(string.Format(CultureInfo.InvariantCulture, word, E(x.Operand).At(Precedence.Assign)), Precedence.Postfix);
            }
            // A plain cast would convert the value: a wrong answer nobody sees.
            throw new InvalidOperationException($"{_target.Name} has no word for the bits of {f} as {t}");
        }
        string operand = E(x.Operand).At(Precedence.Unary);
        // Behind a type that is no word of C#'s own a minus is a difference.
        bool parted = _dialect.StarsByType && x.Type is ScalarType { Kind: Scalar.F16 or Scalar.BF16 } && operand.StartsWith('-');
        return new Text($"({TypeText(x.Type)}){(parted ? $"({operand})" : operand)}", Precedence.Unary);
    }

    private Text OffsetText(PointerOffset x)
    {
        string pointer = E(x.Pointer).At(Precedence.Additive);
        if (x.Index is Literal l && Build.AsInt(l) < 0)
        {
            return new Text(Build.Invariant($"{pointer} - {-Build.AsInt(l)}"), Precedence.Additive);
        }
        if (x.Index is Unary { Op: UnaryOp.Negate } n)
        {
            return new Text($"{pointer} - {Index(n.Operand, Precedence.Multiplicative)}", Precedence.Additive);
        }
        return new Text($"{pointer} + {Index(x.Index, Precedence.Multiplicative)}", Precedence.Additive);
    }

    /// <summary>An index or pointer offset: a widening to 64 bits happens there by itself.</summary>
    private string Index(Expr index, Precedence surroundings = Precedence.Lowest)
    {
        if (index is Cast { Operand: { Type: ScalarType { Kind: Scalar.I32 or Scalar.U32 or Scalar.I16 or Scalar.U16 or Scalar.I8 or Scalar.U8 or Scalar.U64 } } inner })
        {
            return E(inner).At(surroundings);
        }
        if (index is Literal l)
        {
            return Build.AsInt(l).ToString(CultureInfo.InvariantCulture);
        }
        return E(index).At(surroundings);
    }

    private Text AddressText(AddressOf x)
    {
        switch (x.Place)
        {
            case Element { Index: Literal { Bits: 0 }, Base: not Deref } e when !IsFieldOfFirst(Root(e)):
                return new Text(P(e.Base), Precedence.Postfix);
            case Deref d:
                return E(d.Pointer);
            default:
                return new Text("&" + P(x.Place), Precedence.Unary);
        }
    }

    private bool IsFieldOfFirst(Place place) => place is Member { Type: ArrayType a } && _dialect.FieldOfFirst(a.Element);

    /// <summary>What a place is an element of, or an element of a row of.</summary>
    private static Place Root(Place place) => place is Element e ? Root(e.Base) : place;

    /// <summary>An element of a field that is declared as the first of its elements, whatever rows it has.</summary>
    private string ElementOfFirst(Element element)
    {
        Expr? index = null;
        long stride = element.Type.Size / Innermost(element.Type).Size;
        for (Place at = element; at is Element e; at = e.Base)
        {
            var scaled = stride == 1 ? e.Index : e.Index is Literal l ? Build.I64(Build.AsInt(l) * stride) : new Binary(IrType.I64, BinaryOp.Mul, e.Index, Build.I64(stride));
            index = index is null ? scaled : new Binary(IrType.I64, BinaryOp.Add, scaled, index);
            stride *= ((ArrayType)e.Base.Type).Length;
        }
        return $"(&{P(Root(element))})[{Index(index!)}]";
    }

    private static bool Narrows(IrType from, IrType to) => to.Size < from.Size || (from.IsSigned != to.IsSigned && (from.IsSigned || to.Size == from.Size));

    private Text AggregateText(Aggregate x)
    {
        var s = (StructType)x.Type;
        bool isCall = s.IsBuiltin && _dialect.HasVector(s.Name) && s.Name != "dim3";
        // between braces C++ allows no conversion that may lose something, unless it is written out
        string values = string.Join(", ", x.Elements.Select((e, i) => (_dialect.NamesFields ? MemberName(s, i) + " = " : "") + (!isCall && e is Cast c && Narrows(c.Operand.Type, c.Type) ? E(e).At(Precedence.Assign) : ValueFor(e, s.Fields[i].Type))));
        return isCall
            ? new Text($"{string.Format(CultureInfo.InvariantCulture, _dialect.MakeVector, TypeText(s))}({values})", Precedence.Postfix)
            : new Text(string.Format(CultureInfo.InvariantCulture, _dialect.MakeStruct, TypeText(s), values), Precedence.Postfix);
    }

    private string P(Place p)
    {
        switch (p)
        {
            case VariablePlace v:
                return VariableName(v.Id.Index);
            case GlobalPlace g:
                return _dialect.GlobalMemory.Length > 0 && g.Type is not ArrayType ? $"(*{_globalNames[g.Name]})" : _globalNames[g.Name];
            case Deref d:
                return DerefText(d);
            case Element e:
                return IsFieldOfFirst(Root(e)) ? ElementOfFirst(e) : $"{P(e.Base)}[{Index(Within(e))}]";
            case Member { Base: Deref d } m:
                string name = MemberName((StructType)m.Base.Type, m.FieldIndex);
                return d.Pointer is PointerOffset or AddressOf ? $"{DerefText(d)}.{name}" : $"{E(d.Pointer).At(Precedence.Postfix)}->{name}";
            case Member m:
                return $"{P(m.Base)}.{MemberName((StructType)m.Base.Type, m.FieldIndex)}";
            default:
                throw new System.Diagnostics.UnreachableException(p.GetType().Name);
        }
    }

    private string DerefText(Deref d) => d.Pointer switch
    {
        // an array within something larger: an index of the inner array may not leave it, one from the address of its first element may
        PointerOffset { Pointer: AddressOf { Place: Element { Base: Element or Member } first } } o => $"(&{P(first)})[{Index(o.Index)}]",
        PointerOffset o => $"{E(o.Pointer).At(Precedence.Postfix)}[{Index(o.Index)}]",
        AddressOf a when a.Pointer.Pointee == d.Type => P(a.Place),
        _ when _dialect.StarsByType && d.Type is not (ArrayType or StructType) => $"{E(d.Pointer).At(Precedence.Postfix)}[0]",
        _ => $"(*{E(d.Pointer).At(Precedence.Unary)})",
    };

    private string VolatilePlace(Place p)
    {
        if (p is VariablePlace { Type: not ScalarType } || (p is VariablePlace v && _function.Variables[v.Id.Index].Space == AddressSpace.Local))
        {
            return P(p);
        }
        string space = _dialect.Spaces.GetValueOrDefault(Build.SpaceOf(p, _function, _module), "");
        return $"*(volatile {(space.Length > 0 ? space + " " : "")}{TypeText(p.Type)} *)&{P(p)}";
    }

    private string AtomicText(Atomic x)
    {
        string address = x.Target is Deref d ? E(d.Pointer).At(Precedence.Assign) : "&" + P(x.Target);
        string word = x.Target.Type is ScalarType s && _dialect.SpecialAtomics.TryGetValue((x.Op, s.Kind, Build.SpaceOf(x.Target, _function, _module)), out string? special) ? special : _dialect.Atomics[x.Op];
        return string.Format(CultureInfo.InvariantCulture, word, address, E(x.Operand).At(Precedence.Assign), x.Compare is null ? "" : E(x.Compare).At(Precedence.Assign));
    }

    [GeneratedRegex(@"\{(\d+|f|d|u|ll|int|T|from|to)(?::(\w+))?\}")]
    private static partial Regex Hole();

    /// <summary>An intrinsic in the target's spelling.</summary>
    private string CallText(Intrinsic intrinsic, EquatableArray<Expr> arguments, IrType type, IrType? result = null)
    {
        string spelling = ((Support.Native)_target.Intrinsics[intrinsic]).Spelling;
        return Hole().Replace(spelling, m =>
        {
            string hole = m.Groups[1].Value;
            switch (hole)
            {
                case "f":
                    return type == IrType.F32 ? "f" : "";
                case "u":
                    return type.IsSigned ? "" : "u";
                case "d":
                    // __fadd_rn but __dadd_rn.
                    return type == IrType.F32 ? "f" : "d";
                case "ll":
                    return type.Size == 8 ? "ll" : "";
                case "from":
                    // __ll2float_rz.
                    return type == IrType.F64 ? "double" : (type.IsSigned ? "" : "u") + (type.Size == 8 ? "ll" : "int");
                case "to":
                    return result == IrType.F32 ? "float" : "double";
                case "T":
                    return TypeText(type);
                case "int":
                    return type.Size == 8 ? "long long" : "int";
                case "64":
                    return type.Size == 8 ? "64" : "";
            }
            var argument = arguments[hole[0] - '0'];
            return m.Groups[2].Value switch
            {
                "mask" => MaskText(argument),
                "width" => argument is Cast { Operand: CoordinateOf { Which: Coordinate.WarpSize } } ? "" : ", " + E(argument).At(Precedence.Assign),
                "unary" => E(argument).At(Precedence.Unary),
                "post" => E(argument).At(Precedence.Postfix),
                "mul" => E(argument).At(Precedence.Multiplicative),
                _ => E(argument).At(Precedence.Assign),
            };
        });
    }

    private string MaskText(Expr mask) => mask switch
    {
        Literal l => Build.Invariant($"0x{l.Bits:x8}u"),
        Cast { Operand: { Type: ScalarType { Kind: Scalar.U32 } } inner } => E(inner).At(Precedence.Assign),
        _ => $"(unsigned int){E(mask).At(Precedence.Unary)}",
    };

    private Text LiteralText(Literal x)
    {
        switch (x.Type)
        {
            case PointerType:
                return x.Bits == 0 ? new Text($"({TypeText(x.Type)})0", Precedence.Unary) : new Text(Build.Invariant($"({TypeText(x.Type)})0x{x.Bits:x}"), Precedence.Unary);
            case ScalarType { Kind: Scalar.Bool }:
                return new Text(x.Bits != 0 ? "true" : "false", Precedence.Primary);
            case ScalarType { IsFloat: true } s:
                return FloatText(x, s);
            default:
                return IntegerText(x);
        }
    }

    private Text IntegerText(Literal x)
    {
        long value = Build.AsInt(x);
        return ((ScalarType)x.Type).Kind switch
        {
            // Nobody reads a mask in decimal.
            Scalar.U32 or Scalar.U64 when _dialect.NumbersAdapt && x.Bits > int.MaxValue => new Text(Build.Invariant($"0x{x.Bits:x}u{(x.Type.Size == 8 ? _dialect.LongSuffix : "")}").ToString(), Precedence.Primary),
            Scalar.U32 => new Text(Build.Invariant($"{x.Bits}u"), Precedence.Primary),
            Scalar.U64 => new Text(Build.Invariant($"{x.Bits}u{_dialect.LongSuffix}").Replace("uLL", "ULL", StringComparison.Ordinal), Precedence.Primary),
            Scalar.I64 when value == long.MinValue => new Text($"(-9223372036854775807{_dialect.LongSuffix} - 1)", Precedence.Primary),
            Scalar.I64 => Signed(value, _dialect.LongSuffix),
            Scalar.I32 when value == int.MinValue => new Text("(-2147483647 - 1)", Precedence.Primary),
            Scalar.I32 => Signed(value, ""),
            _ => new Text(Build.Invariant($"({TypeText(x.Type)}){(value < 0 ? $"({value})" : value)}"), Precedence.Unary),
        };
    }

    private static Text Signed(long value, string suffix) => new(Build.Invariant($"{value}{suffix}"), value < 0 ? Precedence.Unary : Precedence.Primary);

    private Text FloatText(Literal x, ScalarType type)
    {
        if (type.Kind is Scalar.F16 or Scalar.BF16)
        {
            // Exact in float, and converted back without loss.
            return CastText(new Cast(type, Build.F32((float)Build.AsFloat(x))));
        }
        double value = Build.AsFloat(x);
        if (!double.IsFinite(value))
        {
            string bits = type.Kind == Scalar.F32 ? Build.Invariant($"0x{x.Bits:x8}") : Build.Invariant($"0x{x.Bits:x16}{_dialect.LongSuffix}");
            return new Text(string.Format(CultureInfo.InvariantCulture, type.Kind == Scalar.F32 ? _dialect.FloatBits : _dialect.DoubleBits, bits), Precedence.Postfix);
        }
        string text = type.Kind == Scalar.F32 ? ((float)value).ToString("R", CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture);
        if (!text.Contains('.', StringComparison.Ordinal) && !text.Contains('E', StringComparison.Ordinal))
        {
            text += ".0";
        }
        text = text.Replace("E", "e", StringComparison.Ordinal) + (type.Kind == Scalar.F32 ? "f" : "");
        return new Text(text, text[0] == '-' ? Precedence.Unary : Precedence.Primary);
    }
}
