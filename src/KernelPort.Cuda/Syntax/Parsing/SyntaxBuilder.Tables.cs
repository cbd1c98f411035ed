using KernelPort.Core;
using KernelPort.Cuda.Syntax.Classification;
using KernelPort.Grammar;

namespace KernelPort.Cuda.Syntax.Parsing;

/// <content>Tables of literals, which come without a parse tree.</content>
internal sealed partial class SyntaxBuilder
{
    private BraceExpr Table(ParserToken token)
    {
        int at = 0;
        return Table(TableOf(token).Span, ref at);
    }

    private BraceExpr Table(ReadOnlySpan<ClassifiedToken> tokens, ref int at)
    {
        CheckStack();
        var open = tokens[at++].Token;
        var elements = new List<ExprSyntax>();
        while (tokens[at].Kind != TokenKind.RBrace)
        {
            elements.Add(tokens[at].Kind == TokenKind.LBrace ? Table(tokens, ref at) : Number(tokens, ref at));
            at += tokens[at].Kind == TokenKind.Comma ? 1 : 0;
        }
        return new BraceExpr(Origin.Place(open, tokens[at++].Token), [.. elements]);
    }

    private static ExprSyntax Number(ReadOnlySpan<ClassifiedToken> tokens, ref int at)
    {
        var first = tokens[at].Token;
        bool signed = LiteralTable.IsSign(tokens[at].Kind);
        var (token, kind) = tokens[signed ? at + 1 : at];
        at += signed ? 2 : 1;
        var literal = new LiteralSyntax(Origin.Place(token, token), LiteralKindOf(kind), token.Text);
        return signed ? new PrefixExpr(Origin.Place(first, token), first.Text, literal) : literal;
    }
}
