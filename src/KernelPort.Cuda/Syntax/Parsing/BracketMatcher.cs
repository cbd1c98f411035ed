using KernelPort.Core;
using KernelPort.Cuda.Preprocessing;
using KernelPort.Grammar;
using static KernelPort.Grammar.TokenKind;

namespace KernelPort.Cuda.Syntax.Parsing;

/// <summary>Pairs brackets before anything else is looked at; says where that fails, with both places.</summary>
internal static class BracketMatcher
{
    /// <summary>The partner of every bracket, and how many of the tokens can be parsed: all, unless a bracket has no partner.</summary>
    public static (int[] Match, int Usable) Run(IReadOnlyList<Token> tokens, int depthLimit, DiagnosticBag bag)
    {
        var match = new int[tokens.Count];
        Array.Fill(match, -1);
        var open = new Stack<int>();
        int safe = 0;
        bool tooDeep = false;
        for (int i = 0; i < tokens.Count; i++)
        {
            var kind = tokens[i].Kind;
            if (kind is LParen or LBrace or LBrack)
            {
                open.Push(i);
                if (open.Count > depthLimit && !tooDeep)
                {
                    tooDeep = true;
                    bag.Add(Origin.Explain(CudaSyntaxRules.NestedTooDeep.At(Origin.Place(tokens[i]), depthLimit), tokens[i]));
                    return (match, StartOfDeclaration(tokens, open.Last(), safe));
                }
            }
            else if (kind is RParen or RBrace or RBrack)
            {
                if (open.Count == 0)
                {
                    bag.Add(Origin.Explain(CudaSyntaxRules.UnopenedBracket.At(Origin.Place(tokens[i]), tokens[i].Text), tokens[i]));
                    return (match, safe);
                }
                int partner = open.Peek();
                if (tokens[partner].Kind != Partner(kind))
                {
                    string expected = Text(Closer(tokens[partner].Kind));
                    var diagnostic = CudaSyntaxRules.MismatchedBracket.At(Origin.Place(tokens[i]), tokens[i].Text, expected)
                        .Note(Origin.Place(tokens[partner]), $"to close this '{tokens[partner].Text}'");
                    bag.Add(Origin.Explain(diagnostic, tokens[i]));
                    return (match, StartOfDeclaration(tokens, open.Last(), safe));
                }
                open.Pop();
                match[partner] = i;
                match[i] = partner;
            }
            if (open.Count == 0 && kind is Semi or RBrace)
            {
                safe = i + 1;
            }
        }
        if (open.Count == 0)
        {
            return (match, tokens.Count);
        }
        int innermost = open.Peek();
        int outermost = open.Last();
        var unclosed = CudaSyntaxRules.UnclosedBracket.At(Origin.Place(tokens[innermost]), tokens[innermost].Text);
        if (outermost != innermost)
        {
            unclosed = unclosed.Note(Origin.Place(tokens[outermost]), $"the outermost one left open is this '{tokens[outermost].Text}'");
        }
        bag.Add(Origin.Explain(unclosed, tokens[innermost]));
        return (match, StartOfDeclaration(tokens, outermost, safe));
    }

    private static int StartOfDeclaration(IReadOnlyList<Token> tokens, int bracket, int safe) => Math.Min(Math.Min(safe, bracket), tokens.Count);

    private static TokenKind Partner(TokenKind closer) => closer switch { RParen => LParen, RBrace => LBrace, _ => LBrack };

    private static TokenKind Closer(TokenKind opener) => opener switch { LParen => RParen, LBrace => RBrace, _ => RBrack };

    private static string Text(TokenKind kind) => kind switch { RParen => ")", RBrace => "}", _ => "]" };
}
