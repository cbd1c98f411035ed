using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

internal sealed partial class VectorEmitter
{
    /// <summary>Arithmetic with a tensor on one side or both; what vectors have not, lane after lane.</summary>
    private Value Arithmetic(BinaryOp op, IrType type, Value a, Value b)
    {
        var (to, count) = op is BinaryOp.Add or BinaryOp.Sub or BinaryOp.Mul || (op == BinaryOp.Div && type == IrType.F32) ? Target() : (NewSlot(), N);
        var result = Value.Tensor(type, to);
        var d = Numbers(to, type);
        string word = type == IrType.F32 ? "float" : "int32_t";
        if (type == IrType.U32 && op is BinaryOp.Add or BinaryOp.Sub or BinaryOp.Mul || (op == BinaryOp.Shl && !_m.HasIntegerExtremes))
        {
            MayWrap("unsigned arithmetic");
        }
        if (op is BinaryOp.Add or BinaryOp.Mul && a.IsUniform)
        {
            (a, b) = (b, a);
        }
        switch (op)
        {
            case BinaryOp.Add or BinaryOp.Mul when b.IsUniform:
                Vector($"{op}s", d, Numbers(Materialise(a), type), $"{word}({b.Text})", count);
                return result;
            case BinaryOp.Sub when b.IsUniform:
                Vector("Adds", d, Numbers(Materialise(a), type), $"{word}(-({b.Text}))", count);
                return result;
            case BinaryOp.Add or BinaryOp.Sub or BinaryOp.Mul:
            case BinaryOp.Div when type == IrType.F32:
                Vector($"{op}", d, Numbers(Materialise(a), type), Numbers(Materialise(b), type), count);
                return result;
            case BinaryOp.And or BinaryOp.Or:
                Vector($"{op}", Words(to), Words(Materialise(a)), Words(Materialise(b)), Twice);
                return result;
            case BinaryOp.Xor:
                // (a or b) - (a and b)
                int x = Materialise(a);
                int y = Materialise(b);
                int common = NewSlot();
                Vector("Or", Words(to), Words(x), Words(y), Twice);
                Vector("And", Words(common), Words(x), Words(y), Twice);
                Vector("Sub", d, d, Ints(common), N);
                return result;
            case BinaryOp.Shl or BinaryOp.Shr when b.IsUniform && Scalars.TryInt(b.Text, out long n) && n is >= 0 and < 32:
                Vector(op == BinaryOp.Shl ? "ShiftLeft" : "ShiftRight", Typed(to, type), Typed(Materialise(a), type), $"{Scalars.Word(type)}({n})", N);
                return result;
            case BinaryOp.Div or BinaryOp.Rem when (a.Natural || !type.IsSigned) && type.Size == 4 && Scalars.TryInt(b.Text, out long power) && power > 0 && long.IsPow2(power):
                if (op == BinaryOp.Div)
                {
                    Vector("ShiftRight", Typed(to, IrType.U32), Typed(Materialise(a), IrType.U32), $"uint32_t({long.Log2(power)})", N);
                }
                else
                {
                    int below = Materialise(Value.Scalar(IrType.I32, Build.Invariant($"{power - 1}")));
                    Vector("And", Words(to), Words(Materialise(a)), Words(below), Twice);
                }
                return result with { Natural = true };
            case BinaryOp.Div or BinaryOp.Rem when type.IsInteger && b.IsUniform && (type == IrType.I32 || (a.Natural && b.Natural)):
                return Divided(op, result, a, b);
            case BinaryOp.Div or BinaryOp.Rem or BinaryOp.Shl or BinaryOp.Shr when type != IrType.F32:
                BeginLanes(_mask);
                Line($"const {Scalars.Word(type)} n{to} = {OfLane(a)};");
                Line($"const {Scalars.Word(type)} d{to} = {OfLane(b)};");
                var text = UniformBinary(op, type, Value.Scalar(type, $"n{to}"), Value.Scalar(type, $"d{to}"));
                Raw(_m.Set(Typed(to, type), "l", text.Text));
                EndLanes();
                return result;
            default:
                throw new NotVectorised($"{op} of {type}");
        }
    }

