using static KernelPort.Cuda.Syntax.Classification.TokenClasses;
using static KernelPort.Grammar.TokenKind;

namespace KernelPort.Cuda.Syntax.Classification;

/// <content>Template angles: which '&lt;' open argument lists and which '&gt;' close them.</content>
internal sealed partial class Classifier
{
    private const int SureAngleLimit = 4000;
    private const int GuessedAngleLimit = 400;

    private void MarkAngles(int open, int close)
    {
        _kinds[open] = TemplateOpen;
        _kinds[close] = TemplateClose;
        _closers[close] = CloserKind.Template;
        _angleClose[open] = close;
        _angleOpen[close] = open;
    }

    /// <summary>The '&gt;' that would close a '&lt;'; -1 where none fits. Where it is sure that it opens a template, more is tolerated.</summary>
    private int MatchAngle(int open, bool sure)
    {
        int depth = 1;
        int limit = Math.Min(_count, open + (sure ? SureAngleLimit : GuessedAngleLimit));
        for (int at = open + 1; at < limit; at++)
        {
            switch (_kinds[at])
            {
                case LParen or LBrace or LBrack or AttributeOpen or ClassBrace or BodyBrace:
                    if (_match[at] < 0)
                    {
                        return -1;
                    }
                    at = _match[at];
                    break;
                case RParen or RBrack or RBrace or Semi or LaunchOpen:
                    return -1;
                case Less or TemplateOpen:
                    var before = Kind(at - 1);
                    bool comparison = before == Identifier && sure && _symbols[NameAt(at - 1)] == SymbolKind.Variable;
                    bool opens = before is Identifier or TypeName or KwTemplate or KwStaticCast or FunctionalCast or ConstructorName;
                    if (opens && !comparison)
                    {
                        depth++;
                    }
                    break;
                case Greater or TemplateClose:
                    if (--depth == 0)
                    {
                        return at;
                    }
                    break;
                case AndAnd when !sure && depth == 1 && Kind(at + 1) is not (Greater or Comma or Ellipsis):
                    return -1;
                case OrOr or Question or PlusPlus or MinusMinus or PlusAssign or Assign or FloatingLiteral or StringLiteral when !sure:
                    return -1;
            }
        }
        return -1;
    }

    private bool IsTemplateAngle(int name, int angle, bool member)
    {
        var kind = MeaningOf(name);
        if (kind == SymbolKind.Variable && !member)
        {
            return false;
        }
        bool sure = Kind(name - 1) == KwTemplate || (!member && kind is SymbolKind.TypeTemplate or SymbolKind.FunctionTemplate);
        int close = MatchAngle(angle, sure);
        if (close < 0)
        {
            return false;
        }
        if (sure || (!member && kind == SymbolKind.Type) || (!member && BeginsWithType(angle + 1)))
        {
            return true;
        }
        var after = Kind(close + 1);
        if (member)
        {
            return after == LParen && LooksLikeTypes(angle + 1, close);
        }
        if (after is LParen or ColonColon or LBrace or RParen or Comma or Semi or Greater or Ellipsis or TemplateClose or KwConst or LaunchOpen
            or Assign or RBrack or KwGlobal or KwDevice or KwStatic or Identifier or KwOperator)
        {
            return LooksLikeTypes(angle + 1, close);
        }
        if (IsPointerOperator(after))
        {
            var next = Kind(close + 2);
            bool declarator = next is Identifier or Greater or RParen or Comma or KwOperator || IsQualifier(next) || IsPointerOperator(next);
            return declarator && LooksLikeTypes(angle + 1, close);
        }
        return false;
    }

    /// <summary>The meaning of a name; of a qualified one in the scope that it is qualified with.</summary>
    private SymbolKind MeaningOf(int name)
    {
        if (Kind(name - 1) != ColonColon)
        {
            return _symbols[NameAt(name)];
        }
        if (Kind(name - 2) is Identifier or ValueQualifier or TypeQualifier && _symbols.Member(NameAt(name - 2), NameAt(name)) is { } kind)
        {
            return kind;
        }
        // a qualified name is not the local of that name
        var plain = _symbols[NameAt(name)];
        return plain == SymbolKind.Variable ? SymbolKind.Unknown : plain;
    }

    /// <summary>A type behind '&lt;' that makes no value: this is no comparison.</summary>
    private bool BeginsWithType(int at)
    {
        bool type = IsBuiltin(Kind(at)) || (Kind(at) == Identifier && _symbols[NameAt(at)] is SymbolKind.Type);
        return type && Kind(at + 1) is Comma or Greater or Star or TemplateClose;
    }

    private bool LooksLikeTypes(int from, int to)
    {
        for (int at = from; at < to; at++)
        {
            switch (_kinds[at])
            {
                case LParen:
                    at = _match[at];
                    break;
                case Identifier when _symbols[NameAt(at)] == SymbolKind.Variable && Kind(at + 1) == Dot:
                case Dot or Arrow or EqualEqual or NotEqual:
                    return false;
            }
        }
        return true;
    }

    private bool ClosesType(int close)
    {
        int open = _angleOpen[close];
        return open > 0 && Kind(open - 1) == TypeName;
    }

    private void ForceType(int i)
    {
        while (IsQualifier(Kind(i)) || Kind(i) is KwTypename or ColonColon)
        {
            i++;
        }
        if (Kind(i) == Identifier)
        {
            ReadQualified(i, forceType: true, i - 1);
        }
    }
}
