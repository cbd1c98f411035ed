using KernelPort.Core;
using KernelPort.Cuda.Preprocessing;

namespace KernelPort.Cuda.Syntax.Parsing;

/// <summary>Turns tokens into places: where they are spelled, and through which macros they came.</summary>
internal static class Origin
{
    /// <summary>The place of a token; of one that a macro of our own headers made, the place where the user wrote the macro.</summary>
    public static Span Place(Token token) => token.Source.IsEmbedded ? token.Root.Span : token.Span;

    /// <summary>The place of a run of tokens. Where macros stand between its ends, the place of the outermost uses.</summary>
    public static Span Place(Token first, Token last)
    {
        if (!first.Source.IsEmbedded && ReferenceEquals(first.Expansion, last.Expansion) && ReferenceEquals(first.Source, last.Source) && last.End >= first.Offset)
        {
            return new Span(first.Source, first.Offset, last.End - first.Offset);
        }
        var from = first.Root;
        var to = last.Root;
        bool ordered = ReferenceEquals(from.Source, to.Source) && to.End >= from.Offset;
        return ordered ? new Span(from.Source, from.Offset, to.End - from.Offset) : from.Span;
    }

    /// <summary>Adds a note for every macro that a token came through, the innermost first.</summary>
    public static Diagnostic Explain(Diagnostic diagnostic, Token token)
    {
        int notes = 0;
        for (var expansion = token.Expansion; expansion is not null && notes < 8; expansion = expansion.Parent, notes++)
        {
            diagnostic = diagnostic.Note(expansion.Invocation.Span, $"expanded from macro '{expansion.Macro.Name.Text}'");
        }
        return diagnostic;
    }
}
