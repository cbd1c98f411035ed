using static KernelPort.Grammar.TokenKind;

namespace KernelPort.Migration;

/// <content>A library's collectives over a warp, whose default is the machine's width.</content>
internal sealed partial class FileEditor
{
    /// <summary><c>cub::WarpReduce&lt;T&gt;</c> means 32 lanes on CUDA, and the whole wavefront where that is wider: the number is written out.</summary>
    private void BoundCollective(int i)
    {
        if (!_wide || _tokens[i].Text is not ("WarpReduce" or "WarpScan") || KindAt(i - 1) != ColonColon || KindAt(i - 2) != Identifier || _tokens[i - 2].Text != "cub" || KindAt(i + 1) != Less)
        {
            return;
        }
        int depth = 0, brackets = 0;
        for (int k = i + 1; k < _tokens.Length; k++)
        {
            switch (KindAt(k))
            {
                case Less:
                    depth++;
                    break;
                case LParen or LBrack:
                    brackets++;
                    break;
                case RParen or RBrack:
                    brackets--;
                    break;
                case Comma when depth == 1 && brackets == 0:
                    return; // the width is there
                case Greater when --depth == 0 && brackets == 0:
                    Edits.Add(new TextEdit(_tokens[k].Offset, 0, ", 32"));
                    _buckets[i] = Bucket.Migrated;
                    return;
                case Greater when depth > 0:
                    break;
                default:
                    if (KindAt(k) is Semi or LBrace or EndOfFile || brackets < 0 || _tokens[k].Text == ">>")
                    {
                        ToDo(i, "its lanes must be said to be 32, and where its arguments end is not plain");
                        return;
                    }
                    break;
            }
        }
    }
}
