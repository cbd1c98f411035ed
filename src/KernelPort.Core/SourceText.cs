namespace KernelPort.Core;

/// <summary>One file's text and where its lines start. The text is bytes read as Latin-1, so that any encoding survives a round trip.</summary>
public sealed class SourceText
{
    private int[]? _lineStarts;

    public SourceText(string path, string text)
    {
        Path = path;
        Text = text;
    }

    /// <summary>The path as the user gave it, with forward slashes.</summary>
    public string Path { get; }

    public string Text { get; }

    /// <summary>One of our own headers, not a file of the user's.</summary>
    public bool IsEmbedded => Path.StartsWith('<');

    public int Length => Text.Length;

    /// <summary>Reads a file byte for byte; throws what <see cref="File.ReadAllBytes(string)"/> throws.</summary>
    public static SourceText Read(string path) => new(path.Replace('\\', '/'), System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(path)));

    /// <summary>Line and column, both counted from 1, of an offset.</summary>
    public (int Line, int Column) Position(int offset)
    {
        var starts = LineStarts;
        int k = Array.BinarySearch(starts, offset);
        if (k < 0)
        {
            k = ~k - 1;
        }
        return (k + 1, offset - starts[k] + 1);
    }

    /// <summary>The text of a line counted from 1, without its line end.</summary>
    public string Line(int line)
    {
        var starts = LineStarts;
        if (line < 1 || line > starts.Length)
        {
            return "";
        }
        int from = starts[line - 1];
        int to = line < starts.Length ? starts[line] : Text.Length;
        while (to > from && Text[to - 1] is '\n' or '\r')
        {
            to--;
        }
        return Text[from..to];
    }

    /// <summary>What stands on a line counted from 1, without the blanks around it.</summary>
    public Span SpanOfLine(int line)
    {
        string text = Line(line);
        int indent = text.Length - text.TrimStart().Length;
        int start = line <= LineStarts.Length ? LineStarts[Math.Max(line, 1) - 1] : Text.Length;
        return new Span(this, start + indent, text.Trim().Length);
    }

    private int[] LineStarts => _lineStarts ??= FindLineStarts(Text);

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                starts.Add(i + 1);
            }
        }
        return [.. starts];
    }
}
