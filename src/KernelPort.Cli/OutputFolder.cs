using System.Text;

namespace KernelPort.Cli;

/// <summary>Where output goes. Never into an input, never out of itself.</summary>
public sealed class OutputFolder
{
    private readonly string _root;
    private readonly HashSet<string> _inputs;

    private readonly bool _onlyChanged;

    private OutputFolder(string root, HashSet<string> inputs, bool onlyChanged)
    {
        _onlyChanged = onlyChanged;
        _root = root;
        _inputs = inputs;
    }

    /// <param name="onlyChanged">Files whose bytes stay the same are left alone, time stamps too.</param>
    /// <exception cref="CommandException">It lies inside an input folder, or cannot be made.</exception>
    public static OutputFolder Open(string path, Inputs inputs, bool onlyChanged = false)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        string real = Resolve(full);
        foreach (string folder in inputs.Folders)
        {
            if (IsInside(full, folder) || IsInside(real, Resolve(folder)))
            {
                throw new CommandException(ExitCodes.BadCommandLine, $"the output folder '{path}' lies inside the input folder '{folder}'; choose another with -o");
            }
        }
        try
        {
            Directory.CreateDirectory(full);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new CommandException(ExitCodes.BadCommandLine, $"the output folder '{path}' cannot be made: {e.Message}");
        }
        return new OutputFolder(Resolve(full), [.. inputs.Sources.Select(s => Resolve(Path.GetFullPath(s.Path)))], onlyChanged);
    }

    public string FullPath(string relative) => Path.GetFullPath(Path.Combine(_root, relative));

    /// <summary>A file's text, or null where there is none.</summary>
    public string? Read(string relative, Encoding encoding) => File.Exists(FullPath(relative)) ? encoding.GetString(File.ReadAllBytes(FullPath(relative))) : null;

    /// <summary>All files below a folder, by their path below it, with forward slashes.</summary>
    public IReadOnlyList<string> Files(string relative) => !Directory.Exists(FullPath(relative)) ? [] :
        [.. Directory.EnumerateFiles(FullPath(relative), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(FullPath(relative), f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>Writes text that is bytes read as Latin-1, or UTF-8 text of ours.</summary>
    public void Write(string relative, string text, Encoding encoding) => Write(relative, encoding.GetBytes(text));

    public void Write(string relative, byte[] bytes)
    {
        string path = Path.GetFullPath(Path.Combine(_root, relative));
        try
        {
            if (!IsInside(path, _root))
            {
                throw new CommandException(ExitCodes.BadInput, $"'{relative}' would be written outside the output folder");
            }
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            string real = Resolve(path);
            if (!IsInside(real, _root))
            {
                throw new CommandException(ExitCodes.BadInput, $"'{relative}' would be written outside the output folder, through a link");
            }
            if (_inputs.Contains(real))
            {
                throw new CommandException(ExitCodes.BadCommandLine, $"'{relative}' would overwrite an input; choose another folder with -o");
            }
            if (!_onlyChanged || !File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
            {
                File.WriteAllBytes(path, bytes);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCodes.BadCommandLine, $"'{path}' cannot be written: {e.Message}");
        }
    }

    private static bool IsInside(string path, string folder) =>
        path == folder || path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + "/", StringComparison.Ordinal) || folder == "/";

    /// <summary>The path with every link on it followed; what does not exist yet stays as it is.</summary>
    private static string Resolve(string path)
    {
        string root = Path.GetPathRoot(path) ?? "/";
        string at = root;
        foreach (string part in path[root.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            at = Path.Combine(at, part);
            try
            {
                var info = Directory.Exists(at) ? (FileSystemInfo)new DirectoryInfo(at) : new FileInfo(at);
                if (info.LinkTarget is not null && info.ResolveLinkTarget(returnFinalTarget: true) is { } target)
                {
                    at = target.FullName;
                }
            }
            catch (IOException)
            {
                return at;
            }
        }
        return Path.TrimEndingDirectorySeparator(at);
    }
}
