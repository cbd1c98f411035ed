using System.Runtime.CompilerServices;
using Antlr4.Runtime;

namespace KernelPort.Grammar;

/// <summary>Checks the stack on every rule entry, so that deep nesting is an exception and not the end of the process.</summary>
public abstract class CudaParserBase : Parser
{
    protected CudaParserBase(ITokenStream input)
        : base(input)
    {
    }

    protected CudaParserBase(ITokenStream input, TextWriter output, TextWriter errorOutput)
        : base(input, output, errorOutput)
    {
    }

    public override void EnterRule(ParserRuleContext localctx, int state, int ruleIndex)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new NestingTooDeepException(CurrentToken);
        }
        base.EnterRule(localctx, state, ruleIndex);
    }
}

/// <summary>The input is nested deeper than the stack allows.</summary>
public sealed class NestingTooDeepException(IToken at) : Exception("nesting too deep")
{
    public IToken At { get; } = at;
}
