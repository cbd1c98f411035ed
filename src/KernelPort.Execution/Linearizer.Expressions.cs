using System.Diagnostics;
using KernelPort.Ir;

namespace KernelPort.Execution;

internal sealed partial class Linearizer
{
    private Slot Varying(Slot slot)
    {
        if (!slot.Uniform)
        {
            return slot;
        }
        if (!_splats.TryGetValue(slot, out var splat))
        {
            splat = NewSlot(slot.Type, false);
            _splats[slot] = splat;
            _prologue.Add(new SplatInstruction(splat, slot));
        }
        return splat;
    }

    private Slot LiteralSlot(IrType type, ulong bits)
    {
        if (!_literals.TryGetValue((type, bits), out var slot))
        {
            slot = NewSlot(type, true);
            _literals[(type, bits)] = slot;
            // an undefined structure is longer than any number
            byte[] bytes = new byte[slot.Size];
            BitConverter.GetBytes(bits).AsSpan(0, Math.Min(sizeof(ulong), slot.Size)).CopyTo(bytes);
            _prologue.Add(new ConstantInstruction(slot, bytes));
        }
        return slot;
    }

    private Slot CoordinateSlot(Coordinate which)
    {
        if (!_coordinates.TryGetValue(which, out var slot))
        {
            slot = NewSlot(IrType.U32, which > Coordinate.ThreadZ);
            _coordinates[which] = slot;
            _prologue.Add(new CoordinateInstruction(slot, which));
        }
        return slot;
    }

    /// <summary>The operands brought to one shape, and a slot for the result.</summary>
    private (Slot Target, Slot[] Operands) Shape(IrType type, params ReadOnlySpan<Slot> operands)
    {
        bool uniform = true;
        foreach (var o in operands)
        {
            uniform &= o.Uniform;
        }
        var shaped = new Slot[operands.Length];
        for (int i = 0; i < operands.Length; i++)
        {
            shaped[i] = uniform ? operands[i] : Varying(operands[i]);
        }
        return (NewSlot(type, uniform), shaped);
    }

    private Slot Expression(Expr e)
    {
        switch (e)
        {
            case Literal x:
                return LiteralSlot(x.Type, x.Bits);
            case LetRef x:
                return _frame.Lets[x.Id.Index] ?? throw new UnreachableException($"%{x.Id.Index} of {_frame.Function.Name} has no slot");
            case CoordinateOf x:
                return CoordinateSlot(x.Which);
            case Undefined x:
                return LiteralSlot(x.Type, 0);
            case Unary x:
                return UnarySlot(x);
            case Binary x:
                return BinarySlot(x);
            case Select x:
                var c = Expression(x.Condition);
                var (target, operands) = Shape(x.Type, c, Expression(x.Then), Expression(x.Else));
                Emit(new SelectInstruction(target, operands[0], operands[1], operands[2]), target);
                return target;
            case Cast x:
                return CastSlot(Expression(x.Operand), x.Type);
            case BitCast x:
                return Reinterpret(Expression(x.Operand), x.Type);
            case Pure x:
                return PureSlot(x);
            case PointerOffset x:
                (target, operands) = Shape(x.Type, Expression(x.Pointer), Expression(x.Index));
                Emit(new OffsetInstruction(target, operands[0], operands[1], ((PointerType)x.Type).Pointee.Size), target);
                return target;
            case PointerDifference x:
                (target, operands) = Shape(x.Type, Expression(x.Left), Expression(x.Right));
                Emit(new DistanceInstruction(target, operands[0], operands[1], Math.Max(1, ((PointerType)x.Left.Type).Pointee.Size)), target);
                return target;
            case AddressOf x:
                var (address, offset) = Address(x.Place);
                return AddOffset(address, offset, x.Type);
            case Field x:
                return FieldSlot(x);
            case Aggregate x:
                return AggregateSlot(x);
            default:
                throw new UnreachableException(e.GetType().Name);
        }
    }

    private Slot FieldSlot(Field x)
    {
        var source = Expression(x.Operand);
        var field = ((StructType)x.Operand.Type).Fields[x.Index];
        var target = NewSlot(x.Type, source.Uniform);
        Emit(new CopyInstruction(target, 0, source, (int)field.Offset, target.Size), target);
        return target;
    }

    private Slot AggregateSlot(Aggregate x)
    {
        var (target, operands) = Shape(x.Type, [.. x.Elements.Select(Expression)]);
        var fields = ((StructType)x.Type).Fields;
        for (int i = 0; i < operands.Length; i++)
        {
            Emit(new CopyInstruction(target, (int)fields[i].Offset, operands[i], 0, operands[i].Size), target);
        }
        return target;
    }

