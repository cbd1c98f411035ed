using System.Reflection;
using KernelPort.Backends;

namespace KernelPort.Cli;

/// <summary>Every assembly of ours that this program is made of, however it was packed.</summary>
internal static class OwnAssemblies
{
    /// <summary>In the order of their names.</summary>
    public static IReadOnlyList<Assembly> All { get; } = Find();

    private static List<Assembly> Find()
    {
        var all = new SortedDictionary<string, Assembly>(StringComparer.Ordinal);
        var next = new Queue<Assembly>(BackendCatalogue.All.Select(b => b.GetType().Assembly).Append(typeof(OwnAssemblies).Assembly));
        while (next.TryDequeue(out var assembly))
        {
            if (all.TryAdd(assembly.GetName().Name!, assembly))
            {
                foreach (var used in assembly.GetReferencedAssemblies().Where(r => r.Name!.StartsWith("KernelPort.", StringComparison.Ordinal)))
                {
                    next.Enqueue(Assembly.Load(used));
                }
            }
        }
        return [.. all.Values];
    }
}
