using System.Text;
using KernelPort.Ir;

namespace KernelPort.Backends.CSharp;

/// <summary>The methods that launch kernels: one a kernel, static, with its name.</summary>
internal static class LaunchText
{
    private const string Size = "(uint X, uint Y, uint Z)";

    /// <param name="type">The struct they stand in.</param>
    /// <param name="blocks">The size that each kernel is made for; none for one that is what a thread does.</param>
    public static string Of(Module module, string type, IReadOnlyDictionary<string, Extent> blocks)
    {
        bool dynamic = module.Kernels.Any(HasDynamic);
        string room = dynamic ? ", int sharedBytes = 0" : "";
        string run = dynamic ? "{ byte *shared = (byte*)NativeMemory.AlignedAlloc((nuint)Math.Max(1, sharedBytes), 128); try { run(new " + type + "\n    {" : "run(new " + type + "\n    {";
        string end = dynamic ? "    Shared = shared,\n    }); } finally { NativeMemory.AlignedFree(shared); } });" : "    }));";
        var text = new StringBuilder($$"""

            /// <summary>How many processors a launch takes; -1 for all.</summary>
            public static int Processors = -1;

            static void Blocks({{Size}} grid, {{Size}} block, Action<{{type}}> run{{room}})
            {
                var options = new System.Threading.Tasks.ParallelOptions { MaxDegreeOfParallelism = Processors };
                System.Threading.Tasks.Parallel.For(0L, (long)grid.X * grid.Y * grid.Z, options, i => {{run}}
                    GridDimX = grid.X, GridDimY = grid.Y, GridDimZ = grid.Z, BlockDimX = block.X, BlockDimY = block.Y, BlockDimZ = block.Z,
                    BlockX = (uint)(i % grid.X), BlockY = (uint)(i / grid.X % grid.Y), BlockZ = (uint)(i / grid.X / grid.Y),
                {{end}}
            }

            """);
        foreach (var kernel in module.Kernels)
        {
            Kernel(text, kernel, blocks.TryGetValue(kernel.Name, out var block) ? block : null);
        }
        return text.ToString();
    }

    private static void Kernel(StringBuilder text, Function kernel, Extent? block)
    {
        string name = CSharpWords.FunctionName(kernel.Name);
        var names = new Namer([.. CSharpWords.Dialect.Reserved, "grid", "block", "k"]);
        var parameters = kernel.Parameters.Select(p => (Type: TypeText(kernel.TypeOf(p)), Name: names.Name(kernel.Lets[p.Index].Name))).ToList();
        string declared = string.Concat(parameters.Select(p => $", {p.Type} {p.Name}"));
        string call = $"k.{name}({string.Join(", ", parameters.Select(p => p.Name))})";
        string title = kernel.SourceName.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
        var (sized, bytes) = HasDynamic(kernel) ? (", int sharedBytes", ", sharedBytes") : ("", "");
        text.Append(block is { } b
            ? Build.Invariant($$"""

                /// <summary>All blocks of {{title}}, each of {{b.X}} x {{b.Y}} x {{b.Z}} threads; returns when they have run.</summary>
                public static void {{name}}({{Size}} grid{{sized}}{{declared}}) => Blocks(grid, ({{b.X}}, {{b.Y}}, {{b.Z}}), k => {{call}}{{bytes}});

                """)
            : $$"""

                /// <summary>All threads of {{title}}; returns when they have run.</summary>
                public static void {{name}}({{Size}} grid, {{Size}} block{{declared}}) => Blocks(grid, block, k =>
                {
                    for (k.ThreadZ = 0; k.ThreadZ < k.BlockDimZ; k.ThreadZ++)
                    for (k.ThreadY = 0; k.ThreadY < k.BlockDimY; k.ThreadY++)
                    for (k.ThreadX = 0; k.ThreadX < k.BlockDimX; k.ThreadX++)
                        {{call}};
                });

                """);
    }

    private static bool HasDynamic(Function kernel) => kernel.Variables.Any(v => v.IsDynamic);

    /// <summary>A parameter's type.</summary>
    public static string TypeText(IrType type) => type switch
    {
        PointerType { Pointee: PointerType or ScalarType or StructType } p => TypeText(p.Pointee) + "*",
        PointerType => "byte*",
        ScalarType s => CSharpWords.Dialect.Scalars[s.Kind],
        StructType s => (s.IsBuiltin ? "kp_" : "") + s.Name,
        _ => throw new System.Diagnostics.UnreachableException(type.GetType().Name),
    };
}
