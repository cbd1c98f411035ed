using Antlr4.Runtime;
using KernelPort.Cuda.Preprocessing;
using KernelPort.Grammar;

namespace KernelPort.Cuda.Syntax.Parsing;

/// <summary>A classified token in the shape that the parser library asks for.</summary>
internal sealed class ParserToken(Token origin, TokenKind kind, int index, Token? last = null) : IToken
{
    public Token Origin { get; } = origin;

    /// <summary>The last token that it stands for: a folded body reaches to its closing brace.</summary>
    public Token Last { get; } = last ?? origin;

    public TokenKind Kind { get; } = kind;

    public string Text => Origin.Text;

    public int Type => (int)Kind;

    public int Line => 0;

    public int Column => 0;

    public int Channel => 0;

    public int TokenIndex { get; } = index;

    public int StartIndex => Origin.Offset;

    public int StopIndex => Origin.End - 1;

    public ITokenSource? TokenSource => null;

    public ICharStream? InputStream => null;

    public override string ToString() => Text;
}
