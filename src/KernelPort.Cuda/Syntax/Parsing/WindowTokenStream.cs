using Antlr4.Runtime;
using Antlr4.Runtime.Misc;
using KernelPort.Cuda.Preprocessing;
using KernelPort.Cuda.Syntax.Classification;
using KernelPort.Grammar;

namespace KernelPort.Cuda.Syntax.Parsing;

/// <summary>Shows the parser one range of the unit's tokens, with chosen function bodies and long tables folded into one token each.</summary>
internal sealed class WindowTokenStream(Token end) : ITokenStream, ITokenSource
{
    // the same objects for every range; what is behind the end is left over
    private ParserToken[] _tokens = [];
    private int[] _unitIndex = [];
    private ClassifiedToken[] _unit = [];
    private int _count;
    private int _at;

    public ReadOnlySpan<ParserToken> Tokens => _tokens.AsSpan(0, _count);

    public int Index => _at;

    public int Size => _count + 1;

    public string SourceName => "";

    public ITokenSource TokenSource => this;

    public int Line => 0;

    public int Column => 0;

    public ICharStream? InputStream => null;

    public ITokenFactory TokenFactory { get; set; } = CommonTokenFactory.Default;

    /// <summary>Shows [from, to); a folded body is one <see cref="TokenKind.HostBody"/> token, a table one <see cref="TokenKind.LiteralTable"/>.</summary>
    public void Load(ClassifiedToken[] unit, int from, int to, IReadOnlyList<BodyRange> folded)
    {
        _unit = unit;
        _count = 0;
        _at = 0;
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
            else
            {
                Show(kind, token, token, i);
            }
        }
        Show(TokenKind.EndOfFile, end, end, to);
        _count--;
    }

    private void Show(TokenKind kind, Token origin, Token last, int unitIndex)
    {
        if (_count == _tokens.Length)
        {
            int size = Math.Max(64, _count * 2);
            Array.Resize(ref _tokens, size);
            Array.Resize(ref _unitIndex, size);
        }
        _unitIndex[_count] = unitIndex;
        (_tokens[_count] ??= new ParserToken(_count)).Show(kind, origin, last);
        _count++;
    }

    /// <summary>The unit's token index of a token shown.</summary>
    public int UnitIndex(int index) => _unitIndex[Math.Clamp(index, 0, _count)];

    /// <summary>The unit's tokens that a token shown stands for.</summary>
    public ReadOnlyMemory<ClassifiedToken> TokensOf(ParserToken token) =>
        _unit.AsMemory(UnitIndex(token.TokenIndex)..UnitIndex(token.TokenIndex + 1));

    public void Consume() => _at = Math.Min(_at + 1, _count);

    public int LA(int i)
    {
        int k = i > 0 ? _at + i - 1 : _at + i;
        return (uint)k < (uint)_count ? _tokens[k].Type : k < 0 ? 0 : TokenConstants.EOF;
    }

    public IToken LT(int k)
    {
        int at = k > 0 ? _at + k - 1 : _at + k;
        return at < 0 ? null! : _tokens[Math.Min(at, _count)];
    }

    public int Mark() => 0;

    public void Release(int marker)
    {
    }

    public void Seek(int index) => _at = index;

    public IToken Get(int i) => _tokens[Math.Min(i, _count)];

    public IToken NextToken() => _tokens[_at < _count ? _at++ : _count];

    public string GetText(Interval interval) => "";

    public string GetText() => "";

    public string GetText(RuleContext ctx) => "";

    public string GetText(IToken start, IToken stop) => "";
}
