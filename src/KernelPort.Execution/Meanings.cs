using System.Numerics;

namespace KernelPort.Execution;

// What each operation computes: one line a row of docs/semantics.md.

internal readonly struct Add<T> : IBinaryMeaning<T, T, T> where T : IAdditionOperators<T, T, T>
{
    public static T Apply(T a, T b) => unchecked(a + b);
}

internal readonly struct Sub<T> : IBinaryMeaning<T, T, T> where T : ISubtractionOperators<T, T, T>
{
    public static T Apply(T a, T b) => unchecked(a - b);
}

internal readonly struct Mul<T> : IBinaryMeaning<T, T, T> where T : IMultiplyOperators<T, T, T>
{
    public static T Apply(T a, T b) => unchecked(a * b);
}

internal readonly struct FloatDiv<T> : IBinaryMeaning<T, T, T> where T : IDivisionOperators<T, T, T>
{
    public static T Apply(T a, T b) => a / b;
}

/// <summary>x / 0 is all ones, MIN / -1 is MIN, as NVIDIA's integer division sequence gives them.</summary>
internal readonly struct IntDiv<T> : IBinaryMeaning<T, T, T> where T : IBinaryInteger<T>
{
    public static T Apply(T a, T b) => T.IsZero(b) ? ~T.Zero : T.IsZero(~b) && T.IsNegative(b) ? unchecked(T.Zero - a) : a / b;
}

/// <summary>x % 0 is x, MIN % -1 is 0.</summary>
internal readonly struct IntRem<T> : IBinaryMeaning<T, T, T> where T : IBinaryInteger<T>
{
    public static T Apply(T a, T b) => T.IsZero(b) ? a : T.IsZero(~b) && T.IsNegative(b) ? T.Zero : a % b;
}

internal readonly struct And<T> : IBinaryMeaning<T, T, T> where T : IBitwiseOperators<T, T, T>
{
    public static T Apply(T a, T b) => a & b;
}

internal readonly struct Or<T> : IBinaryMeaning<T, T, T> where T : IBitwiseOperators<T, T, T>
{
    public static T Apply(T a, T b) => a | b;
}

internal readonly struct Xor<T> : IBinaryMeaning<T, T, T> where T : IBitwiseOperators<T, T, T>
{
    public static T Apply(T a, T b) => a ^ b;
}

/// <summary>A shift by the width or more gives 0, as PTX clamps the amount.</summary>
internal readonly struct Shl<T> : IBinaryMeaning<T, uint, T> where T : unmanaged, IBinaryInteger<T>
{
    public static unsafe T Apply(T a, uint b) => b >= sizeof(T) * 8 ? T.Zero : a << (int)b;
}

/// <summary>A shift by the width or more gives 0, or copies of the sign.</summary>
internal readonly struct Shr<T> : IBinaryMeaning<T, uint, T> where T : unmanaged, IBinaryInteger<T>
{
    public static unsafe T Apply(T a, uint b) => b < sizeof(T) * 8 ? a >> (int)b : T.IsNegative(a) ? ~T.Zero : T.Zero;
}

internal readonly struct Eq<T> : IBinaryMeaning<T, T, byte> where T : IEqualityOperators<T, T, bool>
{
    public static byte Apply(T a, T b) => a == b ? (byte)1 : (byte)0;
}

internal readonly struct Ne<T> : IBinaryMeaning<T, T, byte> where T : IEqualityOperators<T, T, bool>
{
    public static byte Apply(T a, T b) => a != b ? (byte)1 : (byte)0;
}

internal readonly struct Lt<T> : IBinaryMeaning<T, T, byte> where T : IComparisonOperators<T, T, bool>
{
    public static byte Apply(T a, T b) => a < b ? (byte)1 : (byte)0;
}

internal readonly struct Le<T> : IBinaryMeaning<T, T, byte> where T : IComparisonOperators<T, T, bool>
{
    public static byte Apply(T a, T b) => a <= b ? (byte)1 : (byte)0;
}

internal readonly struct Gt<T> : IBinaryMeaning<T, T, byte> where T : IComparisonOperators<T, T, bool>
{
    public static byte Apply(T a, T b) => a > b ? (byte)1 : (byte)0;
}

internal readonly struct Ge<T> : IBinaryMeaning<T, T, byte> where T : IComparisonOperators<T, T, bool>
{
    public static byte Apply(T a, T b) => a >= b ? (byte)1 : (byte)0;
}

