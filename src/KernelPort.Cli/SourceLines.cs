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
        if (source is null)
        {
            return Span.None;
        }
        int start = 0;
        for (int i = 1; i < line && start >= 0; i++)
        {
            int next = source.Text.IndexOf('\n', start);
            start = next < 0 ? start : next + 1;
        }
        int indent = source.Text.AsSpan(start).IndexOfAnyExcept(' ', '\t');
        return new Span(source, start + Math.Max(0, indent), 1);
    }

    /// <summary>As the user would write it.</summary>
    public static string Short(string path)
    {
        string relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