    private Slot Reinterpret(Slot source, IrType type)
    {
        var target = NewSlot(type, source.Uniform);
        Emit(new CopyInstruction(target, 0, source, 0, target.Size), target);
        return target;
    }

    private static Scalar KindOf(IrType type) => type switch
    {
        ScalarType s => s.Kind,
        PointerType => Scalar.U64,
        _ => throw new UnreachableException(type.ToString()),
    };

    private static bool IsSmallFloat(IrType type) => type is ScalarType { Kind: Scalar.F16 or Scalar.BF16 };

    private Slot UnarySlot(Unary x)
    {
        var operand = Expression(x.Operand);
        if (IsSmallFloat(x.Type))
        {
            // Through float: exact for a sign flip.
            var wide = CastSlot(operand, IrType.F32);
            var negated = NewSlot(IrType.F32, wide.Uniform);
            Emit(OperationTable.Unary(x.Op, Scalar.F32, negated, wide), negated);
            return CastSlot(negated, x.Type);
        }
        var target = NewSlot(x.Type, operand.Uniform);
        Emit(OperationTable.Unary(x.Op, KindOf(x.Type), target, operand), target);
        return target;
    }

    private Slot BinarySlot(Binary x)
    {
        var left = Expression(x.Left);
        var right = Expression(x.Right);
        if (IsSmallFloat(x.Left.Type))
        {
            // A float has more than twice their precision, so rounding its result once more rounds correctly.
            var (wide, shaped) = Shape(x.Type == IrType.Bool ? IrType.Bool : IrType.F32, CastSlot(left, IrType.F32), CastSlot(right, IrType.F32));
            Emit(OperationTable.Binary(x.Op, Scalar.F32, wide, shaped[0], shaped[1]), wide);
            return x.Type == IrType.Bool ? wide : CastSlot(wide, x.Type);
        }
        var (target, operands) = Shape(x.Type, left, right);
        if (_check && x.Op is BinaryOp.Div or BinaryOp.Rem && !x.Left.Type.IsFloat && x.Right is not Literal)
        {
            var divisor = Varying(operands[1]);
            Emit(new DivisorCheck(divisor));
        }
        Emit(OperationTable.Binary(x.Op, KindOf(x.Left.Type), target, operands[0], operands[1]), target);
        return target;
    }

    private Slot CastSlot(Slot source, IrType to)
    {
        if (source.Type == to || (source.Type is PointerType && to is PointerType))
        {
            return source.Type == to ? source : Reinterpret(source, to);
        }
        var from = KindOf(source.Type);
        var kind = KindOf(to);
        if (from == Scalar.BF16 && kind != Scalar.F32)
        {
            return CastSlot(CastSlot(source, IrType.F32), to);
        }
        if (kind == Scalar.BF16 && from != Scalar.F32)
        {
            return CastSlot(CastSlot(source, IrType.F32), to);
        }
        if (from == Scalar.F16 && kind != Scalar.F32)
        {
            return CastSlot(CastSlot(source, IrType.F32), to);
        }
        if (kind == Scalar.F16 && from is not (Scalar.F32 or Scalar.F64))
        {
            // An integer of up to 53 bits is exact in double; a larger one overflows half anyway.
            return CastSlot(CastSlot(source, IrType.F64), to);
        }
        var target = NewSlot(to, source.Uniform);
        Emit(OperationTable.Cast(from, kind, target, source), target);
        return target;
    }

    private Slot PureSlot(Pure x)
    {
        var arguments = x.Arguments.Select(Expression).ToArray();
        var type = x.Arguments[0].Type;
        if (IsSmallFloat(type))
        {
            var wide = arguments.Select(a => IsSmallFloat(a.Type) ? CastSlot(a, IrType.F32) : a).ToArray();
            // The function of the exact values, rounded to float and then to the small type: within its documented bound.
            var result = PureOf(x.Intrinsic, IsSmallFloat(x.Type) ? IrType.F32 : x.Type, IrType.F32, wide);
            return IsSmallFloat(x.Type) ? CastSlot(result, x.Type) : result;
        }
        return PureOf(x.Intrinsic, x.Type, type, arguments);
    }

    private Slot PureOf(Intrinsic intrinsic, IrType result, IrType type, Slot[] arguments)
    {
        if (intrinsic == Intrinsics.Ldexp)
        {
            arguments[1] = CastSlot(arguments[1], type);
        }
        var (target, operands) = Shape(result, arguments);
        Emit(Rounded.Find(intrinsic, target, operands) ?? OperationTable.Pure(intrinsic, KindOf(type), target, operands), target);
        return target;
    }
}
