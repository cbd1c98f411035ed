namespace KernelPort.Ir;

/// <summary>
/// Numbers as C's printf writes them: decimal digits of the exact value, ties to even. Generated C# holds this class as it stands here, so it needs nothing
/// but the framework, names what is outside of System in full, and says where arithmetic wraps.
/// </summary>
public static class PrintedNumber
{
    /// <param name="width">Null for none; less than zero pads on the right, as `*` has it.</param>
    /// <param name="precision">Null or less than zero for none.</param>
    /// <param name="value">The argument's bits, extended by its sign where it has one.</param>
    public static string Integer(string flags, int? width, int? precision, string length, char conversion, long value)
    {
        if (conversion == 'c')
        {
            return Pad(flags, width, "", ((char)unchecked((byte)value)).ToString(), false);
        }
        if (conversion == 'p')
        {
            return Pad(flags, width, "", value == 0 ? "(nil)" : "0x" + value.ToString("x", Culture), false);
        }
        bool signed = conversion is 'd' or 'i';
        value = length switch
        {
            "hh" => signed ? unchecked((sbyte)value) : unchecked((byte)value),
            "h" => signed ? unchecked((short)value) : unchecked((ushort)value),
            "ll" => value,
            _ => signed ? value : unchecked((uint)value),
        };
        ulong magnitude = unchecked(signed && value < 0 ? 0 - (ulong)value : (ulong)value);
        string digits = conversion switch
        {
            'x' => magnitude.ToString("x", Culture),
            'X' => magnitude.ToString("X", Culture),
            'o' => Octal(magnitude),
            _ => magnitude.ToString(Culture),
        };
        if (precision >= 0)
        {
            digits = magnitude == 0 && precision == 0 ? "" : digits.PadLeft((int)precision, '0');
        }
        bool alternative = flags.Contains('#');
        if (alternative && conversion == 'o' && !digits.StartsWith('0'))
        {
            digits = "0" + digits;
        }
        string sign = signed ? Sign(flags, value < 0) : alternative && magnitude != 0 && conversion is 'x' or 'X' ? "0" + conversion : "";
        return Pad(flags, width, sign, digits, !(precision >= 0));
    }

    /// <inheritdoc cref="Integer"/>
    public static string Float(string flags, int? width, int? precision, char conversion, double value)
    {
        bool upper = char.IsUpper(conversion);
        string sign = Sign(flags, double.IsNegative(value));
        if (!double.IsFinite(value))
        {
            string word = double.IsNaN(value) ? "nan" : "inf";
            return Pad(flags, width, sign, upper ? word.ToUpperInvariant() : word, false);
        }
        value = Math.Abs(value);
        int places = precision >= 0 ? (int)precision : 6;
        bool point = flags.Contains('#');
        string text;
        switch (char.ToLowerInvariant(conversion))
        {
            case 'f':
                text = Fixed(value, places, point);
                break;
            case 'e':
                text = Scientific(value, places, point, out _);
                break;
            default:
                int digits = Math.Max(1, places);
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
        return Pad(flags, width, sign, upper ? text.ToUpperInvariant() : text, true);
    }

    private static System.Globalization.CultureInfo Culture => System.Globalization.CultureInfo.InvariantCulture;

    private static string Sign(string flags, bool negative) => negative ? "-" : flags.Contains('+') ? "+" : flags.Contains(' ') ? " " : "";

    private static string Pad(string flags, int? width, string sign, string text, bool zeros)
    {
        int missing = Math.Abs(width ?? 0) - sign.Length - text.Length;
        return missing <= 0 ? sign + text
            : width < 0 || flags.Contains('-') ? sign + text + new string(' ', missing)
            : zeros && flags.Contains('0') ? sign + new string('0', missing) + text
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
        string digits = Scaled(value, precision).ToString(Culture).PadLeft(precision + 1, '0');
        return digits[..^precision] + (precision > 0 || point ? "." : "") + digits[^precision..];
    }

    private static string Scientific(double value, int precision, bool point, out int exponent)
    {
        exponent = value == 0 ? 0 : (int)Math.Floor(Math.Log10(value));
        // The estimate is one off near powers of ten, and rounding may carry: until the first digit stands alone.
        string digits = Scaled(value, precision - exponent).ToString(Culture);
        while (value != 0 && digits.Length != precision + 1)
        {
            exponent += Math.Sign(digits.Length - precision - 1);
            digits = Scaled(value, precision - exponent).ToString(Culture);
        }
        digits = digits.PadRight(precision + 1, '0');
        return digits[..1] + (precision > 0 || point ? "." : "") + digits[1..] + (exponent < 0 ? "e-" : "e+") + Math.Abs(exponent).ToString("00", Culture);
    }

    private static string WithoutZeros(string text)
    {
        int end = text.IndexOf('e');
        string tail = end < 0 ? "" : text[end..];
        string head = end < 0 ? text : text[..end];
        return (head.Contains('.') ? head.TrimEnd('0').TrimEnd('.') : head) + tail;
    }

    /// <summary>The value times a power of ten, to the nearest integer, ties to even; exact.</summary>
    private static System.Numerics.BigInteger Scaled(double value, int power)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int field = (int)(bits >> 52 & 0x7FF);
        System.Numerics.BigInteger numerator = (bits & 0xFFFFFFFFFFFFF) | (field == 0 ? 0 : 1L << 52);
        int exponent = Math.Max(field, 1) - 1075;
        var denominator = System.Numerics.BigInteger.One;
        if (power >= 0)
        {
            numerator *= System.Numerics.BigInteger.Pow(10, power);
        }
        else
        {
            denominator *= System.Numerics.BigInteger.Pow(10, -power);
        }
        if (exponent >= 0)
        {
            numerator <<= exponent;
        }
        else
        {
            denominator <<= -exponent;
        }
        var whole = System.Numerics.BigInteger.DivRem(numerator, denominator, out var rest);
        int half = (rest * 2).CompareTo(denominator);
        return half > 0 || (half == 0 && !whole.IsEven) ? whole + 1 : whole;
    }
}
