using KernelPort.Cuda.Preprocessing;
using KernelPort.Grammar;

namespace KernelPort.Migration;

/// <summary>Declarations that only the tokens show: macros, and what stands in text that was not parsed.</summary>
internal static class TokenDeclarations
{
    public static void Collect(RawFile file, DeclaredNames names, bool own)
    {
        var tokens = file.Tokens;
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == TokenKind.Hash && tokens[i].IsLineStart)
            {
                if (i + 2 < tokens.Length && tokens[i + 1].Text == "define" && tokens[i + 2].Name is { } macro && !tokens[i + 2].IsLineStart)
                {
                    Add(names, macro.Text, own, tokens[i + 2]);
                    i = AddParameters(tokens, i + 3, names);
                }
                continue;
            }
            // "void name(" and "int name;" say enough even in a branch that nobody took
            if (tokens[i].Kind == TokenKind.Identifier && (file.Uses[i] & RawTokenUse.Inactive) != 0 && LooksDeclared(tokens, i))
            {
                Add(names, tokens[i].Text, own, tokens[i]);
            }
        }
    }

    private static bool LooksDeclared(Token[] tokens, int at)
    {
        if (at == 0 || at + 1 >= tokens.Length || tokens[at + 1].Kind is not (TokenKind.LParen or TokenKind.Semi or TokenKind.Assign or TokenKind.LBrack or TokenKind.Comma))
        {
            return false;
        }
        int before = at - 1;
        while (before > 0 && tokens[before].Kind is TokenKind.Star or TokenKind.Amp)
        {
            before--;
        }
        return tokens[before].Kind is TokenKind.KwVoid or TokenKind.KwBool or TokenKind.KwChar or TokenKind.KwShort or TokenKind.KwInt
            or TokenKind.KwLong or TokenKind.KwFloat or TokenKind.KwDouble or TokenKind.KwSigned or TokenKind.KwUnsigned or TokenKind.KwAuto;
    }

    private static int AddParameters(Token[] tokens, int at, DeclaredNames names)
    {
        if (at >= tokens.Length || tokens[at].Kind != TokenKind.LParen || tokens[at].HasSpaceBefore || tokens[at].IsLineStart)
        {
            return at - 1;
        }
        int end = at;
        while (end < tokens.Length && (end == at || !tokens[end].IsLineStart))
        {
            end++;
        }
        var whole = tokens[at].Span.To(tokens[end - 1].Span);
        int close = at + 1;
        for (; close < end && tokens[close].Kind != TokenKind.RParen; close++)
        {
            if (tokens[close].Name is { } parameter)
            {
                names.AddWithin(parameter.Text, whole);
            }
        }
        return close;
    }

    private static void Add(DeclaredNames names, string name, bool own, Token place)
    {
        if (own)
        {
            names.AddEverywhere(name, place.Span);
        }
        else
        {
            names.AddForeign(name);
        }
    }
}
