using static KernelPort.Cuda.Syntax.Classification.TokenClasses;
using static KernelPort.Grammar.TokenKind;

namespace KernelPort.Cuda.Syntax.Classification;

/// <content>The heads of classes, enums, templates, using-declarations and other constructs that begin with a keyword.</content>
internal sealed partial class Classifier
{
    private int ReadClassHead(int i)
    {
        if (_scope.Kind == ScopeKind.Parentheses && Kind(i + 1) != Identifier)
        {
            return i + 1;
        }
        int at = SkipAttributes(i + 1);
        bool macroBeforeName = Kind(at) == Identifier && Kind(at + 1) == Identifier && NameAt(at + 1).Text != "final"
            && Kind(at + 2) is LBrace or Colon or Less && _symbols[NameAt(at)] == SymbolKind.Unknown;
        if (macroBeforeName)
        {
            // an attribute macro from a header that is not there
            _dropped[at++] = true;
        }
        if (Kind(at) != Identifier)
        {
            if (Kind(at) is LBrace or Colon)
            {
                _scope.Pending = PendingBrace.Class;
            }
            return at;
        }
        int name = at;
        while (Kind(name + 1) == ColonColon && Kind(name + 2) == Identifier)
        {
            _kinds[name] = TypeQualifier;
            name += 2;
        }
        int after = name + 1;
        bool template = _scope.InTemplate;
        if (Kind(after) == Less && MatchAngle(after, sure: true) is var close and > 0)
        {
            MarkAngles(after, close);
            Classify(after + 1, close);
            after = close + 1;
            template = true;
        }
        if (Kind(after) == Identifier && NameAt(after).Text == "final" && Kind(after + 1) is LBrace or Colon)
        {
            _kinds[after++] = KwFinal;
        }
        bool declares = Kind(after) is LBrace or Colon or Semi || _symbols[NameAt(name)] == SymbolKind.Unknown;
        if (declares)
        {
            Bind(name, template ? SymbolKind.TypeTemplate : SymbolKind.Type, _scope.IsDeclarative);
        }
        _kinds[name] = TypeName;
        bool defines = Kind(after) == LBrace || (Kind(after) == Colon && _scope.Kind != ScopeKind.Parentheses);
        if (defines)
        {
            _scope.Pending = PendingBrace.Class;
            _scope.PendingOwner = NameAt(name);
        }
        return Kind(after) == Colon && defines ? ReadBases(after + 1) : after;
    }

    private int ReadBases(int at)
    {
        while (at < _count && Kind(at) is not (LBrace or Semi))
        {
            at = Kind(at) == Identifier ? ReadQualified(at, forceType: true, at - 1, neverCast: true) : at + 1;
        }
        return at;
    }

    private int SkipAttributes(int at)
    {
        while (true)
        {
            if (Kind(at) is KwAlignCuda or KwAlignas or KwAttribute && Kind(at + 1) == LParen && _match[at + 1] > 0)
            {
                if (Kind(at) == KwAlignas)
                {
                    ForceKnownType(at + 2);
                }
                at = _match[at + 1] + 1;
            }
            else if (Kind(at) == LBrack && Kind(at + 1) == LBrack && _match[at] > 0)
            {
                _kinds[at] = AttributeOpen;
                _dropped[at + 1] = true;
                at = _match[at] + 1;
            }
            else
            {
                return at;
            }
        }
    }

    private void ForceKnownType(int i)
    {
        if (Kind(i) == Identifier && _symbols[NameAt(i)] == SymbolKind.Type)
        {
            _kinds[i] = TypeName;
        }
    }

    private int ReadEnumHead(int i)
    {
        int at = SkipAttributes(Kind(i + 1) is KwClass or KwStruct ? i + 2 : i + 1);
        if (Kind(at) == Identifier)
        {
            Bind(at, SymbolKind.Type, _scope.IsDeclarative);
            _scope.PendingOwner = NameAt(at);
            _kinds[at++] = TypeName;
        }
        _scope.Pending = Kind(at) is LBrace or Colon ? PendingBrace.Enum : PendingBrace.Nothing;
        return at;
    }

    private int ReadTemplate(int i)
    {
        int close = MatchAngle(i + 1, sure: true);
        if (close <= 0)
        {
            return i + 1;
        }
        MarkAngles(i + 1, close);
        ReadTemplateParameters(i + 2, close);
        return close + 1;
    }

    private int ReadLambdaTemplate(int i)
    {
        bool header = Kind(i - 1) == RBrack && (Kind(i + 1) is KwTypename or KwClass or KwAuto || IsBuiltin(Kind(i + 1)));
        if (header && MatchAngle(i, sure: true) is var close and > 0 && Kind(close + 1) == LParen)
        {
            MarkAngles(i, close);
            bool inTemplate = _scope.InTemplate;
            ReadTemplateParameters(i + 1, close);
            _scope.InTemplate = inTemplate;
            return close + 1;
        }
        return i + 1;
    }

    private void ReadTemplateParameters(int from, int to)
    {
        _scope.InTemplate = true;
        for (int i = from; i < to;)
        {
            i = ReadTemplateParameter(i);
        }
        _scope.SawAssign = false;
        _scope.SawParentheses = false;
    }

