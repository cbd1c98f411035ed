using System.Globalization;
using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <summary>C++ text of scalars.</summary>
internal static class Scalars
{
    public static string Word(IrType type) => type switch
    {
        ScalarType s => s.Kind switch
        {
            Scalar.Bool => "bool",
            Scalar.I8 => "int8_t",
            Scalar.U8 => "uint8_t",
            Scalar.I16 => "int16_t",
            Scalar.U16 => "uint16_t",
            Scalar.I32 => "int32_t",
            Scalar.U32 => "uint32_t",
            Scalar.I64 => "int64_t",
            Scalar.U64 => "uint64_t",
            // A half in a scalar is a float that a half can be.
            Scalar.F32 or Scalar.F16 or Scalar.BF16 => "float",
            _ => throw new NotVectorised($"a value of type {type}", missingType: true),
        },
        _ => throw new NotVectorised($"a value of type {type}"),
    };

    /// <summary>Types that a tensor may have a lane of: 32 bits, and what is widened to them: small integers to int32, halves to float (npu-dialects 2.9).</summary>
    public static bool IsLane(IrType type) => type is ScalarType { Kind: Scalar.F32 or Scalar.I32 or Scalar.U32 } || IsNarrow(type);

    public static bool IsNarrow(IrType type) => type is ScalarType { Kind: Scalar.I8 or Scalar.U8 or Scalar.I16 or Scalar.U16 or Scalar.F16 or Scalar.BF16 };

    public static bool IsSmallFloat(IrType type) => type is ScalarType { Kind: Scalar.F16 or Scalar.BF16 };

    public static bool IsFloatLane(IrType type) => type is ScalarType { Kind: Scalar.F32 or Scalar.F16 or Scalar.BF16 };

    /// <summary>How a number of a type lies in global memory.</summary>
    public static string Storage(IrType type) => type is ScalarType { Kind: Scalar.F16 } ? "half" : type is ScalarType { Kind: Scalar.BF16 } ? "bfloat16_t" : type == IrType.Bool ? "uint8_t" : Word(type);

    /// <summary>How a lane of it lies in a tensor.</summary>
    public static string Carrier(IrType type) => IsFloatLane(type) ? "float" : type == IrType.U32 ? "uint32_t" : "int32_t";

    public static string Literal(IrType type, ulong bits)
    {
        if (IsFloatLane(type))
        {
            float f = type == IrType.F32 ? BitConverter.UInt32BitsToSingle((uint)bits) : (float)Build.AsFloat(new Literal(type, bits));
            bits = BitConverter.SingleToUInt32Bits(f);
            string text = f.ToString("G9", CultureInfo.InvariantCulture);
            return !float.IsFinite(f) ? Build.Invariant($"KpFloat(0x{(uint)bits:x8}u)") : text.AsSpan().IndexOfAny('.', 'E') >= 0 ? text + "f" : text + ".0f";
        }
        if (type == IrType.Bool)
        {
            return bits != 0 ? "true" : "false";
        }
        long value = Build.AsInt(new Literal(type, bits));
        return type == IrType.U64 ? Build.Invariant($"{bits}ull")
            : type == IrType.U32 ? Build.Invariant($"{(uint)bits}u")
            : type == IrType.I64 ? value == long.MinValue ? "INT64_MIN" : Build.Invariant($"{value}ll")
            : value == int.MinValue ? "INT32_MIN" : Build.Invariant($"{value}");
    }

    public static bool TryInt(string text, out long value) => long.TryParse(text.TrimEnd('u', 'l'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    /// <summary>Sums and products of 64-bit expressions, folded where both are literals.</summary>
    public static string Add(string a, string b) =>
        TryInt(a, out long x) && TryInt(b, out long y) ? Build.Invariant($"{x + y}") : x == 0 && TryInt(a, out _) ? b : TryInt(b, out long z) && z == 0 ? a
            : TryInt(b, out long n) && n < 0 && n != long.MinValue ? Build.Invariant($"({a} - {-n})") : $"({a} + {b})";

    public static string Mul(string a, string b)
    {
        bool l = TryInt(a, out long x);
        bool r = TryInt(b, out long y);
        return l && r ? Build.Invariant($"{x * y}") : (l && x == 0) || (r && y == 0) ? "0" : l && x == 1 ? b : r && y == 1 ? a : $"({a} * {b})";
    }

    public static string Negate(string a) => TryInt(a, out long x) ? Build.Invariant($"{-x}") : $"(-{a})";

    public static Strides Add(Strides a, Strides b) => new(Add(a.X, b.X), Add(a.Y, b.Y), Add(a.Z, b.Z));

    public static Strides Mul(Strides a, string by) => new(Mul(a.X, by), Mul(a.Y, by), Mul(a.Z, by));

    /// <summary>No more than a name or a number: need not be given a name.</summary>
    public static bool IsSimple(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-');
}