    /// <summary>What is asked for whenever an operation of int32 may leave its range.</summary>
    private void MayWrap(string what)
    {
        if (_keepsRange)
        {
            throw new NotVectorised($"{what}, which may leave the range of int32");
        }
    }

    /// <summary>By one number for all lanes: quotient and remainder by the exact recipe.</summary>
    private Value Divided(BinaryOp op, Value result, Value a, Value b)
    {
        MayWrap("division by vectors");
        Used("Divide");
        int other = NewSlot();
        int from = Materialise(a);
        int f = NewSlot();
        int g = NewSlot();
        int h = NewSlot();
        var (q, r) = op == BinaryOp.Div ? (result.Slot, other) : (other, result.Slot);
        Vector("KpDivide", Ints(q), Ints(r), Ints(from), $"int32_t({b.Text})", Floats(f), Floats(g), Ints(h), N);
        _calls += 27;
        return result with { Natural = a.Natural && b.Natural };
    }

    private Value CastValue(Value a, IrType to)
    {
        if (a.Type == to)
        {
            return a;
        }
        if (a.Kind == Kind.Pointer)
        {
            return a with { Type = to };
        }
        if (a.IsUniform && Scalars.IsSmallFloat(to))
        {
            // No scalar conversion rounds as the vector unit's does.
            var rounded = Rounded(CastValue(a, IrType.F32), to);
            string one = NewName();
            Line($"const float {one} = {_m.Get(Floats(rounded.Slot), "0")};");
            return Value.Scalar(to, one);
        }
        if (a.IsUniform)
        {
            return UniformCast(a, to);
        }
        if (to == IrType.Bool)
        {
            return BinaryValue(BinaryOp.Ne, to, a, Value.Scalar(a.Type, Scalars.IsFloatLane(a.Type) ? "0.0f" : "0", true));
        }
        if (a.Kind == Kind.Mask)
        {
            NeedLanes(to);
            int ones = NewSlot();
            Vector("Duplicate", Numbers(ones, to), Scalars.IsFloatLane(to) ? "1.0f" : "int32_t(1)", N);
            ChooseOrZero(to, ones, Bits(a.Lanes!), ones);
            return Value.Tensor(to, ones);
        }
        if (a.Kind == Kind.Affine && to.IsInteger && to.Size >= 4)
        {
            if (to.Size == 8 && !a.Type.IsSigned && !a.Natural && a.Type.Size == 4)
            {
                // Only an index, whose lanes are asked for where they are used.
                string from = a.Text;
                if (!Scalars.IsSimple(from))
                {
                    from = NewName();
                    Line($"const int64_t {from} = {a.Text};");
                }
                return new Value(to, Kind.Affine, "0") { Wrapped = [new Wrapped(from, a.Strides, 1)] };
            }
            // A sum made as unsigned and read as signed: its base wraps as the sum would.
            bool wraps = to == IrType.I32 && !a.Natural && !a.Type.IsSigned;
            return a with { Type = to, Text = wraps && !Scalars.IsSimple(a.Text) ? $"int64_t(int32_t({a.Text}))" : a.Text };
        }
        if (a.Kind == Kind.Tensor && a.Type.IsInteger && to.IsInteger && to.Size >= 4)
        {
            // 64 bits of a 32-bit number: only as an index, which stays within 32.
            return a with { Type = to, IsUnsigned = to.Size == 8 && (a.IsUnsigned || a.Type == IrType.U32) };
        }
        NeedLanes(a.Type == IrType.I64 || a.Type == IrType.U64 ? IrType.I32 : a.Type);
        NeedLanes(to);
        if (Scalars.IsSmallFloat(a.Type) && to == IrType.F32)
        {
            return a with { Type = to };
        }
        if (Scalars.IsSmallFloat(to))
        {
            return a.Type == IrType.F32 ? Rounded(a, to) : throw new NotVectorised($"{a.Type} as {to}");
        }
        if (Scalars.IsNarrow(to))
        {
            return Cut(a.Type == IrType.F32 ? Saturated(a, to) : a, to);
        }
        int x = Materialise(a);
        int d = NewSlot();
        switch (a.Type == IrType.F32, to == IrType.F32)
        {
            case (true, false) when to == IrType.I32:
                Vector("Cast", Ints(d), Floats(x), "TRUNC", N);
                break;
            case (false, true) when a.Type.IsSigned || a.Natural || Scalars.IsNarrow(a.Type):
                Vector("Cast", Floats(d), Ints(x), "RINT", N);
                break;
            default:
                var v = Value.Tensor(a.Type, x);
                BeginLanes(_mask);
                Raw(_m.Set(Typed(d, to), "l", UniformCast(Value.Scalar(a.Type, OfLane(v)), to).Text));
                EndLanes();
                break;
        }
        return Value.Tensor(to, d);
    }