    private int ReadTemplateParameter(int i)
    {
        var kind = _kinds[i];
        if (kind == KwTemplate && Kind(i + 1) == Less && MatchAngle(i + 1, sure: true) is var close and > 0)
        {
            MarkAngles(i + 1, close);
            ReadTemplateParameters(i + 2, close);
            int at = close + 1;
            if (Kind(at) is not (KwClass or KwTypename))
            {
                return at;
            }
            at = Kind(at + 1) == Ellipsis ? at + 2 : at + 1;
            if (Kind(at) != Identifier)
            {
                return at;
            }
            Bind(at, SymbolKind.TypeTemplate);
            at++;
            return Kind(at) == Assign && Kind(at + 1) == Identifier ? ReadQualified(at + 1, forceType: true, at, neverCast: true) : at;
        }
        if (kind is KwTypename or KwClass && Kind(i + 1) is Identifier or Ellipsis or Assign)
        {
            int at = Kind(i + 1) == Ellipsis ? i + 2 : i + 1;
            if (Kind(at) == Identifier && Kind(at + 1) != ColonColon)
            {
                Bind(at, SymbolKind.Type);
                at++;
            }
            else if (Kind(at) == Identifier)
            {
                return Step(i);
            }
            if (Kind(at) == Assign)
            {
                at++;
                while (Kind(at) == KwTypename || Kind(at) == ColonColon || IsQualifier(Kind(at)))
                {
                    at++;
                }
                if (Kind(at) == Identifier)
                {
                    return ReadQualified(at, forceType: true, at - 1);
                }
            }
            return at;
        }
        if (kind == Identifier && Kind(i + 1) == Identifier)
        {
            _kinds[i] = TypeName;
            if (_symbols[NameAt(i)] == SymbolKind.Unknown)
            {
                _symbols.NoteType(NameAt(i));
            }
            Bind(i + 1, SymbolKind.Variable);
            return i + 2;
        }
        if (kind == Identifier && (IsBuiltin(Kind(i - 1)) || Kind(i - 1) is KwAuto or TypeName or Ellipsis))
        {
            Bind(i, SymbolKind.Variable);
            return i + 1;
        }
        return Step(i);
    }

    private int ReadUsing(int i)
    {
        if (Kind(i + 1) == KwNamespace)
        {
            int at = i + 2;
            int last = -1;
            for (; Kind(at) is Identifier or ColonColon; at++)
            {
                if (Kind(at) != Identifier)
                {
                    continue;
                }
                last = at;
                if (Kind(at + 1) == ColonColon)
                {
                    _kinds[at] = ValueQualifier;
                }
            }
            if (last >= 0)
            {
                bool outer = _scope.IsDeclarative;
                _symbols.Import(NameAt(last), (name, kind) => Bind(name, kind, outer));
            }
            return at;
        }
        if (Kind(i + 1) == Identifier && (Kind(i + 2) == Assign || (Kind(i + 2) == LBrack && Kind(i + 3) == LBrack)))
        {
            Bind(i + 1, _scope.InTemplate ? SymbolKind.TypeTemplate : SymbolKind.Type, _scope.IsDeclarative);
            int at = i + 2;
            while (at < _count && Kind(at) is not (Assign or Semi))
            {
                at++;
            }
            at++;
            _scope.SawAssign = false;
            while (IsQualifier(Kind(at)) || Kind(at) is KwTypename or ColonColon)
            {
                at++;
            }
            return Kind(at) == Identifier ? ReadQualified(at, forceType: true, at - 1, neverCast: true) : at;
        }
        _scope.InUsing = true;
        return i + 1;
    }

    private int ReadOperatorName(int i)
    {
        var kind = Kind(i + 1);
        switch (kind)
        {
            case LParen or LBrack:
                return i + 3;
            case Greater:
                bool shift = Touches(i + 1, Greater);
                return shift ? i + 3 : i + 2;
            case Identifier or KwConst or KwTypename:
                return i + 1;
            default:
                return IsBuiltin(kind) ? i + 1 : i + 2;
        }
    }

    private int ReadNew(int i)
    {
        int at = Kind(i + 1) == ColonColon ? i + 2 : i + 1;
        while (IsQualifier(Kind(at)))
        {
            at++;
        }
        if (Kind(at) == Identifier)
        {
            return ReadQualified(at, forceType: true, i);
        }
        if (Kind(at) == LParen && _match[at] > 0 && Kind(_match[at] + 1) == Identifier)
        {
            _placementNewType = _match[at] + 1;
        }
        return at;
    }

    private void FindLaunchClose(int i)
    {
        for (int at = i + 1; at < _count; at++)
        {
            switch (_kinds[at])
            {
                case LParen or LBrack or LBrace:
                    if (_match[at] < 0)
                    {
                        return;
                    }
                    at = _match[at];
                    break;
                case Greater when Kind(at + 1) == Greater && Kind(at + 2) == Greater && Kind(at + 3) == LParen:
                    _closers[at] = CloserKind.Launch;
                    return;
                case RParen or RBrack or RBrace or Semi:
                    return;
            }
        }
    }
}
