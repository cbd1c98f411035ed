using KernelPort.Backends;
using KernelPort.Engines;
using KernelPort.OpenCl;
using KernelPort.Twin;

namespace KernelPort.Cli;

/// <summary>The twins that lie beside the tool, and what runs kernels against them.</summary>
internal static class InstalledTwins
{
    public static IReadOnlyDictionary<string, TwinTarget> Load() => TwinCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "twins"));

    /// <param name="text">What emitted text is told beside its kernels.</param>
    public static KernelTestRunner Runner(CommandContext context, EmissionOptions? text = null)
    {
        string cache = BuildCache.OpenForUser();
        return new KernelTestRunner(new TwinRunner(cache), Load(), context.Backends, new OpenClRunner(cache + "-opencl")) { Text = text ?? EmissionOptions.None };
    }
}
