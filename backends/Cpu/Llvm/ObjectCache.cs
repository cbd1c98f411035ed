using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KernelPort.Backends.Cpu.Llvm;

/// <summary>Compiled kernels on disk, by what they were made of: the text, the processor and the compiler. Beyond a size those go that were not used for longest.</summary>
internal sealed class ObjectCache(string folder, long mostBytes)
{
    private const long Megabyte = 1024 * 1024;
    private const long UsualMegabytes = 512;

    /// <summary>What is left when it is made smaller, of four parts: not every addition is to look through all files.</summary>
    private const long QuartersKept = 3;

    private static readonly TimeSpan UnfinishedFor = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private long _bytes = -1;

    /// <summary>That of this user; KP_CACHE_MB says how large it may become, 0 that nothing is kept.</summary>
    public static ObjectCache Shared { get; } = new(
        Path.Combine(Path.GetTempPath(), "kernelport-llvm-" + Environment.UserName),
        (long.TryParse(Environment.GetEnvironmentVariable("KP_CACHE_MB"), NumberStyles.None, CultureInfo.InvariantCulture, out long n) ? Math.Min(n, long.MaxValue / Megabyte) : UsualMegabytes) * Megabyte);

    public static string Key(params ReadOnlySpan<string> parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts!))));

    public byte[]? Find(string key)
    {
        string path = PathOf(key);
        try
        {
            if (mostBytes == 0 || !File.Exists(path))
            {
                return null;
            }
            byte[] code = File.ReadAllBytes(path);
            // Said outright: many systems do not keep account of reads.
            File.SetLastAccessTimeUtc(path, DateTime.UtcNow);
            return code;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps an object. That it cannot be kept is no fault: it is made again.</summary>
    public void Add(string key, ReadOnlySpan<byte> code)
    {
        if (mostBytes == 0)
        {
            return;
        }
        try
        {
            // Moved into place whole, as others may write and read the same one.
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
            }
            else
            {
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
            string unfinished = Path.Combine(folder, Guid.NewGuid().ToString("N"));
            File.WriteAllBytes(unfinished, code);
            File.Move(unfinished, PathOf(key), overwrite: true);
            Count(code.Length, key);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    private string PathOf(string key) => Path.Combine(folder, key + ".o");

    /// <summary>Looks at the folder when this process first adds something, and whenever it has added what fills it.</summary>
    private void Count(long added, string key)
    {
        lock (_lock)
        {
            _bytes += added;
            if (_bytes < added || _bytes > mostBytes)
            {
                _bytes = Trim(PathOf(key));
            }
        }
    }

    /// <summary>Removes what was not used for longest, but not what was just added; the bytes that are left.</summary>
    private long Trim(string latest)
    {
        var files = new DirectoryInfo(folder).EnumerateFiles().ToList();
        foreach (var left in files.Where(f => f.Extension.Length == 0 && f.LastWriteTimeUtc < DateTime.UtcNow - UnfinishedFor))
        {
            Remove(left);
        }
        files.RemoveAll(f => f.Extension.Length == 0);
        long bytes = files.Sum(f => f.Length);
        if (bytes <= mostBytes)
        {
            return bytes;
        }
        foreach (var f in files.Where(f => f.FullName != latest).OrderBy(f => f.LastAccessTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal))
        {
            if (bytes <= mostBytes / 4 * QuartersKept)
            {
                break;
            }
            bytes -= Remove(f);
        }
        return bytes;
    }

    private static long Remove(FileInfo file)
    {
        try
        {
            long length = file.Length;
            file.Delete();
            return length;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another process was faster, or holds it.
            return 0;
        }
    }
}
