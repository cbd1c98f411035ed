using System.Diagnostics;
using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Execution;

internal sealed partial class Linearizer
{
    /// <summary>A register variable's value or field, where the place is one.</summary>
    private bool TryRegister(Place place, out RegisterVariable variable, out int offset, out int field, out bool whole)
    {
        (variable, offset, field, whole) = (null!, 0, 0, true);
        switch (place)
        {
            case VariablePlace v when _frame.Registers[v.Id.Index] is { } r:
                variable = r;
                return true;
            case Member { Base: VariablePlace v } m when _frame.Registers[v.Id.Index] is { } r:
                variable = r;
                field = m.FieldIndex;
                offset = (int)((StructType)m.Base.Type).Fields[m.FieldIndex].Offset;
                whole = false;
                return true;
            default:
                return false;
        }
    }

    private void EmitLoad(Load x)
    {
        var target = LetSlot(x.Id);
        if (TryRegister(x.Source, out var r, out int offset, out int field, out bool whole))
        {
            if (_check && !x.Merges && !_stored.Contains(r.Value))
            {
                Emit(new RegisterCheck(r.Written, whole ? 0 : field, whole ? r.Written.Size : 1, r.Name));
            }
            EmitCopy(target, 0, r.Value, offset);
            return;
        }
        var (address, displacement) = Address(x.Source);
        var load = x.Merges
            ? new LoadParts(target, Varying(address), displacement, x.Source.Type, Describe(x.Source), x.Volatile, [])
            : MemoryInstructions.Load(target, Varying(address), displacement, x.Source.Type, Describe(x.Source), x.Volatile || _frame.Seeds.Contains(x.Id));
        Emit(load.Aligned(Build.AlignmentOf(x.Source)).In(Build.SpaceOf(x.Source, _frame.Function, _module)));
    }

    private void EmitCopy(Slot target, int targetOffset, Slot source, int sourceOffset)
    {
        if (targetOffset == 0 && sourceOffset == 0 && target.Size == source.Size)
        {
            Emit(target.Size switch
            {
                1 => new UnaryInstruction<Same<byte>, byte, byte>(target, source),
                2 => new UnaryInstruction<Same<ushort>, ushort, ushort>(target, source),
                4 => new UnaryInstruction<Same<uint>, uint, uint>(target, source),
                8 => new UnaryInstruction<Same<ulong>, ulong, ulong>(target, source),
                _ => new CopyInstruction(target, 0, source, 0, target.Size),
            });
            return;
        }
        Emit(new CopyInstruction(target, targetOffset, source, sourceOffset, Math.Min(target.Size, source.Size)));
    }

    private void EmitStore(Store x)
    {
        var value = Varying(Expression(x.Value));
        if (TryRegister(x.Target, out var r, out int offset, out int field, out bool whole))
        {
            EmitCopy(r.Value, offset, value, 0);
            if (_check && !_stored.Contains(r.Value))
            {
                Emit(new RegisterWritten(r.Written, whole ? 0 : field, whole ? r.Written.Size : 1));
                if (whole)
                {
                    _stored.Add(r.Value);
                }
            }
            return;
        }
        var (address, displacement) = Address(x.Target);
        Emit(MemoryInstructions.Store(value, Varying(address), displacement, x.Target.Type, Describe(x.Target), x.Volatile).Aligned(Build.AlignmentOf(x.Target)).In(Build.SpaceOf(x.Target, _frame.Function, _module)));
    }

    private void EmitAtomic(Atomic x)
    {
        var operand = Varying(Expression(x.Operand));
        var compare = x.Compare is null ? null : Varying(Expression(x.Compare));
        var (address, displacement) = Address(x.Target);
        var target = x.Result is { } id ? LetSlot(id) : NewSlot(x.Target.Type, false);
        Emit(MemoryInstructions.Atomic(x.Op, target, Varying(address), displacement, operand, compare, x.Target.Type, Describe(x.Target), x.Op == AtomicOp.Add && (x.Result is not { } old || !_frame.Used.Contains(old))).In(Build.SpaceOf(x.Target, _frame.Function, _module)));
    }

