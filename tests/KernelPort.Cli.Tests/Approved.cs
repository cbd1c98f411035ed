using System.Reflection;

namespace KernelPort.Cli.Tests;

/// <summary>Files that outputs are compared with. With KP_BLESS=1 they are written instead.</summary>
internal static class Approved
{
    public static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name);
        if (stream is null)
        {
            return "";
        }
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static void Check(string actual, string name, string folder = "tests/KernelPort.Cli.Tests/Approved")
    {
        if (Environment.GetEnvironmentVariable("KP_BLESS") == "1")
        {
            string root = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "RepositoryRoot").Value!;
            File.WriteAllText(Path.Combine(root, folder, name), actual);
            return;
        }
        actual.ShouldBe(Read(name));
    }
}
