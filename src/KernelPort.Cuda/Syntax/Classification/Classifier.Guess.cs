using static KernelPort.Cuda.Syntax.Classification.TokenClasses;
using static KernelPort.Grammar.TokenKind;

namespace KernelPort.Cuda.Syntax.Classification;

/// <content>Names nobody declared: what stands around them decides. Every guess is counted.</content>
internal sealed partial class Classifier
{
    private bool GuessIsType(Use use)
    {
        int end = use.End;
        int beforeIndex = use.Before;
        var after = Kind(end);
        var before = Kind(beforeIndex);
        if (before == ColonColon)
        {
            before = Kind(--beforeIndex);
        }
        bool declarative = _scope.IsDeclarative;
        bool starts = StartsStatement(before, beforeIndex);
        bool specified = IsSpecifier(before);
        if (before is KwTypename or KwStruct or KwClass or KwUnion or KwNew or KwOperator or KwCatch)
        {
            return true;
        }
        bool plain = !use.Qualified && !use.HasArguments;
        if (after == Identifier)
        {
            return GuessBeforeName(use, before, starts || specified, plain);
        }
        if (plain && declarative && (starts || specified || before == RParen) && IsDeclarationKeyword(after))
        {
            // an attribute macro from a header that is not there
            _dropped[use.Last] = true;
            return false;
        }
        if (after == KwOperator && (starts || specified))
        {
            return true;
        }
        if (IsQualifier(after) && (starts || specified || before is LParen or Comma or TemplateOpen || (before == Assign && declarative)))
        {
            return true;
        }
        if (IsPointerOperator(after))
        {
            return GuessBeforePointer(use, before, beforeIndex, starts, specified);
        }
        bool parameter = _scope.Kind == ScopeKind.Parentheses && InParameterList() && (before is LParen or Comma || specified);
        if (parameter && after is Comma or RParen or Assign or Ellipsis)
        {
            return true;
        }
        if (specified && after is LParen or RParen or Greater or TemplateClose or Comma)
        {
            return IsQualifier(before);
        }
        if (before == LParen && after == RParen && !use.HasArguments)
        {
            return GuessCast(use, beforeIndex);
        }
        return after == LBrace && !declarative && _scope.Pending == PendingBrace.Nothing
            && (before is KwReturn or Assign or LParen or Comma || starts);
    }

    private bool StartsStatement(Grammar.TokenKind before, int beforeIndex)
    {
        if (_scope.Kind == ScopeKind.Initializer)
        {
            return false;
        }
        return before is KwTemplate or Semi or ClassBrace or BodyBrace or LBrace or RBrace or EndOfFile or Colon or PragmaEnd or KwElse
            || (before == StringLiteral && Kind(beforeIndex - 1) == KwExtern)
            || (before == TemplateClose && _scope.IsDeclarative);
    }

    /// <summary><c>X y</c></summary>
    private bool GuessBeforeName(Use use, Grammar.TokenKind before, bool begins, bool plain)
    {
        if (!begins && before is not (LParen or Comma or TemplateOpen or RParen or KwLaunchBounds))
        {
            return false;
        }
        bool knownType = _symbols[NameAt(use.End)] is SymbolKind.Type or SymbolKind.TypeTemplate;
        bool macro = plain && _scope.IsDeclarative && begins && (knownType || Kind(use.End + 1) == Identifier)
            && _symbols[NameAt(use.First)] == SymbolKind.Unknown;
        if (macro)
        {
            // X T name: the first is an attribute macro from a header that is not there
            _dropped[use.First] = true;
            return false;
        }
        return true;
    }

    /// <summary><c>X * y</c>, <c>X &amp; y</c></summary>
    private bool GuessBeforePointer(Use use, Grammar.TokenKind before, int beforeIndex, bool starts, bool specified)
    {
        int at = use.End;
        var after = Kind(at);
        while (IsPointerOperator(Kind(at)) || IsQualifier(Kind(at)))
        {
            at++;
        }
        var next = Kind(at);
        bool inParentheses = _scope.Kind == ScopeKind.Parentheses;
        if (specified && next is Identifier or RParen or Comma or TemplateClose or Greater or KwOperator)
        {
            return true;
        }
        if (starts && next is Identifier or KwOperator)
        {
            if (_scope.IsDeclarative)
            {
                return true;
            }
            var follows = Kind(at + 1);
            return follows == Assign || (after is Star or Amp && follows is Semi or Comma or LBrack);
        }
        if (before is LParen or Comma && inParentheses)
        {
            if (before == LParen && Kind(beforeIndex - 1) == KwCatch)
            {
                return true;
            }
            if (InParameterList() && next is Identifier or Comma or RParen or LParen)
            {
                return true;
            }
            if (before == LParen && next == RParen && after != Amp)
            {
                return true;
            }
            if (before == LParen && Kind(beforeIndex - 1) == KwFor && next == Identifier && Kind(at + 1) == Assign)
            {
                return true;
            }
        }
        if (before is TemplateOpen or Comma && (next is Greater or TemplateClose || (next == Comma && before == TemplateOpen)))
        {
            return true;
        }
        return before == Assign && _scope.IsDeclarative && next == Semi;
    }

    /// <summary><c>(X)e</c></summary>
    private bool GuessCast(Use use, int beforeIndex)
    {
        var outside = Kind(beforeIndex - 1);
        bool call = outside is Identifier or RParen or RBrack or KwNew or KwIf or KwConstexpr or KwWhile or KwSwitch or KwFor or KwSizeof or TemplateClose or FunctionalCast
            or TypeName or KwDecltype or KwOperator or LaunchClose or ConstructorName or KwAlignas or KwAlignCuda or KwLaunchBounds or KwNoexcept
            or KwExplicit or KwThis || IsBuiltin(outside);
        if (call)
        {
            return false;
        }
        var operand = Kind(use.End + 1);
        if (operand is Identifier or IntegerLiteral or FloatingLiteral or CharacterLiteral or StringLiteral or KwThis or KwNullptr or KwTrue
            or KwFalse or KwSizeof or KwStaticCast)
        {
            return true;
        }
        string text = NameAt(use.Last).Text;
        bool looksLikeType = text.EndsWith("_t", StringComparison.Ordinal) || char.IsAsciiLetterUpper(text[0]);
        return operand == LParen && !use.Qualified && looksLikeType;
    }
}
