using KernelPort.Cuda.Syntax.Classification;
using KernelPort.Grammar;
using static KernelPort.Cuda.Syntax.Classification.TokenClasses;
using static KernelPort.Grammar.TokenKind;

namespace KernelPort.Cuda.Syntax.Parsing;

/// <summary>
/// Tells a parenthesis before a type from one before an expression, so that a cast is known by its first token. By what stands inside alone:
/// the names are classified, and no expression begins with the name of a type but a construction, <c>(int(x))</c>.
/// </summary>
internal static class TypeParentheses
{
    /// <summary>Whether a type, or specifiers of one, stands behind the parenthesis at <paramref name="at"/>.</summary>
    public static bool Is(ReadOnlySpan<ClassifiedToken> tokens, int at)
    {
        while (true)
        {
            int next = at + 1;
            var kind = KindAt(tokens, next);
            if (kind is TypeName or AttributeOpen or KwStruct or KwClass or KwUnion or KwEnum or KwAttribute or KwAlignas or KwAlignCuda || IsSpecifier(kind))
            {
                return true;
            }
            if (kind is not (TypeQualifier or KwTypename or ColonColon or KwDecltype or KwAuto or KwExtension) && !IsBuiltin(kind))
            {
                return false;
            }
            if (kind is TypeQualifier or KwTypename or ColonColon)
            {
                return EndsInTypeName(tokens, next);
            }
            if (kind == KwExtension)
            {
                at = next;
                continue;
            }
            int behind = kind == KwDecltype ? Close(tokens, next + 1) + 1 : next + 1;
            while (IsBuiltin(KindAt(tokens, behind)) || IsQualifier(KindAt(tokens, behind)))
            {
                behind++;
            }
            if (KindAt(tokens, behind) != LParen)
            {
                return KindAt(tokens, behind) != LBrace;
            }
            if (IsPointerOperator(KindAt(tokens, behind + 1)))
            {
                // int (*)(float), int (*f)(float), int (&a)[3] are types, int(*p) makes an int
                int close = Close(tokens, behind);
                var last = KindAt(tokens, close - 1);
                return KindAt(tokens, close + 1) is LParen or LBrack || IsPointerOperator(last) || IsQualifier(last);
            }
            // int(float) is a function's type, int(float(x)) makes an int
            at = behind;
        }
    }

    private static bool EndsInTypeName(ReadOnlySpan<ClassifiedToken> tokens, int at)
    {
        while (true)
        {
            switch (KindAt(tokens, at))
            {
                case TypeName:
                    return true;
                case KwTypename or ColonColon or KwTemplate or TypeQualifier:
                    at++;
                    break;
                case TemplateOpen:
                    int depth = 0;
                    do
                    {
                        depth += KindAt(tokens, at) switch { TemplateOpen => 1, TemplateClose => -1, EndOfFile => -depth, _ => 0 };
                        at++;
                    }
                    while (depth > 0);
                    break;
                default:
                    return false;
            }
        }
    }

    /// <summary>Where the parenthesis that is opened at <paramref name="at"/> is closed, or the end.</summary>
    private static int Close(ReadOnlySpan<ClassifiedToken> tokens, int at)
    {
        int depth = 0;
        for (; at < tokens.Length; at++)
        {
            depth += KindAt(tokens, at) switch { LParen => 1, RParen => -1, _ => 0 };
            if (depth <= 0)
            {
                break;
            }
        }
        return at;
    }

    private static TokenKind KindAt(ReadOnlySpan<ClassifiedToken> tokens, int at) => (uint)at < (uint)tokens.Length ? tokens[at].Kind : EndOfFile;
}
