using System.Buffers.Binary;
using System.Globalization;

namespace KernelPort.Launches;

/// <summary>The scalars a buffer can be made of.</summary>
public enum ScalarType
{
    Bool,
    I8,
    U8,
    I16,
    U16,
    I32,
    U32,
    I64,
    U64,
    F16,
    BF16,
    F32,
    F64,
}

/// <summary>Sizes, spellings and bytes of the scalar types; little-endian, rounding to nearest even.</summary>
public static class Scalars
{
    public static int Size(this ScalarType type) => type switch
    {
        ScalarType.Bool or ScalarType.I8 or ScalarType.U8 => 1,
        ScalarType.I16 or ScalarType.U16 or ScalarType.F16 or ScalarType.BF16 => 2,
        ScalarType.I32 or ScalarType.U32 or ScalarType.F32 => 4,
        _ => 8,
    };

    public static bool IsFloat(this ScalarType type) => type >= ScalarType.F16;

    /// <summary>The type a C or CUDA spelling names; null for a struct, a vector or nonsense.</summary>
    public static ScalarType? FromName(string name) => name switch
    {
        "bool" => ScalarType.Bool,
        "char" or "signed char" or "int8_t" => ScalarType.I8,
        "unsigned char" or "uchar" or "uint8_t" => ScalarType.U8,
        "short" or "short int" or "int16_t" => ScalarType.I16,
        "unsigned short" or "ushort" or "uint16_t" => ScalarType.U16,
        "int" or "signed" or "signed int" or "int32_t" => ScalarType.I32,
        "unsigned" or "unsigned int" or "uint" or "uint32_t" => ScalarType.U32,
        "long" or "long int" or "long long" or "long long int" or "int64_t" or "ptrdiff_t" => ScalarType.I64,
        "unsigned long" or "unsigned long long" or "ulong" or "uint64_t" or "size_t" => ScalarType.U64,
        "half" or "__half" => ScalarType.F16,
        "__nv_bfloat16" or "nv_bfloat16" or "bfloat16" => ScalarType.BF16,
        "float" => ScalarType.F32,
        "double" => ScalarType.F64,
        _ => null,
    };

    /// <summary>The spelling launch headers write; <see cref="FromName"/> reads it.</summary>
    public static string Name(this ScalarType type) => type switch
    {
        ScalarType.Bool => "bool",
        ScalarType.I8 => "char",
        ScalarType.U8 => "uchar",
        ScalarType.I16 => "short",
        ScalarType.U16 => "ushort",
        ScalarType.I32 => "int",
        ScalarType.U32 => "uint",
        ScalarType.I64 => "long long",
        ScalarType.U64 => "ulong",
        ScalarType.F16 => "half",
        ScalarType.BF16 => "__nv_bfloat16",
        ScalarType.F32 => "float",
        _ => "double",
    };

    public static void Write(this ScalarType type, Span<byte> to, double value)
    {
        switch (type)
        {
            case ScalarType.F16:
                BinaryPrimitives.WriteHalfLittleEndian(to, (Half)value);
                break;
            case ScalarType.BF16:
                BinaryPrimitives.WriteUInt16LittleEndian(to, BFloat16.FromDouble(value));
                break;
            case ScalarType.F32:
                BinaryPrimitives.WriteSingleLittleEndian(to, (float)value);
                break;
            case ScalarType.F64:
                BinaryPrimitives.WriteDoubleLittleEndian(to, value);
                break;
            default:
                type.Write(to, (Int128)Math.Floor(value));
                break;
        }
    }

    /// <summary>Integers keep their low bits, as a C conversion does.</summary>
    public static void Write(this ScalarType type, Span<byte> to, Int128 value)
    {
        if (type.IsFloat())
        {
            type.Write(to, (double)value);
            return;
        }
        if (type == ScalarType.Bool)
        {
            to[0] = value != 0 ? (byte)1 : (byte)0;
            return;
        }
        ulong bits = unchecked((ulong)value);
        for (int i = 0; i < type.Size(); i++)
        {
            to[i] = (byte)(bits >> (8 * i));
        }
    }

