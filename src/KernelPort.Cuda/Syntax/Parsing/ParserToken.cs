using KernelPort.Cuda.Preprocessing;
using KernelPort.Grammar;

namespace KernelPort.Cuda.Syntax.Parsing;

/// <summary>A classified token in the shape that the parser library asks for.</summary>
internal sealed class ParserToken(int index) : CudaLeaf(index)
{
    public Token Origin { get; private set; } = null!;

    /// <summary>The last token that it stands for: a folded body reaches to its closing brace.</summary>
    public Token Last { get; private set; } = null!;

    /// <summary>Makes it stand for something else: of a declaration that was parsed nothing keeps its parser tokens.</summary>
    public void Show(TokenKind kind, Token origin, Token last)
    {
        Kind = kind;
        Origin = origin;
        Last = last;
    }

    public override string Text => Origin.Text;

    public override int StartIndex => Origin.Offset;

    public override int StopIndex => Origin.End - 1;
}
