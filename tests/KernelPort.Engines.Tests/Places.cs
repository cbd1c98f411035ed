using KernelPort.Backends;
using KernelPort.Engines;
using KernelPort.Twin;

namespace KernelPort.Engines.Tests;

/// <summary>Where the repository's files are, and what all tests here share.</summary>
internal static class Places
{
    public static readonly string Root = FindRoot();

    public static readonly TwinRunner Twins = new(Path.Combine(Root, "artifacts", "twin-cache"));

    public static readonly KernelTestRunner Runner = new(Twins, TwinCatalogue.Load(Root), BackendCatalogue.All, new OpenCl.OpenClRunner(Path.Combine(Root, "artifacts", "opencl-cache")));

    /// <summary>KP_BLESS=1 writes approved files instead of comparing with them.</summary>
    public static readonly bool Bless = Environment.GetEnvironmentVariable("KP_BLESS") == "1";

    /// <summary>Every kernel test file, relative to the repository.</summary>
    public static IEnumerable<string> KernelFiles() => Directory
        .EnumerateFiles(Path.Combine(Root, "tests", "kernels"), "*.cu", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Directory.Build.props")))
        {
            folder = Path.GetDirectoryName(folder);
        }
        return folder ?? throw new InvalidOperationException("the repository's root was not found");
    }
}
