using System.Globalization;
using System.Numerics;
using KernelPort.Core;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Semantics;

/// <summary>Reads literals with C++'s rules for their types.</summary>
internal static class Literals
{
    public static (CType Type, Literal Value) Parse(LiteralSyntax literal) => literal.Kind switch
    {
        LiteralKind.Boolean => (CType.Bool, Build.Bool(literal.Text == "true")),
        LiteralKind.NullPointer => (new PointerCType(CType.Void), new Literal(new PointerType(IrType.Void, AddressSpace.Generic), 0)),
        LiteralKind.Character => ParseCharacter(literal),
        LiteralKind.Integer => ParseInteger(literal),
        LiteralKind.Floating => ParseFloating(literal),
        _ => throw new LoweringException(SemanticRules.NotSupported.At(literal.Span, "a string literal in device code")),
    };

    private static (CType, Literal) ParseInteger(LiteralSyntax literal)
    {
        string text = literal.Text.Replace("'", "", StringComparison.Ordinal);
        int end = text.Length;
        bool hex = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        while (end > 0 && text[end - 1] is 'u' or 'U' or 'l' or 'L' or 'z' or 'Z')
        {
            end--;
        }
        string suffix = text[end..].ToLowerInvariant();
        string digits = text[..end];
        if (!TryParseDigits(digits, out var value) || value > ulong.MaxValue)
        {
            throw new LoweringException(SemanticRules.BadLiteral.At(literal.Span));
        }
        bool isUnsigned = suffix.Contains('u', StringComparison.Ordinal);
        int longs = suffix.Count(c => c == 'l');
        bool isDecimal = !hex && (digits.Length == 1 || digits[0] != '0');
        var type = Choose(value, isUnsigned, longs, isDecimal);
        return (type, Build.Int(Layout.Scalar(type), unchecked((long)(ulong)value)));
    }

    private static ArithCType Choose(BigInteger value, bool isUnsigned, int longs, bool isDecimal)
    {
        if (longs == 0 && !isUnsigned && value <= int.MaxValue)
        {
            return CType.Int;
        }
        if (longs == 0 && (isUnsigned || !isDecimal) && value <= uint.MaxValue)
        {
            return CType.UInt;
        }
        bool signed = !isUnsigned && (value <= long.MaxValue || isDecimal);
        return longs == 2 ? (signed ? CType.LongLong : CType.ULongLong) : signed ? CType.Long : CType.ULong;
    }

    private static bool TryParseDigits(string digits, out BigInteger value)
    {
        value = BigInteger.Zero;
        int radix = 10;
        int start = 0;
        if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            (radix, start) = (16, 2);
        }
        else if (digits.StartsWith("0b", StringComparison.OrdinalIgnoreCase))
        {
            (radix, start) = (2, 2);
        }
        else if (digits.Length > 1 && digits[0] == '0')
        {
            (radix, start) = (8, 1);
        }
        if (start >= digits.Length || digits.Length > 80)
        {
            return false;
        }
        foreach (char c in digits.AsSpan(start))
        {
            int digit = char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : radix;
            if (digit >= radix)
            {
                return false;
            }
            value = value * radix + digit;
        }
        return true;
    }

    private static (CType, Literal) ParseFloating(LiteralSyntax literal)
    {
        string text = literal.Text.Replace("'", "", StringComparison.Ordinal);
        bool hex = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        bool isFloat = text[^1] is 'f' or 'F' && !(hex && !text.Contains('p', StringComparison.OrdinalIgnoreCase));
        if (isFloat || text[^1] is 'l' or 'L')
        {
            text = text[..^1];
        }
        double value;
        if (hex)
        {
            if (!TryParseHexFloat(text, out value))
            {
                throw new LoweringException(SemanticRules.BadLiteral.At(literal.Span));
            }
        }
        else if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
        {
            throw new LoweringException(SemanticRules.BadLiteral.At(literal.Span));
        }
        if (!isFloat)
        {
            return (CType.Double, Build.F64(value));
        }
        // Straight to float: by way of double it could be rounded twice.
        float single = hex ? (float)value : float.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return (CType.Float, Build.F32(single));
    }

    private static bool TryParseHexFloat(string text, out double value)
    {
        value = 0;
        int p = text.IndexOfAny(['p', 'P']);
        if (p < 0 || !int.TryParse(text.AsSpan(p + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int exponent))
        {
            return false;
        }
        var mantissa = BigInteger.Zero;
        bool point = false;
        foreach (char c in text.AsSpan(2, p - 2))
        {
            if (c == '.')
            {
                point = true;
                continue;
            }
            if (!char.IsAsciiHexDigit(c))
            {
                return false;
            }
            mantissa = mantissa * 16 + Convert.ToInt32(c.ToString(), 16);
            exponent -= point ? 4 : 0;
        }
        value = Math.ScaleB((double)mantissa, exponent);
        return true;
    }

    private static (CType, Literal) ParseCharacter(LiteralSyntax literal)
    {
        string text = literal.Text;
        int open = text.IndexOf('\'', StringComparison.Ordinal);
        string body = open < 0 || text.Length < open + 3 ? "" : text[(open + 1)..^1];
        int value = body switch
        {
            { Length: 1 } => (sbyte)body[0],
            ['\\', var c, ..] => Escape(body, c),
            _ => throw new LoweringException(SemanticRules.BadLiteral.At(literal.Span)),
        };
        return (CType.Char, Build.Int(IrType.I8, value));
    }

    public static int Escape(string body, char c) => c switch
    {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        '0' or '1' or '2' or '3' or '4' or '5' or '6' or '7' => Convert.ToInt32(body[1..], 8),
        'x' => Convert.ToInt32(body[2..], 16),
        'a' => 7,
        'b' => 8,
        'f' => 12,
        'v' => 11,
        'e' => 27,
        _ => c,
    };
}
