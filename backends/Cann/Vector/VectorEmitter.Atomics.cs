using KernelPort.Backends.Cann.Threads;
using KernelPort.Ir;

namespace KernelPort.Backends.Cann.Vector;

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
        string? mode = ScalarHelpers.GlobalAtomics.FirstOrDefault(a => a.Op == x.Op).Mode;
        if (mode is null || (x.Result is { } result && LetUses.Of(_kernel).Contains(result)) || (type == IrType.U32 && x.Op is not (AtomicOp.Add or AtomicOp.Sub)))
        {
            throw new NotVectorised($"an atomic of global memory ({x.Op.ToString().ToLowerInvariant()})");
        }
        if (x.Op == AtomicOp.Sub)
        {
            value = UnaryValue(UnaryOp.Negate, value);
        }
        // Unsigned sums are the same bits as signed ones (npu-dialects 2.11).
        string begin = $"{mode}<{(type == IrType.F32 ? "float" : "int32_t")}>();";
        if (_mask.IsBox && at.Indices.IsEmpty)
        {
            at = Unwrapped(at);
        }
        if (at.IsStraight && at.Strides.IsNone && x.Op != AtomicOp.Min && x.Op != AtomicOp.Max && type == IrType.F32)
        {
            Reduced(at, value, begin);
            return;
        }
        // A mode that copies are in until it is switched off; what is computed for them comes first, as it may copy too.
        value = Value.Tensor(type, Materialise(value));
        Fence();
        Raw(begin);
        if (!(at.IsStraight && StoreBox(at, type, value)))
        {
            StoreLanes(at, type, value);
        }
        Fence();
        Raw("SetAtomicNone();");
    }

    /// <summary>Lanes in order are one of the orders that CUDA allows.</summary>
    private void Shared(Atomic x, Value at, Value value, IrType type)
    {
        string change = ScalarHelpers.LocalAtomics.First(a => a.Op == x.Op).Change;
        var compare = x.Compare is null ? null : Expression(x.Compare);
        int result = x.Result is not null ? NewSlot() : -1;
        string word = Scalars.Word(type);
        BeginLanes(_mask);
        Line($"typedef {word} T;");
        Line($"const int64_t at = {LaneAddress(at)};");
        Line($"const T old = {at.Memory!.Name}.GetValue(at), value = {OfLane(value)};");
        if (compare is not null)
        {
            Line($"const T expected = {OfLane(compare)};");
        }
        Line($"{at.Memory!.Name}.SetValue(at, T({change}));");
        if (x.Result is { } id)
        {
            Line($"{Typed(result, type)}.SetValue(l, old);");
            EndLanes();
            Bind(id, Value.Tensor(type, result));
            return;
        }
        EndLanes();
    }

    /// <summary>All lanes add to one address: their sum is added once.</summary>
    private void Reduced(Value at, Value value, string begin)
    {
        int sum = NewSlot();
        int from = Materialise(value);
        int work = NewSlot();
        Vector($"Select(t{sum}, t{Bits(_mask)}m, t{from}, 0.0f, SELMODE::VSEL_TENSOR_SCALAR_MODE, {N});");
        Vector($"ReduceSum(t{sum}, t{sum}, t{work}, {N});");
        Fence();
        Line($"if ({Any(_mask)}) {{");
        _indent++;
        Raw(begin);
        Line($"DataCopyPad({at.Memory!.Name}[{at.Text}], t{sum}, DataCopyExtParams{{1, 4, 0, 0, 0}});");
        Raw("SetAtomicNone();");
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
            Vector($"Duplicate(t{ones}, 1.0f, {N});");
            Vector($"Select(t{ones}, t{bits}m, t{ones}, 0.0f, SELMODE::VSEL_TENSOR_SCALAR_MODE, {N});");
            Vector($"ReduceSum(t{ones}, t{ones}, t{work}, {N});");
            string count = NewName();
            Line($"const int32_t {count} = int32_t(t{ones}.GetValue(0));");
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
        int offsets = Table("warp words", slot => Build.Invariant($"        ShiftRight(t{slot}i, t{CoordinateTable('l')}i, int32_t(5), {_lanes});\n        ShiftLeft(t{slot}i, t{slot}i, int32_t(2), {_lanes});\n"));
        int to = NewSlot();
        Vector($"Gather({Typed(to, IrType.U32)}, t{words}m.ReinterpretCast<uint32_t>(), t{offsets}i.ReinterpretCast<uint32_t>(), uint32_t(0), uint32_t({N}));");
        var result = Value.Tensor(IrType.U32, to);
        if (i != Intrinsics.ActiveMask && !(a[0].IsUniform && (Scalars.TryInt(a[0].Text, out long named) ? (uint)named == uint.MaxValue : a[0].Text.Contains("4294967295", StringComparison.Ordinal))))
        {
            result = Arithmetic(BinaryOp.And, IrType.U32, result, CastValue(a[0], IrType.U32));
        }
        return i == Intrinsics.Ballot || i == Intrinsics.ActiveMask ? result with { Type = IrType.U64, IsUnsigned = true }
            : CastValue(Compare(inverse ? BinaryOp.Eq : BinaryOp.Ne, result, Value.Scalar(IrType.U32, "0u", true)), IrType.I32);
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
        Line($"{Typed(to, type)}.SetValue(l, {Text(OfLane)});");
        EndLanes();
        return Value.Tensor(type, to);
    }
}
