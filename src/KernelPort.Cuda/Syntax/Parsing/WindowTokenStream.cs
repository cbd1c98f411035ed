using KernelPort.Cuda.Preprocessing;
using KernelPort.Cuda.Syntax.Classification;
using KernelPort.Grammar;

namespace KernelPort.Cuda.Syntax.Parsing;

/// <summary>Shows the parser one range of the unit's tokens, with chosen function bodies and long tables folded into one token each.</summary>
internal sealed class WindowTokenStream(Token end) : CudaTokenStream
{
    private int[] _unitIndex = new int[64];
    private ClassifiedToken[] _unit = [];

    /// <summary>Shows [from, to); a folded body is one <see cref="TokenKind.HostBody"/> token, a table one <see cref="TokenKind.LiteralTable"/>.</summary>
    public void Load(ClassifiedToken[] unit, int from, int to, IReadOnlyList<BodyRange> folded)
    {
        _unit = unit;
        Clear();
        int fold = 0;
        for (int i = from; i < to; i++)
        {
            while (fold < folded.Count && folded[fold].Open < i)
            {
                fold++;
            }
            var (token, kind) = unit[i];
            if (fold < folded.Count && folded[fold].Open == i)
            {
                Show(TokenKind.HostBody, token, unit[folded[fold].Close].Token, i);
                i = folded[fold].Close;
            }
            else if (kind == TokenKind.LBrace && i > from && unit[i - 1].Kind is TokenKind.Assign or TokenKind.Comma && LiteralTable.EndOf(unit, i, to) is > 0 and var tableEnd)
            {
                Show(TokenKind.LiteralTable, token, unit[tableEnd - 1].Token, i);
                i = tableEnd - 1;
            }
            else if (kind == TokenKind.LParen && TypeParentheses.Is(unit.AsSpan(0, to), i))
            {
                Show(TokenKind.TypeParen, token, token, i);
            }
            else
            {
                Show(kind, token, token, i);
            }
        }
        Show(TokenKind.EndOfFile, end, end, to);
        End();
    }

    private void Show(TokenKind kind, Token origin, Token last, int unitIndex)
    {
        if (Count == _unitIndex.Length)
        {
            Array.Resize(ref _unitIndex, Count * 2);
        }
        _unitIndex[Count] = unitIndex;
        var leaf = (ParserToken?)Reusable ?? new ParserToken(Count);
        leaf.Show(kind, origin, last);
        Add(leaf);
    }

    public ParserToken TokenAt(int index) => (ParserToken)this[index];

    /// <summary>The unit's token index of a token shown.</summary>
    public int UnitIndex(int index) => _unitIndex[Math.Clamp(index, 0, Count)];

    /// <summary>The unit's tokens that a token shown stands for.</summary>
    public ReadOnlyMemory<ClassifiedToken> TokensOf(ParserToken token) =>
        _unit.AsMemory(UnitIndex(token.TokenIndex)..UnitIndex(token.TokenIndex + 1));
}