    private Value UniformCast(Value a, IrType to)
    {
        if (to == IrType.Bool)
        {
            return Value.Scalar(to, $"({a.Text} != 0)");
        }
        if (a.Type.IsFloat && to.IsInteger)
        {
            _helpers.Add("Saturate");
            return Value.Scalar(to, $"KpSaturate<{Scalars.Word(to)}>({a.Text})");
        }
        string word = Scalars.Word(to);
        bool natural = a.Natural && to.IsInteger && to.Size >= 4;
        return Scalars.TryInt(a.Text, out long n) && to.IsInteger && n >= 0 && n <= (to.Size >= 4 ? int.MaxValue : 127) ? Value.Scalar(to, Scalars.Literal(to, (ulong)n), true) : Value.Scalar(to, $"{word}({a.Text})", natural);
    }

    private static bool IsExtreme(Intrinsic i, IrType type) => i == Intrinsics.FMax || i == Intrinsics.FMin || ((i == Intrinsics.IMax || i == Intrinsics.IMin) && type == IrType.I32);

    private Value PureValue(Intrinsic i, IrType type, Value[] a)
    {
        if (Operations.AsBinary.TryGetValue(i, out var binary))
        {
            return BinaryValue(binary, type, a[0], a[1]);
        }
        if (type == IrType.Bool && i == Intrinsics.IsNan)
        {
            return BinaryValue(BinaryOp.Ne, type, Value.Tensor(IrType.F32, Materialise(a[0])), Value.Tensor(IrType.F32, Materialise(a[0])));
        }
        if (FloatParts(i, a) is { } part)
        {
            return part;
        }
        bool uniform = a.All(v => v.IsUniform);
        if (uniform && type.IsInteger && i.Arity == 2)
        {
            return Value.Scalar(type, $"({a[0].Text} {(i == Intrinsics.IMin ? "<" : ">")} {a[1].Text} ? {a[0].Text} : {a[1].Text})", a[0].Natural && a[1].Natural);
        }
        if (Operations.Scalars.TryGetValue(i, out var plain))
        {
            return LaneByLane(plain.Spelling, plain.Needs, type, a, uniform);
        }
        NeedLanes(type);
        if (type.IsInteger && !_m.HasIntegerExtremes && (i == Intrinsics.IMax || i == Intrinsics.IMin || i == Intrinsics.IAbs) && type.Size == 4)
        {
            var other = i == Intrinsics.IAbs ? UnaryValue(UnaryOp.Negate, a[0]) : a[1];
            return SelectValue(BinaryValue(i == Intrinsics.IMin ? BinaryOp.Lt : BinaryOp.Gt, IrType.Bool, a[0], other), a[0], other);
        }
        bool extreme = IsExtreme(i, type);
        bool isOneCall = Operations.OneCall.TryGetValue(i, out string? call);
        var (slot, count) = extreme || isOneCall ? Target() : (NewSlot(), N);
        var lanes = Value.Tensor(type, slot);
        var d = Numbers(lanes.Slot, type);
        Operand X(int k) => Numbers(Materialise(a[k]), type);
        if (isOneCall)
        {
            Vector($"{call}", d, X(0), count);
        }
        else if (Operations.Rounding.TryGetValue(i, out string? mode))
        {
            Used("Round");
            Vector("Cast", d, X(0), mode, N);
        }
        else if (extreme)
        {
            // The greater of a number and a tensor is that of the tensor and the number.
            (a[0], a[1]) = a[0].IsUniform ? (a[1], a[0]) : (a[0], a[1]);
            string name = i == Intrinsics.FMax || i == Intrinsics.IMax ? "Max" : "Min";
            if (a[1].IsUniform)
            {
                Vector($"{name}s", d, X(0), $"{(type.IsFloat ? "float" : "int32_t")}({a[1].Text})", count);
            }
            else
            {
                Vector($"{name}", d, X(0), X(1), count);
            }
        }
        else if (i == Intrinsics.IAbs && type == IrType.I32)
        {
            var x = X(0);
            Vector("Muls", d, x, "int32_t(-1)", N);
            Vector("Max", d, d, x, N);
        }
        else if (Operations.Library.TryGetValue(i, out string? function))
        {
            _usesLibrary = true;
            Vector($"{function}", d, X(0), N);
        }
        else if (i == Intrinsics.Pow || i == Intrinsics.FastPow || i == Intrinsics.Fmod)
        {
            _usesLibrary = true;
            Vector(i == Intrinsics.Fmod ? "Fmod" : "Power", d, X(0), X(1), N);
        }
        else if (i == Intrinsics.Exp2 || i == Intrinsics.Exp10 || i == Intrinsics.FastExp10)
        {
            _usesLibrary = true;
            int basis = Materialise(Value.Scalar(type, i == Intrinsics.Exp2 ? "2.0f" : "10.0f"));
            Vector("Power", d, Floats(basis), X(0), N);
        }
        else if (i == Intrinsics.Fma)
        {
            // Whether it rounds once is not documented (npu-dialects 2.9).
            int y = Materialise(a[1]);
            int z = Materialise(a[2]);
            Vector("KpCopy", d, X(0), N);
            Vector("FusedMulAdd", d, Floats(y), Floats(z), N);
        }
        else if (i == Intrinsics.Rsqrt)
        {
            // The machine's own misses 1e-4: a root and a division (npu-dialects 2.8).
            int one = Materialise(Value.Scalar(type, "1.0f"));
            Vector("Sqrt", d, X(0), N);
            Vector("Div", d, Floats(one), d, N);
        }
        else if (i == Intrinsics.Saturate)
        {
            Vector("Maxs", d, X(0), "0.0f", N);
            Vector("Mins", d, d, "1.0f", N);
        }
        else
        {
            throw new NotVectorised($"'{i.Name}'");
        }
        if (!uniform)
        {
            return lanes;
        }
        string name0 = NewName();
        Line($"const {Scalars.Word(type)} {name0} = {_m.Get(Typed(lanes.Slot, type), "0")};");
        return Value.Scalar(type, name0);
    }

