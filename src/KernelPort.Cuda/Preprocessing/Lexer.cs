using KernelPort.Core;
using KernelPort.Grammar;
using static KernelPort.Grammar.TokenKind;

namespace KernelPort.Cuda.Preprocessing;

/// <summary>Turns a file's text into raw tokens: no trivia, names interned, every token with its place and what stood before it.</summary>
public sealed class Lexer
{
    private readonly SourceText _source;
    private readonly string _text;
    private readonly NameTable _names;
    private readonly List<Token> _tokens;
    private readonly List<Diagnostic> _diagnostics = [];
    private TokenFlags _flags = TokenFlags.LineStart;
    private int _at;

    private Lexer(SourceText source, NameTable names)
    {
        _source = source;
        _text = source.Text;
        _names = names;
        _tokens = new List<Token>((_text.Length / 4) + 16);
    }

    public static LexedFile Lex(SourceText source, NameTable names)
    {
        var lexer = new Lexer(source, names);
        lexer.Run();
        return new LexedFile(source, [.. lexer._tokens], lexer._diagnostics);
    }

    private void Run()
    {
        // a UTF-8 byte order mark, read as Latin-1
        if (_text.StartsWith("\u00EF\u00BB\u00BF", StringComparison.Ordinal))
        {
            _at = 3;
        }
        while (SkipTrivia())
        {
            int start = _at;
            char c = _text[_at];
            if (CharacterTable.IsNameStart(c))
            {
                LexName(start);
            }
            else if (CharacterTable.IsDigit(c) || (c == '.' && CharacterTable.IsDigit(Peek(1))))
            {
                LexNumber(start);
            }
            else if (c is '"' or '\'')
            {
                LexQuoted(start, raw: false);
            }
            else
            {
                var (kind, length) = Punctuation.Read(_text, _at);
                if (kind == Unknown && c == '\\' && LooksLikeUniversalName())
                {
                    LexName(start);
                    continue;
                }
                _at += length;
                Add(kind, start, null);
            }
        }
    }

