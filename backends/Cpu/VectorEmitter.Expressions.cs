using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

internal sealed partial class VectorEmitter
{
    private Value Expression(Expr e)
    {
        switch (e)
        {
            case Literal x:
                return new Value(x.Type, LiteralText(x), true) { Exact = true };
            case Undefined x:
                return x.Type is StructType s ? new Value(x.Type, "", true) { Parts = [.. s.Fields.Select(f => new Value(f.Type, Zero(f.Type), true))] } : new Value(x.Type, Zero(x.Type), true);
            case LetRef x:
                return _frame.Lets[x.Id.Index] ?? throw new NotVectorised("a value out of its place");
            case CoordinateOf x:
                return CoordinateValue(x.Which);
            case Unary x:
                return UnaryValue(x);
            case Binary x:
                return BinaryValue(x.Op, x.Type, Expression(x.Left), Expression(x.Right));
            case Select x:
                return SelectValue(Expression(x.Condition), Expression(x.Then), Expression(x.Else));
            case Cast x:
                return CastValue(Expression(x.Operand), x.Type);
            case BitCast x:
                return BitCastValue(Expression(x.Operand), x.Type);
            case Pure x:
                return PureValue(x);
            case PointerOffset x:
                return AddScaled(Expression(x.Pointer), Expression(x.Index), ((PointerType)x.Type).Pointee.Size) with { Type = x.Type };
            case PointerDifference x:
                var difference = BinaryValue(BinaryOp.Sub, IrType.I64, Expression(x.Left) with { Type = IrType.I64 }, Expression(x.Right) with { Type = IrType.I64 });
                return BinaryValue(BinaryOp.Div, IrType.I64, difference, new Value(IrType.I64, Build.Invariant($"{Math.Max(1, ((PointerType)x.Left.Type).Pointee.Size)}"), true));
            case AddressOf x:
                return Address(x.Place) with { Type = x.Type };
            case Field x:
                return Expression(x.Operand).Parts![x.Index];
            case Aggregate x:
                var parts = x.Elements.Select(Expression).ToArray();
                return new Value(x.Type, "", parts.All(p => p.Uniform)) { Parts = parts };
            default:
                throw new NotVectorised(e.GetType().Name);
        }
    }

    private static string Zero(IrType type) => type.IsFloat && type != IrType.BF16 ? "0.0" : type == IrType.Bool ? "false" : "0";

    private static string LiteralText(Literal x) => x.Type switch
    {
        ScalarType { Kind: Scalar.Bool } => x.Bits != 0 ? "true" : "false",
        // LLVM writes a float as the double of the same value.
        ScalarType { Kind: Scalar.F32 } => Build.Invariant($"0x{BitConverter.DoubleToUInt64Bits(BitConverter.UInt32BitsToSingle((uint)x.Bits)):X16}"),
        ScalarType { Kind: Scalar.F64 } => Build.Invariant($"0x{x.Bits:X16}"),
        ScalarType { Kind: Scalar.F16 } => Build.Invariant($"0xH{x.Bits:X4}"),
        ScalarType { Kind: Scalar.BF16 } => Build.Invariant($"{(short)x.Bits}"),
        PointerType => Build.Invariant($"{x.Bits}"),
        _ => Build.Invariant($"{Build.AsInt(x)}"),
    };

    private Value CoordinateValue(Coordinate which)
    {
        string uniform = which switch
        {
            Coordinate.BlockX => "%bx",
            Coordinate.BlockY => "%by",
            Coordinate.BlockZ => "%bz",
            Coordinate.BlockDimX => Build.Invariant($"{_block.X}"),
            Coordinate.BlockDimY => Build.Invariant($"{_block.Y}"),
            Coordinate.BlockDimZ => Build.Invariant($"{_block.Z}"),
            Coordinate.GridDimX => "%gx",
            Coordinate.GridDimY => "%gy",
            Coordinate.GridDimZ => "%gz",
            Coordinate.WarpSize => "%warp",
            _ => "",
        };
        if (uniform.Length > 0)
        {
            return new Value(IrType.U32, uniform, true) { Exact = true };
        }
        var lanes = Enumerable.Range(0, _lanes).Select(i => which switch
        {
            Coordinate.ThreadX => i % _block.X,
            Coordinate.ThreadY => i / _block.X % _block.Y,
            _ => i / (_block.X * _block.Y),
        }).ToList();
        string vector = "<" + string.Join(", ", lanes.Select(l => Build.Invariant($"i32 {l}"))) + ">";
        var value = new Value(IrType.U32, vector, false);
        // A row of threads: x counts the lanes. One thread in a direction: its coordinate is 0.
        return which == Coordinate.ThreadX && _block.X == _lanes
            ? value with { AffineBase = new Value(IrType.U32, "0", true) { Exact = true }, Stride = 1, Exact = true }
            : lanes.TrueForAll(l => l == 0) ? new Value(IrType.U32, "0", true) { Exact = true } : value;
    }

