using KernelPort.Engines;
using KernelPort.OpenCl;
using KernelPort.Twin;

namespace KernelPort.Cli;

/// <summary>The twins that lie beside the tool, and where what is compiled against them is kept.</summary>
internal static class InstalledTwins
{
    public static string CacheFolder => Path.Combine(Path.GetTempPath(), "kernelport-twins-" + Environment.UserName);

    public static IReadOnlyDictionary<string, TwinTarget> Load() => TwinCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "twins"));

    public static KernelTestRunner Runner(CommandContext context) => new(new TwinRunner(CacheFolder), Load(), context.Backends, new OpenClRunner(CacheFolder + "-opencl"));
}
