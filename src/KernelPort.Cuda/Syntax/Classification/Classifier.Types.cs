using static KernelPort.Cuda.Syntax.Classification.TokenClasses;
using static KernelPort.Grammar.TokenKind;

namespace KernelPort.Cuda.Syntax.Classification;

/// <content>Used names: a type or a value, and what of it where nothing is known.</content>
internal sealed partial class Classifier
{
    /// <summary>One step of a qualified name with its template angles (0 where there are none).</summary>
    private readonly record struct Segment(int Name, int Open, int Close);

    // a stack: reading a name's template arguments reads names
    private readonly List<Segment> _segments = [];

    /// <summary>Reads a name with its qualifiers and marks every part; gives the index after it.</summary>
    private int ReadQualified(int i, bool forceType, int before, bool neverCast = false)
    {
        int first = _segments.Count;
        int end = ReadSegments(i, forceType, first);
        end = end >= 0 ? end : ReadSegmented(i, first, forceType, before, neverCast);
        _segments.RemoveRange(first, _segments.Count - first);
        return end;
    }

    private int ReadSegmented(int i, int first, bool forceType, int before, bool neverCast)
    {
        var last = _segments[^1];
        int behind = _segments.Count;
        int end = last.Close > 0 ? last.Close + 1 : last.Name + 1;
        bool qualified = behind - first > 1;
        if (i == _placementNewType)
        {
            forceType = true;
            neverCast = true;
            _placementNewType = -1;
        }
        bool argumentsInQualifier = qualified && _segments.FindIndex(first, behind - 1 - first, s => s.Close > 0) >= 0;
        bool type = forceType || IsType(new Use(i, last.Name, end, qualified, last.Close > 0, before), argumentsInQualifier);
        if (qualified && !forceType && _scope.IsDeclarative && Kind(end) == LParen && ReferenceEquals(NameAt(_segments[^2].Name), NameAt(last.Name)))
        {
            // X::X(
            MarkValues(first);
            _kinds[last.Name] = ConstructorName;
            return end;
        }
        for (int k = first; k < behind - 1; k++)
        {
            _kinds[_segments[k].Name] = type ? TypeQualifier : ValueQualifier;
        }
        if (type)
        {
            bool cast = !neverCast && Kind(before) != KwNew && IsFunctionalCast(end, before);
            _kinds[last.Name] = cast ? FunctionalCast : TypeName;
        }
        for (int k = first; k < behind; k++)
        {
            MarkArguments(_segments[k]);
        }
        if (!type && _scope.IsDeclarative && !qualified && Kind(end) == LParen && TypeEndsBefore(before))
        {
            Bind(last.Name, _scope.InTemplate ? SymbolKind.FunctionTemplate : SymbolKind.Function, outer: true);
        }
        return end;
    }

    private void MarkValues(int first)
    {
        int behind = _segments.Count;
        for (int k = first; k < behind; k++)
        {
            _kinds[_segments[k].Name] = ValueQualifier;
            MarkArguments(_segments[k]);
        }
    }

    /// <summary>Reads the steps of a name; gives the index after it where it is known already what it is, else -1.</summary>
    private int ReadSegments(int i, bool forceType, int first)
    {
        for (int at = i; ;)
        {
            int open = 0;
            int close = 0;
            if (Kind(at + 1) is Less or TemplateOpen)
            {
                if (_angleClose[at + 1] > 0)
                {
                    (open, close) = (at + 1, _angleClose[at + 1]);
                }
                else if (forceType ? MatchAngle(at + 1, sure: true) > 0 : IsTemplateAngle(at, at + 1, member: false))
                {
                    int found = MatchAngle(at + 1, sure: true);
                    (open, close) = found > 0 ? (at + 1, found) : (0, 0);
                }
            }
            _segments.Add(new Segment(at, open, close));
            int end = close > 0 ? close + 1 : at + 1;
            if (Kind(end) != ColonColon)
            {
                return -1;
            }
            int next = Kind(end + 1) == KwTemplate ? end + 2 : end + 1;
            if (Kind(next) == Identifier)
            {
                at = next;
                continue;
            }
            if (Kind(next) is Tilde or KwOperator or Star)
            {
                // X::~X, X::operator, X::*
                MarkValues(first);
                if (Kind(next) == Tilde && Kind(next + 1) == Identifier)
                {
                    _kinds[next + 1] = TypeName;
                    return next + 2;
                }
                return next;
            }
            return -1;
        }
    }