    private (string Type, string A, string B, bool Uniform) Operands(Value a, Value b)
    {
        bool uniform = a.Uniform && b.Uniform;
        string word = Word(a.Type);
        return uniform ? (word, a.Name, b.Name, true) : (Vector(word), Varying(a), Varying(b), false);
    }

    private Value UnaryValue(Unary x)
    {
        var a = Expression(x.Operand);
        if (a.Type == IrType.BF16)
        {
            return BinaryValue(BinaryOp.Xor, IrType.U16, a with { Type = IrType.U16 }, new Value(IrType.U16, "-32768", true)) with { Type = IrType.BF16 };
        }
        string type = Type(a);
        string name = x.Op switch
        {
            UnaryOp.Negate when x.Type.IsFloat => Assign($"fneg {type} {a.Name}"),
            UnaryOp.Negate => Assign($"sub {type} {(a.Uniform ? "0" : "zeroinitializer")}, {a.Name}"),
            UnaryOp.BitNot => Assign($"xor {type} {a.Name}, {(a.Uniform ? "-1" : $"splat ({Word(a.Type)} -1)")}"),
            _ => Assign($"xor {type} {a.Name}, {(a.Uniform ? "true" : "splat (i1 true)")}"),
        };
        var result = new Value(x.Type, name, a.Uniform);
        return x.Op == UnaryOp.Negate && !x.Type.IsFloat && a.AffineBase is { } b && x.Type.IsSigned
            ? result with { AffineBase = new Value(x.Type, Assign($"sub {Word(a.Type)} 0, {b.Name}"), true), Stride = -a.Stride, Exact = a.Exact }
            : result;
    }

    private Value BinaryValue(BinaryOp op, IrType type, Value a, Value b)
    {
        if (a.Type is ScalarType { Kind: Scalar.F16 or Scalar.BF16 })
        {
            var wide = BinaryValue(op, type == IrType.Bool ? type : IrType.F32, CastValue(a, IrType.F32), CastValue(b, IrType.F32));
            return type == IrType.Bool ? wide : CastValue(wide, type);
        }
        if (op is BinaryOp.Shl or BinaryOp.Shr)
        {
            return Shift(op, type, a, CastValue(b, UnsignedOf(a.Type)));
        }
        var (t, x, y, uniform) = Operands(a, b);
        if (op is BinaryOp.Div or BinaryOp.Rem && !a.Type.IsFloat)
        {
            return Divide(op, type, t, x, y, uniform);
        }
        string word = Instruction(op, a.Type);
        var result = new Value(type, Assign($"{word} {t} {x}, {y}"), uniform);
        return uniform ? result with { Exact = a.Exact && b.Exact && op is BinaryOp.Add or BinaryOp.Mul } : WithAffine(result, op, a, b);
    }

    private Value WithAffine(Value result, BinaryOp op, Value a, Value b)
    {
        var left = a.Uniform ? a : a.AffineBase;
        var right = b.Uniform ? b : b.AffineBase;
        // Signed overflow is undefined in CUDA; an unsigned sum of coordinates and constants cannot wrap in a grid that exists.
        bool exact = (result.Type.IsSigned || (a.Exact && b.Exact)) && a.Type is ScalarType { Kind: Scalar.I32 or Scalar.U32 or Scalar.I64 or Scalar.U64 } or PointerType;
        if (left is null || right is null || !exact || (op == BinaryOp.Sub && !result.Type.IsSigned))
        {
            return result;
        }
        return op switch
        {
            BinaryOp.Add => result with { AffineBase = BinaryValue(op, result.Type, left, right), Stride = a.Stride + b.Stride, Exact = exact },
            BinaryOp.Sub => result with { AffineBase = BinaryValue(op, result.Type, left, right), Stride = a.Stride - b.Stride, Exact = exact },
            _ => result,
        };
    }

