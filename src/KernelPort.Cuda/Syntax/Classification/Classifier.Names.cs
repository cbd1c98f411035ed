using KernelPort.Cuda.Preprocessing;
using static KernelPort.Cuda.Syntax.Classification.TokenClasses;
using static KernelPort.Grammar.TokenKind;

namespace KernelPort.Cuda.Syntax.Classification;

/// <content>Names: declared ones, members, labels and constructors.</content>
internal sealed partial class Classifier
{
    private int ReadName(int i)
    {
        var before = Kind(i - 1);
        var name = NameAt(i);
        if (before is Dot or Arrow || (before == KwTemplate && Kind(i - 2) is Dot or Arrow))
        {
            return ReadMember(i, before);
        }
        if (IsLabel(i, before) || before == KwGoto)
        {
            return i + 1;
        }
        if (_scope.IsDeclarative && before is RParen or KwConst or KwNoexcept or KwOverride or KwFinal && name.Text is "override" or "final")
        {
            _kinds[i] = name.Text == "final" ? KwFinal : KwOverride;
            return i + 1;
        }
        if (_scope.Kind == ScopeKind.Enum)
        {
            if (before is LBrace or ClassBrace or Comma)
            {
                Bind(i, SymbolKind.Variable);
                return i + 1;
            }
            return ReadQualified(i, forceType: false, i - 1);
        }
        if (IsConstructorName(i, before, name))
        {
            _kinds[i] = ConstructorName;
            return i + 1;
        }
        if (before == Tilde && (_scope.Kind == ScopeKind.Class || Kind(i - 2) == ColonColon))
        {
            _kinds[i] = TypeName;
            return i + 1;
        }
        if (_scope.Pending == PendingBrace.Namespace)
        {
            return ReadNamespaceName(i, name);
        }
        if (before != ColonColon && IsDeclaredHere(i, name))
        {
            return Declare(i);
        }
        return ReadQualified(i, forceType: false, i - 1);
    }

    private int ReadMember(int i, Grammar.TokenKind before)
    {
        bool trailingReturn = before == Arrow && Kind(i - 2) is RParen or KwConst or KwNoexcept && (_scope.IsDeclarative || IsTrailingReturn(i));
        if (trailingReturn)
        {
            return ReadQualified(i, forceType: true, i - 1);
        }
        if (Kind(i + 1) == Less && (before == KwTemplate || IsTemplateAngle(i, i + 1, member: true)) && MatchAngle(i + 1, sure: true) is var close and > 0)
        {
            MarkAngles(i + 1, close);
            _insideAngles++;
            Classify(i + 2, close);
            _insideAngles--;
            return close + 1;
        }
        return i + 1;
    }

    private bool IsLabel(int i, Grammar.TokenKind before) =>
        Kind(i + 1) == Colon && !_scope.IsDeclarative && _scope.Kind is ScopeKind.Function or ScopeKind.Block
        && before is Semi or LBrace or BodyBrace or RBrace or Colon or PragmaEnd;

    private bool IsConstructorName(int i, Grammar.TokenKind before, Name name)
    {
        if (_scope.Kind != ScopeKind.Class || !ReferenceEquals(name, _scope.Owner) || Kind(i + 1) != LParen)
        {
            return false;
        }
        return before is Semi or LBrace or ClassBrace or RBrace or KwExplicit or KwConstexpr or KwInline or KwDevice or KwHost or TemplateClose
            or KwForceInline or KwNoInline or RParen or PragmaEnd or KwFriend or KwConsteval or RBrack
            || (before == Colon && !_scope.ColonAfterParentheses);
    }

    private int ReadNamespaceName(int i, Name name)
    {
        if (Kind(i + 1) is LBrace or ColonColon or Assign || Kind(i + 1) == KwAttribute)
        {
            Bind(name, SymbolKind.Namespace, outer: true);
            bool inline = _scope.DeclarationStart < _count && Kind(_scope.DeclarationStart) == KwInline;
            _scope.PendingOwner = inline ? null : name;
            if (Kind(i + 1) == Assign)
            {
                _scope.Pending = PendingBrace.Nothing;
                _scope.PendingOwner = null;
                int last = i + 2;
                while (Kind(last + 1) is ColonColon or Identifier)
                {
                    last++;
                }
                if (Kind(last) == Identifier)
                {
                    _symbols.Alias(name, NameAt(last));
                }
            }
        }
        return i + 1;
    }

