using System.Globalization;
using System.Text;
using KernelPort.Core;

namespace KernelPort.Backends.Cpu;

/// <summary>Which line of the CUDA text a line of LLVM's comes from: written at its end as a comment while the text is put together from its parts, and taken off again.</summary>
internal static class MarkedLines
{
    public const string Mark = " ; line ";

    public static (string Text, IReadOnlyList<(int Line, Span From)> Lines) Read(string text, SourceText source)
    {
        var lines = new List<(int, Span)>();
        var plain = new StringBuilder(text.Length);
        int number = 0;
        foreach (string line in text.Split('\n'))
        {
            int mark = line.LastIndexOf(Mark, StringComparison.Ordinal);
            plain.Append(number++ == 0 ? "" : "\n").Append(mark < 0 ? line : line[..mark]);
            if (mark >= 0)
            {
                lines.Add((number, source.SpanOfLine(int.Parse(line.AsSpan(mark + Mark.Length), CultureInfo.InvariantCulture))));
            }
        }
        return (plain.ToString(), lines);
    }
}
