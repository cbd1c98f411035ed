using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <content>Bit-fields: read and written by mask and shift on the integers that hold them.</content>
internal sealed partial class FunctionLowerer
{
    /// <summary>A bit-field of an object; of a value it is a value too.</summary>
    private Operand BitFieldOf(Operand @object, FieldSymbol field, Span at)
    {
        var type = field.Type.Qualified(@object.Type.IsConst && !field.IsMutable, @object.Type.IsVolatile);
        if (@object.Place is { } place)
        {
            return new Operand(type, null, null) { Bits = new BitPlace(place, field.Bits!), Width = field.Bits!.Width };
        }
        var layout = (StructType)@object.Value!.Type;
        return Operand.Of(type, Joined(field.Bits!, type, p => new Field(layout.Fields[p.FieldIndex].Type, @object.Value, p.FieldIndex) { From = at }, at)) with { Width = field.Bits!.Width };
    }

    /// <summary>The integral promotion of a bit-field goes by its width: an int wherever that holds all its values.</summary>
    private Operand Promoted(Operand operand, Span at)
    {
        if (operand.Width is not { } width || operand.Type.Unqualified is not ArithCType { Kind: not Arith.Bool } type || PromotedBits(type, width) is not { } promoted)
        {
            return operand;
        }
        return Operand.Of(promoted, ConvertOperand(operand, promoted, at));
    }

    private static ArithCType? PromotedBits(ArithCType type, int width) => width < 32 || (width == 32 && !Layout.IsUnsigned(type)) ? CType.Int : width == 32 ? CType.UInt : null;

    /// <summary>The type of an operand of `?:`, where types differ and bit-fields are promoted.</summary>
    private CType PromotedTypeOf(ExprSyntax expression, CType type)
    {
        if (Unwrap(expression) is not (MemberExpr or NameExpr) || type.Unqualified is not ArithCType { Kind: not Arith.Bool } number)
        {
            return type;
        }
        var outer = _current;
        _current = [];
        try
        {
            return Lower(expression).Width is { } width ? PromotedBits(number, width) ?? type : type;
        }
        finally
        {
            _current = outer;
        }
    }

    private Expr ReadBits(BitPlace bits, CType type, Span at) => Joined(bits.Field, type, p => new LetRef(UnitType(bits, p), LoadUnit(bits, p, type, at, merges: false)) { From = at }, at);

    private void WriteBits(BitPlace bits, CType type, Expr value, Span at)
    {
        var wide = WideType(bits.Field, value.Type);
        value = Name(value, "bits");
        int done = 0;
        foreach (var p in bits.Field.Pieces)
        {
            var unit = UnitType(bits, p);
            var part = Shifted(BinaryOp.Shr, ConvertNumber(value, wide), done, at);
            if (p.Width < unit.Size * 8)
            {
                ulong mask = Mask(p.Width) << p.Shift;
                var kept = new LetRef(unit, LoadUnit(bits, p, type, at, merges: true)) { From = at };
                part = new Binary(wide, BinaryOp.Or,
                    new Binary(wide, BinaryOp.And, ConvertNumber(kept, wide), new Literal(wide, ~mask & Mask((int)unit.Size * 8))) { From = at },
                    Shifted(BinaryOp.Shl, new Binary(wide, BinaryOp.And, part, new Literal(wide, Mask(p.Width))) { From = at }, p.Shift, at)) { From = at };
            }
            Emit(new Store(new Member(unit, bits.Object, p.FieldIndex), ConvertNumber(ConstantFolding.FoldTree(part), unit)) { Volatile = type.IsVolatile, From = at });
            done += p.Width;
        }
    }

    /// <summary>Stores into a place or a bit-field.</summary>
    private void Assign(Operand target, Expr value, Span at)
    {
        if (target.Bits is { } bits)
        {
            WriteBits(bits, target.Type, value, at);
            return;
        }
        Emit(new Store(target.Place!, value) { Volatile = target.Type.IsVolatile, From = at });
    }

    private void InitialiseBits(Place @object, FieldSymbol field, ExprSyntax? init, Span at)
    {
        var value = init is BraceExpr { Elements.Count: <= 1 } braces ? (braces.Elements.Count == 1 ? braces.Elements[0] : null) : init;
        WriteBits(new BitPlace(@object, field.Bits!), field.Type.Unqualified, value is null ? Zero(field.Type.Unqualified, at) : ReadAs(value, field.Type.Unqualified), at);
    }

    /// <summary>Nothing but zeros where bit-fields lie, before they are written one by one.</summary>
    private void ClearBits(Place @object, ClassSymbol c, Span at)
    {
        foreach (int unit in c.Fields.SelectMany(f => f.Bits?.Pieces ?? []).Select(p => p.FieldIndex).Distinct())
        {
            var type = ((StructType)@object.Type).Fields[unit].Type;
            Emit(new Store(new Member(type, @object, unit), new Literal(type, 0)) { From = at });
        }
    }

    private static ScalarType UnitType(BitPlace bits, BitPiece p) => (ScalarType)((StructType)bits.Object.Type).Fields[p.FieldIndex].Type;

    private LetId LoadUnit(BitPlace bits, BitPiece p, CType type, Span at, bool merges)
    {
        var unit = UnitType(bits, p);
        var id = NewLet("unit", unit);
        Emit(new Load(id, new Member(unit, bits.Object, p.FieldIndex)) { Volatile = type.IsVolatile, Merges = merges, From = at });
        return id;
    }

    /// <summary>A bit-field's value from the integers that hold its bits.</summary>
    private Expr Joined(BitField field, CType type, Func<BitPiece, Expr> unit, Span at)
    {
        var result = (ScalarType)_model.Types.Lower(type.Unqualified, at);
        var wide = WideType(field, result);
        int bits = (int)wide.Size * 8;
        Expr? value = null;
        int done = 0;
        foreach (var p in field.Pieces)
        {
            var whole = unit(p);
            var part = Shifted(BinaryOp.Shr, ConvertNumber(whole, wide), p.Shift, at);
            if (p.Shift + p.Width < whole.Type.Size * 8)
            {
                part = new Binary(wide, BinaryOp.And, part, new Literal(wide, Mask(p.Width))) { From = at };
            }
            part = Shifted(BinaryOp.Shl, part, done, at);
            value = value is null ? part : new Binary(wide, BinaryOp.Or, value, part) { From = at };
            done += p.Width;
        }
        if (field.IsSigned && field.Width < bits)
        {
            var signed = wide == IrType.U32 ? IrType.I32 : IrType.I64;
            value = Shifted(BinaryOp.Shr, ConvertNumber(Shifted(BinaryOp.Shl, value!, bits - field.Width, at), signed), bits - field.Width, at);
        }
        return ConvertNumber(value!, result);
    }

    private static ScalarType WideType(BitField field, IrType value) => value.Size > 4 || field.Width > 32 || field.Pieces.Any(p => p.Shift + p.Width > 32) ? IrType.U64 : IrType.U32;

    private static ulong Mask(int width) => width == 64 ? ulong.MaxValue : (1UL << width) - 1;

    private static Expr Shifted(BinaryOp op, Expr value, int by, Span at) => by == 0 ? value : new Binary(value.Type, op, value, Build.U32((uint)by)) { From = at };
}
