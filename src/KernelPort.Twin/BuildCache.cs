namespace KernelPort.Twin;

/// <summary>A folder of things that can be made again, each a file or folder at its top.</summary>
public static class BuildCache
{
    private const string Stamp = "pruned";
    private const long MostBytes = 4L << 30;
    private static readonly TimeSpan Pause = TimeSpan.FromHours(6);

    /// <summary>The folder of the user's own cache, shared by all tools; what lay unused in it for longest goes when it grows beyond 4 GB.</summary>
    public static string OpenForUser()
    {
        string folder = Path.Combine(Path.GetTempPath(), "kernelport-twins-" + Environment.UserName);
        Prune(folder, MostBytes, TimeSpan.FromDays(1));
        return folder;
    }

    /// <summary>Deletes what was not used for longest until the rest is below <paramref name="mostBytes"/>; looks a few times a day only.</summary>
    /// <param name="keep">What was used within this time stays whatever its size: another process may be about to run it.</param>
    public static void Prune(string folder, long mostBytes, TimeSpan keep)
    {
        string stamp = Path.Combine(folder, Stamp);
        var now = DateTime.UtcNow;
        if (!Directory.Exists(folder) || (File.Exists(stamp) && now - File.GetLastWriteTimeUtc(stamp) < Pause))
        {
            return;
        }
        try
        {
            File.WriteAllText(stamp, "");
            var entries = new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(e => e.Name != Stamp).Select(e => (Entry: e, Bytes: Size(e), Used: e.LastWriteTimeUtc)).OrderBy(e => e.Used).ToList();
            long total = entries.Sum(e => e.Bytes);
            foreach (var (entry, bytes, used) in entries)
            {
                if (total <= mostBytes || now - used < keep)
                {
                    break;
                }
                if (entry is DirectoryInfo directory)
                {
                    directory.Delete(true);
                }
                else
                {
                    entry.Delete();
                }
                total -= bytes;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // another process prunes as well, or the disk is read-only: a cache that stays large is no reason to stop
        }
    }

    /// <summary>Notes that an entry was used now.</summary>
    public static void Touch(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // it is used all the same
        }
    }

    private static long Size(FileSystemInfo entry) => entry switch
    {
        FileInfo file => file.Length,
        DirectoryInfo { LinkTarget: null } directory => directory.EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length),
        _ => 0,
    };
}