    private char Peek(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private void Add(TokenKind kind, int start, Name? name)
    {
        _tokens.Add(new Token(kind, _source, start, _at - start, name, _flags, _tokens.Count));
        _flags = TokenFlags.None;
    }

    /// <summary>Moves to the next token; false at the end of the text.</summary>
    private bool SkipTrivia()
    {
        while (_at < _text.Length)
        {
            char c = _text[_at];
            if (c is ' ' or '\t' or '\r' or '\f' or '\v')
            {
                _at++;
                _flags |= TokenFlags.SpaceBefore;
            }
            else if (c == '\n')
            {
                _at++;
                _flags |= TokenFlags.SpaceBefore | TokenFlags.LineStart;
            }
            else if (c == '\\' && SpliceLength(_at) is var splice and > 0)
            {
                _at += splice;
            }
            else if (c == '/' && Peek(1) == '/')
            {
                SkipLineComment();
            }
            else if (c == '/' && Peek(1) == '*')
            {
                SkipBlockComment();
            }
            else
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The length of a line continuation at an offset; 0 where there is none.</summary>
    private int SpliceLength(int at)
    {
        if (at >= _text.Length || _text[at] != '\\')
        {
            return 0;
        }
        int next = at + 1;
        // compilers allow blanks between the backslash and the line end
        while (next < _text.Length && _text[next] is ' ' or '\t')
        {
            next++;
        }
        if (next < _text.Length && _text[next] == '\r')
        {
            next++;
        }
        return next < _text.Length && _text[next] == '\n' ? next + 1 - at : 0;
    }

    private void SkipLineComment()
    {
        _flags |= TokenFlags.SpaceBefore;
        while (_at < _text.Length && _text[_at] != '\n')
        {
            int splice = SpliceLength(_at);
            _at += splice > 0 ? splice : 1;
        }
    }

    private void SkipBlockComment()
    {
        _flags |= TokenFlags.SpaceBefore;
        int end = _text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
        if (end < 0)
        {
            _diagnostics.Add(CudaSyntaxRules.UnterminatedComment.At(new Span(_source, _at, 2)));
            _at = _text.Length;
            return;
        }
        _at = end + 2;
    }

    private void LexName(int start)
    {
        bool spliced = false;
        while (_at < _text.Length)
        {
            if (CharacterTable.IsNamePart(_text[_at]))
            {
                _at++;
            }
            else if (_text[_at] == '\\' && SpliceLength(_at) is var splice and > 0 && _at + splice < _text.Length && CharacterTable.IsNamePart(_text[_at + splice]))
            {
                _at += splice;
                spliced = true;
            }
            else if (LooksLikeUniversalName())
            {
                _at += Peek(1) == 'u' ? 6 : 10;
            }
            else
            {
                break;
            }
        }
        var text = _text.AsSpan(start, _at - start);
        char next = Peek(0);
        if (next is '"' or '\'' && text.Length <= 3 && IsLiteralPrefix(text, next))
        {
            LexQuoted(start, raw: next == '"' && text[^1] == 'R');
            return;
        }
        if (spliced)
        {
            _flags |= TokenFlags.Spliced;
            text = WithoutSplices(start, _at);
        }
        var name = _names.Get(text);
        Add(name.Kind, start, name);
    }

    private bool LooksLikeUniversalName()
    {
        int digits = Peek(1) switch { 'u' => 4, 'U' => 8, _ => 0 };
        if (digits == 0 || Peek(0) != '\\' || _at + 2 + digits > _text.Length)
        {
            return false;
        }
        for (int i = 0; i < digits; i++)
        {
            if (!char.IsAsciiHexDigit(_text[_at + 2 + i]))
            {
                return false;
            }
        }
        return true;
    }

    private string WithoutSplices(int start, int end)
    {
        var text = new System.Text.StringBuilder();
        for (int i = start; i < end;)
        {
            int splice = SpliceLength(i);
            if (splice > 0)
            {
                i += splice;
                continue;
            }
            text.Append(_text[i++]);
        }
        return text.ToString();
    }

    private static bool IsLiteralPrefix(ReadOnlySpan<char> text, char quote) =>
        text is "u8" or "u" or "U" or "L" || (quote == '"' && text is "R" or "u8R" or "uR" or "UR" or "LR");

    /// <summary>A preprocessing number: what follows decides between integer and floating.</summary>
    private void LexNumber(int start)
    {
        bool hex = _text[_at] == '0' && Peek(1) is 'x' or 'X';
        bool floating = _text[_at] == '.';
        _at++;
        while (_at < _text.Length)
        {
            char c = _text[_at];
            char before = (char)(_text[_at - 1] | 0x20);
            if (c == '.')
            {
                floating = true;
            }
            else if (c is '+' or '-' && (hex ? before == 'p' : before == 'e'))
            {
                floating = true;
            }
            else if (c == '\'' && CharacterTable.IsNamePart(Peek(1)))
            {
                _at++;
            }
            else if (CharacterTable.IsNamePart(c))
            {
                char lower = (char)(c | 0x20);
                floating |= hex ? lower == 'p' : lower == 'e' && (CharacterTable.IsDigit(Peek(1)) || Peek(1) is '+' or '-');
            }
            else
            {
                break;
            }
            _at++;
        }
        Add(floating ? FloatingLiteral : IntegerLiteral, start, null);
    }

    /// <summary>A string or character literal with its suffix; the position is at the opening quote.</summary>
    private void LexQuoted(int start, bool raw)
    {
        char quote = _text[_at];
        if (raw)
        {
            SkipRawString(start);
        }
        else
        {
            SkipQuoted(start, quote);
        }
        // a user-defined literal's suffix
        if (CharacterTable.IsNameStart(Peek(0)) && Peek(0) == '_')
        {
            while (CharacterTable.IsNamePart(Peek(0)))
            {
                _at++;
            }
        }
        Add(quote == '"' ? StringLiteral : CharacterLiteral, start, null);
    }

    private void SkipQuoted(int start, char quote)
    {
        _at++;
        while (_at < _text.Length && _text[_at] != '\n')
        {
            char c = _text[_at];
            if (c == '\\')
            {
                int splice = SpliceLength(_at);
                _at = Math.Min(_text.Length, _at + (splice > 0 ? splice : 2));
                continue;
            }
            _at++;
            if (c == quote)
            {
                return;
            }
        }
        _diagnostics.Add(CudaSyntaxRules.UnterminatedLiteral.At(new Span(_source, start, Math.Max(1, _at - start)), quote.ToString()));
    }

    private void SkipRawString(int start)
    {
        int open = _text.IndexOf('(', _at);
        if (open >= 0 && open - _at <= 17)
        {
            string close = ")" + _text.Substring(_at + 1, open - _at - 1) + "\"";
            int end = _text.IndexOf(close, open, StringComparison.Ordinal);
            if (end >= 0)
            {
                _at = end + close.Length;
                return;
            }
        }
        _diagnostics.Add(CudaSyntaxRules.UnterminatedLiteral.At(new Span(_source, start, 1), "raw string"));
        _at = _text.Length;
    }
}