    private void EmitCall(Call x)
    {
        var i = x.Intrinsic;
        if (i == Intrinsics.FenceDevice || i == Intrinsics.FenceSystem)
        {
            Raw(_m.DeviceFence);
            return;
        }
        if (i == Intrinsics.Trap)
        {
            // Nothing stops a core but an assertion, which a build for release leaves out.
            string some = Any(_mask);
            Raw(_m.Assert($"!({some})", "trap"));
            return;
        }
        if (i == Intrinsics.Barrier || i == Intrinsics.WarpBarrier || i == Intrinsics.FenceBlock)
        {
            // Lock step: everybody is here. Copies and scalars have to be done.
            Fence();
            return;
        }
        if (!Operations.Knows(i) || x.Result is not { } id)
        {
            throw new NotVectorised($"'{i.Name}'");
        }
        var a = x.Arguments.Select(Expression).ToArray();
        _lets[id.Index] = Operations.Votes.Contains(i) ? Vote(i, a) : Shuffle(i, a[1], a[2], a[3]);
        Keep(_lets[id.Index]!);
    }

    /// <summary>Each lane reads its source's value from the value's own tensor.</summary>
    private Value Shuffle(Intrinsic kind, Value value, Value which, Value width)
    {
        if (_block.Y * _block.Z > 1 && _block.X % 32 != 0)
        {
            throw new NotVectorised("a shuffle in a block whose rows are no whole warps");
        }
        NeedLanes(value.Type);
        var k = CastValue(which, IrType.I32);
        var w = CastValue(width, IrType.I32);
        if (_m.Gathers && !_sparing && _merged == 1 && k.IsUniform && w.IsUniform && Scalars.TryInt(k.Text, out _) && Scalars.TryInt(w.Text, out _))
        {
            // The same for every block.
            int table = Table($"{kind.Name} {k.Text} {w.Text}", slot => Once(() => Vector("KpCopy", Ints(slot), Ints(Sources(kind, k, w)), N)));
            int moved = NewSlot();
            Picked(Typed(moved, value.Type), Typed(Materialise(value), value.Type), table, "uint32_t(0)", N);
            return Value.Tensor(value.Type, moved);
        }
        if (!_m.Gathers && w.IsUniform && k.IsUniform)
        {
            string helper = "Shuffle" + kind.Name switch { "shuffle" => "Index", "shuffle_up" => "Up", "shuffle_down" => "Down", _ => "Xor" };
            Used(helper);
            int moved = NewSlot();
            Vector("Kp" + helper, Ints(moved), Ints(Materialise(value)), k.Text, w.Text, N);
            return Value.Tensor(value.Type, moved);
        }
        int offsets = Sources(kind, k, w);
        int from = Materialise(value);
        int to = NewSlot();
        Picked(Typed(to, value.Type), Typed(from, value.Type), offsets, "uint32_t(0)", N);
        return Value.Tensor(value.Type, to);
    }

