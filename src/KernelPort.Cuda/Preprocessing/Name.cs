using KernelPort.Grammar;

namespace KernelPort.Cuda.Preprocessing;

/// <summary>An interned identifier: one object a spelling, so that names compare by reference and tables index by <see cref="Id"/>.</summary>
public sealed class Name
{
    internal Name(string text, int id, TokenKind kind)
    {
        Text = text;
        Id = id;
        Kind = kind;
    }

    public string Text { get; }

    /// <summary>Small and dense: an index into tables kept by whoever attaches something to names.</summary>
    public int Id { get; }

    /// <summary>The keyword this spells, or <see cref="TokenKind.Identifier"/>.</summary>
    public TokenKind Kind { get; }

    public bool IsKeyword => Kind != TokenKind.Identifier;

    public override string ToString() => Text;
}