    private static IrType UnsignedOf(IrType type) => type.Size switch { 1 => IrType.U8, 2 => IrType.U16, 4 => IrType.U32, _ => IrType.U64 };

    private static string Instruction(BinaryOp op, IrType type)
    {
        bool f = type.IsFloat;
        bool s = type.IsSigned;
        return op switch
        {
            BinaryOp.Add => f ? "fadd" : "add",
            BinaryOp.Sub => f ? "fsub" : "sub",
            BinaryOp.Mul => f ? "fmul" : "mul",
            BinaryOp.Div => "fdiv",
            BinaryOp.And or BinaryOp.LogicalAnd => "and",
            BinaryOp.Or or BinaryOp.LogicalOr => "or",
            BinaryOp.Xor => "xor",
            BinaryOp.Eq => f ? "fcmp oeq" : "icmp eq",
            BinaryOp.Ne => f ? "fcmp une" : "icmp ne",
            BinaryOp.Lt => f ? "fcmp olt" : s ? "icmp slt" : "icmp ult",
            BinaryOp.Le => f ? "fcmp ole" : s ? "icmp sle" : "icmp ule",
            BinaryOp.Gt => f ? "fcmp ogt" : s ? "icmp sgt" : "icmp ugt",
            BinaryOp.Ge => f ? "fcmp oge" : s ? "icmp sge" : "icmp uge",
            _ => throw new NotVectorised($"{op} on {type}"),
        };
    }

    private string Constant(bool uniform, string word, long value) => uniform ? Build.Invariant($"{value}") : Build.Invariant($"splat ({word} {value})");

    private string Choose(bool uniform, string condition, string type, string a, string b) => Assign($"select {(uniform ? "i1" : MaskType)} {condition}, {type} {a}, {type} {b}");

    /// <summary>A shift by the width or more gives 0, or copies of the sign.</summary>
    private Value Shift(BinaryOp op, IrType type, Value a, Value amount)
    {
        var (t, x, n, uniform) = Operands(a, amount);
        string word = Word(type);
        int bits = (int)type.Size * 8;
        string tooFar = Assign($"icmp uge {t} {n}, {Constant(uniform, word, bits)}");
        if (op == BinaryOp.Shr && type.IsSigned)
        {
            string clamped = Choose(uniform, tooFar, t, Constant(uniform, word, bits - 1), n);
            return new Value(type, Assign($"ashr {t} {x}, {clamped}"), uniform);
        }
        string safe = Choose(uniform, tooFar, t, Constant(uniform, word, 0), n);
        string shifted = Assign($"{(op == BinaryOp.Shl ? "shl" : "lshr")} {t} {x}, {safe}");
        return new Value(type, Choose(uniform, tooFar, t, Constant(uniform, word, 0), shifted), uniform);
    }

    /// <summary>x / 0 is all ones and x % 0 is x; MIN / -1 is MIN and MIN % -1 is 0.</summary>
    private Value Divide(BinaryOp op, IrType type, string t, string x, string y, bool uniform)
    {
        string word = Word(type);
        string zero = Assign($"icmp eq {t} {y}, {Constant(uniform, word, 0)}");
        string bad = zero;
        string minusOne = "";
        if (type.IsSigned)
        {
            minusOne = Assign($"icmp eq {t} {y}, {Constant(uniform, word, -1)}");
            bad = Assign($"or {(uniform ? "i1" : MaskType)} {zero}, {minusOne}");
        }
        string safe = Choose(uniform, bad, t, Constant(uniform, word, 1), y);
        string result = Assign($"{(type.IsSigned ? "s" : "u")}{(op == BinaryOp.Div ? "div" : "rem")} {t} {x}, {safe}");
        if (minusOne.Length > 0)
        {
            string negated = op == BinaryOp.Div ? Assign($"sub {t} {Constant(uniform, word, 0)}, {x}") : Constant(uniform, word, 0);
            result = Choose(uniform, minusOne, t, negated, result);
        }
        return new Value(type, Choose(uniform, zero, t, op == BinaryOp.Div ? Constant(uniform, word, -1) : x, result), uniform);
    }

