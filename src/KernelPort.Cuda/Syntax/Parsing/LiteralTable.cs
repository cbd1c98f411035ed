using KernelPort.Cuda.Syntax.Classification;
using KernelPort.Grammar;

namespace KernelPort.Cuda.Syntax.Parsing;

/// <summary>
/// Finds long braced lists of nothing but literals. Programs carry whole data sets in them; a parse tree would take a thousand bytes for
/// each number, all at once, since a table is one declaration.
/// </summary>
internal static class LiteralTable
{
    private const int Shortest = 32;

    /// <summary>The index behind the closing brace of a table that opens here; -1 where there is none worth folding.</summary>
    public static int EndOf(ClassifiedToken[] tokens, int open, int limit)
    {
        int depth = 0;
        bool wantsElement = true;
        for (int i = open; i < limit; i++)
        {
            var kind = tokens[i].Kind;
            switch (kind)
            {
                case TokenKind.LBrace when wantsElement:
                    depth++;
                    break;
                // after a comma too, and in an empty list; an element ends here
                case TokenKind.RBrace when !wantsElement || tokens[i - 1].Kind is TokenKind.LBrace or TokenKind.Comma:
                    if (--depth == 0)
                    {
                        return i + 1 - open >= Shortest ? i + 1 : -1;
                    }
                    wantsElement = false;
                    break;
                case TokenKind.Comma when !wantsElement:
                    wantsElement = true;
                    break;
                case var sign when IsSign(sign) && wantsElement && i + 1 < limit && IsLiteral(tokens[i + 1].Kind):
                    break;
                default:
                    if (!wantsElement || !IsLiteral(kind))
                    {
                        return -1;
                    }
                    wantsElement = false;
                    break;
            }
        }
        return -1;
    }

    public static bool IsSign(TokenKind kind) => kind is TokenKind.Plus or TokenKind.Minus;

    private static bool IsLiteral(TokenKind kind) => kind is TokenKind.IntegerLiteral or TokenKind.FloatingLiteral or TokenKind.CharacterLiteral
        or TokenKind.KwTrue or TokenKind.KwFalse or TokenKind.KwNullptr;
}
