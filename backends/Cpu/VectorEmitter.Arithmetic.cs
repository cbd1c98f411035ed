using System.Globalization;
using KernelPort.Backends.Llvm;
using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>Arithmetic on one piece: scalar instructions where all operands are scalars, vector instructions otherwise.</summary>
internal sealed partial class VectorEmitter
{
    private (string Type, string A, string B, bool Uniform) Operands(Piece a, Piece b)
    {
        bool uniform = a.Uniform && b.Uniform;
        string word = Word(a.Type);
        return uniform ? (word, a.Name, b.Name, true) : (Vector(word), Varying(a), Varying(b), false);
    }

    private Piece UnaryValue(Unary x, Piece a)
    {
        if (a.Type == IrType.BF16)
        {
            return BinaryValue(BinaryOp.Xor, IrType.U16, a with { Type = IrType.U16 }, new Piece(IrType.U16, "-32768", true)) with { Type = IrType.BF16 };
        }
        string type = Type(a);
        string name = x.Op switch
        {
            UnaryOp.Negate when x.Type.IsFloat => Assign($"fneg {type} {a.Name}"),
            UnaryOp.Negate => Assign($"sub {type} {(a.Uniform ? "0" : "zeroinitializer")}, {a.Name}"),
            UnaryOp.BitNot => Assign($"xor {type} {a.Name}, {(a.Uniform ? "-1" : $"splat ({Word(a.Type)} -1)")}"),
            _ => Assign($"xor {type} {a.Name}, {(a.Uniform ? "true" : "splat (i1 true)")}"),
        };
        return new Piece(x.Type, name, a.Uniform);
    }

    /// <summary>What is known of an operation's numbers beforehand.</summary>
    private enum Known { Nothing, DoesNotWrap, NotNegative }

    /// <summary>By the block's size; lanes that are no threads have other numbers.</summary>
    private Known KnownOf(Binary x)
    {
        if (_threads != _total * _width || !x.Type.IsInteger || x.Type == IrType.Bool || _frame.Ranges.Of(x) is not var (least, _))
        {
            return Known.Nothing;
        }
        return least >= 0 && _frame.Ranges.Of(x.Left) is ( >= 0, _) && _frame.Ranges.Of(x.Right) is ( >= 0, _) ? Known.NotNegative : Known.DoesNotWrap;
    }

    private Piece BinaryValue(BinaryOp op, IrType type, Piece a, Piece b, Known known = Known.Nothing)
    {
        if (a.Type is ScalarType { Kind: Scalar.F16 or Scalar.BF16 })
        {
            var wide = BinaryValue(op, type == IrType.Bool ? type : IrType.F32, CastValue(a, IrType.F32), CastValue(b, IrType.F32));
            return type == IrType.Bool ? wide : CastValue(wide, type);
        }
        if (Folded(op, type, a, b) is { } folded)
        {
            return folded;
        }
        if (op is BinaryOp.Shl or BinaryOp.Shr)
        {
            return Shift(op, type, a, CastValue(b, UnsignedOf(a.Type)), known);
        }
        var (t, x, y, uniform) = Operands(a, b);
        if (op is BinaryOp.Div or BinaryOp.Rem && !a.Type.IsFloat)
        {
            return Divide(op, type, t, x, y, uniform, known);
        }
        if (uniform && a.Type.IsInteger && a.Type != IrType.Bool)
        {
            return new Piece(type, op == BinaryOp.Add && (x == "0" || y == "0") ? (x == "0" ? y : x) : AssignOnce($"{Instruction(op, a.Type, known)} {t} {x}, {y}"), true);
        }
        return new Piece(type, Assign($"{Instruction(op, a.Type, known)} {t} {x}, {y}"), uniform);
    }

    private static IrType UnsignedOf(IrType type) => type.Size switch { 1 => IrType.U8, 2 => IrType.U16, 4 => IrType.U32, _ => IrType.U64 };

    private string Instruction(BinaryOp op, IrType type, Known known)
    {
        string word = LlvmInstructions.Of(op, type) ?? throw new NotVectorised($"{op} on {type}");
        if (known != Known.Nothing && op is BinaryOp.Add or BinaryOp.Mul && type.IsInteger)
        {
            return word + (known == Known.NotNegative ? " nuw nsw" : " nsw");
        }
        return type.IsFloat && op is (BinaryOp.Add or BinaryOp.Sub or BinaryOp.Mul) ? word + _contract : word;
    }

    private string Constant(bool uniform, string word, long value) => uniform ? Build.Invariant($"{value}") : Build.Invariant($"splat ({word} {value})");