    /// <summary>The address of a place as a slot and a fixed displacement.</summary>
    private (Slot Address, long Displacement) Address(Place place)
    {
        switch (place)
        {
            case VariablePlace v:
                var m = _frame.Memory[v.Id.Index] ?? throw new UnreachableException("a register variable has no address");
                var slot = NewSlot(IrType.U64, m.Space != AddressSpace.Local);
                Emit(new VariableAddress(slot, m), slot);
                if (m.Space == AddressSpace.Local)
                {
                    // The same for every visit: computed once a block.
                    _prologue.Add(_code[^1]);
                    _code.RemoveAt(_code.Count - 1);
                }
                return (slot, 0);
            case GlobalPlace g:
                return (LiteralSlot(IrType.U64, _globalAddress(g.Name)), 0);
            case Deref d:
                return (Expression(d.Pointer), 0);
            case Element e:
                var (inner, displacement) = Address(e.Base);
                if (e.Index is Literal literal)
                {
                    return (inner, displacement + Build.AsInt(literal) * e.Type.Size);
                }
                var (target, operands) = Shape(IrType.U64, inner, Expression(e.Index));
                Emit(new OffsetInstruction(target, operands[0], operands[1], e.Type.Size), target);
                return (target, displacement);
            case Member x:
                (inner, displacement) = Address(x.Base);
                return (inner, displacement + ((StructType)x.Base.Type).Fields[x.FieldIndex].Offset);
            default:
                throw new UnreachableException(place.GetType().Name);
        }
    }

    private Slot AddOffset(Slot address, long offset, IrType type)
    {
        if (offset == 0)
        {
            return address.Type == type ? address : Reinterpret(address, type);
        }
        var (target, operands) = Shape(type, address, LiteralSlot(IrType.I64, (ulong)offset));
        Emit(new OffsetInstruction(target, operands[0], operands[1], 1), target);
        return target;
    }

    private string Describe(Place place) => place switch
    {
        VariablePlace v => _frame.Function.Variables[v.Id.Index].Name,
        GlobalPlace g => g.Name,
        Element e => Describe(e.Base) + "[...]",
        Member m => $"{Describe(m.Base)}.{((StructType)m.Base.Type).Fields[m.FieldIndex].Name}",
        Deref { Pointer: PointerOffset { Pointer: var p } } => $"{Describe(p)}[...]",
        Deref d => $"*{Describe(d.Pointer)}",
        _ => "memory",
    };

    private string Describe(Expr e) => e switch
    {
        LetRef l => _frame.Function.Lets[l.Id.Index].Name,
        Cast c => Describe(c.Operand),
        PointerOffset o => Describe(o.Pointer),
        AddressOf a => Describe(a.Place),
        _ => "memory",
    };

    private void EmitCall(Call x)
    {
        var arguments = x.Arguments.Select(a => Varying(Expression(a))).ToArray();
        var target = x.Result is { } id ? LetSlot(id) : null;
        var i = x.Intrinsic;
        if (i == Intrinsics.Barrier || i == Intrinsics.BarrierCount || i == Intrinsics.BarrierAnd || i == Intrinsics.BarrierOr)
        {
            Emit(new BarrierInstruction(i, target, arguments.Length > 0 ? arguments[0] : null));
        }
        else if (i == Intrinsics.GridBarrier)
        {
            Emit(new GridBarrierInstruction());
        }
        else if (i == Intrinsics.FenceBlock || i == Intrinsics.FenceDevice || i == Intrinsics.FenceSystem)
        {
            // Memory here is always in order; only the search for races asks.
            Emit(new FenceInstruction(i != Intrinsics.FenceBlock));
        }
        else if (i == Intrinsics.Trap)
        {
            Emit(new TrapInstruction());
        }
        else if (i == Intrinsics.Clock)
        {
            Emit(new ClockInstruction(target!));
        }
        else if (i == Intrinsics.Sleep)
        {
            // CUDA promises between none and twice the time.
        }
        else if (i == Intrinsics.Print)
        {
            Emit(new PrintInstruction(PrintFormat.Parse(x.Format!)!, arguments));
        }
        else if (i == Intrinsics.TextureRead)
        {
            Emit(new TextureReadInstruction(TextureForm.Parse(x.Format!)!, target!, arguments));
        }
        else if (i == Intrinsics.SurfaceRead || i == Intrinsics.SurfaceWrite)
        {
            bool writes = i == Intrinsics.SurfaceWrite;
            Emit(new SurfaceInstruction(TextureForm.Parse(x.Format!)!, writes, writes ? arguments[^1] : target!, arguments));
        }
        else
        {
            Emit(WarpInstructions.Make(i, target, arguments));
        }
    }
}

internal readonly struct Same<T> : IUnaryMeaning<T, T>
{
    public static T Apply(T a) => a;
}
