using KernelPort.Grammar;
using static KernelPort.Grammar.TokenKind;

namespace KernelPort.Cuda.Syntax.Classification;

/// <summary>Groups of token kinds.</summary>
internal static class TokenClasses
{
    public static bool IsBuiltin(TokenKind kind) => kind is KwVoid or KwBool or KwChar or KwChar8 or KwChar16 or KwChar32 or KwWchar
        or KwShort or KwInt or KwLong or KwFloat or KwDouble or KwSigned or KwUnsigned;

    public static bool IsQualifier(TokenKind kind) => kind is KwConst or KwVolatile or KwRestrict;

    public static bool IsPointerOperator(TokenKind kind) => kind is Star or Amp or AndAnd;

    /// <summary>Keywords that a declaration can go on with.</summary>
    public static bool IsDeclarationKeyword(TokenKind kind) => IsBuiltin(kind) || kind is KwStatic or KwExtern or KwInline or KwConstexpr
        or KwGlobal or KwDevice or KwHost or KwForceInline or KwNoInline or KwStruct or KwClass or KwUnion or KwEnum or KwTypedef or KwTemplate
        or KwShared or KwConstant or KwVirtual or KwExplicit or KwAuto or KwTypename or KwNamespace or KwFriend;

    /// <summary>Specifiers after which a type is likely.</summary>
    public static bool IsSpecifier(TokenKind kind) => IsQualifier(kind) || kind is KwStatic or KwInline or KwGlobal or KwDevice or KwHost
        or KwConstexpr or KwExtern or KwForceInline or KwNoInline or KwShared or KwConstant or KwTypedef or KwFriend or KwVirtual or KwMutable
        or KwRegister or KwManaged or KwGridConstant or KwThreadLocal;

    /// <summary>What can follow a declared name.</summary>
    public static bool CanFollowDeclarator(TokenKind kind) => kind is Assign or Semi or Comma or RParen or LBrack or LParen or LBrace or Colon
        or Greater or TemplateClose or Ellipsis or EndOfFile or KwAttribute or KwAlignCuda;
}
