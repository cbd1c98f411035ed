using System.Reflection;

namespace KernelPort.Backends;

/// <summary>Texts that a backend carries in its assembly.</summary>
public static class BackendResource
{
    public static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name) ?? throw new ArgumentException($"{assembly.GetName().Name} has no '{name}'", nameof(name)));
        return reader.ReadToEnd();
    }
}
