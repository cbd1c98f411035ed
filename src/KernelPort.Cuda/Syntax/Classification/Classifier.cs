using KernelPort.Cuda.Preprocessing;
using KernelPort.Grammar;
using static KernelPort.Grammar.TokenKind;

namespace KernelPort.Cuda.Syntax.Classification;

/// <summary>
/// One linear pass that tells names, template angles, class braces and functional casts apart, and finds where declarations
/// begin and end. With that known the grammar is deterministic. Brackets must be balanced.
/// </summary>
internal sealed partial class Classifier
{
    private readonly Token[] _tokens;
    private readonly TokenKind[] _kinds;
    private readonly int _count;

    /// <summary>The partner of every bracket; -1 for other tokens.</summary>
    private readonly int[] _match;

    /// <summary>The closing angle of a template's '&lt;'; 0 for other tokens.</summary>
    private readonly int[] _angleClose;
    private readonly int[] _angleOpen;
    private readonly bool[] _dropped;
    private readonly CloserKind[] _closers;
    private readonly SymbolTable _symbols = new();
    private readonly Stack<Scope> _scopes = new();
    private readonly List<OutlineItem> _outline = [];
    private readonly List<BodyRange> _bodies = [];
    private readonly List<int> _guessed = [];
    private Scope _scope;
    private int _insideAngles;
    private ScopeKind _lastClosed;
    private int _placementNewType = -1;
    private int _depth;

    private Classifier(IReadOnlyList<Token> tokens, int[] match)
    {
        _tokens = [.. tokens];
        _count = _tokens.Length;
        _kinds = new TokenKind[_count];
        for (int i = 0; i < _count; i++)
        {
            _kinds[i] = _tokens[i].Kind;
        }
        _match = match;
        _angleClose = new int[_count];
        _angleOpen = new int[_count];
        _dropped = new bool[_count];
        _closers = new CloserKind[_count];
        _scope = new Scope(ScopeKind.Namespace, _count, 0) { DeclarationMark = 0 };
        _scopes.Push(_scope);
    }

    /// <summary>What a '&gt;' was found to close.</summary>
    private enum CloserKind : byte
    {
        Nothing,
        Template,
        Launch,
    }

    public static ClassifiedUnit Run(IReadOnlyList<Token> tokens, int[] match)
    {
        var classifier = new Classifier(tokens, match);
        for (int i = 0; i < classifier._count;)
        {
            i = classifier.Step(i);
        }
        classifier.FinishDeclaration(classifier._count);
        return classifier.Compact();
    }

    private TokenKind Kind(int i) => (uint)i < (uint)_count ? _kinds[i] : EndOfFile;

    private Name NameAt(int i) => _tokens[i].Name!;

    private void Bind(int i, SymbolKind kind, bool outer = false) => Bind(NameAt(i), kind, outer);

    /// <summary>Declares a name; an outer one outlives the declaration that it stands in.</summary>
    private void Bind(Name name, SymbolKind kind, bool outer = false)
    {
        if (outer && _scope.DeclarationMark >= 0)
        {
            _scope.DeclarationMark = _symbols.BindBelow(name, kind, Math.Min(_scope.DeclarationMark, _symbols.Mark));
        }
        else
        {
            _symbols.Bind(name, kind);
        }
    }

    private Scope Push(ScopeKind kind, int close, Name? owner = null)
    {
        var scope = new Scope(kind, close, _symbols.Mark) { Owner = owner };
        if (scope.IsDeclarative)
        {
            scope.DeclarationMark = _symbols.Mark;
        }
        _scopes.Push(scope);
        _scope = scope;
        return scope;
    }

    private void Pop()
    {
        var scope = _scopes.Pop();
        if (scope.Kind is ScopeKind.Namespace or ScopeKind.Class or ScopeKind.Enum && scope.Owner is { } owner)
        {
            _symbols.Export(owner, scope.UndoMark);
        }
        _symbols.UndoTo(scope.UndoMark);
        _scope = _scopes.Peek();
    }

    /// <summary>Takes back what the declaration bound for itself and starts the next one.</summary>
    private void FinishDeclaration(int next, bool record = true)
    {
        if (record && _scope.Kind == ScopeKind.Namespace && next > _scope.DeclarationStart)
        {
            _outline.Add(new OutlineItem(OutlineKind.Declaration, _scope.DeclarationStart, next, _scope.SawDevice));
        }
        if (_scope.IsDeclarative)
        {
            _symbols.UndoTo(Math.Min(_scope.DeclarationMark, _symbols.Mark));
            _scope.DeclarationMark = _symbols.Mark;
        }
        _scope.ForgetDeclaration(next);
    }

