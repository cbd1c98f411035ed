using System.Security.Cryptography;
using System.Text;

namespace KernelPort.Backends.Cpu.Llvm;

/// <summary>Compiled kernels on disk, by what they were made of: the text, the processor and the compiler.</summary>
internal static class ObjectCache
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "kernelport-llvm-" + Environment.UserName);

    public static string Key(params ReadOnlySpan<string> parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts!))));

    public static byte[]? Find(string key)
    {
        string path = Path.Combine(Folder, key + ".o");
        try
        {
            return File.Exists(path) ? File.ReadAllBytes(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps an object. That it cannot be kept is no fault: it is made again.</summary>
    public static void Add(string key, ReadOnlySpan<byte> code)
    {
        try
        {
            // Moved into place whole, as others may write and read the same one.
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(Folder);
            }
            else
            {
                Directory.CreateDirectory(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
            string unfinished = Path.Combine(Folder, Guid.NewGuid().ToString("N"));
            File.WriteAllBytes(unfinished, code);
            File.Move(unfinished, Path.Combine(Folder, key + ".o"), overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
