using System.Text;
using System.Text.Json.Nodes;
using KernelPort.Core;

namespace KernelPort.Cli.LanguageServer;

/// <summary>An open file: the editor's text, and ours, whose units are bytes. Places are turned from one to the other.</summary>
internal sealed class Document
{
    public Document(string uri, string text)
    {
        Uri = uri;
        Path = System.Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && parsed.IsFile ? parsed.LocalPath : uri;
        Source = new SourceText(Path, Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text)));
    }

    public string Uri { get; }

    public string Path { get; }

    public SourceText Source { get; }

    /// <summary>A place of our text as the protocol has it: line and UTF-16 unit, from 0.</summary>
    public static JsonObject Position(SourceText source, int offset)
    {
        var (line, column) = source.Position(Math.Clamp(offset, 0, source.Length));
        string before = source.Text.Substring(Math.Clamp(offset, 0, source.Length) - (column - 1), column - 1);
        return new JsonObject { ["line"] = line - 1, ["character"] = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(before)).Length };
    }

    public static JsonObject Range(SourceText source, int start, int length) => new() { ["start"] = Position(source, start), ["end"] = Position(source, start + length) };

    /// <summary>The offset of a protocol's place in our text; the nearest where there is none.</summary>
    public int Offset(JsonNode? position)
    {
        int line = position?["line"]?.GetValue<int>() ?? 0, character = position?["character"]?.GetValue<int>() ?? 0;
        int start = 0;
        for (; line > 0; line--)
        {
            int next = Source.Text.IndexOf('\n', start);
            if (next < 0)
            {
                return Source.Length;
            }
            start = next + 1;
        }
        int end = Source.Text.IndexOf('\n', start);
        string text = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(Source.Text[start..(end < 0 ? Source.Length : end)]));
        return start + Encoding.UTF8.GetByteCount(text.AsSpan(0, Math.Clamp(character, 0, text.Length)));
    }

    /// <summary>The name that a place stands in, and where it is; empty where there is none.</summary>
    public (string Name, int Start) NameAt(int offset)
    {
        int start = offset, end = offset;
        while (start > 0 && IsName(Source.Text[start - 1]))
        {
            start--;
        }
        while (end < Source.Length && IsName(Source.Text[end]))
        {
            end++;
        }
        return (Source.Text[start..end], start);
    }

    private static bool IsName(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
