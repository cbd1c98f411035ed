using KernelPort.Engines;
using KernelPort.OpenCl;
using KernelPort.Twin;

namespace KernelPort.Cli;

/// <summary>The twins that lie beside the tool, and where what is compiled against them is kept.</summary>
internal static class InstalledTwins
{
    public static string CacheFolder => Path.Combine(Path.GetTempPath(), "kernelport-twins-" + Environment.UserName);

    public static IReadOnlyDictionary<string, TwinTarget> Load() => TwinCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "twins"));

    /// <summary>The runner of programs; what lay unused in its cache for longest goes when that grows beyond 4 GB.</summary>
    public static TwinRunner Open()
    {
        BuildCache.Prune(CacheFolder, 4L << 30, TimeSpan.FromDays(1));
        return new TwinRunner(CacheFolder);
    }

    public static KernelTestRunner Runner(CommandContext context) => new(Open(), Load(), context.Backends, new OpenClRunner(CacheFolder + "-opencl"));
}
