using System.Reflection;
using System.Text;

namespace KernelPort.Cli;

/// <summary>Files that travel inside the program.</summary>
internal static class EmbeddedFile
{
    public static string Text(string name) => Encoding.UTF8.GetString(Bytes(name));

    public static byte[] Bytes(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new ArgumentException($"there is no file '{name}' in the program", nameof(name));
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
