using KernelPort.Core;
using static KernelPort.Grammar.TokenKind;

namespace KernelPort.Migration;

/// <content>Empty braces on the right of an assignment, where the target's type takes them for more than one thing.</content>
internal sealed partial class FileEditor
{
    /// <summary><c>pair = {}</c> names the type of its variable: <c>pair = half2{}</c>.</summary>
    private void NameBraces(int i)
    {
        if (_profile.AmbiguousBraces.Count == 0 || KindAt(i) != Identifier || KindAt(i + 1) != Assign || KindAt(i + 2) != LBrace || KindAt(i + 3) != RBrace || KindAt(i + 4) != Semi || IsMember(i))
        {
            return;
        }
        // an initialiser is no assignment; the nearest declaration before is the variable's
        for (int k = i; k > 0; k--)
        {
            if (KindAt(k) == Identifier && _tokens[k].Text == _tokens[i].Text && KindAt(k - 1) is Identifier or KwInt or KwFloat or KwDouble or KwAuto or KwUnsigned or KwLong or KwChar or KwShort or KwBool)
            {
                if (k < i && _profile.AmbiguousBraces.Contains(_tokens[k - 1].Text))
                {
                    Edits.Add(new TextEdit(_tokens[i + 2].Offset, 0, _tokens[k - 1].Text));
                    Mark(i + 2, i + 4, Bucket.Migrated);
                }
                return;
            }
        }
    }
}
