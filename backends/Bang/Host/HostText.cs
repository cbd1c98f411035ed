using KernelPort.Ir;

namespace KernelPort.Backends.Bang.Host;

/// <summary>The host side of emitted kernels.</summary>
internal static class HostText
{
    /// <summary>Files that go beside the kernels' own, by name.</summary>
    public static IReadOnlyDictionary<string, string> Beside(Module module, Target target, string sourceName) => new Dictionary<string, string>();
}
