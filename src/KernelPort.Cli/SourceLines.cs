using KernelPort.Core;

namespace KernelPort.Cli;

/// <summary>Places that are known by path and line only.</summary>
internal sealed class SourceLines
{
    private readonly Dictionary<string, SourceText?> _sources = new(StringComparer.Ordinal);

    /// <summary>The first character of a line that is no blank; no place where there is no such file.</summary>
    public Span At(string path, int line)
    {
        if (!_sources.TryGetValue(path, out var source))
        {
            _sources[path] = source = File.Exists(path) ? SourceText.Read(Short(path)) : null;
        }
        return source is null ? Span.None : source.SpanOfLine(line) with { Length = 1 };
    }

    /// <summary>As the user would write it.</summary>
    public static string Short(string path)
    {
        string relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
