using Antlr4.Runtime;
using Antlr4.Runtime.Misc;

namespace KernelPort.Grammar;

/// <summary>Gives up at the first error: a declaration either parses whole or is reported by the caller's own words.</summary>
public sealed class FirstErrorStrategy : DefaultErrorStrategy
{
    /// <summary>Nothing is skipped ahead; the default looks at every loop.</summary>
    public override void Sync(Parser recognizer)
    {
    }

    public override void Recover(Parser recognizer, RecognitionException e) => throw new ParseCanceledException(e);

    public override IToken RecoverInline(Parser recognizer) => throw new ParseCanceledException(new InputMismatchException(recognizer));

    public override void ReportError(Parser recognizer, RecognitionException e)
    {
    }

    public override void ReportMatch(Parser recognizer)
    {
    }
}
