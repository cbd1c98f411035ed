using System.Runtime.CompilerServices;
using Antlr4.Runtime;

namespace KernelPort.Grammar;

/// <summary>
/// Checks the stack on every rule entry, so that deep nesting is an exception and not the end of the process. Builds the parse tree instead of
/// the library: a rule's context comes to its parent when the rule is done, a token is its own leaf. The generated code calls what stands here
/// without an interface or a virtual call between; the library has listeners, tracing and error recovery there.
/// </summary>
public abstract class CudaParserBase : Parser
{
    private readonly StackGuard _stack = new();
    private readonly FirstErrorStrategy _errors = new();
    private readonly CudaTokenStream _tokens;
    private CudaContext? _context;

    protected CudaParserBase(ITokenStream input)
        : this(input, Console.Out, Console.Error)
    {
    }

    protected CudaParserBase(ITokenStream input, TextWriter output, TextWriter errorOutput)
        : base(input, output, errorOutput)
    {
        BuildParseTree = false;
        base.ErrorHandler = _errors;
        _tokens = (CudaTokenStream)input;
    }

    public sealed override ParserRuleContext Context
    {
        get => _context!;
        set
        {
            _context = Unsafe.As<CudaContext?>(value);
            base.Context = value;
        }
    }

    protected new FirstErrorStrategy ErrorHandler => _errors;

    protected new CudaTokenStream TokenStream => _tokens;

    public override void Reset()
    {
        base.Reset();
        _context = null;
    }

    public sealed override void EnterRule(ParserRuleContext localctx, int state, int ruleIndex)
    {
        if (!_stack.HasRoom())
        {
            throw new NestingTooDeepException(CurrentToken);
        }
        State = state;
        localctx.Start = _tokens.Current;
        Context = localctx;
    }

    public sealed override void EnterOuterAlt(ParserRuleContext localctx, int altNum)
    {
        if (!ReferenceEquals(localctx, _context))
        {
            Context = localctx;
        }
    }

    public sealed override void ExitRule()
    {
        var done = _context!;
        done.Stop = _tokens.Previous;
        State = done.invokingState;
        var parent = Unsafe.As<CudaContext?>(done.Parent);
        Context = parent!;
        parent?.Add(done);
    }

    public sealed override IToken Consume()
    {
        var leaf = _tokens.Current;
        _tokens.Consume();
        _context!.Add(leaf);
        return leaf;
    }

    public sealed override IToken Match(int ttype) => _tokens.Current.Type == ttype ? Consume() : _errors.RecoverInline(this);
}

/// <summary>The input is nested deeper than the stack allows.</summary>
public sealed class NestingTooDeepException(IToken at) : Exception("nesting too deep")
{
    public IToken At { get; } = at;
}
