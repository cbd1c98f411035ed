using Antlr4.Runtime;
using Antlr4.Runtime.Misc;

namespace KernelPort.Grammar;

/// <summary>Tokens in an array, the end of the input behind them: what the generated parser reads without an interface between.</summary>
public abstract class CudaTokenStream : ITokenStream, ITokenSource
{
    private CudaLeaf[] _leaves = [];
    private int[] _kinds = [];
    private int _at;

    /// <summary>How many tokens there are, without the end.</summary>
    public int Count { get; private set; }

    public int Index => _at;

    public int Size => Count + 1;

    public string SourceName => "";

    public ITokenSource TokenSource => this;

    public int Line => 0;

    public int Column => 0;

    public ICharStream? InputStream => null;

    public ITokenFactory TokenFactory { get; set; } = CommonTokenFactory.Default;

    public CudaLeaf Current => _leaves[_at];

    /// <summary>The token before the current one, or the first.</summary>
    public CudaLeaf Previous => _leaves[Math.Max(_at - 1, 0)];

    public CudaLeaf this[int index] => _leaves[index];

    public int LA(int i)
    {
        int k = i > 0 ? _at + i - 1 : _at + i;
        return (uint)k <= (uint)Count ? _kinds[k] : k < 0 ? 0 : TokenConstants.EOF;
    }

    public IToken LT(int k)
    {
        int at = k > 0 ? _at + k - 1 : _at + k;
        return at < 0 ? null! : _leaves[Math.Min(at, Count)];
    }

    public void Consume() => _at += _at < Count ? 1 : 0;

    public int Mark() => 0;

    public void Release(int marker)
    {
    }

    public void Seek(int index) => _at = index;

    public IToken Get(int i) => _leaves[Math.Min(i, Count)];

    public IToken NextToken() => _leaves[_at < Count ? _at++ : Count];

    public string GetText(Interval interval) => "";

    public string GetText() => "";

    public string GetText(RuleContext ctx) => "";

    public string GetText(IToken start, IToken stop) => "";

    /// <summary>Begins anew with nothing to read; the leaves are kept for what comes.</summary>
    protected void Clear()
    {
        Count = 0;
        _at = 0;
    }

    /// <summary>Puts a token behind the others; the last one must be the end.</summary>
    protected void Add(CudaLeaf leaf)
    {
        if (Count == _leaves.Length)
        {
            int size = Math.Max(64, Count * 2);
            Array.Resize(ref _leaves, size);
            Array.Resize(ref _kinds, size);
        }
        _leaves[Count] = leaf;
        _kinds[Count] = leaf.Type;
        Count++;
    }

    /// <summary>Says that the token added last is the end.</summary>
    protected void End() => Count--;

    /// <summary>The leaf that stood last at the place of the next one, to be used again.</summary>
    protected CudaLeaf? Reusable => Count < _leaves.Length ? _leaves[Count] : null;
}
