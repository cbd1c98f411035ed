using System.Collections.Concurrent;
using System.Text;
using KernelPort.Core;

namespace KernelPort.Cli;

/// <summary>Every file that a translation read, for build systems: what, when it changes, makes the output stale.</summary>
public sealed class FilesRead
{
    private readonly ConcurrentDictionary<string, byte> _paths = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, byte> _absent = new(StringComparer.Ordinal);

    /// <summary>What was looked for and is not there: were it, something else would be read.</summary>
    public IReadOnlyList<string> Absent => [.. _absent.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Absolute, in a fixed order.</summary>
    public IReadOnlyList<string> Paths => [.. _paths.Keys.Order(StringComparer.Ordinal)];

    public void Add(string path) => _paths.TryAdd(Path.GetFullPath(path), 0);

    /// <summary>Reads a file from the disk and remembers it; null where there is none.</summary>
    public SourceText? Load(string path)
    {
        try
        {
            if (!File.Exists(path))
            {
                _absent.TryAdd(Path.GetFullPath(path), 0);
                return null;
            }
            Add(path);
            return SourceText.Read(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}

/// <summary>A rule of make: the outputs, and what they were made from. Make, Ninja and our MSBuild task read it.</summary>
internal static class DependencyFile
{
    /// <param name="outputs">Absolute paths.</param>
    /// <exception cref="CommandException">It cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<string> outputs, IReadOnlyList<string> inputs)
    {
        try
        {
            File.WriteAllText(path, Print(outputs, inputs), new UTF8Encoding(false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandException(ExitCodes.BadCommandLine, $"--depfile {path}: {e.Message}");
        }
    }

    public static string Print(IReadOnlyList<string> outputs, IReadOnlyList<string> inputs)
    {
        var text = new StringBuilder();
        text.AppendJoin(" \\\n", outputs.Select(Escape)).Append(':');
        foreach (string input in inputs)
        {
            text.Append(" \\\n  ").Append(Escape(input));
        }
        return text.Append('\n').ToString();
    }

    /// <summary>As GCC writes them: a blank, a number sign and a dollar mean something to make.</summary>
    private static string Escape(string path) => path.Replace("\\", "/", StringComparison.Ordinal).Replace(" ", "\\ ", StringComparison.Ordinal)
        .Replace("#", "\\#", StringComparison.Ordinal).Replace("$", "$$", StringComparison.Ordinal);
}
