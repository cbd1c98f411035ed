using System.Diagnostics;
using System.Globalization;
using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Backends.Cpu;

/// <summary>Expressions: what the analysis calls affine is computed once a vector, on the base alone.</summary>
internal sealed partial class VectorEmitter
{
    private Value Expression(Expr e)
    {
        switch (e)
        {
            case Literal x:
                return Value.Of(new Piece(x.Type, LiteralText(x), true));
            case Undefined x:
                return ZeroOf(x.Type);
            case LetRef x:
                return _frame.Lets[x.Id.Index] ?? throw new NotVectorised("a value out of its place");
            case CoordinateOf x:
                return _coordinates[x.Which];
            case Unary x:
                return Map(x, [x.Operand], p => x.Op == UnaryOp.Negate && p[0].Type.IsInteger && Folded(BinaryOp.Sub, x.Type, new Piece(x.Type, "0", true), p[0]) is { } folded ? folded : UnaryValue(x, p[0]));
            case Binary x:
                return Map(x, [x.Left, x.Right], p => BinaryValue(x.Op, x.Type, p[0], p[1], KnownOf(x)), Build.IsComparison(x.Op) ? p => Folded(x.Op, x.Type, p[0], p[1]) : null);
            // lanes part, and yet the value is one: both ways give the same
            case Select x when !_frame.Shapes.Of(x.Condition).IsVectorUniform && !_frame.Shapes.Of(x).IsVarying:
                return Expression(_frame.Shapes.Of(x.Then).IsUndefined ? x.Else : x.Then);
            case Select x:
                return Choice(Expression(x.Condition), Expression(x.Then), Expression(x.Else), _frame.Shapes.Of(x));
            case Cast { Type: StructType } x:
                return Expression(x.Operand);
            case Cast x when x.Type == IrType.I64 && x.Operand.Type == IrType.I32 && !_frame.Shapes.Of(x).IsVarying && Widened(x.Operand) is { } wide:
                return wide;
            case Cast x:
                return Map(x, [x.Operand], p => CastValue(p[0], x.Type));
            case BitCast x:
                return Map(x, [x.Operand], p => BitCastValue(p[0], x.Type));
            case Pure { Type: ScalarType { Kind: Scalar.F32 } } x:
                return WithRareCases(() => Map(x, [.. x.Arguments], p => PureValue(x, p)));
            case Pure x:
                return Map(x, [.. x.Arguments], p => PureValue(x, p));
            case PointerOffset x:
                return AddScaled(Expression(x.Pointer), Index(x.Index), ((PointerType)x.Type).Pointee.Size) with { Type = x.Type };
            case PointerDifference x:
                return Map(x, [x.Left, x.Right], p => BinaryValue(
                    BinaryOp.Div, IrType.I64, BinaryValue(BinaryOp.Sub, IrType.I64, p[0] with { Type = IrType.I64 }, p[1] with { Type = IrType.I64 }), Number(IrType.I64, Math.Max(1, ((PointerType)x.Left.Type).Pointee.Size))));
            case AddressOf x:
                return Address(x.Place) with { Type = x.Type };
            case Field x:
                return Expression(x.Operand).Parts![x.Index];
            case Aggregate x:
                return Value.Struct(x.Type, [.. x.Elements.Select(Expression)]);
            default:
                throw new NotVectorised(e.GetType().Name);
        }
    }

    private static Piece Number(IrType type, long value) => new(type, Build.Invariant($"{value}"), true);

    private static string Zero(IrType type) => type.IsFloat && type != IrType.BF16 ? "0.0" : type == IrType.Bool ? "false" : "0";

    private static Value ZeroOf(IrType type) => Parts.Of(type) is { } parts
        ? Value.Struct(type, [.. parts.Select(p => ZeroOf(p.Type))])
        : Value.Of(new Piece(type, Zero(type), true));

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

    private Value Map(Expr e, Expr[] operands, Func<Piece[], Piece> compute, Func<Piece[], Piece?>? fold = null) => Map(e.Type, _frame.Shapes.Of(e), [.. operands.Select(Expression)], compute, fold);

    /// <summary>A number that counts elements of memory.</summary>
    private Value Index(Expr e) => e is Cast x && _frame.Shapes.Of(e).IsVarying && _frame.Shapes.OfIndex(e) is { IsVarying: false } shape
        ? (x.Type == IrType.I64 && x.Operand.Type == IrType.I32 ? Widened(x.Operand) : null) ?? Map(e.Type, shape, [Expression(x.Operand)], p => CastValue(p[0], x.Type))
        : Expression(e);

