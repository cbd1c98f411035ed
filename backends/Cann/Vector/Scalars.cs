using System.Globalization;
using KernelPort.Ir;

namespace KernelPort.Backends.Cann.Vector;

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
            Scalar.F32 => "float",
            _ => throw new NotVectorised($"a value of type {type}", missingType: true),
        },
        _ => throw new NotVectorised($"a value of type {type}"),
    };

    public static bool IsLane(IrType type) => type == IrType.F32 || type == IrType.I32 || type == IrType.U32;

    public static string Literal(IrType type, ulong bits)
    {
        if (type == IrType.F32)
        {
            float f = BitConverter.UInt32BitsToSingle((uint)bits);
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
