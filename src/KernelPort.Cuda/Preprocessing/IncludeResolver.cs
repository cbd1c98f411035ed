namespace KernelPort.Cuda.Preprocessing;

/// <summary>Finds the file an #include means: beside the including file, on the search path, among the stub headers.</summary>
internal sealed class IncludeResolver(SourceCache cache, IReadOnlyList<string> directories)
{
    /// <summary>A found file and the index in the search path it came from (-1: beside the including file).</summary>
    public readonly record struct Found(LexedFile File, string Path, int Directory);

    /// <summary>Looks from a place in the search path on, which is how #include_next goes past the current file.</summary>
    public Found? Find(string name, bool angled, string includingPath, int fromDirectory = 0)
    {
        if (name.Length == 0 || name.Contains('\0'))
        {
            return null;
        }
        bool rooted = name[0] == '/' || (name.Length > 1 && name[1] == ':');
        if (rooted)
        {
            return Try(name, -1);
        }
        if (!angled && fromDirectory == 0 && Try(Join(FolderOf(includingPath), name), -1) is { } beside)
        {
            return beside;
        }
        for (int i = fromDirectory; i < directories.Count; i++)
        {
            if (Try(Join(directories[i].Replace('\\', '/'), name), i) is { } found)
            {
                return found;
            }
        }
        return fromDirectory > directories.Count ? null : Try(Join(SourceCache.StubFolder, name), directories.Count);
    }

    private Found? Try(string path, int directory) => cache.Find(path) is { } file ? new Found(file, path, directory) : null;

    private static string FolderOf(string path)
    {
        int slash = path.LastIndexOf('/');
        return slash < 0 ? "" : slash == 0 ? "/" : path[..slash];
    }

    /// <summary>Joins and takes out "." and "x/..", so that one file has one path.</summary>
    private static string Join(string folder, string name)
    {
        var parts = new List<string>();
        string joined = folder.Length == 0 ? name : folder.TrimEnd('/') + "/" + name;
        foreach (string part in joined.Replace('\\', '/').Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[^1] is not (".." or ""))
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != "." && (part.Length > 0 || parts.Count == 0))
            {
                parts.Add(part);
            }
        }
        return string.Join('/', parts);
    }
}
