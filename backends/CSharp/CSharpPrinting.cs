namespace KernelPort.Backends.CSharp;

/// <summary>Numbers as C's printf writes them, as text of C#: decimal digits of the exact value, ties to even.</summary>
internal static class CSharpPrinting
{
    public static readonly string[] Names = ["Formatted", "SignOf", "Padded", "ScaledByTen", "FixedPoint", "Scientific"];

    public const string Text = """

        static string Formatted(string flags, int? width, int? precision, string length, char conversion, long x)
        {
            if (conversion == 'c') return Padded(flags, width, "", ((char)unchecked((byte)x)).ToString(), false);
            x = length switch { "hh" => unchecked((sbyte)x), "h" => unchecked((short)x), _ => x };
            string digits = (x < 0 ? unchecked(0UL - (ulong)x) : (ulong)x).ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (precision >= 0) digits = x == 0 && precision == 0 ? "" : digits.PadLeft((int)precision, '0');
            return Padded(flags, width, SignOf(flags, x < 0), digits, !(precision >= 0));
        }
        static string Formatted(string flags, int? width, int? precision, string length, char conversion, ulong x)
        {
            if (conversion == 'p') return Padded(flags, width, "", x == 0 ? "(nil)" : "0x" + x.ToString("x"), false);
            x = length switch { "hh" => unchecked((byte)x), "h" => unchecked((ushort)x), _ => x };
            string digits = conversion switch { 'x' => x.ToString("x"), 'X' => x.ToString("X"), 'o' => x.ToString("b").PadLeft(66, '0'), _ => x.ToString(System.Globalization.CultureInfo.InvariantCulture) };
            if (conversion == 'o')
            {
                var octal = new System.Text.StringBuilder();
                for (int i = 0; i < 66; i += 3) octal.Append((char)('0' + (digits[i] - '0') * 4 + (digits[i + 1] - '0') * 2 + (digits[i + 2] - '0')));
                digits = octal.ToString().TrimStart('0');
                if (digits == "") digits = "0";
            }
            if (precision >= 0) digits = x == 0 && precision == 0 ? "" : digits.PadLeft((int)precision, '0');
            bool other = flags.Contains('#');
            if (other && conversion == 'o' && !digits.StartsWith('0')) digits = "0" + digits;
            return Padded(flags, width, other && x != 0 && (conversion == 'x' || conversion == 'X') ? "0" + conversion : "", digits, !(precision >= 0));
        }
        static string Formatted(string flags, int? width, int? precision, string length, char conversion, double x)
        {
            bool upper = char.IsUpper(conversion);
            string sign = SignOf(flags, double.IsNegative(x)), text;
            if (!double.IsFinite(x))
            {
                text = double.IsNaN(x) ? "nan" : "inf";
                return Padded(flags, width, sign, upper ? text.ToUpperInvariant() : text, false);
            }
            x = Math.Abs(x);
            int places = precision >= 0 ? (int)precision : 6;
            bool point = flags.Contains('#');
            switch (char.ToLowerInvariant(conversion))
            {
                case 'f':
                    text = FixedPoint(x, places, point);
                    break;
                case 'e':
                    text = Scientific(x, places, point, out _);
                    break;
                default:
                    int digits = Math.Max(1, places);
                    text = Scientific(x, digits - 1, point, out int exponent);
                    string tail = text.Substring(text.IndexOf('e'));
                    if (exponent >= -4 && exponent < digits) (text, tail) = (FixedPoint(x, digits - 1 - exponent, point), "");
                    string head = tail == "" ? text : text.Substring(0, text.IndexOf('e'));
                    text = (point || !head.Contains('.') ? head : head.TrimEnd('0').TrimEnd('.')) + tail;
                    break;
            }
            return Padded(flags, width, sign, upper ? text.ToUpperInvariant() : text, true);
        }
        static string SignOf(string flags, bool negative) => negative ? "-" : flags.Contains('+') ? "+" : flags.Contains(' ') ? " " : "";
        static string Padded(string flags, int? width, string sign, string text, bool zeros)
        {
            int missing = Math.Abs(width ?? 0) - sign.Length - text.Length;
            return missing <= 0 ? sign + text
                : width < 0 || flags.Contains('-') ? sign + text + new string(' ', missing)
                : zeros && flags.Contains('0') ? sign + new string('0', missing) + text
                : new string(' ', missing) + sign + text;
        }
        // The value times a power of ten, to the nearest integer, ties to even; exact.
        static string ScaledByTen(double x, int power)
        {
            long bits = BitConverter.DoubleToInt64Bits(x);
            int field = (int)(bits >> 52 & 0x7FF), exponent = Math.Max(field, 1) - 1075;
            System.Numerics.BigInteger above = bits & 0xFFFFFFFFFFFFF | (field == 0 ? 0 : 1L << 52), below = 1;
            if (power >= 0) above *= System.Numerics.BigInteger.Pow(10, power);
            else below *= System.Numerics.BigInteger.Pow(10, -power);
            if (exponent >= 0) above <<= exponent;
            else below <<= -exponent;
            var whole = System.Numerics.BigInteger.DivRem(above, below, out var rest);
            int half = (rest * 2).CompareTo(below);
            return (half > 0 || half == 0 && !whole.IsEven ? whole + 1 : whole).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        static string FixedPoint(double x, int places, bool point)
        {
            string digits = ScaledByTen(x, places).PadLeft(places + 1, '0');
            return digits.Substring(0, digits.Length - places) + (places > 0 || point ? "." : "") + digits.Substring(digits.Length - places);
        }
        static string Scientific(double x, int places, bool point, out int exponent)
        {
            exponent = x == 0 ? 0 : (int)Math.Floor(Math.Log10(x));
            string digits = ScaledByTen(x, places - exponent);
            // The estimate is one off near powers of ten, and rounding may carry.
            while (x != 0 && digits.Length != places + 1)
            {
                exponent += Math.Sign(digits.Length - places - 1);
                digits = ScaledByTen(x, places - exponent);
            }
            digits = digits.PadRight(places + 1, '0');
            return digits.Substring(0, 1) + (places > 0 || point ? "." : "") + digits.Substring(1) + (exponent < 0 ? "e-" : "e+") + Math.Abs(exponent).ToString("00", System.Globalization.CultureInfo.InvariantCulture);
        }

        """;
}
