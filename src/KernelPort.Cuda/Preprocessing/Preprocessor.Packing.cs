using System.Globalization;
using KernelPort.Grammar;

namespace KernelPort.Cuda.Preprocessing;

/// <content>#pragma pack: how far the members of classes are aligned.</content>
public sealed partial class Preprocessor
{
    private readonly Stack<(string? Label, int Limit)> _packings = new();

    private int _packing;

    /// <summary>`(n)`, `()`, `(push)`, `(push, n)`, `(pop)`, with a label too.</summary>
    private void ReadPacking(IReadOnlyList<Token> words)
    {
        var list = words.Where(w => w.Kind is not (TokenKind.LParen or TokenKind.RParen or TokenKind.Comma)).ToList();
        string? label = list.Skip(1).FirstOrDefault(w => w.Name is not null)?.Text;
        int? limit = list.LastOrDefault() is { Name: null } last && int.TryParse(last.Text.TrimEnd('u', 'U', 'l', 'L'), NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n is 1 or 2 or 4 or 8 or 16 ? n : null;
        if (list.Count == 0)
        {
            _packing = 0;
            return;
        }
        if (list[0].Name == Words.Push)
        {
            _packings.Push((label, _packing));
        }
        else if (list[0].Name == Words.Pop)
        {
            while (_packings.TryPop(out var kept))
            {
                _packing = kept.Limit;
                if (label is null || kept.Label == label)
                {
                    break;
                }
            }
        }
        _packing = limit ?? _packing;
    }

    /// <summary>Marks the words that begin a class among the tokens that were put out last.</summary>
    private void MarkPacking(int from)
    {
        for (int i = from; i < _output.Count; i++)
        {
            if (_output[i] is { Kind: TokenKind.KwStruct or TokenKind.KwClass or TokenKind.KwUnion, Source.IsEmbedded: false })
            {
                _output[i] = _output[i].Packed(_packing);
            }
        }
    }
}