    /// <summary>An operation on each of the pieces. Where the result is affine, on the bases.</summary>
    private Value Map(IrType type, LaneShape shape, Value[] operands, Func<Piece[], Piece> compute, Func<Piece[], Piece?>? fold = null)
    {
        if (shape.IsOfBlock)
        {
            var whole = compute([.. operands.Select(o => o.Pieces[0] with { Stride = 0, Near = null, Origin = null })]);
            return new Value(type, [whole with { Stride = shape.Stride }]) { Along = shape.Stride != 0 };
        }
        var pieces = new Piece[Array.Exists(operands, IsSpread) ? _units : 1];
        for (int u = 0; u < pieces.Length; u++)
        {
            var parts = operands.Select(o => At(o, u)).ToArray();
            if (shape.IsVarying)
            {
                pieces[u] = fold?.Invoke(parts) ?? compute([.. parts.Select(Materialised)]);
            }
            else
            {
                Debug.Assert(Array.TrueForAll(parts, p => p.Uniform), "an affine value has affine operands");
                pieces[u] = compute([.. parts.Select(p => p with { Stride = 0 })]) with { Stride = shape.Stride };
            }
        }
        return new Value(type, pieces);
    }

    /// <summary>Whether the vectors of a group hold different things of a value.</summary>
    private bool IsSpread(Value v) => v.Pieces.Length > 1 || (v.Along && !_oneRow);

    /// <summary>Whether a value is one scalar for the block, up to its stride along it.</summary>
    private static bool IsWhole(Value v) => v.Along || v.Scalar is not null;

    /// <summary>What a vector of the group holds of a value.</summary>
    private Piece At(Value v, int unit)
    {
        if (!v.Along)
        {
            return v.Pieces.Length == 1 ? v.Pieces[0] : v.Pieces[unit];
        }
        var first = v.Pieces[0];
        var (from, distance) = _columnFrom[unit];
        return Moved(first, from, distance) with { Stride = first.Stride };
    }

    /// <summary>A piece's scalar, moved on along the block by a number of threads, and by a known number more.</summary>
    private Piece Moved(Piece first, string threads, long more = 0)
    {
        bool wide = first.Type.Size == 8;
        string word = Word(first.Type);
        if (long.TryParse(threads, NumberStyles.None, CultureInfo.InvariantCulture, out long count))
        {
            long by = (count + more) * first.Stride;
            string name = by == 0 ? first.Name
                : long.TryParse(first.Name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long known) ? Build.Invariant($"{Build.AsInt(Build.Int(wide ? IrType.I64 : first.Type, known + by))}")
                : AssignOnce(Build.Invariant($"add {word} {first.Name}, {by}"));
            return first with
            {
                Name = name,
                Stride = 0,
                Near = wide && !IsConstant(name) ? (first.Near?.Base ?? first.Name, (first.Near?.Offset ?? 0) + by) : null,
                Origin = first.Origin is { } o ? (o.Array, o.Offset + by) : null,
            };
        }
        // What the vectors of a group share is computed once; they differ by numbers, which instructions have room for.
        string moved = wide ? AssignOnce($"zext i32 {threads} to i64") : threads;
        moved = first.Stride == 1 ? moved : AssignOnce(Build.Invariant($"mul {word} {moved}, {first.Stride}"));
        var (start, distance) = first.Near ?? (first.Name, 0);
        string shared = start == "0" ? moved : AssignOnce($"add {word} {start}, {moved}");
        distance += more * first.Stride;
        string place = distance == 0 ? shared : AssignOnce(Build.Invariant($"add {word} {shared}, {distance}"));
        return first with { Name = place, Stride = 0, Near = wide ? (shared, distance) : null, Origin = null };
    }

    private Piece Materialised(Piece p) => p.Stride == 0 ? p : new Piece(p.Type, Varying(p), false);

    private Value Choice(Value c, Value a, Value b, LaneShape shape)
    {
        if (a.Parts is { } parts)
        {
            return Value.Struct(a.Type, [.. parts.Select((p, i) => Choice(c, p, b.Parts![i], shape))]);
        }
        return Map(a.Type, shape, [c, a, b], p => SelectValue(p[0], p[1], p[2]));
    }

    /// <summary>A sum or product of indices, computed in 64 bits: signed overflow is undefined in CUDA, and addresses of a loop then only count up. Null of others.</summary>
    private Value? Widened(Expr e)
    {
        if (_frame.Shapes.Of(e).IsVarying)
        {
            return null;
        }
        if (e is LetRef r)
        {
            return _frame.Definitions.TryGetValue(r.Id, out var definition) && definition is Binary sum && IsOfBlock(sum.Left) && IsOfBlock(sum.Right) ? Widened(sum) : null;
        }
        if (e is not Binary { Op: BinaryOp.Add or BinaryOp.Sub or BinaryOp.Mul } x || x.Type != IrType.I32)
        {
            return null;
        }
        var operands = new[] { x.Left, x.Right }.Select(o => Widened(o) ?? Map(IrType.I64, _frame.Shapes.Of(o), [Expression(o)], p => CastValue(p[0], IrType.I64))).ToArray();
        var result = Map(IrType.I64, _frame.Shapes.Of(e), operands, p => BinaryValue(x.Op, IrType.I64, p[0], p[1], KnownOf(x)));
        return x.Op != BinaryOp.Mul && x.Right is Literal distance && operands[0].Along == result.Along && operands[0].Pieces.Length == result.Pieces.Length
            ? result with { Pieces = [.. result.Pieces.Select((p, i) => Beyond(p, operands[0].Pieces[i], x.Op == BinaryOp.Add ? Build.AsInt(distance) : -Build.AsInt(distance)))] }
            : result;
    }

