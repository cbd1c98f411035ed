using System.Globalization;
using System.Text;

namespace KernelPort.Ir;

internal enum KirKind { Word, Number, Text, Let, Variable, Struct, Global, Coordinate, Sign, End }

/// <summary>A piece of `.kir` text. <paramref name="Index"/> is the number of a let or variable.</summary>
internal readonly record struct KirToken(KirKind Kind, string Text, int Index, int Line);

/// <summary>Cuts `.kir` text into tokens; `//` starts a comment.</summary>
internal sealed class KirLexer(string text)
{
    // Tables are as long as the greatest index: garbage must not make them huge.
    private const int MaxIndex = 1_000_000;

    private int _at;
    private int _line = 1;

    public static List<KirToken> Lex(string text)
    {
        var lexer = new KirLexer(text);
        var tokens = new List<KirToken>();
        do
        {
            tokens.Add(lexer.Next());
        }
        while (tokens[^1].Kind != KirKind.End);
        return tokens;
    }

    private char Peek(int ahead = 0) => _at + ahead < text.Length ? text[_at + ahead] : '\0';

    private KirToken Make(KirKind kind, string value, int index = 0) => new(kind, value, index, _line);

    private void SkipBlanks()
    {
        while (_at < text.Length)
        {
            char c = text[_at];
            if (c == '/' && Peek(1) == '/')
            {
                while (_at < text.Length && text[_at] != '\n')
                {
                    _at++;
                }
                continue;
            }
            if (!char.IsWhiteSpace(c))
            {
                return;
            }
            _line += c == '\n' ? 1 : 0;
            _at++;
        }
    }

    private KirToken Next()
    {
        SkipBlanks();
        if (_at >= text.Length)
        {
            return Make(KirKind.End, "the end of the text");
        }
        char c = Peek();
        if (IsWordStart(c))
        {
            return Make(KirKind.Word, Word());
        }
        if (char.IsAsciiDigit(c) || (c == '-' && char.IsAsciiDigit(Peek(1))))
        {
            return Make(KirKind.Number, Number());
        }
        switch (c)
        {
            case '"':
                return Make(KirKind.Text, Quoted());
            case '%' when char.IsAsciiDigit(Peek(1)):
                return Numbered(KirKind.Let);
            case '$':
                return Numbered(KirKind.Variable);
            case '%':
                _at++;
                return Make(KirKind.Struct, Name());
            case '@':
                _at++;
                return Make(KirKind.Global, Name());
            case '#':
                _at++;
                return Make(KirKind.Coordinate, Name());
            case '(' or ')' or '{' or '}' or '[' or ']' or '<' or '>' or ',' or ':' or '=' or '.':
                _at++;
                return Make(KirKind.Sign, c.ToString());
            default:
                throw new KirFormatException(_line, Build.Invariant($"character U+{(int)c:x4} is not expected"));
        }
    }

    private static bool IsWordStart(char c) => char.IsAsciiLetter(c) || c == '_';

    private string Word()
    {
        int start = _at;
        while (char.IsAsciiLetterOrDigit(Peek()) || Peek() == '_')
        {
            _at++;
        }
        return text[start.._at];
    }

    private string Name()
    {
        if (Peek() == '"')
        {
            return Quoted();
        }
        return IsWordStart(Peek()) ? Word() : throw new KirFormatException(_line, "a name is expected");
    }

    // %12.name or $3.name
    private KirToken Numbered(KirKind kind)
    {
        _at++;
        int start = _at;
        while (char.IsAsciiDigit(Peek()))
        {
            _at++;
        }
        if (!int.TryParse(text.AsSpan(start, _at - start), NumberStyles.None, CultureInfo.InvariantCulture, out int index) || index > MaxIndex || Peek() != '.')
        {
            throw new KirFormatException(_line, "a number and a name are expected");
        }
        _at++;
        return Make(kind, Name(), index);
    }

    private string Number()
    {
        int start = _at;
        _at++;
        if (text[start] == '0' && Peek() == 'x')
        {
            _at++;
            while (char.IsAsciiHexDigit(Peek()))
            {
                _at++;
            }
            return text[start.._at];
        }
        while (char.IsAsciiDigit(Peek()) || (Peek() == '.' && char.IsAsciiDigit(Peek(1))))
        {
            _at++;
        }
        if (Peek() is 'E' or 'e')
        {
            _at += Peek(1) is '+' or '-' ? 2 : 1;
            while (char.IsAsciiDigit(Peek()))
            {
                _at++;
            }
        }
        return text[start.._at];
    }

    private string Quoted()
    {
        var value = new StringBuilder();
        for (_at++; Peek() != '"'; _at++)
        {
            if (_at >= text.Length || Peek() == '\n')
            {
                throw new KirFormatException(_line, "a text is not closed");
            }
            if (Peek() == '\\')
            {
                _at++;
                if (Peek() == 'n')
                {
                    value.Append('\n');
                    continue;
                }
                if (Peek() == 'x' && _at + 2 < text.Length && int.TryParse(text.AsSpan(_at + 1, 2), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out int code))
                {
                    value.Append((char)code);
                    _at += 2;
                    continue;
                }
            }
            value.Append(Peek());
        }
        _at++;
        return value.ToString();
    }
}
