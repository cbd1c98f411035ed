namespace KernelPort.Cli;

/// <summary>What kernels printed, in lines and no more of them than a reader wants.</summary>
public sealed record PrintedText(IReadOnlyList<string> Lines, int Left)
{
    private const int LongestLine = 200;

    /// <summary>Lines on the console; the report has more.</summary>
    public const int OnConsole = 12;

    public const int InReport = 1000;

    /// <summary>The first lines; characters that a terminal would obey are replaced.</summary>
    public static PrintedText Of(string text, int most)
    {
        if (text.Length == 0)
        {
            return new PrintedText([], 0);
        }
        var lines = new List<string>();
        int count = 0;
        foreach (var line in (text[^1] == '\n' ? text.AsSpan(0, text.Length - 1) : text.AsSpan()).EnumerateLines())
        {
            if (count++ < most)
            {
                lines.Add(string.Create(Math.Min(line.Length, LongestLine), line, (to, from) =>
                {
                    for (int i = 0; i < to.Length; i++)
                    {
                        to[i] = char.IsControl(from[i]) && from[i] != '\t' ? '?' : from[i];
                    }
                }) + (line.Length > LongestLine ? "..." : ""));
            }
        }
        return new PrintedText(lines, count - lines.Count);
    }

    /// <summary>The lines as they stand below a verdict.</summary>
    public string Indented => string.Concat(Lines.Select(l => $"        | {l}\n")) + (Left > 0 ? FormattableString.Invariant($"        | ... {Left} more line{(Left == 1 ? "" : "s")}\n") : "");
}
