using static KernelPort.Grammar.TokenKind;

namespace KernelPort.Migration;

/// <content>A library's collectives over a warp, whose default is the machine's width.</content>
internal sealed partial class FileEditor
{
    /// <summary><c>cub::WarpReduce&lt;T&gt;</c> means 32 lanes on CUDA, and the whole wavefront where that is wider: the number is written out.</summary>
    private void BoundCollective(int i)
    {
        bool isCollective = _tokens[i].Text is "WarpReduce" or "WarpScan" && KindAt(i - 1) == ColonColon && KindAt(i - 2) == Identifier && _tokens[i - 2].Text == "cub" && KindAt(i + 1) == Less;
        if (!_wide || !isCollective)
        {
            return;
        }
        int close = i + 1;
        int angles = 0, brackets = 0;
        do
        {
            switch (KindAt(close))
            {
                case LParen or LBrack:
                    brackets++;
                    break;
                case RParen or RBrack:
                    brackets--;
                    break;
                case Less when brackets == 0:
                    angles++;
                    break;
                case Greater when brackets == 0:
                    angles--;
                    break;
                case Comma when brackets == 0 && angles == 1:
                    return; // the width is there
                case Semi or LBrace or EndOfFile:
                    ToDo(i, "its lanes must be said to be 32, and where its arguments end is not plain");
                    return;
            }
            close++;
        }
        while (angles > 0);
        Edits.Add(new TextEdit(_tokens[close - 1].Offset, 0, ", 32"));
        _buckets[i] = Bucket.Migrated;
        BeyondShim.Add(MigrationRules.ToDo.At(_tokens[i].Span, _tokens[i].Text, "its lanes must be said to be 32, which is the whole wavefront otherwise"));
    }
}
