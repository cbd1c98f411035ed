using KernelPort.Core;

namespace KernelPort.Cli;

/// <summary>The files to read, sorted, and the folder that their output mirrors.</summary>
public sealed record Inputs(string Root, IReadOnlyList<SourceText> Sources, IReadOnlyList<string> Folders)
{
    private static readonly string[] Suffixes = [".cu", ".cuh", ".h", ".hh", ".hpp", ".hxx", ".inl", ".c", ".cc", ".cpp", ".cxx"];

    /// <summary>Reads files, folders, or standard input for <c>-</c>.</summary>
    public static Inputs Read(IReadOnlyList<string> arguments, (int Index, int Count) shard, CommandContext context)
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
        var mine = paths.Values.Where((_, k) => k % shard.Count == shard.Index - 1).ToList();
        return new Inputs(CommonRoot(roots), [.. mine.Select(Load)], folders);
    }

    private static SourceText Load(string path)
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

    /// <summary>A folder's source files; links are not followed out of it.</summary>
    private static IEnumerable<string> FilesIn(string folder)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };
        return Directory.EnumerateFiles(folder, "*", options)
            .Where(f => Suffixes.Any(s => f.EndsWith(s, StringComparison.OrdinalIgnoreCase)))
            .Select(f => f.StartsWith("./", StringComparison.Ordinal) ? f[2..] : f);
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
