using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <content>Atomics and votes (npu-dialects 8.7 and 8.8).</content>
internal sealed partial class VectorEmitter
{
    private void EmitAtomic(Atomic x)
    {
        var at = Address(x.Target);
        var value = Expression(x.Operand);
        if (x.Target.Type is not ScalarType { Kind: Scalar.I32 or Scalar.U32 or Scalar.F32 } type)
        {
            throw new NotVectorised($"an atomic on {x.Target.Type}");
        }
        if (!at.Memory!.IsGlobal)
        {
            Shared(x, at, value, type);
            return;
        }
        if (x.Op is not (AtomicOp.Add or AtomicOp.Sub or AtomicOp.Min or AtomicOp.Max) || (x.Result is { } result && _uses.ContainsKey(result)) || (type == IrType.U32 && x.Op is not (AtomicOp.Add or AtomicOp.Sub)))
        {
            throw new NotVectorised($"an atomic of global memory ({x.Op.ToString().ToLowerInvariant()})");
        }
        if (type == IrType.U32)
        {
            MayWrap("an unsigned atomic");
        }
        if (x.Op == AtomicOp.Sub)
        {
            value = UnaryValue(UnaryOp.Negate, value);
        }
        if (_mask.IsBox && at.Indices.IsEmpty)
        {
            at = Unwrapped(at);
        }
        if (at.IsStraight && at.Strides.IsNone && x.Op != AtomicOp.Min && x.Op != AtomicOp.Max && type == IrType.F32)
        {
            Reduced(at, value, x.Op);
            return;
        }
        // A mode that copies are in until it is switched off; what is computed for them comes first, as it may copy too.
        value = Value.Tensor(type, Materialise(value));
        Fence();
        BeginCombining(x.Op, type);
        if (!(at.IsStraight && StoreBox(at, type, value)))
        {
            StoreLanes(at, type, value);
        }
        Fence();
        EndCombining();
    }

    private void BeginCombining(AtomicOp op, IrType type)
    {
        _combine = op;
        Raw(_m.BeginCombining(op, type));
    }

    private void EndCombining()
    {
        _combine = null;
        Raw(_m.EndCombining);
    }

    /// <summary>Lanes in order are one of the orders that CUDA allows.</summary>
    private void Shared(Atomic x, Value at, Value value, IrType type)
    {
        string change = LocalAtomics.Change(x.Op);
        var compare = x.Compare is null ? null : Expression(x.Compare);
        int result = x.Result is not null ? NewSlot() : -1;
        string word = Scalars.Word(type);
        BeginLanes(_mask);
        Line($"typedef {word} T;");
        Line($"const int64_t at = {LaneAddress(at)};");
        Line($"const T old = {_m.Get(Tensor(at.Memory!), "at")}, value = {OfLane(value)};");
        if (compare is not null)
        {
            Line($"const T expected = {OfLane(compare)};");
        }
        Raw(_m.Set(Tensor(at.Memory!), "at", $"T({change})"));
        if (x.Result is { } id)
        {
            Raw(_m.Set(Typed(result, type), "l", "old"));
            EndLanes();
            Bind(id, Value.Tensor(type, result));
            return;
        }
        EndLanes();
    }

    /// <summary>All lanes add to one address: their sum is added once.</summary>
    private void Reduced(Value at, Value value, AtomicOp op)
    {
        int sum = NewSlot();
        int from = Materialise(value);
        int work = NewSlot();
        Vector("SelectOrZero", Floats(sum), MaskAt(Bits(_mask)), Floats(from), N);
        Vector("ReduceSum", Floats(sum), Floats(sum), Floats(work), N);
        Fence();
        Line($"if ({Any(_mask)}) {{");
        _indent++;
        BeginCombining(op, IrType.F32);
        CopyOut(at.Memory!, at.Text, Floats(sum), "1", IrType.F32);
        EndCombining();
        _indent--;
        Raw("}");
        Fence();
    }