    private Value SelectValue(Value c, Value a, Value b)
    {
        if (a.Parts is { } parts)
        {
            return new Value(a.Type, "", false) { Parts = [.. parts.Select((p, i) => SelectValue(c, p, b.Parts![i]))] };
        }
        bool uniform = c.Uniform && a.Uniform && b.Uniform;
        return uniform
            ? new Value(a.Type, Choose(true, c.Name, Word(a.Type), a.Name, b.Name), true)
            : new Value(a.Type, Choose(false, Varying(c), Vector(Word(a.Type)), Varying(a), Varying(b)), false);
    }

    private Value BitCastValue(Value a, IrType type)
    {
        if (Word(a.Type) == Word(type))
        {
            return a with { Type = type, AffineBase = null };
        }
        string to = a.Uniform ? Word(type) : Vector(Word(type));
        return new Value(type, Assign($"bitcast {Type(a)} {a.Name} to {to}"), a.Uniform);
    }

    private Value CastValue(Value a, IrType to)
    {
        if (a.Parts is not null || a.Type == to || Word(a.Type) == Word(to) && !a.Type.IsFloat && !to.IsFloat)
        {
            // A change of sign keeps the bits, and the affine form while nothing wraps.
            return a with { Type = to, AffineBase = a.AffineBase is { } b0 ? b0 with { Type = to } : null };
        }
        string target = a.Uniform ? Word(to) : Vector(Word(to));
        if (to == IrType.Bool)
        {
            string zero = a.Uniform ? Zero(a.Type) : "zeroinitializer";
            return new Value(to, Assign($"{(a.Type.IsFloat ? "fcmp une" : "icmp ne")} {Type(a)} {a.Name}, {zero}"), a.Uniform);
        }
        if (a.Type.IsFloat && to is ScalarType { IsFloat: false })
        {
            return FloatToInt(a, to, target);
        }
        if (a.Type == IrType.BF16 && to == IrType.F32)
        {
            var high = BinaryValue(BinaryOp.Shl, IrType.U32, CastValue(a with { Type = IrType.U16 }, IrType.U32), new Value(IrType.U32, "16", true));
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
        var result = new Value(to, Assign($"{word} {Type(a)} {a.Name} to {target}"), a.Uniform) { Exact = a.Exact };
        bool widens = word is "sext" or "zext" && a.Type != IrType.Bool;
        return widens && a.AffineBase is { } b && (a.Type.IsSigned || a.Exact) && a.Stride is > -1_000_000 and < 1_000_000
            ? result with { AffineBase = CastValue(b, to), Stride = a.Stride }
            : result;
    }

    /// <summary>The upper half, rounded to nearest even; a NaN becomes the one NaN.</summary>
    private Value ToBfloat(Value a)
    {
        var bits = BitCastValue(a, IrType.U32);
        Value Number(long n) => new(IrType.U32, Build.Invariant($"{n}"), true);
        var odd = BinaryValue(BinaryOp.And, IrType.U32, BinaryValue(BinaryOp.Shr, IrType.U32, bits, Number(16)), Number(1));
        var rounded = BinaryValue(BinaryOp.Add, IrType.U32, BinaryValue(BinaryOp.Add, IrType.U32, bits, Number(0x7fff)), odd);
        var upper = BinaryValue(BinaryOp.Shr, IrType.U32, rounded, Number(16));
        var isNan = PureOf(Intrinsics.IsNan, IrType.Bool, [a]);
        return CastValue(SelectValue(isNan, Number(0x7fff), upper), IrType.U16) with { Type = IrType.BF16 };
    }

    /// <summary>Saturates, and gives 0 for NaN, as CUDA's conversion does.</summary>
    private Value FloatToInt(Value a, IrType to, string target)
    {
        if (a.Type is ScalarType { Kind: Scalar.F16 or Scalar.BF16 })
        {
            return CastValue(CastValue(a, IrType.F32), to);
        }
        string kind = to.IsSigned ? "fptosi" : "fptoui";
        string from = Mangle(Word(a.Type));
        string prefix = a.Uniform ? "" : $"v{_lanes}";
        string name = $"@llvm.{kind}.sat.{prefix}{Word(to)}.{prefix}{from}";
        Declare($"declare {target} {name}({Type(a)})");
        return new Value(to, Assign($"call {target} {name}({Type(a)} {a.Name})"), a.Uniform);
    }
}
