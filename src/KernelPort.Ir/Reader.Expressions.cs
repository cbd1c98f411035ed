using System.Globalization;
using KernelPort.Core;

namespace KernelPort.Ir;

public sealed partial class Reader
{
    private Expr Expression()
    {
        Enter();
        try
        {
            var token = Take();
            switch (token.Kind)
            {
                case KirKind.Number:
                    return Literal(token);
                case KirKind.Let:
                    return _lets.TryGetValue(token.Index, out var value) && value.Name == token.Text
                        ? new LetRef(value.Type, new LetId(token.Index))
                        : throw new KirFormatException(token.Line, Build.Invariant($"%{token.Index}.{token.Text} is not bound"));
                case KirKind.Coordinate:
                    return new CoordinateOf(Enum.TryParse<Coordinate>(token.Text, out var which) && Enum.IsDefined(which) ? which : throw new KirFormatException(token.Line, $"'#{token.Text}' is not known"));
                case KirKind.Word:
                    return Operation(token);
                default:
                    throw new KirFormatException(token.Line, $"a value is expected, not '{token.Text}'");
            }
        }
        finally
        {
            Leave();
        }
    }

    private Literal Literal(KirToken token)
    {
        Expect(":");
        var type = Type();
        var fault = new KirFormatException(token.Line, $"'{token.Text}' is no {type}");
        if (token.Text.StartsWith("0x", StringComparison.Ordinal))
        {
            return ulong.TryParse(token.Text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong bits) ? new Literal(type, bits) : throw fault;
        }
        if (type.IsInteger)
        {
            bool negative = token.Text[0] == '-';
            if (negative && long.TryParse(token.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long signed) && type.IsSigned)
            {
                return Build.Int(type, signed);
            }
            return !negative && ulong.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong value) ? new Literal(type, Build.Truncate(type, value)) : throw fault;
        }
        if (type == IrType.F32 && float.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out float single))
        {
            return Build.F32(single);
        }
        return type == IrType.F64 && double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? Build.F64(number) : throw fault;
    }

    private Expr Operation(KirToken word)
    {
        switch (word.Text)
        {
            case "undef":
                var type = Typed();
                Expect(")");
                return new Undefined(type);
            case "select":
                Expect("(");
                var condition = Expression();
                var (then, otherwise) = Two();
                return new Select(condition, then, otherwise);
            case "cast":
                type = Typed();
                return new Cast(type, Last());
            case "bits":
                type = Typed();
                return new BitCast(type, Last());
            case "math":
                Expect(".");
                var intrinsic = Intrinsic();
                Expect(":");
                type = Type();
                return new Pure(intrinsic, type, Arguments());
            case "offset":
                var (pointer, index) = Pair();
                return new PointerOffset(pointer, index);
            case "distance":
                var (left, right) = Pair();
                return new PointerDifference(left, right);
            case "address":
                type = Typed();
                var place = Place();
                Expect(")");
                return type is PointerType p ? new AddressOf(p, place) : throw new KirFormatException(word.Line, $"an address is no {type}");
            case "field":
                type = Typed();
                var operand = Expression();
                Expect(",");
                int field = Integer();
                Expect(")");
                return new Field(type, operand, field);
            case "make":
                type = Typed();
                return new Aggregate(type, List(")", Expression).ToEquatable());
            case "negate" or "bitnot" or "logicalnot":
                Expect("(");
                return new Unary(Member<UnaryOp>(word.Text, word.Line), Last());
            default:
                var op = Member<BinaryOp>(word.Text, word.Line);
                (left, right) = Pair();
                return new Binary(Build.IsComparison(op) ? IrType.Bool : left.Type, op, left, right);
        }
    }

    /// <summary>`:type(`.</summary>
    private IrType Typed()
    {
        Expect(":");
        var type = Type();
        Expect("(");
        return type;
    }

    private Expr Last()
    {
        var e = Expression();
        Expect(")");
        return e;
    }

    private (Expr Left, Expr Right) Two()
    {
        Expect(",");
        var left = Expression();
        Expect(",");
        return (left, Last());
    }

    private (Expr Left, Expr Right) Pair()
    {
        Expect("(");
        var left = Expression();
        Expect(",");
        return (left, Last());
    }

    private Place Place()
    {
        Enter();
        try
        {
            var token = Take();
            switch (token.Kind)
            {
                case KirKind.Variable:
                    return token.Index < _variables.Count && _variables[token.Index].Name == token.Text
                        ? new VariablePlace(_variables[token.Index].Type, new VariableId(token.Index))
                        : throw new KirFormatException(token.Line, Build.Invariant($"${token.Index}.{token.Text} is no variable"));
                case KirKind.Global:
                    Expect(":");
                    return new GlobalPlace(Type(), token.Text);
                case KirKind.Word when token.Text == "deref":
                    var type = Typed();
                    return new Deref(type, Last());
                case KirKind.Word when token.Text == "at":
                    Expect("(");
                    var array = Place();
                    Expect(",");
                    var index = Last();
                    return array.Type is ArrayType a ? new Element(a.Element, array, index) : throw new KirFormatException(token.Line, $"an element of {array.Type}");
                case KirKind.Word when token.Text == "dot":
                    Expect("(");
                    var outer = Place();
                    Expect(",");
                    int field = Integer();
                    Expect(")");
                    Expect(":");
                    return new Member(Type(), outer, field);
                default:
                    throw new KirFormatException(token.Line, $"a place is expected, not '{token.Text}'");
            }
        }
        finally
        {
            Leave();
        }
    }
}