    /// <summary>Classifies what stands at an index and gives the index to go on from.</summary>
    private int Step(int i)
    {
        switch (_kinds[i])
        {
            case LBrace:
                return OpenBrace(i);
            case RBrace:
                return CloseBrace(i);
            case LParen:
                return OpenParenthesis(i);
            case RParen:
                // parameters stay bound until the declaration ends
                if (_scope.Kind == ScopeKind.Parentheses)
                {
                    _scopes.Pop();
                    _scope = _scopes.Peek();
                }
                return i + 1;
            case Semi:
                return EndStatement(i);
            case PragmaEnd:
                if (_scope.IsDeclarative && _kinds[_scope.DeclarationStart] is PragmaUnroll or PragmaNoUnroll)
                {
                    FinishDeclaration(i + 1);
                }
                return i + 1;
            case Colon:
                return ReadColon(i);
            case Assign:
                if (_scope.IsDeclarative || _scope.Kind == ScopeKind.Parentheses)
                {
                    _scope.SawAssign = true;
                }
                return i + 1;
            case Comma:
                if (_scope.Kind == ScopeKind.Parentheses)
                {
                    _scope.SawAssign = false;
                }
                return i + 1;
            case KwGlobal or KwDevice:
                if (_scope.IsDeclarative)
                {
                    _scope.SawDevice = true;
                }
                return i + 1;
            case KwTypedef:
                _scope.IsTypedef = true;
                return i + 1;
            case KwNamespace:
                _scope.Pending = PendingBrace.Namespace;
                return i + 1;
            case KwExtern when Kind(i + 1) == StringLiteral:
                if (Kind(i + 2) == LBrace)
                {
                    _scope.Pending = PendingBrace.Namespace;
                }
                return i + 2;
            case KwStruct or KwClass or KwUnion:
                return ReadClassHead(i);
            case KwEnum:
                return ReadEnumHead(i);
            case KwTemplate when Kind(i + 1) == Less:
                return ReadTemplate(i);
            case KwUsing:
                return ReadUsing(i);
            case KwOperator:
                return ReadOperatorName(i);
            case KwStaticCast or KwReinterpretCast or KwConstCast or KwDynamicCast when Kind(i + 1) == Less:
                if (MatchAngle(i + 1, sure: true) is var castClose and > 0)
                {
                    MarkAngles(i + 1, castClose);
                    ForceType(i + 2);
                }
                return i + 2;
            case LBrack:
                return OpenSquare(i);
            case LaunchOpen:
                FindLaunchClose(i);
                return i + 1;
            case Less:
                return ReadLambdaTemplate(i);
            case Identifier:
                return ReadName(i);
            case KwTypename:
                int afterTypename = Kind(i + 1) == ColonColon ? i + 2 : i + 1;
                return Kind(afterTypename) == Identifier ? ReadQualified(afterTypename, forceType: true, i) : afterTypename;
            case KwNew:
                return ReadNew(i);
            case KwAsm:
                int open = i + 1;
                while (open < _count && _kinds[open] is not LParen and not Semi)
                {
                    open++;
                }
                return open < _count ? (_kinds[open] == LParen ? OpenParenthesis(open) : open) : open;
            default:
                return i + 1;
        }
    }

    private void Classify(int from, int to)
    {
        // template arguments inside template arguments: the one place where this pass recurses
        _depth++;
        for (int i = from; i < to;)
        {
            i = _depth > 200 ? i + 1 : Step(i);
        }
        _depth--;
    }

    private int EndStatement(int i)
    {
        if (_scope.Kind == ScopeKind.Parentheses)
        {
            return i + 1;
        }
        if (_scope.IsDeclarative)
        {
            FinishDeclaration(i + 1);
            return i + 1;
        }
        _scope.InDeclaratorList = false;
        _scope.IsTypedef = false;
        _scope.InUsing = false;
        _scope.InTemplate = false;
        _scope.Pending = PendingBrace.Nothing;
        return i + 1;
    }

    private int ReadColon(int i)
    {
        if (!_scope.IsDeclarative)
        {
            return i + 1;
        }
        if (_scope.SawParentheses && !_scope.SawAssign)
        {
            _scope.ColonAfterParentheses = true;
        }
        else if (Kind(i - 1) is KwPublic or KwPrivate or KwProtected && _scope is { Kind: ScopeKind.Class, Pending: PendingBrace.Nothing })
        {
            FinishDeclaration(i + 1);
        }
        return i + 1;
    }

    /// <summary>Joins what turned out not to close templates, and gives the tokens that the parser reads.</summary>
    private ClassifiedUnit Compact()
    {
        var map = new int[_count + 1];
        var result = new List<ClassifiedToken>(_count);
        for (int i = 0; i < _count; i++)
        {
            map[i] = result.Count;
            if (_dropped[i])
            {
                continue;
            }
            var token = _tokens[i];
            bool open = _kinds[i] == Greater && _closers[i] == CloserKind.Nothing;
            if (_closers[i] == CloserKind.Launch)
            {
                result.Add(Join(token, 3, LaunchClose));
                map[i + 1] = map[i + 2] = map[i];
                i += 2;
            }
            else if (open && Touches(i, Greater) && _closers[i + 1] == CloserKind.Nothing)
            {
                result.Add(Join(token, 2, ShiftRight));
                map[++i] = result.Count - 1;
            }
            else if (open && Touches(i, GreaterEqual))
            {
                result.Add(Join(token, 3, ShiftRightAssign));
                map[++i] = result.Count - 1;
            }
            else
            {
                result.Add(new ClassifiedToken(token, _kinds[i]));
            }
        }
        map[_count] = result.Count;
        return new ClassifiedUnit(
            [.. result],
            [.. _outline.Select(o => o with { From = map[o.From], To = map[o.To] })],
            [.. _bodies.Select(b => b with { Open = map[b.Open], Close = map[b.Close] })],
            [.. _guessed.Select(g => map[g])]);
    }

    private bool Touches(int i, TokenKind next) =>
        Kind(i + 1) == next && ReferenceEquals(_tokens[i + 1].Source, _tokens[i].Source) && _tokens[i + 1].Offset == _tokens[i].Offset + 1;

    private static ClassifiedToken Join(Token first, int length, TokenKind kind)
    {
        string text = kind switch { LaunchClose => ">>>", ShiftRight => ">>", _ => ">>=" };
        bool plain = first.Offset + length <= first.Source.Length;
        var place = plain ? new Token(kind, first.Source, first.Offset, length, null, first.Flags) : first;
        return new ClassifiedToken(Token.Make(kind, text, null, place, first.Flags, first.Expansion), kind);
    }
}