internal readonly struct Negate<T> : IUnaryMeaning<T, T> where T : IUnaryNegationOperators<T, T>
{
    public static T Apply(T a) => unchecked(-a);
}

internal readonly struct BitNot<T> : IUnaryMeaning<T, T> where T : IBitwiseOperators<T, T, T>
{
    public static T Apply(T a) => ~a;
}

internal readonly struct LogicalNot : IUnaryMeaning<byte, byte>
{
    public static byte Apply(byte a) => (byte)(a ^ 1);
}

/// <summary>Number to number: integers wrap, floats to integers saturate with NaN to 0, the rest rounds to nearest even.</summary>
internal readonly struct Number<TFrom, TTo> : IUnaryMeaning<TFrom, TTo> where TFrom : INumberBase<TFrom> where TTo : INumberBase<TTo>
{
    public static TTo Apply(TFrom a) => typeof(TFrom) == typeof(float) || typeof(TFrom) == typeof(double) ? TTo.CreateSaturating(a) : TTo.CreateTruncating(a);
}

internal readonly struct ToBool<T> : IUnaryMeaning<T, byte> where T : INumberBase<T>
{
    public static byte Apply(T a) => T.IsZero(a) ? (byte)0 : (byte)1;
}

internal readonly struct HalfToFloat : IUnaryMeaning<Half, float>
{
    public static float Apply(Half a) => (float)a;
}

internal readonly struct FloatToHalf : IUnaryMeaning<float, Half>
{
    public static Half Apply(float a) => float.IsNaN(a) ? CanonicalNaN : (Half)a;

    /// <summary>What CUDA makes of any NaN.</summary>
    public static readonly Half CanonicalNaN = BitConverter.UInt16BitsToHalf(0x7FFF);
}

internal readonly struct DoubleToHalf : IUnaryMeaning<double, Half>
{
    public static Half Apply(double a) => double.IsNaN(a) ? FloatToHalf.CanonicalNaN : (Half)a;
}

internal readonly struct BFloatToFloat : IUnaryMeaning<ushort, float>
{
    public static float Apply(ushort a) => Ir.Bfloat16.ToSingle(a);
}

internal readonly struct FloatToBFloat : IUnaryMeaning<float, ushort>
{
    public static ushort Apply(float a) => Ir.Bfloat16.FromSingle(a);
}

internal readonly struct IntMin<T> : IBinaryMeaning<T, T, T> where T : INumber<T>
{
    public static T Apply(T a, T b) => a < b ? a : b;
}

internal readonly struct IntMax<T> : IBinaryMeaning<T, T, T> where T : INumber<T>
{
    public static T Apply(T a, T b) => a > b ? a : b;
}

/// <summary>IEEE 754-2008 minNum: a NaN gives way to a number; -0 is less than +0.</summary>
internal readonly struct FloatMin<T> : IBinaryMeaning<T, T, T> where T : IFloatingPointIeee754<T>
{
    public static T Apply(T a, T b) => T.IsNaN(a) ? b : T.IsNaN(b) ? a : a < b || (a == b && T.IsNegative(a)) ? a : b;
}

internal readonly struct FloatMax<T> : IBinaryMeaning<T, T, T> where T : IFloatingPointIeee754<T>
{
    public static T Apply(T a, T b) => T.IsNaN(a) ? b : T.IsNaN(b) ? a : a > b || (a == b && T.IsPositive(a)) ? a : b;
}

internal readonly struct Fma<T> : ITernaryMeaning<T, T> where T : IFloatingPointIeee754<T>
{
    public static T Apply(T a, T b, T c) => T.FusedMultiplyAdd(a, b, c);
}

internal readonly struct Abs<T> : IUnaryMeaning<T, T> where T : IBinaryInteger<T>
{
    public static T Apply(T a) => T.IsNegative(a) ? unchecked(T.Zero - a) : a;
}

internal readonly struct FloatAbs<T> : IUnaryMeaning<T, T> where T : INumberBase<T>
{
    public static T Apply(T a) => T.Abs(a);
}

internal readonly struct Sqrt<T> : IUnaryMeaning<T, T> where T : IRootFunctions<T>
{
    public static T Apply(T a) => T.Sqrt(a);
}

internal readonly struct IsNan<T> : IUnaryMeaning<T, byte> where T : INumberBase<T>
{
    public static byte Apply(T a) => T.IsNaN(a) ? (byte)1 : (byte)0;
}

