using KernelPort.Core;
using KernelPort.Grammar;

namespace KernelPort.Cuda.Preprocessing;

/// <summary>What a token carries besides its kind and place.</summary>
[Flags]
public enum TokenFlags : byte
{
    None = 0,

    /// <summary>First on its line: a '#' here starts a directive.</summary>
    LineStart = 1,

    SpaceBefore = 2,

    /// <summary>Names a macro that was disabled when this was seen; it is never expanded again.</summary>
    NoExpand = 4,

    /// <summary>Contains a line continuation: the spelling is not the text as it stands in the file.</summary>
    Spliced = 8,

    /// <summary>A placeholder for an empty macro argument next to '##'.</summary>
    Placemarker = 16,

    /// <summary>Of a word `struct`, `class` or `union` under #pragma pack: the logarithm of the limit, plus one.</summary>
    Packing = 0b1110_0000,
}

/// <summary>A token and where it was spelled; after macro expansion also how it came to be where it is. Immutable.</summary>
public sealed class Token
{
    public Token(TokenKind kind, SourceText source, int offset, int length, Name? name, TokenFlags flags, int index = -1)
    {
        Kind = kind;
        Source = source;
        Offset = offset;
        Length = length;
        Name = name;
        Flags = flags;
        Index = index;
    }

    public TokenKind Kind { get; }

    public SourceText Source { get; }

    public int Offset { get; }

    public int Length { get; }

    public int End => Offset + Length;

    /// <summary>The interned identifier or keyword; null for every other token.</summary>
    public Name? Name { get; }

    public TokenFlags Flags { get; private init; }

    /// <summary>Its index among the raw tokens of its file; -1 for a token that is not in any file as it is.</summary>
    public int Index { get; private init; }

    /// <summary>The macro expansion that gave this token; null for one that stands in the text.</summary>
    public Expansion? Expansion { get; private init; }

    /// <summary>The spelling where it is not the text at the place: a pasted or stringised token.</summary>
    public string? Made { get; private init; }

    public string Text => Made ?? Name?.Text ?? Source.Text.Substring(Offset, Length);

    public ReadOnlySpan<char> Spelling => Made ?? Name?.Text ?? Source.Text.AsSpan(Offset, Length);

    public Span Span => new(Source, Offset, Length);

    public bool IsLineStart => (Flags & TokenFlags.LineStart) != 0;

    /// <summary>The alignment that #pragma pack leaves the members of the class that this word begins; 0 where none limits it.</summary>
    public int Packing => (byte)(Flags & TokenFlags.Packing) >> PackingShift is var p and > 0 ? 1 << (p - 1) : 0;

    /// <summary>The same token under #pragma pack.</summary>
    public Token Packed(int limit) => With(Flags | (TokenFlags)((System.Numerics.BitOperations.Log2((uint)limit) + 1) << PackingShift), Expansion);

    private const int PackingShift = 5;

    public bool HasSpaceBefore => (Flags & TokenFlags.SpaceBefore) != 0;

    /// <summary>The place in the file that is being compiled: of the token itself, or of the outermost macro use.</summary>
    public Token Root
    {
        get
        {
            var token = this;
            while (token.Expansion is { } expansion)
            {
                token = expansion.Invocation;
            }
            return token;
        }
    }

    /// <summary>The same token with other surroundings.</summary>
    public Token With(TokenFlags flags, Expansion? expansion) =>
        new(Kind, Source, Offset, Length, Name, flags, Index) { Expansion = expansion, Made = Made };

    /// <summary>A token whose spelling is not in any file, placed where it came from.</summary>
    public static Token Make(TokenKind kind, string text, Name? name, Token place, TokenFlags flags, Expansion? expansion) =>
        new(kind, place.Source, place.Offset, place.Length, name, flags) { Expansion = expansion, Made = text };

    public override string ToString() => Text;
}

/// <summary>One use of a macro: which, by which token, and inside which other use.</summary>
public sealed record Expansion(Macro Macro, Token Invocation, Expansion? Parent);
