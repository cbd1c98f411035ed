using Antlr4.Runtime;
using Antlr4.Runtime.Misc;
using KernelPort.Cuda.Preprocessing;
using KernelPort.Cuda.Syntax.Classification;
using KernelPort.Grammar;

namespace KernelPort.Cuda.Syntax.Parsing;

/// <summary>Shows the parser one range of the unit's tokens, with chosen function bodies folded into one token.</summary>
internal sealed class WindowTokenStream : ITokenStream, ITokenSource
{
    private readonly List<ParserToken> _tokens = [];
    private readonly List<int> _unitIndex = [];
    private int _at;
    private ParserToken _end;

    public WindowTokenStream(Token end) => _end = new ParserToken(end, TokenKind.EndOfFile, 0);

    public IReadOnlyList<ParserToken> Tokens => _tokens;

    public int Index => _at;

    public int Size => _tokens.Count + 1;

    public string SourceName => "";

    public ITokenSource TokenSource => this;

    public int Line => 0;

    public int Column => 0;

    public ICharStream? InputStream => null;

    public ITokenFactory TokenFactory { get; set; } = CommonTokenFactory.Default;

    /// <summary>Shows [from, to); a folded body is one <see cref="TokenKind.HostBody"/> token.</summary>
    public void Load(ClassifiedToken[] unit, int from, int to, IReadOnlyList<BodyRange> folded)
    {
        _tokens.Clear();
        _unitIndex.Clear();
        _at = 0;
        int fold = 0;
        for (int i = from; i < to; i++)
        {
            while (fold < folded.Count && folded[fold].Open < i)
            {
                fold++;
            }
            _unitIndex.Add(i);
            if (fold < folded.Count && folded[fold].Open == i)
            {
                _tokens.Add(new ParserToken(unit[i].Token, TokenKind.HostBody, _tokens.Count, unit[folded[fold].Close].Token));
                i = folded[fold].Close;
                continue;
            }
            _tokens.Add(new ParserToken(unit[i].Token, unit[i].Kind, _tokens.Count));
        }
        _unitIndex.Add(to);
        _end = new ParserToken(_end.Origin, TokenKind.EndOfFile, _tokens.Count);
    }

    /// <summary>The unit's token index of a token shown.</summary>
    public int UnitIndex(int index) => _unitIndex[Math.Clamp(index, 0, _unitIndex.Count - 1)];

    public void Consume() => _at = Math.Min(_at + 1, _tokens.Count);

    public int LA(int i)
    {
        int k = i > 0 ? _at + i - 1 : _at + i;
        return (uint)k < (uint)_tokens.Count ? _tokens[k].Type : k < 0 ? 0 : TokenConstants.EOF;
    }

    public IToken LT(int k)
    {
        int at = k > 0 ? _at + k - 1 : _at + k;
        return (uint)at < (uint)_tokens.Count ? _tokens[at] : at < 0 ? null! : _end;
    }

    public int Mark() => 0;

    public void Release(int marker)
    {
    }

    public void Seek(int index) => _at = index;

    public IToken Get(int i) => i < _tokens.Count ? _tokens[i] : _end;

    public IToken NextToken() => _at < _tokens.Count ? _tokens[_at++] : _end;

    public string GetText(Interval interval) => "";

    public string GetText() => "";

    public string GetText(RuleContext ctx) => "";

    public string GetText(IToken start, IToken stop) => "";
}
