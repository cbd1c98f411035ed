using System.Globalization;
using KernelPort.Core;

namespace KernelPort.Ir;

/// <summary>Short ways to make and to read common nodes.</summary>
public static class Build
{
    public static Literal Int(IrType type, long value) => new(type, Truncate(type, unchecked((ulong)value)));

    public static Literal I32(long value) => Int(IrType.I32, value);

    public static Literal I64(long value) => Int(IrType.I64, value);

    public static Literal U32(long value) => Int(IrType.U32, value);

    public static Literal U64(ulong value) => new(IrType.U64, value);

    /// <summary>A zero of a number, a pointer or a structure of these.</summary>
    public static Expr Zero(IrType type) => type is StructType s ? new Aggregate(s, s.Fields.Select(f => Zero(f.Type)).ToEquatable()) : new Literal(type, 0);

    public static Literal Bool(bool value) => new(IrType.Bool, value ? 1UL : 0);

    public static Literal F32(float value) => new(IrType.F32, BitConverter.SingleToUInt32Bits(value));

    public static Literal F64(double value) => new(IrType.F64, BitConverter.DoubleToUInt64Bits(value));

    /// <summary>A floating literal of a type, rounded to it.</summary>
    public static Literal Float(IrType type, double value) => ((ScalarType)type).Kind switch
    {
        Scalar.F64 => F64(value),
        Scalar.F32 => F32((float)value),
        Scalar.F16 => new Literal(type, double.IsNaN(value) ? 0x7FFFu : BitConverter.HalfToUInt16Bits((Half)value)), // of NaNs CUDA knows one
        Scalar.BF16 => new Literal(type, Bfloat16.FromSingle((float)value)),
        _ => throw new ArgumentException($"{type} is not a floating type", nameof(type)),
    };

    /// <summary>Cuts bits to the size of an integer type.</summary>
    public static ulong Truncate(IrType type, ulong bits) => type.Size switch
    {
        1 => (byte)bits,
        2 => (ushort)bits,
        4 => (uint)bits,
        _ => bits,
    };

    /// <summary>The value of an integer literal, sign-extended where its type is signed.</summary>
    public static long AsInt(Literal literal) => literal.Type is ScalarType s ? s.Kind switch
    {
        Scalar.I8 => (sbyte)literal.Bits,
        Scalar.I16 => (short)literal.Bits,
        Scalar.I32 => (int)literal.Bits,
        _ => unchecked((long)literal.Bits),
    } : unchecked((long)literal.Bits);

    /// <summary>The value of a floating literal.</summary>
    public static double AsFloat(Literal literal) => ((ScalarType)literal.Type).Kind switch
    {
        Scalar.F64 => BitConverter.UInt64BitsToDouble(literal.Bits),
        Scalar.F32 => BitConverter.UInt32BitsToSingle((uint)literal.Bits),
        Scalar.F16 => (double)BitConverter.UInt16BitsToHalf((ushort)literal.Bits),
        Scalar.BF16 => Bfloat16.ToSingle((ushort)literal.Bits),
        _ => throw new ArgumentException($"{literal.Type} is not a floating type", nameof(literal)),
    };

    public static bool IsComparison(BinaryOp op) => op is >= BinaryOp.Eq and <= BinaryOp.Ge;

    /// <summary>The alignment that a place is known to have: its type's, but inside of packed structs.</summary>
    public static int AlignmentOf(Place place) => place switch
    {
        Element e => AlignedAt(AlignmentOf(e.Base), e.Type, e.Type.Size),
        Member { Base.Type: StructType s } m => AlignedAt(s.IsPacked ? Math.Min(s.Alignment, AlignmentOf(m.Base)) : AlignmentOf(m.Base), m.Type, s.Fields[m.FieldIndex].Offset),
        _ => place.Type.Alignment,
    };

    // Of an aligned start the part at a distance; never more than its type wants.
    private static int AlignedAt(int start, IrType type, long distance) =>
        (int)Math.Min(type.Alignment, distance == 0 ? start : Math.Min(start, distance & -distance));

    /// <summary>The variable of which a place is all or a part; null where a pointer or a name of the module leads there.</summary>
    public static VariablePlace? VariableOf(Place place) => place switch
    {
        VariablePlace v => v,
        Element e => VariableOf(e.Base),
        Member m => VariableOf(m.Base),
        _ => null,
    };

    /// <summary>The address space in which a place lies.</summary>
    public static AddressSpace SpaceOf(Place place, Function function, Module module) => place switch
    {
        VariablePlace v => function.Variables[v.Id.Index].Space,
        GlobalPlace g => module.Globals.First(x => x.Name == g.Name).Space,
        Deref d => ((PointerType)d.Pointer.Type).Space,
        Element e => SpaceOf(e.Base, function, module),
        Member m => SpaceOf(m.Base, function, module),
        _ => throw new System.Diagnostics.UnreachableException(place.GetType().Name),
    };

    public static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The 16-bit brain float: the upper half of a float, rounded to nearest even.</summary>
public static class Bfloat16
{
    public static ushort FromSingle(float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value);
        if (float.IsNaN(value))
        {
            return 0x7fff;
        }
        return (ushort)((bits + 0x7fff + ((bits >> 16) & 1)) >> 16);
    }

    public static float ToSingle(ushort bits) => BitConverter.UInt32BitsToSingle((uint)bits << 16);
}
