namespace KernelPort.Twin;

/// <summary>C++ text with its tokens, and the brackets that belong together.</summary>
internal class CxxText(string text)
{
    protected string Text { get; } = text;

    protected List<CxxToken> Tokens { get; } = CxxTokens.Read(text);

    protected string Spell(int i) => i >= 0 && i < Tokens.Count ? Text[Tokens[i].Start..Tokens[i].End] : "";

    protected char First(int i) => i >= 0 && i < Tokens.Count ? Text[Tokens[i].Start] : '\0';

    protected bool Is(int i, char c) => First(i) == c && Tokens[i].End == Tokens[i].Start + 1;

    protected int Close(int open)
    {
        int depth = 0;
        var branches = new Stack<int>();
        for (int i = open; i < Tokens.Count; i++)
        {
            char c = Tokens[i].End == Tokens[i].Start + 1 ? First(i) : ' ';
            depth = c == '#' ? Branch(Spell(i + 1), depth, branches) : depth;
            depth += c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }
        return Tokens.Count - 1;
    }

    // A brace may be opened on both sides of an #else: each side starts from the depth before its #if.
    private static int Branch(string directive, int depth, Stack<int> branches)
    {
        switch (directive)
        {
            case "if" or "ifdef" or "ifndef":
                branches.Push(depth);
                return depth;
            case "else" or "elif":
                return branches.Count > 0 ? branches.Peek() : depth;
            case "endif":
                branches.TryPop(out _);
                return depth;
            default:
                return depth;
        }
    }

    protected int Open(int close)
    {
        int depth = 0;
        for (int i = close; i >= 0; i--)
        {
            char c = Tokens[i].End == Tokens[i].Start + 1 ? First(i) : ' ';
            depth += c is '(' or '[' or '{' ? -1 : c is ')' or ']' or '}' ? 1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }
        return 0;
    }

    protected int CloseAngle(int open)
    {
        int depth = 0;
        for (int i = open; i < Tokens.Count; i++)
        {
            if (Is(i, '(') || Is(i, '[') || Is(i, '{'))
            {
                i = Close(i);
            }
            depth += Is(i, '<') ? 1 : Is(i, '>') && !Is(i - 1, '-') ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
            if (Is(i, ';'))
            {
                break;
            }
        }
        return open;
    }

    protected int OpenAngle(int close)
    {
        int depth = 0;
        for (int i = close; i >= 0; i--)
        {
            if (Is(i, ')') || Is(i, ']') || Is(i, '}'))
            {
                i = Open(i);
            }
            depth += Is(i, '>') && !Is(i - 1, '-') ? 1 : Is(i, '<') ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
            if (Is(i, ';'))
            {
                break;
            }
        }
        return close;
    }
}
