using System.Reflection;

namespace KernelPort.Cli;

/// <summary>Every assembly of ours that this program is made of, however it was packed; the build writes their names.</summary>
internal static partial class OwnAssemblies
{
    /// <summary>In the order of their names.</summary>
    public static IReadOnlyList<Assembly> All { get; } = [.. Names.Order(StringComparer.Ordinal).Select(Assembly.Load)];
}
