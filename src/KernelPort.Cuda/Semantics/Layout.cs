using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Cuda.Semantics;

/// <summary>How C++ types become IR types: sizes and alignments as nvcc has them on 64-bit Linux.</summary>
internal static class Layout
{
    public static ScalarType Scalar(ArithCType type) => type.Kind switch
    {
        Arith.Bool => IrType.Bool,
        Arith.Char or Arith.SChar => IrType.I8,
        Arith.UChar => IrType.U8,
        Arith.Short => IrType.I16,
        Arith.UShort => IrType.U16,
        Arith.Int => IrType.I32,
        Arith.UInt => IrType.U32,
        Arith.Long or Arith.LongLong => IrType.I64,
        Arith.ULong or Arith.ULongLong => IrType.U64,
        Arith.Half => IrType.F16,
        Arith.BFloat16 => IrType.BF16,
        Arith.Float => IrType.F32,
        _ => IrType.F64,
    };

    public static bool IsUnsigned(ArithCType type) => type.Kind is Arith.Bool or Arith.UChar or Arith.UShort or Arith.UInt or Arith.ULong or Arith.ULongLong;

    /// <summary>Bytes of an integer type.</summary>
    public static int Bytes(ArithCType type) => (int)Scalar(type).Size;

    /// <summary>Integer promotion: everything narrower than int becomes int.</summary>
    public static ArithCType Promote(ArithCType type) => type.Kind < Arith.Int ? CType.Int : new ArithCType(type.Kind);

    /// <summary>C++'s usual arithmetic conversions.</summary>
    public static ArithCType Common(ArithCType a, ArithCType b)
    {
        if (a.Kind >= Arith.Half || b.Kind >= Arith.Half)
        {
            return new ArithCType(a.Kind > b.Kind ? a.Kind : b.Kind);
        }
        a = Promote(a);
        b = Promote(b);
        if (a.Kind == b.Kind)
        {
            return a;
        }
        bool ua = IsUnsigned(a);
        bool ub = IsUnsigned(b);
        int ra = Rank(a);
        int rb = Rank(b);
        if (ua == ub)
        {
            return ra >= rb ? a : b;
        }
        var (u, s) = ua ? (a, b) : (b, a);
        if (Rank(u) >= Rank(s))
        {
            return u;
        }
        if (Bytes(s) > Bytes(u))
        {
            return s;
        }
        return new ArithCType(s.Kind + 1);
    }

    private static int Rank(ArithCType type) => type.Kind switch
    {
        Arith.Int or Arith.UInt => 1,
        Arith.Long or Arith.ULong => 2,
        _ => 3,
    };
}