    private string Choose(bool uniform, string condition, string type, string a, string b) => Assign($"select {(uniform ? "i1" : MaskType)} {condition}, {type} {a}, {type} {b}");

    /// <summary>The number of a scalar that is a literal, or of a vector of one literal.</summary>
    private static long? LiteralOf(string text)
    {
        var number = text.StartsWith("splat (", StringComparison.Ordinal) ? text.AsSpan(text.LastIndexOf(' ') + 1).TrimEnd(')') : text;
        return long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? value : null;
    }

    /// <summary>A shift by the width or more gives 0, or copies of the sign.</summary>
    private Piece Shift(BinaryOp op, IrType type, Piece a, Piece amount, Known known)
    {
        var (t, x, n, uniform) = Operands(a, amount);
        string word = Word(type);
        int bits = (int)type.Size * 8;
        string right = type.IsSigned && known != Known.NotNegative ? "ashr" : "lshr";
        if (LiteralOf(n) is { } by && by >= 0 && by < bits)
        {
            return new Piece(type, Assign($"{(op == BinaryOp.Shl ? "shl" : right)} {t} {x}, {n}"), uniform);
        }
        string tooFar = Assign($"icmp uge {t} {n}, {Constant(uniform, word, bits)}");
        if (op == BinaryOp.Shr && type.IsSigned)
        {
            string clamped = Choose(uniform, tooFar, t, Constant(uniform, word, bits - 1), n);
            return new Piece(type, Assign($"ashr {t} {x}, {clamped}"), uniform);
        }
        string safe = Choose(uniform, tooFar, t, Constant(uniform, word, 0), n);
        string shifted = Assign($"{(op == BinaryOp.Shl ? "shl" : "lshr")} {t} {x}, {safe}");
        return new Piece(type, Choose(uniform, tooFar, t, Constant(uniform, word, 0), shifted), uniform);
    }

    /// <summary>x / 0 is all ones and x % 0 is x; MIN / -1 is MIN and MIN % -1 is 0.</summary>
    private Piece Divide(BinaryOp op, IrType type, string t, string x, string y, bool uniform, Known known)
    {
        string word = Word(type);
        string quotient = $"{(type.IsSigned && known != Known.NotNegative ? "s" : "u")}{(op == BinaryOp.Div ? "div" : "rem")} {t} {x}, ";
        if (LiteralOf(y) is { } by and not (0 or -1))
        {
            return new Piece(type, Assign(quotient + y), uniform);
        }
        string zero = Assign($"icmp eq {t} {y}, {Constant(uniform, word, 0)}");
        string bad = zero;
        string minusOne = "";
        if (type.IsSigned)
        {
            minusOne = Assign($"icmp eq {t} {y}, {Constant(uniform, word, -1)}");
            bad = Assign($"or {(uniform ? "i1" : MaskType)} {zero}, {minusOne}");
        }
        string safe = Choose(uniform, bad, t, Constant(uniform, word, 1), y);
        string result = Assign(quotient + safe);
        if (minusOne.Length > 0)
        {
            string negated = op == BinaryOp.Div ? Assign($"sub {t} {Constant(uniform, word, 0)}, {x}") : Constant(uniform, word, 0);
            result = Choose(uniform, minusOne, t, negated, result);
        }
        return new Piece(type, Choose(uniform, zero, t, op == BinaryOp.Div ? Constant(uniform, word, -1) : x, result), uniform);
    }

    private Piece SelectValue(Piece c, Piece a, Piece b)
    {
        bool uniform = c.Uniform && a.Uniform && b.Uniform;
        if (c.Uniform && c.Name is "true" or "false")
        {
            return c.Name == "true" ? a : b;
        }
        return uniform || c.Uniform
            ? new Piece(a.Type, Assign($"select i1 {c.Name}, {(uniform ? Word(a.Type) : Vector(Word(a.Type)))} {(uniform ? a.Name : Varying(a))}, {(uniform ? Word(a.Type) : Vector(Word(a.Type)))} {(uniform ? b.Name : Varying(b))}"), uniform)
            : new Piece(a.Type, Choose(false, c.Name, Vector(Word(a.Type)), Varying(a), Varying(b)), false);
    }

    private Piece BitCastValue(Piece a, IrType type)
    {
        if (Word(a.Type) == Word(type))
        {
            return a with { Type = type };
        }
        string to = a.Uniform ? Word(type) : Vector(Word(type));
        return new Piece(type, Assign($"bitcast {Type(a)} {a.Name} to {to}"), a.Uniform);
    }

