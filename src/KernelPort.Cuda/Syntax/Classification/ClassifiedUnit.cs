using KernelPort.Cuda.Preprocessing;
using KernelPort.Grammar;

namespace KernelPort.Cuda.Syntax.Classification;

/// <summary>A token as the parser sees it: the kind says what a name or an angle is here.</summary>
internal readonly record struct ClassifiedToken(Token Token, TokenKind Kind);

/// <summary>A step of the outline: a namespace opens or closes, or a declaration stands there. Ranges are token indices, the end excluded.</summary>
internal readonly record struct OutlineItem(OutlineKind Kind, int From, int To, bool IsDevice);

internal enum OutlineKind
{
    Declaration,

    /// <summary>The head of a namespace or linkage block with its brace.</summary>
    OpenBlock,
    CloseBlock,
}

/// <summary>A function's body: the indices of its braces.</summary>
internal readonly record struct BodyRange(int Open, int Close, bool IsDevice);

/// <summary>The whole unit after classification.</summary>
internal sealed record ClassifiedUnit(ClassifiedToken[] Tokens, IReadOnlyList<OutlineItem> Outline, IReadOnlyList<BodyRange> Bodies, IReadOnlyList<int> GuessedTypes);