    /// <summary>A number that is a literal more than another.</summary>
    private static Piece Beyond(Piece sum, Piece start, long distance) =>
        sum.Uniform && start.Uniform && !IsConstant(start.Name) ? sum with { Near = (start.Near?.Base ?? start.Name, (start.Near?.Offset ?? 0) + distance) } : sum;

    private bool IsOfBlock(Expr e)
    {
        var names = new BlockNames(_frame.Shapes);
        names.Walk(e);
        return names.All;
    }

    private sealed class BlockNames(LaneShapes shapes) : Walker
    {
        public bool All { get; private set; } = true;

        protected override void Enter(Expr expression) => All &= expression is not LetRef r || shapes.Of(r.Id).IsOfBlock;
    }

    /// <summary>address + index * size, affine where both are.</summary>
    private Value AddScaled(Value address, Value index, long size) => Combine(address, index, (a, i) => Add(a, Scale(i, size)));

    private Value Combine(Value a, Value b, Func<Piece, Piece, Piece> compute)
    {
        if (IsWhole(a) && IsWhole(b))
        {
            var whole = compute(a.Pieces[0], b.Pieces[0]);
            return new Value(IrType.U64, [whole]) { Along = whole.Stride != 0 };
        }
        var pieces = new Piece[IsSpread(a) || IsSpread(b) ? _units : 1];
        for (int u = 0; u < pieces.Length; u++)
        {
            pieces[u] = compute(At(a, u), At(b, u));
        }
        return new Value(IrType.U64, pieces);
    }

    private Piece Scale(Piece index, long size)
    {
        if (size == 1 && index.Uniform)
        {
            return index;
        }
        if (index is { Uniform: true, Near: { } near })
        {
            string start = size == 1 ? near.Base : AssignOnce(Build.Invariant($"mul i64 {near.Base}, {size}"));
            return new Piece(IrType.I64, near.Offset == 0 ? start : AssignOnce(Build.Invariant($"add i64 {start}, {near.Offset * size}")), true) { Stride = index.Stride * size, Near = (start, near.Offset * size) };
        }
        if (index.Uniform)
        {
            string name = IsConstant(index.Name) ? Build.Invariant($"{long.Parse(index.Name, System.Globalization.CultureInfo.InvariantCulture) * size}") : AssignOnce(Build.Invariant($"mul i64 {index.Name}, {size}"));
            return new Piece(IrType.I64, name, true) { Stride = index.Stride * size };
        }
        string scaled = size == 1 ? index.Name : Assign($"mul {Vector("i64")} {index.Name}, {Splat("i64", Build.Invariant($"{size}"))}");
        return new Piece(IrType.I64, scaled, false) { Indexed = ("0", index.Name, size), Narrow = index.Narrow };
    }

    private Piece Add(Piece a, Piece b)
    {
        if (a.Uniform && b.Uniform)
        {
            if (b.Near is { } near && !IsConstant(a.Name))
            {
                string start = AssignOnce($"add i64 {a.Near?.Base ?? a.Name}, {near.Base}");
                long offset = near.Offset + (a.Near?.Offset ?? 0);
                return new Piece(IrType.U64, offset == 0 ? start : AssignOnce(Build.Invariant($"add i64 {start}, {offset}")), true) { Stride = a.Stride + b.Stride, Near = (start, offset) };
            }
            string name = b.Name == "0" ? a.Name : AssignOnce($"add i64 {a.Name}, {b.Name}");
            var moved = new Piece(IrType.U64, name, true) { Stride = a.Stride + b.Stride };
            if (long.TryParse(b.Name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long distance))
            {
                moved = moved with { Near = (a.Near?.Base ?? a.Name, (a.Near?.Offset ?? 0) + distance) };
            }
            return a.Origin is { } o && long.TryParse(b.Name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long by) ? moved with { Origin = (o.Array, o.Offset + by) } : moved;
        }
        var sum = new Piece(IrType.U64, Assign($"add {Vector("i64")} {Varying(a)}, {Varying(b)}"), false);
        if (a is { Uniform: true, Stride: 0 } && b.Indexed is { } offsets)
        {
            return sum with { Narrow = b.Narrow, Indexed = offsets with { Base = offsets.Base == "0" ? a.Name : Assign($"add i64 {a.Name}, {offsets.Base}") } };
        }
        return b is { Uniform: true, Stride: 0 } && a.Indexed is { } first
            ? sum with { Narrow = a.Narrow, Indexed = first with { Base = first.Base == "0" ? b.Name : Assign($"add i64 {b.Name}, {first.Base}") } }
            : sum;
    }

    private Value AddConstant(Value address, long offset) => offset == 0 ? address : address with { Type = IrType.U64, Pieces = [.. address.Pieces.Select(p => Add(p, Number(IrType.I64, offset)))] };
}