    /// <summary>What the lanes of a warp, or all of the block, say to a question: the words of a comparison's bits.</summary>
    private Value Vote(Intrinsic i, Value[] a)
    {
        if (i == Intrinsics.BarrierCount || i == Intrinsics.BarrierAnd || i == Intrinsics.BarrierOr)
        {
            Fence();
            bool all = i == Intrinsics.BarrierAnd;
            var said = Both(_mask, all ? Without(Full, MaskOf(a[0])) : MaskOf(a[0]));
            int ones = NewSlot();
            int work = NewSlot();
            int bits = Bits(said);
            Vector("Duplicate", Floats(ones), "1.0f", N);
            Vector("SelectOrZero", Floats(ones), MaskAt(bits), Floats(ones), N);
            Vector("ReduceSum", Floats(ones), Floats(ones), Floats(work), N);
            string count = NewName();
            Line($"const int32_t {count} = int32_t({_m.Get(Floats(ones), "0")});");
            Fence();
            return Value.Scalar(IrType.I32, i == Intrinsics.BarrierCount ? count : $"int32_t({count} {(all ? "==" : "!=")} 0)", true);
        }
        if (_lanes % 32 != 0)
        {
            throw new NotVectorised("a vote of a warp that is not whole");
        }
        bool inverse = i == Intrinsics.VoteAll;
        var question = i == Intrinsics.ActiveMask ? Full : inverse ? Without(Full, MaskOf(a[1])) : MaskOf(a[1]);
        int words = Bits(Both(_mask, question));
        int to = WarpWords(words);
        var result = Value.Tensor(IrType.U32, to);
        if (i != Intrinsics.ActiveMask && !(a[0].IsUniform && (Scalars.TryInt(a[0].Text, out long named) ? (uint)named == uint.MaxValue : a[0].Text.Contains("4294967295", StringComparison.Ordinal))))
        {
            result = Arithmetic(BinaryOp.And, IrType.U32, result, CastValue(a[0], IrType.U32));
        }
        return i == Intrinsics.Ballot || i == Intrinsics.ActiveMask ? result with { Type = IrType.U64, IsUnsigned = true }
            : CastValue(Compare(inverse ? BinaryOp.Eq : BinaryOp.Ne, result, Value.Scalar(IrType.U32, "0u", true)), IrType.I32);
    }

    /// <summary>For each lane the bits of its warp's lanes.</summary>
    private int WarpWords(int mask)
    {
        if (_m.MasksAreLanes)
        {
            int words = NewSlot();
            Used("Ballot");
            _laneLoops++;
            Vector("KpBallot", Typed(words, IrType.U32), MaskAt(mask), N);
            return words;
        }
        int offsets = Table("warp words", slot => Made("ShiftRight", Ints(slot), Ints(CoordinateTable('l')), "int32_t(5)", AllLanes) + Made("ShiftLeft", Ints(slot), Ints(slot), "int32_t(2)", AllLanes));
        int to = NewSlot();
        Vector("Gather", Typed(to, IrType.U32), _m.Reinterpret(MaskAt(mask), "uint32_t"), Unsigned(offsets), "uint32_t(0)", $"uint32_t({N})");
        return to;
    }

    /// <summary>An operation that only the scalar unit has.</summary>
    private Value LaneByLane(string spelling, string needs, IrType type, Value[] a, bool uniform)
    {
        if (needs.Length > 0)
        {
            _helpers.Add(needs);
        }
        string Text(Func<Value, string> of)
        {
            string text = spelling.Replace("{T}", Scalars.Word(a[0].Type), StringComparison.Ordinal);
            for (int k = 0; k < a.Length; k++)
            {
                string operand = $"{Scalars.Word(a[k].Type)}({of(a[k])})";
                text = text.Replace($"{{{k}}}", operand, StringComparison.Ordinal).Replace($"{{{k}:unary}}", operand, StringComparison.Ordinal);
            }
            return $"{Scalars.Word(type)}({text})";
        }
        if (uniform)
        {
            return Value.Scalar(type, Text(v => v.Text));
        }
        NeedLanes(type);
        if (a.Any(v => v.Type.Size > 4))
        {
            throw new NotVectorised("an operation on lanes of 64 bits");
        }
        int to = NewSlot();
        BeginLanes(_mask);
        Raw(_m.Set(Typed(to, type), "l", Text(OfLane)));
        EndLanes();
        return Value.Tensor(type, to);
    }
}