    /// <summary>Whether what stands before the name, pointer operators skipped, ends a type.</summary>
    private bool IsDeclaredHere(int i, Name name)
    {
        int at = i - 1;
        bool pointer = false;
        while (at >= 0 && (IsPointerOperator(Kind(at)) || IsQualifier(Kind(at)) || Kind(at) == Ellipsis))
        {
            pointer |= IsPointerOperator(Kind(at));
            at--;
        }
        var kind = Kind(at);
        bool typeEnds = IsBuiltin(kind) || kind is KwAuto or TypeName
            || (kind == TemplateClose && ClosesType(at))
            || (kind == RBrace && at == i - 1 && _scope.Kind != ScopeKind.Parentheses && _match[at] >= 0 && ClosesClass(at))
            || (kind == RParen && _match[at] > 0 && Kind(_match[at] - 1) == KwDecltype);
        var after = Kind(i + 1);
        if (typeEnds && (!pointer || CanFollowDeclarator(after)) && after != ColonColon && !(after == Less && _scope.IsDeclarative))
        {
            return true;
        }
        if (typeEnds && after == Less && _scope.IsDeclarative && _symbols[name] == SymbolKind.Unknown)
        {
            Bind(name, SymbolKind.FunctionTemplate, outer: true);
        }
        if (_scope.InDeclaratorList && kind == Comma && _insideAngles == 0 && _scope.Kind is not (ScopeKind.Parentheses or ScopeKind.Initializer))
        {
            return true;
        }
        // a pointer to function or array: T (*name)(...)
        bool mayDeclare = _scope.IsDeclarative || _scope.Kind == ScopeKind.Parentheses || _scope.IsTypedef;
        return pointer && kind == LParen && after is RParen or LBrack && mayDeclare && Kind(MatchOf(at) + 1) is LParen or LBrack && EndsType(at - 1);
    }

    private int MatchOf(int i) => (uint)i < (uint)_count ? _match[i] : -1;

    private bool EndsType(int i)
    {
        var kind = Kind(i);
        return IsBuiltin(kind) || IsPointerOperator(kind) || IsQualifier(kind) || kind is TypeName or TemplateClose or KwAuto;
    }

    private bool IsTrailingReturn(int i)
    {
        for (int at = i; at < _count && at < i + 40;)
        {
            var kind = Kind(at);
            if (kind == LBrace)
            {
                return true;
            }
            if (kind == Less)
            {
                int close = MatchAngle(at, sure: true);
                if (close < 0)
                {
                    return false;
                }
                at = close + 1;
            }
            else if (kind is Identifier or ColonColon or Comma || IsPointerOperator(kind) || IsQualifier(kind))
            {
                at++;
            }
            else
            {
                return false;
            }
        }
        return false;
    }

    /// <summary>Whether a '}' ends a class or enum body and so a type.</summary>
    private bool ClosesClass(int close)
    {
        int open = _match[close];
        if (Kind(open) == ClassBrace)
        {
            return true;
        }
        for (int at = open - 1; at >= Math.Max(0, open - 60); at--)
        {
            var kind = Kind(at);
            if (kind is KwStruct or KwClass or KwUnion or KwEnum)
            {
                return true;
            }
            bool attribute = kind == RParen && _match[at] > 0 && Kind(_match[at] - 1) is KwAlignCuda or KwAlignas or KwAttribute;
            if (kind is Semi or RBrace or LBrace or Assign || (kind == RParen && !attribute))
            {
                return false;
            }
        }
        return false;
    }

    private int Declare(int i)
    {
        bool inParentheses = _scope.Kind == ScopeKind.Parentheses;
        if (_scope.IsTypedef && !inParentheses)
        {
            Bind(i, SymbolKind.Type, _scope.IsDeclarative);
            return i + 1;
        }
        if (inParentheses && IsPointerOperator(Kind(i - 1)) && Kind(i - 2) is LParen or ColonColon)
        {
            // typedef T (*name)(...): the name belongs to what is around the parentheses
            var parentheses = _scopes.Pop();
            _scope = _scopes.Peek();
            if (_scope.IsTypedef)
            {
                Bind(i, SymbolKind.Type, _scope.IsDeclarative);
            }
            else
            {
                Bind(i, SymbolKind.Variable, _scope.IsDeclarative && !_scope.SawParentheses);
            }
            _scopes.Push(parentheses);
            _scope = parentheses;
            return i + 1;
        }
        bool function = Kind(i + 1) == LParen && _scope.IsDeclarative;
        bool template = _scope.InTemplate && _scope.IsDeclarative;
        var kind = template ? SymbolKind.FunctionTemplate : function ? SymbolKind.Function : SymbolKind.Variable;
        Bind(i, kind, _scope.IsDeclarative);
        if (!inParentheses && !_scope.IsDeclarative)
        {
            _scope.InDeclaratorList = true;
        }
        return i + 1;
    }
}
