using System.Globalization;
using System.Numerics;
using KernelPort.Ir;

namespace KernelPort.Execution;

/// <summary>Numbers as C's printf writes them: decimal digits of the exact value, ties to even.</summary>
internal static class PrintedNumber
{
    public static string Integer(PrintPiece shape, long value)
    {
        if (shape.Conversion == 'c')
        {
            return Pad(shape, "", ((char)(byte)value).ToString(), zeros: false);
        }
        if (shape.Conversion == 'p')
        {
            return Pad(shape, "", value == 0 ? "(nil)" : Invariant($"0x{value:x}"), zeros: false);
        }
        bool signed = shape.Conversion is 'd' or 'i';
        value = shape.Length switch { "hh" => signed ? (sbyte)value : (byte)value, "h" => signed ? (short)value : (ushort)value, _ => value };
        ulong magnitude = signed && value < 0 ? (ulong)-value : (ulong)value;
        if (shape.Length is not "ll" && !signed)
        {
            magnitude = (uint)magnitude;
        }
        string digits = shape.Conversion switch
        {
            'x' => magnitude.ToString("x", CultureInfo.InvariantCulture),
            'X' => magnitude.ToString("X", CultureInfo.InvariantCulture),
            'o' => Octal(magnitude),
            _ => magnitude.ToString(CultureInfo.InvariantCulture),
        };
        if (shape.Precision is { } precision)
        {
            digits = magnitude == 0 && precision == 0 ? "" : digits.PadLeft(precision, '0');
        }
        bool alternative = shape.Flags.Contains('#', StringComparison.Ordinal);
        if (alternative && shape.Conversion == 'o' && !digits.StartsWith('0'))
        {
            digits = "0" + digits;
        }
        string sign = signed ? Sign(shape, value < 0) : alternative && magnitude != 0 && (shape.Conversion is 'x' or 'X') ? "0" + shape.Conversion : "";
        return Pad(shape, sign, digits, zeros: shape.Precision is null);
    }

    public static string Float(PrintPiece shape, double value)
    {
        bool upper = char.IsUpper(shape.Conversion);
        string sign = Sign(shape, double.IsNegative(value));
        if (!double.IsFinite(value))
        {
            string word = double.IsNaN(value) ? "nan" : "inf";
            return Pad(shape, sign, upper ? word.ToUpperInvariant() : word, zeros: false);
        }
        value = Math.Abs(value);
        int precision = shape.Precision ?? 6;
        bool point = shape.Flags.Contains('#', StringComparison.Ordinal);
        string text;
        switch (char.ToLowerInvariant(shape.Conversion))
        {
            case 'f':
                text = Fixed(value, precision, point);
                break;
            case 'e':
                text = Scientific(value, precision, point, out _);
                break;
            default:
                int digits = Math.Max(1, precision);
                text = Scientific(value, digits - 1, point, out int exponent);
                if (exponent >= -4 && exponent < digits)
                {
                    text = Fixed(value, digits - 1 - exponent, point);
                }
                if (!point)
                {
                    text = WithoutZeros(text);
                }
                break;
        }
        return Pad(shape, sign, upper ? text.ToUpperInvariant() : text, zeros: true);
    }

    private static string Sign(PrintPiece shape, bool negative) =>
        negative ? "-" : shape.Flags.Contains('+', StringComparison.Ordinal) ? "+" : shape.Flags.Contains(' ', StringComparison.Ordinal) ? " " : "";

    private static string Pad(PrintPiece shape, string sign, string text, bool zeros)
    {
        int width = shape.Width ?? 0;
        int missing = width - sign.Length - text.Length;
        return missing <= 0 ? sign + text
            : shape.Flags.Contains('-', StringComparison.Ordinal) ? sign + text + new string(' ', missing)
            : zeros && shape.Flags.Contains('0', StringComparison.Ordinal) ? sign + new string('0', missing) + text
            : new string(' ', missing) + sign + text;
    }

    private static string Octal(ulong value)
    {
        string text = "";
        do
        {
            text = (char)('0' + (value & 7)) + text;
            value >>= 3;
        }
        while (value != 0);
        return text;
    }

    private static string Fixed(double value, int precision, bool point)
    {
        string digits = Scaled(value, precision).ToString(CultureInfo.InvariantCulture).PadLeft(precision + 1, '0');
        return digits[..^precision] + (precision > 0 || point ? "." : "") + digits[^precision..];
    }

    private static string Scientific(double value, int precision, bool point, out int exponent)
    {
        exponent = value == 0 ? 0 : (int)Math.Floor(Math.Log10(value));
        // The estimate is one off near powers of ten, and rounding may carry: until the first digit stands alone.
        string digits = Scaled(value, precision - exponent).ToString(CultureInfo.InvariantCulture);
        while (value != 0 && digits.Length != precision + 1)
        {
            exponent += Math.Sign(digits.Length - precision - 1);
            digits = Scaled(value, precision - exponent).ToString(CultureInfo.InvariantCulture);
        }
        digits = digits.PadRight(precision + 1, '0');
        return Invariant($"{digits[0]}{(precision > 0 || point ? "." : "")}{digits[1..]}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
    }

    private static string WithoutZeros(string text)
    {
        int end = text.IndexOf('e', StringComparison.Ordinal);
        string tail = end < 0 ? "" : text[end..];
        string head = end < 0 ? text : text[..end];
        return (head.Contains('.', StringComparison.Ordinal) ? head.TrimEnd('0').TrimEnd('.') : head) + tail;
    }

    /// <summary>The value times a power of ten, to the nearest integer, ties to even; exact.</summary>
    private static BigInteger Scaled(double value, int power)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int field = (int)(bits >> 52 & 0x7FF);
        BigInteger numerator = (bits & 0xFFFFFFFFFFFFF) | (field == 0 ? 0 : 1L << 52);
        int exponent = Math.Max(field, 1) - 1075;
        var denominator = BigInteger.One;
        if (power >= 0)
        {
            numerator *= BigInteger.Pow(10, power);
        }
        else
        {
            denominator *= BigInteger.Pow(10, -power);
        }
        if (exponent >= 0)
        {
            numerator <<= exponent;
        }
        else
        {
            denominator <<= -exponent;
        }
        var whole = BigInteger.DivRem(numerator, denominator, out var rest);
        int half = (rest * 2).CompareTo(denominator);
        return half > 0 || (half == 0 && !whole.IsEven) ? whole + 1 : whole;
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