    /// <summary>What the statements of an action print, as text that stands before the blocks.</summary>
    private string Once(Action print)
    {
        var outer = (_text, _indent, _calls);
        (_text, _indent) = (new System.Text.StringBuilder(), 2);
        print();
        string made = _text.ToString();
        (_text, _indent, _calls) = outer;
        return made;
    }

    /// <summary>The byte offsets that lanes read from in a shuffle.</summary>
    private int Sources(Intrinsic kind, Value k, Value w)
    {
        Value I(long n) => Value.Scalar(IrType.I32, Build.Invariant($"{n}"), n >= 0);
        var own = Value.Tensor(IrType.I32, CoordinateTable('l'));
        var mask = w.IsUniform && Scalars.TryInt(w.Text, out long n) ? I(-n) : UnaryValue(UnaryOp.Negate, w);
        Value B(BinaryOp op, Value p, Value q) => p.IsUniform && q.IsUniform ? UniformBinary(op, IrType.I32, p, q) : Build.IsComparison(op) ? Compare(op, p, q) : Arithmetic(op, IrType.I32, p, q);
        var start = B(BinaryOp.And, own, mask);
        var last = B(BinaryOp.Add, start, w);
        Value source = kind.Name switch
        {
            "shuffle" => B(BinaryOp.Add, start, B(BinaryOp.And, k, B(BinaryOp.Sub, w, I(1)))),
            "shuffle_up" => Inside(B(BinaryOp.Sub, own, k), start, null),
            "shuffle_down" => Inside(B(BinaryOp.Add, own, k), null, last),
            _ => Inside(B(BinaryOp.Xor, own, k), null, last),
        };
        if (_lanes % 32 != 0)
        {
            source = Inside(source, null, I(_lanes));
        }
        return B(BinaryOp.Mul, source, I(4)).Slot;

        Value Inside(Value at, Value? low, Value? high)
        {
            if (low is not null)
            {
                at = SelectValue(B(BinaryOp.Ge, at, low), at, own);
            }
            return high is null ? at : SelectValue(B(BinaryOp.Lt, at, high), at, own);
        }
    }
}
