using Antlr4.Runtime;
using Antlr4.Runtime.Tree;
using KernelPort.Core;
using KernelPort.Cuda.Preprocessing;
using KernelPort.Cuda.Syntax.Classification;
using KernelPort.Grammar;

namespace KernelPort.Cuda.Syntax.Parsing;

/// <summary>Turns the parse tree of one declaration into syntax records; the tree is dropped afterwards.</summary>
internal sealed partial class SyntaxBuilder
{
    private readonly StackGuard _stack = new();

    /// <summary>What is known of a folded body: why it was folded and the launches found in it.</summary>
    public required Func<Token, (string Reason, EquatableArray<ExprSyntax> Launches)> IslandOf { get; init; }

    /// <summary>Where the tokens of a folded table stand.</summary>
    public required Func<ParserToken, ReadOnlyMemory<ClassifiedToken>> TableOf { get; init; }

    private static Span SpanOf(ParserRuleContext context)
    {
        var first = (ParserToken)context.Start;
        var last = context.Stop as ParserToken ?? first;
        return Origin.Place(first.Origin, last.Last);
    }

    private static Span SpanOf(ITerminalNode node)
    {
        var token = (ParserToken)node;
        return Origin.Place(token.Origin, token.Last);
    }

    private static Span SpanOf(ParserRuleContext first, ParserRuleContext last) =>
        Origin.Place(((ParserToken)first.Start).Origin, ((ParserToken)(last.Stop ?? last.Start)).Last);

    private static TokenKind KindOf(IParseTree node) => node is CudaLeaf leaf ? leaf.Kind : TokenKind.None;

    private static string TextOf(ITerminalNode node) => ((ParserToken)node).Text;

    /// <summary>The spellings of all tokens below a node, for names that are made of several tokens.</summary>
    private static string TextOf(ParserRuleContext context, string separator = "")
    {
        var parts = new List<string>();
        Collect(context, parts);
        return string.Join(separator, parts);

        static void Collect(IParseTree node, List<string> parts)
        {
            if (node is ITerminalNode leaf)
            {
                parts.Add(leaf.GetText());
                return;
            }
            for (int i = 0; i < node.ChildCount; i++)
            {
                Collect(node.GetChild(i), parts);
            }
        }
    }

    private static bool Has(ParserRuleContext context, TokenKind kind)
    {
        for (int i = 0; i < context.ChildCount; i++)
        {
            if (KindOf(context.GetChild(i)) == kind)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Every recursion of the builder passes here, so that deep trees are an exception and not a crash.</summary>
    private void CheckStack()
    {
        if (!_stack.HasRoom())
        {
            throw new InsufficientExecutionStackException();
        }
    }
}
