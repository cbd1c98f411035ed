using KernelPort.Cuda.Preprocessing;
using static KernelPort.Cuda.Syntax.Classification.TokenClasses;
using static KernelPort.Grammar.TokenKind;

namespace KernelPort.Cuda.Syntax.Classification;

/// <content>Braces, parentheses and square brackets.</content>
internal sealed partial class Classifier
{
    private int OpenBrace(int i)
    {
        int close = _match[i] < 0 ? _count : _match[i];
        var before = Kind(i - 1);
        switch (_scope.Pending)
        {
            case PendingBrace.Namespace when _scope.Kind == ScopeKind.Namespace:
                OpenNamespace(i, close);
                return i + 1;
            case PendingBrace.Class:
                _kinds[i] = ClassBrace;
                var owner = _scope.PendingOwner;
                _scope.Pending = PendingBrace.Nothing;
                _scope.PendingOwner = null;
                Push(ScopeKind.Class, close, owner).DeclarationStart = i + 1;
                return i + 1;
            case PendingBrace.Enum:
                _kinds[i] = ClassBrace;
                var enumeration = _scope.PendingOwner;
                _scope.Pending = PendingBrace.Nothing;
                _scope.PendingOwner = null;
                Push(ScopeKind.Enum, close, enumeration);
                return i + 1;
        }
        if (_scope.IsDeclarative)
        {
            bool initializer = _scope.SawAssign || !_scope.SawParentheses;
            if (_scope.ColonAfterParentheses && before is Identifier or TypeName or TemplateClose or FunctionalCast or ConstructorName
                && Kind(close + 1) is Comma or LBrace)
            {
                initializer = true;
            }
            if (!initializer)
            {
                _kinds[i] = BodyBrace;
                _bodies.Add(new BodyRange(i, close, _scope.SawDevice));
            }
            Push(initializer ? ScopeKind.Initializer : ScopeKind.Function, close);
            return i + 1;
        }
        bool value = before is Assign or KwReturn or LParen or Comma or Identifier or FunctionalCast or TemplateClose or TypeName
            || (before == RBrack && _match[i - 1] > 0 && Kind(_match[i - 1] - 1) == Identifier)
            || (before == LBrace && _scope.Kind == ScopeKind.Initializer)
            || IsBuiltin(before);
        Push(value ? ScopeKind.Initializer : ScopeKind.Block, close);
        return i + 1;
    }

    private void OpenNamespace(int i, int close)
    {
        _scope.Pending = PendingBrace.Nothing;
        _outline.Add(new OutlineItem(OutlineKind.OpenBlock, _scope.DeclarationStart, i + 1, false));
        var owner = _scope.PendingOwner;
        _scope.PendingOwner = null;
        if (owner is null)
        {
            // an anonymous namespace or a linkage block: what it declares stays visible
            Push(ScopeKind.Namespace, close).DeclarationStart = i + 1;
            return;
        }
        var scope = Push(ScopeKind.Namespace, close, owner);
        scope.DeclarationStart = i + 1;
        _symbols.Import(owner, _symbols.Bind);
        scope.DeclarationMark = _symbols.Mark;
    }

    private int CloseBrace(int i)
    {
        while (_scopes.Count > 1 && _scope.Kind == ScopeKind.Parentheses)
        {
            Pop();
        }
        if (_scopes.Count > 1)
        {
            var closed = _scope;
            _lastClosed = closed.Kind;
            if (closed.Kind == ScopeKind.Namespace)
            {
                if (i > closed.DeclarationStart)
                {
                    FinishDeclaration(i);
                }
                _outline.Add(new OutlineItem(OutlineKind.CloseBlock, i, i + 1, false));
                if (closed.Owner is null)
                {
                    KeepBindings();
                }
                else
                {
                    Pop();
                }
                FinishDeclaration(i + 1, record: false);
                return i + 1;
            }
            Pop();
            if (closed.Kind == ScopeKind.Function && _scope.IsDeclarative)
            {
                FinishFunction(i + 1);
            }
        }
        bool ended = _lastClosed is not (ScopeKind.Class or ScopeKind.Enum or ScopeKind.Initializer);
        if (!_scope.IsDeclarative && _scope.Kind != ScopeKind.Parentheses && ended)
        {
            _scope.InDeclaratorList = false;
            _scope.IsTypedef = false;
        }
        return i + 1;
    }

    /// <summary>A function ends with its body, but a function-try-block goes on with its handlers.</summary>
    private void FinishFunction(int next)
    {
        if (Kind(next) != KwCatch)
        {
            FinishDeclaration(next);
        }
    }

    /// <summary>Leaves a transparent block: its names now belong to what is around it.</summary>
    private void KeepBindings()
    {
        _scopes.Pop();
        _scope = _scopes.Peek();
        _scope.DeclarationMark = _symbols.Mark;
    }

    private int OpenParenthesis(int i)
    {
        var around = _scope;
        if (around.IsDeclarative)
        {
            around.SawParentheses = true;
        }
        Push(ScopeKind.Parentheses, _match[i]);
        bool declares = around.IsDeclarative || around.Kind == ScopeKind.Parentheses;
        // what follows these words is an expression, never a parameter list
        bool expression = Kind(i - 1) is KwLaunchBounds or KwAlignCuda or KwAlignas or KwAttribute or KwNoexcept or KwDecltype or KwSizeof
            or KwExplicit or KwStaticAssert;
        _scope.SawAssign = expression || (around.SawAssign && declares);
        return i + 1;
    }

    private int OpenSquare(int i)
    {
        bool attribute = Kind(i + 1) == LBrack && _match[i] > 0 && _match[i + 1] == _match[i] - 1
            && Kind(i - 1) is not (Identifier or RBrack or RParen) && Touches(i, LBrack);
        if (!attribute)
        {
            return i + 1;
        }
        _kinds[i] = AttributeOpen;
        _dropped[i + 1] = true;
        return _match[i] + 1;
    }
}