internal readonly struct IsInf<T> : IUnaryMeaning<T, byte> where T : INumberBase<T>
{
    public static byte Apply(T a) => T.IsInfinity(a) ? (byte)1 : (byte)0;
}

internal readonly struct IsFinite<T> : IUnaryMeaning<T, byte> where T : INumberBase<T>
{
    public static byte Apply(T a) => T.IsFinite(a) ? (byte)1 : (byte)0;
}

internal readonly struct SignBit<T> : IUnaryMeaning<T, byte> where T : INumberBase<T>
{
    public static byte Apply(T a) => T.IsNegative(a) ? (byte)1 : (byte)0;
}

internal readonly struct MulHi<T> : IBinaryMeaning<T, T, T> where T : unmanaged, IBinaryInteger<T>
{
    public static unsafe T Apply(T a, T b) => T.CreateTruncating((Int128.CreateTruncating(a) * Int128.CreateTruncating(b)) >> (sizeof(T) * 8));
}

internal readonly struct MulHiU64 : IBinaryMeaning<ulong, ulong, ulong>
{
    public static ulong Apply(ulong a, ulong b) => Math.BigMul(a, b, out _);
}

internal readonly struct PopCount<T> : IUnaryMeaning<T, int> where T : IBinaryInteger<T>
{
    public static int Apply(T a) => int.CreateTruncating(T.PopCount(a));
}

internal readonly struct LeadingZeros<T> : IUnaryMeaning<T, int> where T : IBinaryInteger<T>
{
    public static int Apply(T a) => int.CreateTruncating(T.LeadingZeroCount(a));
}

internal readonly struct FindFirst<T> : IUnaryMeaning<T, int> where T : IBinaryInteger<T>
{
    public static int Apply(T a) => T.IsZero(a) ? 0 : int.CreateTruncating(T.TrailingZeroCount(a)) + 1;
}

internal readonly struct BitReverse<T> : IUnaryMeaning<T, T> where T : unmanaged, IBinaryInteger<T>
{
    public static unsafe T Apply(T a)
    {
        var result = T.Zero;
        for (int i = 0; i < sizeof(T) * 8; i++)
        {
            result = (result << 1) | (a & T.One);
            a >>>= 1;
        }
        return result;
    }
}

internal readonly struct BytePermute : ITernaryMeaning<uint, uint>
{
    public static uint Apply(uint a, uint b, uint selector)
    {
        ulong both = a | ((ulong)b << 32);
        uint result = 0;
        for (int i = 0; i < 4; i++)
        {
            uint s = (selector >> (4 * i)) & 0xf;
            uint one = (uint)(both >> (8 * (int)(s & 7))) & 0xff;
            // The selector's top bit asks for the byte's sign eight times.
            result |= ((s & 8) != 0 ? (one & 0x80) != 0 ? 0xffu : 0 : one) << (8 * i);
        }
        return result;
    }
}

internal readonly struct FunnelLeft : ITernaryMeaning<uint, uint>
{
    public static uint Apply(uint low, uint high, uint shift) => (uint)(((((ulong)high << 32) | low) << (int)(shift & 31)) >> 32);
}

internal readonly struct FunnelRight : ITernaryMeaning<uint, uint>
{
    public static uint Apply(uint low, uint high, uint shift) => (uint)((((ulong)high << 32) | low) >> (int)(shift & 31));
}

internal readonly struct Dp4aSigned : ITernaryMeaning<int, int>
{
    public static int Apply(int a, int b, int c)
    {
        for (int i = 0; i < 32; i += 8)
        {
            c = unchecked(c + (sbyte)(a >> i) * (sbyte)(b >> i));
        }
        return c;
    }
}

internal readonly struct Dp4aUnsigned : ITernaryMeaning<uint, uint>
{
    public static uint Apply(uint a, uint b, uint c)
    {
        for (int i = 0; i < 32; i += 8)
        {
            c = unchecked(c + (uint)(byte)(a >> i) * (byte)(b >> i));
        }
        return c;
    }
}

internal readonly struct Mul24Signed : IBinaryMeaning<int, int, int>
{
    public static int Apply(int a, int b) => unchecked((a << 8 >> 8) * (b << 8 >> 8));
}

internal readonly struct Mul24Unsigned : IBinaryMeaning<uint, uint, uint>
{
    public static uint Apply(uint a, uint b) => unchecked((a & 0xffffff) * (b & 0xffffff));
}
