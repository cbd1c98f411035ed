using KernelPort.Core;
using KernelPort.Migration;

namespace KernelPort.Cli;

/// <summary>The files to read, sorted, and the folder that their output mirrors.</summary>
public sealed record Inputs(string Root, IReadOnlyList<SourceText> Sources, IReadOnlyList<string> Folders)
{
    private static readonly string[] Suffixes = [".cu", ".cuh", ".h", ".hh", ".hpp", ".hxx", ".inl", ".c", ".cc", ".cpp", ".cxx"];

    /// <summary>The Makefiles and CMake files among them; the first shard has them all.</summary>
    public IReadOnlyList<SourceText> BuildFiles { get; init; } = [];

    /// <summary>What is wrong with files that were left out.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Reads files, folders, or standard input for <c>-</c>.</summary>
    /// <param name="root">The folder whose tree the output mirrors; the deepest that holds all inputs if not given.</param>
    /// <exception cref="CommandException">An input is not there, or lies outside the root.</exception>
    public static Inputs Read(IReadOnlyList<string> arguments, (int Index, int Count) shard, CommandContext context, string? root = null)
    {
        if (arguments.Contains("-"))
        {
            if (arguments.Count > 1)
            {
                throw new CommandException(ExitCodes.BadCommandLine, "'-' stands alone: one file comes from standard input");
            }
            using var buffer = new MemoryStream();
            context.In.CopyTo(buffer);
            string text = System.Text.Encoding.Latin1.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
            return new Inputs(Directory.GetCurrentDirectory(), [new SourceText("stdin.cu", text)], []);
        }
        var paths = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var folders = new List<string>();
        var roots = new List<string>();
        foreach (string argument in arguments)
        {
            string full = Path.GetFullPath(argument);
            if (Directory.Exists(argument))
            {
                folders.Add(full);
                roots.Add(full);
                foreach (string file in FilesIn(argument))
                {
                    paths.TryAdd(Path.GetFullPath(file), file);
                }
            }
            else if (File.Exists(argument))
            {
                roots.Add(Path.GetDirectoryName(full)!);
                paths.TryAdd(full, argument);
            }
            else
            {
                throw new CommandException(ExitCodes.BadInput, $"{argument}: no such file or folder");
            }
        }
        var build = paths.Values.Where(BuildFile.Is).ToList();
        var mine = paths.Values.Except(build).Where((_, k) => k % shard.Count == shard.Index - 1).Select(Load).ToLookup(IsText);
        return new Inputs(root is null ? CommonRoot(roots) : RootThatHolds(root, roots), [.. mine[true]], folders)
        {
            BuildFiles = [.. build.Where(_ => shard.Index == 1).Select(Load).Where(IsText)],
            Diagnostics = [.. mine[false].Select(s => CommandRules.BadInput.At(new Span(new SourceText(s.Path, ""), 0, 0), "a binary file (or UTF-16), not CUDA text; it was left out"))],
        };
    }

    /// <summary>Says what was left out, and gives the exit code that it makes.</summary>
    public int SayLeftOut(CommonValues options, CommandContext context)
    {
        DiagnosticOutput.Write(Diagnostics, options, context);
        return Diagnostics.Count > 0 ? ExitCodes.BadInput : ExitCodes.Done;
    }

    /// <summary>No text of one-byte units has a NUL near its start; git tells them the same way.</summary>
    private static bool IsText(SourceText source) => !source.Text.AsSpan(0, Math.Min(source.Length, 8000)).Contains('\0');

    /// <exception cref="CommandException">It cannot be read.</exception>
    internal static SourceText Load(string path)
    {
        try
        {
            return SourceText.Read(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCodes.BadInput, $"{path}: {e.Message}");
        }
    }

    /// <summary>A folder's source and build files; links are not followed out of it, and the copies of an earlier output are none.</summary>
    private static IReadOnlyList<string> FilesIn(string folder)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*", options)
                .Where(f => Suffixes.Any(s => f.EndsWith(s, StringComparison.OrdinalIgnoreCase)) || BuildFile.Is(f))
                .Where(f => !f.Contains($"/{TranslationOutput.CopyFolder}/", StringComparison.Ordinal))
                .Select(f => f.StartsWith("./", StringComparison.Ordinal) ? f[2..] : f)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCodes.BadInput, $"{folder}: {e.Message}");
        }
    }

    private static string RootThatHolds(string path, List<string> folders)
    {
        string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return folders.Find(f => f != root && !f.StartsWith(root + "/", StringComparison.Ordinal)) is { } outside
            ? throw new CommandException(ExitCodes.BadCommandLine, $"--root {path}: '{outside}' lies outside it")
            : root;
    }

    private static string CommonRoot(List<string> folders)
    {
        string root = folders.Count == 0 ? Directory.GetCurrentDirectory() : folders[0];
        foreach (string folder in folders)
        {
            while (!(folder + "/").StartsWith(root.TrimEnd('/') + "/", StringComparison.Ordinal))
            {
                root = Path.GetDirectoryName(root) ?? "/";
            }
        }
        return root;
    }
}
