using System.Text;

namespace KernelPort.Ir;

/// <summary>One piece of a printf format: plain text, or a conversion with what it takes from the arguments.</summary>
public sealed record PrintPiece(string Text, char Conversion)
{
    public string Flags { get; init; } = "";

    /// <summary>Null for none, -1 for `*`.</summary>
    public int? Width { get; init; }

    /// <summary>Null for none, -1 for `*`.</summary>
    public int? Precision { get; init; }

    /// <summary>`hh`, `h`, `l`, `ll` and their like.</summary>
    public string Length { get; init; } = "";

    public bool IsText => Conversion == '\0';

    public override string ToString() => IsText ? Text.Replace("%", "%%", StringComparison.Ordinal) : $"%{Flags}{Number(Width)}{(Precision is null ? "" : "." + Number(Precision))}{Length}{Conversion}";

    private static string Number(int? n) => n switch { null => "", -1 => "*", _ => Build.Invariant($"{n}") };
}

/// <summary>A printf format taken apart, as C has it. In the IR a 64-bit number says `ll`, and a text argument is part of the format.</summary>
public sealed class PrintFormat
{
    private PrintFormat(List<PrintPiece> pieces) => Pieces = pieces;

    public IReadOnlyList<PrintPiece> Pieces { get; }

    /// <summary>Null where it is no format that C defines.</summary>
    public static PrintFormat? Parse(string format)
    {
        var pieces = new List<PrintPiece>();
        var text = new StringBuilder();
        for (int at = 0; at < format.Length;)
        {
            if (format[at] != '%')
            {
                text.Append(format[at++]);
                continue;
            }
            if (at + 1 < format.Length && format[at + 1] == '%')
            {
                text.Append('%');
                at += 2;
                continue;
            }
            at++;
            string flags = Take(c => "-+ #0".Contains(c, StringComparison.Ordinal));
            if (!Number(out int? width))
            {
                return null;
            }
            int? precision = null;
            if (at < format.Length && format[at] == '.')
            {
                at++;
                if (!Number(out precision))
                {
                    return null;
                }
                precision ??= 0;
            }
            string length = Take(c => "hlLqjzt".Contains(c, StringComparison.Ordinal));
            if (at >= format.Length || !"diouxXcfFeEgGps".Contains(format[at], StringComparison.Ordinal) || length is not ("" or "hh" or "h" or "l" or "ll" or "j" or "z" or "t"))
            {
                return null;
            }
            if (text.Length > 0)
            {
                pieces.Add(new PrintPiece(text.ToString(), '\0'));
                text.Clear();
            }
            pieces.Add(new PrintPiece("", format[at++]) { Flags = flags, Width = width, Precision = precision, Length = length });

            string Take(Func<char, bool> fits)
            {
                int start = at;
                while (at < format.Length && fits(format[at]))
                {
                    at++;
                }
                return format[start..at];
            }

            bool Number(out int? number)
            {
                number = null;
                if (at < format.Length && format[at] == '*')
                {
                    at++;
                    number = -1;
                    return true;
                }
                string digits = Take(char.IsAsciiDigit);
                number = digits.Length is > 0 and < 5 ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : null;
                return digits.Length < 5;
            }
        }
        if (text.Length > 0)
        {
            pieces.Add(new PrintPiece(text.ToString(), '\0'));
        }
        return new PrintFormat(pieces);
    }

    /// <summary>Whether arguments of these types are what the IR's form of the format takes.</summary>
    public bool Fits(IReadOnlyList<IrType> arguments)
    {
        int next = 0;
        foreach (var p in Pieces.Where(p => !p.IsText))
        {
            for (int stars = (p.Width == -1 ? 1 : 0) + (p.Precision == -1 ? 1 : 0); stars > 0; stars--)
            {
                if (next >= arguments.Count || arguments[next++] != IrType.I32)
                {
                    return false;
                }
            }
            if (next >= arguments.Count || !Fits(p, arguments[next++]))
            {
                return false;
            }
        }
        return next == arguments.Count;
    }

    private static bool Fits(PrintPiece p, IrType type) => p.Conversion switch
    {
        'd' or 'i' => p.Length is "ll" ? type == IrType.I64 : p.Length is "" or "h" or "hh" && type == IrType.I32,
        'o' or 'u' or 'x' or 'X' => p.Length is "ll" ? type == IrType.U64 : p.Length is "" or "h" or "hh" && type == IrType.U32,
        'c' => p.Length.Length == 0 && type == IrType.I32,
        'p' => p.Length.Length == 0 && type is PointerType,
        's' => false,
        _ => p.Length.Length == 0 && (type == IrType.F32 || type == IrType.F64),
    };

    public override string ToString() => string.Concat(Pieces);
}
