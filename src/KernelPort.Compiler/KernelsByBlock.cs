using KernelPort.Backends;
using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Compiler;

/// <summary>Kernels whose text depends on the size of their blocks, once for each size they are launched with.</summary>
public static class KernelsByBlock
{
    /// <summary>The module with a kernel of its own for each further size, and the size of each kernel that has one.</summary>
    /// <param name="sizes">The sizes of a kernel's blocks; none where nobody knows, and then it stays as it is.</param>
    public static (Module Module, IReadOnlyDictionary<string, Extent> Blocks) Split(Module module, Func<Function, IReadOnlyList<Extent>> sizes)
    {
        var blocks = new Dictionary<string, Extent>(StringComparer.Ordinal);
        var taken = module.Functions.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var functions = new List<Function>();
        foreach (var f in module.Functions)
        {
            var known = f.IsKernel ? sizes(f) : [];
            if (known.Count < 2)
            {
                functions.Add(f);
                if (known.Count == 1)
                {
                    blocks[f.Name] = known[0];
                }
                continue;
            }
            foreach (var size in known)
            {
                string name = UnitNames.Free(Build.Invariant($"{f.Name}_{size.X}{(size.Y * size.Z > 1 ? $"x{size.Y}" : "")}{(size.Z > 1 ? $"x{size.Z}" : "")}"), taken);
                functions.Add(f with { Name = name });
                blocks[name] = size;
            }
        }
        return (module with { Functions = functions.ToEquatable() }, blocks);
    }
}
