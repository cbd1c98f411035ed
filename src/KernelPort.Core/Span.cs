namespace KernelPort.Core;

/// <summary>A stretch of one file's text; <see cref="None"/> where nothing better is known.</summary>
public readonly record struct Span(SourceText? Source, int Start, int Length)
{
    public static readonly Span None = default;

    public int End => Start + Length;

    public bool IsNone => Source is null;

    public (int Line, int Column) Position => Source?.Position(Start) ?? (0, 0);

    public int Line => Position.Line;

    /// <summary>The smallest span that holds both; the left one where they lie in different files.</summary>
    public Span To(Span other)
    {
        if (Source is null)
        {
            return other;
        }
        if (other.Source != Source)
        {
            return this;
        }
        int start = Math.Min(Start, other.Start);
        return new Span(Source, start, Math.Max(End, other.End) - start);
    }

    public override string ToString() => Source is null ? "<none>" : $"{Source.Path}({Position.Line},{Position.Column})";
}
