namespace KernelPort.Twin;

/// <summary>A stretch of C++ text that stands for one thing: a word, a literal, a character of punctuation, <c>::</c>.</summary>
internal readonly record struct CxxToken(int Start, int End, bool IsWord);

/// <summary>Splits text into tokens as far as a rewriter needs it: comments are stepped over, literals are whole, angle brackets come one by one.</summary>
internal static class CxxTokens
{
    public static List<CxxToken> Read(string text)
    {
        var tokens = new List<CxxToken>(text.Length / 4);
        int i = 0;
        while (i < text.Length)
        {
            int start = i;
            char c = text[i];
            if (char.IsWhiteSpace(c) || (c == '\\' && i + 1 < text.Length && text[i + 1] is '\n' or '\r'))
            {
                i++;
                continue;
            }
            if (c == '/' && i + 1 < text.Length && text[i + 1] is '/' or '*')
            {
                i = EndOfComment(text, i);
                continue;
            }
            bool word = char.IsAsciiLetterOrDigit(c) || c == '_' || c > 127;
            if (c == '"' && tokens.Count > 0 && tokens[^1].End == i && text[tokens[^1].Start..i] is "R" or "u8R" or "LR" or "uR" or "UR")
            {
                i = EndOfRawString(text, i);
            }
            else if (c is '"' or '\'')
            {
                i = EndOfLiteral(text, i);
            }
            else if (word)
            {
                bool number = char.IsAsciiDigit(c);
                while (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || text[i] == '_' || text[i] > 127 || (number && IsInNumber(text, i))))
                {
                    i++;
                }
            }
            else
            {
                i += c == ':' && i + 1 < text.Length && text[i + 1] == ':' ? 2 : 1;
            }
            tokens.Add(new CxxToken(start, i, word));
        }
        return tokens;
    }

    private static bool IsInNumber(string text, int i) =>
        text[i] == '.' || (text[i] == '\'' && i + 1 < text.Length && char.IsAsciiLetterOrDigit(text[i + 1])) || (text[i] is '+' or '-' && text[i - 1] is 'e' or 'E' or 'p' or 'P');

    private static int EndOfComment(string text, int at)
    {
        int end;
        if (text[at + 1] == '*')
        {
            end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
            return end < 0 ? text.Length : end + 2;
        }
        for (end = at; end < text.Length && (text[end] != '\n' || text[end - 1] == '\\' || (text[end - 1] == '\r' && text[end - 2] == '\\')); end++)
        {
        }
        return end;
    }

    private static int EndOfRawString(string text, int quote)
    {
        int open = text.IndexOf('(', quote);
        if (open < 0)
        {
            return text.Length;
        }
        string close = ")" + text[(quote + 1)..open] + "\"";
        int end = text.IndexOf(close, open, StringComparison.Ordinal);
        return end < 0 ? text.Length : end + close.Length;
    }

    private static int EndOfLiteral(string text, int quote)
    {
        int i = quote + 1;
        while (i < text.Length && text[i] != text[quote] && text[i] != '\n')
        {
            i += text[i] != '\\' ? 1 : i + 2 < text.Length && text[i + 1] == '\r' ? 3 : 2;
        }
        return Math.Min(i + (i < text.Length && text[i] == '\n' ? 0 : 1), text.Length);
    }
}
