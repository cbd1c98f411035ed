using Antlr4.Runtime;
using Antlr4.Runtime.Misc;
using KernelPort.Core;
using KernelPort.Cuda.Syntax.Classification;
using KernelPort.Grammar;

namespace KernelPort.Cuda.Syntax.Parsing;

/// <summary>Says in a person's words what the parser stumbled over, and puts it where the mistake is.</summary>
internal static class SyntaxErrorText
{
    private static readonly (TokenKind Kind, string Text)[] Closers =
    [
        (TokenKind.RParen, ")"), (TokenKind.RBrack, "]"), (TokenKind.RBrace, "}"), (TokenKind.TemplateClose, ">"), (TokenKind.Colon, ":"),
        (TokenKind.LParen, "("), (TokenKind.LBrace, "{"), (TokenKind.Comma, ","), (TokenKind.Assign, "="),
    ];

    public static Diagnostic Describe(Parser parser, RecognitionException error, WindowTokenStream stream)
    {
        var token = error.OffendingToken as ParserToken ?? (ParserToken)stream.LT(1);
        var previous = token.TokenIndex > 0 && token.TokenIndex <= stream.Count ? stream.TokenAt(token.TokenIndex - 1) : null;
        var expected = Expected(parser, error);
        Diagnostic diagnostic;
        if (expected.Contains((int)TokenKind.Semi) && previous is not null)
        {
            diagnostic = CudaSyntaxRules.Expected.At(After(EndOfClass(stream, previous)), $"expected ';' after {Noun(error.Context)}");
        }
        else if (Closers.FirstOrDefault(c => expected.Contains((int)c.Kind) && expected.Count <= 12) is { Text: { } closer } && previous is not null)
        {
            diagnostic = CudaSyntaxRules.Expected.At(After(previous), $"expected '{closer}'");
        }
        else if (expected.Contains((int)TokenKind.IntegerLiteral))
        {
            diagnostic = CudaSyntaxRules.Expected.At(At(token, previous), "expected an expression");
        }
        else if (expected.Contains((int)TokenKind.KwInt))
        {
            diagnostic = CudaSyntaxRules.Expected.At(At(token, previous), "expected a type");
        }
        else if (expected.Contains((int)TokenKind.Identifier))
        {
            diagnostic = CudaSyntaxRules.Expected.At(At(token, previous), "expected a name");
        }
        else
        {
            diagnostic = token.Kind == TokenKind.EndOfFile
                ? CudaSyntaxRules.Expected.At(At(token, previous), "the declaration ends too early")
                : CudaSyntaxRules.UnexpectedToken.At(Origin.Place(token.Origin), Shorten(token.Text));
        }
        return Origin.Explain(diagnostic, token.Kind == TokenKind.EndOfFile && previous is not null ? previous.Origin : token.Origin);
    }

    /// <summary>A class without its ';' swallows the next declaration's specifiers: the mistake is behind the brace.</summary>
    private static ParserToken EndOfClass(WindowTokenStream stream, ParserToken previous)
    {
        int at = previous.TokenIndex;
        while (at > 0 && TokenClasses.IsSpecifier(stream.TokenAt(at).Kind))
        {
            at--;
        }
        return stream.TokenAt(at).Kind == TokenKind.RBrace ? stream.TokenAt(at) : previous;
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..37] + "...";

    private static IntervalSet Expected(Parser parser, RecognitionException error)
    {
        // where prediction stopped says more than where it began
        if (error is NoViableAltException { DeadEndConfigs: { } } && error.OffendingToken is not null)
        {
            return error.GetExpectedTokens() ?? new IntervalSet();
        }
        return error.GetExpectedTokens() ?? parser.GetExpectedTokens();
    }

    private static Span At(ParserToken token, ParserToken? previous) =>
        token.Kind == TokenKind.EndOfFile && previous is not null ? After(previous) : Origin.Place(token.Origin);

    /// <summary>The place right behind a token.</summary>
    private static Span After(ParserToken token)
    {
        var last = token.Last;
        return new Span(last.Source, last.End > 0 ? last.End - 1 : 0, 1);
    }

    private static string Noun(RuleContext? context)
    {
        for (var at = context; at is not null; at = at.Parent)
        {
            switch (at)
            {
                case CudaParser.ClassSpecifierContext or CudaParser.SimpleDeclarationContext { ChildCount: <= 1 }:
                    return "the declaration";
                case CudaParser.SimpleDeclarationContext:
                    return "the declaration";
                case CudaParser.SimpleStatementContext statement:
                    return statement.ChildCount > 0 && statement.GetChild(0) is CudaParser.ExpressionContext ? "the expression" : "the declaration";
                case CudaParser.ReturnStatementContext:
                    return "the return statement";
                case CudaParser.JumpStatementContext:
                    return "the jump";
                case CudaParser.DoStatementContext:
                    return "the do loop";
                case CudaParser.ForHeaderContext:
                    return "this part of the for loop";
                case CudaParser.UsingDeclarationContext:
                    return "the using declaration";
                case CudaParser.StatementContext:
                    return "the expression";
                case CudaParser.DeclarationContext:
                    return "the declaration";
            }
        }
        return "this";
    }
}