    /// <summary>Reads a written number: decimal, hexadecimal, nan, inf, true; with or without C's suffixes.</summary>
    public static bool TryWrite(this ScalarType type, Span<byte> to, string text)
    {
        if (type.IsFloat())
        {
            if (!TryParseFloat(text, out double value))
            {
                return false;
            }
            if (type == ScalarType.F32 && float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float single))
            {
                BinaryPrimitives.WriteSingleLittleEndian(to, single);
                return true;
            }
            type.Write(to, value);
            return true;
        }
        if (!TryParseInteger(text, out var integer))
        {
            return false;
        }
        type.Write(to, integer);
        return true;
    }

    public static bool TryParseFloat(string text, out double value)
    {
        switch (text)
        {
            case "nan" or "-nan":
                value = double.NaN;
                return true;
            case "inf" or "+inf":
                value = double.PositiveInfinity;
                return true;
            case "-inf":
                value = double.NegativeInfinity;
                return true;
        }
        string bare = text.Length > 1 && text[^1] is 'f' or 'F' && !text.StartsWith("0x", StringComparison.Ordinal) ? text[..^1] : text;
        if (double.TryParse(bare, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
        {
            return true;
        }
        if (TryParseInteger(text, out var integer))
        {
            value = (double)integer;
            return true;
        }
        return false;
    }

    public static bool TryParseInteger(string text, out Int128 value)
    {
        value = text switch { "true" => 1, "false" => 0, _ => 0 };
        if (text is "true" or "false")
        {
            return true;
        }
        bool negative = text.StartsWith('-');
        string digits = text.TrimStart('-', '+').TrimEnd('u', 'U', 'l', 'L');
        bool ok = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? UInt128.TryParse(digits[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var magnitude)
            : UInt128.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out magnitude);
        value = negative ? -(Int128)magnitude : (Int128)magnitude;
        return ok;
    }

    public static double ReadDouble(this ScalarType type, ReadOnlySpan<byte> from) => type switch
    {
        ScalarType.F16 => (double)BinaryPrimitives.ReadHalfLittleEndian(from),
        ScalarType.BF16 => BFloat16.ToSingle(BinaryPrimitives.ReadUInt16LittleEndian(from)),
        ScalarType.F32 => BinaryPrimitives.ReadSingleLittleEndian(from),
        ScalarType.F64 => BinaryPrimitives.ReadDoubleLittleEndian(from),
        _ => (double)type.ReadInteger(from),
    };

    public static Int128 ReadInteger(this ScalarType type, ReadOnlySpan<byte> from) => type switch
    {
        ScalarType.Bool or ScalarType.U8 => from[0],
        ScalarType.I8 => (sbyte)from[0],
        ScalarType.I16 => BinaryPrimitives.ReadInt16LittleEndian(from),
        ScalarType.U16 => BinaryPrimitives.ReadUInt16LittleEndian(from),
        ScalarType.I32 => BinaryPrimitives.ReadInt32LittleEndian(from),
        ScalarType.U32 => BinaryPrimitives.ReadUInt32LittleEndian(from),
        ScalarType.I64 => BinaryPrimitives.ReadInt64LittleEndian(from),
        ScalarType.U64 => BinaryPrimitives.ReadUInt64LittleEndian(from),
        _ => throw new InvalidOperationException($"{type} is no integer type"),
    };

    /// <summary>A text that reads back to the same bytes.</summary>
    public static string Format(this ScalarType type, ReadOnlySpan<byte> from)
    {
        if (!type.IsFloat())
        {
            return type.ReadInteger(from).ToString(CultureInfo.InvariantCulture);
        }
        double value = type.ReadDouble(from);
        return double.IsNaN(value) ? "nan"
            : double.IsInfinity(value) ? value > 0 ? "inf" : "-inf"
            : type == ScalarType.F64 ? value.ToString("R", CultureInfo.InvariantCulture)
            : ((float)value).ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>The bits of a float as an integer in the order of the numbers; neighbours differ by one.</summary>
    public static long Ordinal(this ScalarType type, ReadOnlySpan<byte> from)
    {
        long bits = type.Size() switch
        {
            2 => BinaryPrimitives.ReadInt16LittleEndian(from),
            4 => BinaryPrimitives.ReadInt32LittleEndian(from),
            _ => BinaryPrimitives.ReadInt64LittleEndian(from),
        };
        long lowest = type.Size() switch { 2 => short.MinValue, 4 => int.MinValue, _ => long.MinValue };
        return bits >= 0 ? bits : unchecked(lowest - bits);
    }
}

/// <summary>The upper half of a float: conversions that .NET does not have.</summary>
public static class BFloat16
{
    public static ushort FromDouble(double value)
    {
        if (double.IsNaN(value))
        {
            return 0x7FFF;
        }
        // What the step over float would drop is kept as a last odd bit, so that the second rounding is right.
        float single = (float)value;
        uint bits = BitConverter.SingleToUInt32Bits(single);
        if (single != value && (bits & 1) == 0 && !float.IsInfinity(single))
        {
            bits = Math.Abs((double)single) > Math.Abs(value) ? bits - 1 : bits + 1;
        }
        return (ushort)((bits + 0x7FFF + (bits >> 16 & 1)) >> 16);
    }

    public static float ToSingle(ushort bits) => BitConverter.UInt32BitsToSingle((uint)bits << 16);
}