    private void MarkArguments(Segment segment)
    {
        if (segment.Close > 0 && _angleClose[segment.Open] == 0)
        {
            MarkAngles(segment.Open, segment.Close);
            _insideAngles++;
            Classify(segment.Open + 1, segment.Close);
            _insideAngles--;
        }
    }

    /// <summary>Whether a type with '(' or '{' after it makes a value rather than begins a declarator.</summary>
    private bool IsFunctionalCast(int end, int before)
    {
        int at = before;
        while (IsQualifier(Kind(at)))
        {
            at--;
        }
        var after = Kind(end);
        if (after == LBrace)
        {
            if (Kind(at) == Arrow || Kind(before) is Arrow or KwOperator)
            {
                return false;
            }
            return _scope.IsDeclarative ? _scope.SawAssign : _scope.Kind == ScopeKind.Parentheses || _scope.Pending == PendingBrace.Nothing;
        }
        if (after != LParen || Kind(before) is TemplateOpen or KwOperator)
        {
            return false;
        }
        bool declarator = IsPointerOperator(Kind(end + 1)) && _match[end] > 0 && Kind(_match[end] + 1) is LBrack or LParen;
        if (declarator)
        {
            return false;
        }
        if (_scope.IsDeclarative)
        {
            return _scope.SawAssign || _scope.ColonAfterParentheses;
        }
        return !(_scope.Kind == ScopeKind.Parentheses && InParameterList());
    }

    /// <summary>Whether the open parentheses are a declaration's parameters.</summary>
    private bool InParameterList()
    {
        foreach (var scope in _scopes)
        {
            if (scope.Kind != ScopeKind.Parentheses)
            {
                return scope.IsDeclarative && !scope.SawAssign && !scope.ColonAfterParentheses;
            }
            if (scope.SawAssign)
            {
                return false;
            }
        }
        return false;
    }

    private bool TypeEndsBefore(int at)
    {
        while (IsPointerOperator(Kind(at)) || IsQualifier(Kind(at)))
        {
            at--;
        }
        return IsBuiltin(Kind(at)) || Kind(at) is TypeName or TemplateClose or KwAuto;
    }

    /// <summary>A use of a name: its first and last identifier, what follows, and the index before it.</summary>
    private readonly record struct Use(int First, int Last, int End, bool Qualified, bool HasArguments, int Before);

    private bool IsType(Use use, bool argumentsInQualifier)
    {
        var name = NameAt(use.Last);
        var kind = _symbols[name];
        var after = Kind(use.End);
        var before = Kind(use.Before);
        if (_scope.InUsing)
        {
            if (use.Qualified && _symbols.EverType(name))
            {
                Bind(name, kind == SymbolKind.TypeTemplate ? kind : SymbolKind.Type, _scope.IsDeclarative);
                return true;
            }
            return !use.Qualified && kind == SymbolKind.Type;
        }
        if (!use.Qualified)
        {
            if (kind is SymbolKind.Type or SymbolKind.TypeTemplate)
            {
                // used as an object: a variable whose declaration was not seen
                bool assigned = after == Assign && before is not (TemplateOpen or Comma or KwTypename);
                bool indexed = after == LBrack && before is not (KwNew or LParen or TemplateOpen or Comma or RParen);
                return !assigned && !indexed && after is not (Dot or Arrow or PlusPlus);
            }
            if (kind != SymbolKind.Unknown)
            {
                return false;
            }
        }
        else if (!argumentsInQualifier)
        {
            if (Kind(use.Last - 2) == Identifier && _symbols.Member(NameAt(use.Last - 2), name) is { } member)
            {
                return member is SymbolKind.Type or SymbolKind.TypeTemplate;
            }
            // nothing declared can follow: a value whatever the name was elsewhere
            bool value = before == KwCase || after is Semi or Colon or Question or EqualEqual or NotEqual or RBrack;
            bool known = !value && _symbols.EverType(name) && kind is not (SymbolKind.Variable or SymbolKind.Function);
            if (known || (kind == SymbolKind.Type && after != Assign && after != LParen))
            {
                return true;
            }
        }
        bool guess = GuessIsType(use);
        if (guess && !argumentsInQualifier)
        {
            _guessed.Add(use.Last);
        }
        return guess;
    }
}
