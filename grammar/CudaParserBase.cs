using System.Runtime.CompilerServices;
using Antlr4.Runtime;

namespace KernelPort.Grammar;

/// <summary>
/// Checks the stack on every rule entry, so that deep nesting is an exception and not the end of the process. Builds the parse tree instead of
/// the library: a rule's context comes to its parent when the rule is done, a token is its own leaf.
/// </summary>
public abstract class CudaParserBase : Parser
{
    private readonly StackGuard _stack = new();

    protected CudaParserBase(ITokenStream input)
        : base(input)
    {
        BuildParseTree = false;
    }

    protected CudaParserBase(ITokenStream input, TextWriter output, TextWriter errorOutput)
        : base(input, output, errorOutput)
    {
        BuildParseTree = false;
    }

    public override void EnterRule(ParserRuleContext localctx, int state, int ruleIndex)
    {
        if (!_stack.HasRoom())
        {
            throw new NestingTooDeepException(CurrentToken);
        }
        base.EnterRule(localctx, state, ruleIndex);
    }

    public override void ExitRule()
    {
        var done = Context;
        base.ExitRule();
        (Context as CudaContext)?.Add(done);
    }

    public override IToken Consume()
    {
        var token = base.Consume();
        Unsafe.As<CudaContext>(Context).Add(token);
        return token;
    }
}

/// <summary>The input is nested deeper than the stack allows.</summary>
public sealed class NestingTooDeepException(IToken at) : Exception("nesting too deep")
{
    public IToken At { get; } = at;
}
