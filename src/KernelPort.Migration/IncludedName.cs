namespace KernelPort.Migration;

/// <summary>What an include names: the bracket or quote it opens with, the place of its name.</summary>
internal readonly record struct IncludedName(string Name, bool IsAngled, int Start)
{
    /// <summary>Reads it where it opens; null where it is a macro's, or does not end on its line.</summary>
    public static IncludedName? At(string text, int open)
    {
        char closing = text[open] switch { '<' => '>', '"' => '"', _ => '\0' };
        int length = closing == '\0' ? -1 : text.AsSpan(open + 1).IndexOfAny(closing, '\n');
        return length < 0 || text[open + 1 + length] != closing ? null : new IncludedName(text.Substring(open + 1, length), closing == '>', open + 1);
    }
}