    private Piece CastValue(Piece a, IrType to)
    {
        if (a.Type == to || (Word(a.Type) == Word(to) && !a.Type.IsFloat && !to.IsFloat))
        {
            return a with { Type = to };
        }
        if (a.Uniform && a.Type.IsInteger && to.IsInteger && to != IrType.Bool && long.TryParse(a.Name, out long number))
        {
            return new Piece(to, Build.Invariant($"{Build.AsInt(Build.Int(to, Build.AsInt(Build.Int(a.Type, number))))}"), true);
        }
        string target = a.Uniform ? Word(to) : Vector(Word(to));
        if (to == IrType.Bool)
        {
            string zero = a.Uniform ? Zero(a.Type) : "zeroinitializer";
            return new Piece(to, Assign($"{(a.Type.IsFloat ? "fcmp une" : "icmp ne")} {Type(a)} {a.Name}, {zero}"), a.Uniform);
        }
        if (a.Type.IsFloat && to is ScalarType { IsFloat: false })
        {
            return FloatToInt(a, to, target);
        }
        if (a.Type == IrType.BF16 && to == IrType.F32)
        {
            var high = BinaryValue(BinaryOp.Shl, IrType.U32, CastValue(a with { Type = IrType.U16 }, IrType.U32), new Piece(IrType.U32, "16", true));
            return BitCastValue(high, IrType.F32);
        }
        if (a.Type == IrType.F32 && to == IrType.BF16)
        {
            return ToBfloat(a);
        }
        if (a.Type is ScalarType { Kind: Scalar.BF16 } or ScalarType { Kind: Scalar.F16 } && to != IrType.F32 || to is ScalarType { Kind: Scalar.BF16 } && a.Type != IrType.F32)
        {
            return CastValue(CastValue(a, IrType.F32), to);
        }
        string word = (a.Type.IsFloat, to.IsFloat) switch
        {
            (true, true) => a.Type.Size > to.Size ? "fptrunc" : "fpext",
            (false, true) => a.Type.IsSigned ? "sitofp" : "uitofp",
            _ => a.Type.Size > to.Size && Word(a.Type) != "i1" ? "trunc" : a.Type.IsSigned ? "sext" : "zext",
        };
        bool widens = !a.Uniform && word is "sext" or "zext" && a.Type != IrType.Bool;
        string text = $"{word} {Type(a)} {a.Name} to {target}";
        return new Piece(to, a.Uniform ? AssignOnce(text) : Assign(text), a.Uniform)
        {
            Narrow = !widens ? null : a.Narrow is { Extend: "zext" } n ? n : (Word(a.Type), a.Name, word),
        };
    }

    /// <summary>The upper half, rounded to nearest even; a NaN becomes the one NaN.</summary>
    private Piece ToBfloat(Piece a)
    {
        var bits = BitCastValue(a, IrType.U32);
        Piece Number(long n) => new(IrType.U32, Build.Invariant($"{n}"), true);
        var odd = BinaryValue(BinaryOp.And, IrType.U32, BinaryValue(BinaryOp.Shr, IrType.U32, bits, Number(16)), Number(1));
        var rounded = BinaryValue(BinaryOp.Add, IrType.U32, BinaryValue(BinaryOp.Add, IrType.U32, bits, Number(0x7fff)), odd);
        var upper = BinaryValue(BinaryOp.Shr, IrType.U32, rounded, Number(16));
        var isNan = PureOf(Intrinsics.IsNan, IrType.Bool, [a]);
        return CastValue(SelectValue(isNan, Number(0x7fff), upper), IrType.U16) with { Type = IrType.BF16 };
    }

    /// <summary>Saturates, and gives 0 for NaN, as CUDA's conversion does.</summary>
    private Piece FloatToInt(Piece a, IrType to, string target)
    {
        if (a.Type is ScalarType { Kind: Scalar.F16 or Scalar.BF16 })
        {
            return CastValue(CastValue(a, IrType.F32), to);
        }
        string kind = to.IsSigned ? "fptosi" : "fptoui";
        string from = Mangle(Word(a.Type));
        string prefix = a.Uniform ? "" : $"v{_width}";
        string name = $"@llvm.{kind}.sat.{prefix}{Word(to)}.{prefix}{from}";
        Declare($"declare {target} {name}({Type(a)})");
        return new Piece(to, Assign($"call {target} {name}({Type(a)} {a.Name})"), a.Uniform);
    }
}
