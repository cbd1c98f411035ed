using Antlr4.Runtime;
using Antlr4.Runtime.Tree;

namespace KernelPort.Grammar;

/// <summary>A token that is its own leaf of the parse tree: one object for both.</summary>
public abstract class CudaLeaf(int index) : TerminalNodeImpl(null!), IToken
{
    public TokenKind Kind { get; protected set; }

    public int TokenIndex { get; } = index;

    public int Type => (int)Kind;

    public override IToken Symbol => this;

    public abstract string Text { get; }

    public abstract int StartIndex { get; }

    public abstract int StopIndex { get; }

    public int Line => 0;

    public int Column => 0;

    public int Channel => 0;

    public ITokenSource? TokenSource => null;

    public ICharStream? InputStream => null;

    public override string ToString() => Text;
}
