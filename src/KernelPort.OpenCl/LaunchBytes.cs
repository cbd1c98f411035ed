using KernelPort.Ir;
using KernelPort.Launches;

namespace KernelPort.OpenCl;

/// <summary>A launch header's values as a module's types hold them.</summary>
internal static class LaunchBytes
{
    /// <summary>The kernel a launch line names: by its source name, by its own, or the only instance of a template.</summary>
    public static Function? FindKernel(Module module, KernelLaunch launch)
    {
        static string Bare(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c)));
        string wanted = Bare(launch.Kernel);
        return module.Kernels.FirstOrDefault(f => Bare(f.SourceName) == wanted)
            ?? module.Kernels.FirstOrDefault(f => f.Name == wanted)
            ?? module.Kernels.FirstOrDefault(f => Bare(f.SourceName).Split('<')[0].Split("::")[^1] == launch.Name && launch.TemplateArguments.Length == 0);
    }

    /// <summary>The bytes of a value argument.</summary>
    public static byte[] Of(LaunchArgument argument, IrType type)
    {
        IReadOnlyList<string> values = argument switch
        {
            ScalarArgument { Text: "nullptr" } => ["0"],
            ScalarArgument s => [s.Text],
            StructArgument s => s.Values,
            _ => throw new ArgumentException($"'{argument.Name}' is no value", nameof(argument)),
        };
        return Of(values, type);
    }

    /// <summary>The bytes of a type whose flattened scalars are given as text; one value stands for all.</summary>
    public static byte[] Of(IReadOnlyList<string> values, IrType type)
    {
        byte[] bytes = new byte[type.Size];
        int index = 0;
        foreach (var (offset, scalar) in Flatten(type, 0))
        {
            string text = values[values.Count == 1 ? 0 : Math.Min(index, values.Count - 1)];
            scalar.TryWrite(bytes.AsSpan((int)offset, scalar.Size()), text);
            index++;
        }
        return bytes;
    }

    private static IEnumerable<(long Offset, Launches.ScalarType Type)> Flatten(IrType type, long at)
    {
        switch (type)
        {
            case Ir.ScalarType s:
                yield return (at, Enum.Parse<Launches.ScalarType>(s.Kind.ToString()));
                break;
            case PointerType:
                yield return (at, Launches.ScalarType.U64);
                break;
            case ArrayType a:
                for (long i = 0; i < a.Length; i++)
                {
                    foreach (var part in Flatten(a.Element, at + i * a.Element.Size))
                    {
                        yield return part;
                    }
                }
                break;
            case StructType s:
                foreach (var field in s.IsUnion ? s.Fields.Take(1) : s.Fields)
                {
                    foreach (var part in Flatten(field.Type, at + field.Offset))
                    {
                        yield return part;
                    }
                }
                break;
        }
    }
}
