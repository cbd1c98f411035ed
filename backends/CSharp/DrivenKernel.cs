using KernelPort.Ir;

namespace KernelPort.Backends.CSharp;

/// <summary>A kernel's text with what calls it for a block of one size: by its packed arguments, from .NET or from a program that knows nothing of .NET.</summary>
/// <param name="ofBlock">The kernel is what a block does, not a thread.</param>
/// <param name="prints">It has somewhere to write what threads print.</param>
/// <param name="globals">Where the variables of these names lie.</param>
internal sealed class DrivenKernel(string text, Function kernel, Extent block, bool ofBlock, bool prints, IReadOnlyDictionary<string, (IrType Element, ulong Address)> globals)
{
    /// <summary>The class beside the kernels.</summary>
    public const string TypeName = "Driver";

    /// <summary>What the struct of kernels is called, here and at the end of other names for it.</summary>
    public const string Kernels = "Kernels";

    /// <summary>Where each argument begins: as members of a structure in C.</summary>
    public IReadOnlyList<int> Offsets { get; } = Layout(kernel).Offsets;

    public int ArgumentBytes { get; } = Layout(kernel).Bytes;

    public string Text => text + Driver();

    private static (int[] Offsets, int Bytes) Layout(Function kernel)
    {
        var offsets = new int[kernel.Parameters.Count];
        long at = 0;
        for (int i = 0; i < offsets.Length; i++)
        {
            var type = kernel.TypeOf(kernel.Parameters[i]);
            at = (at + type.Alignment - 1) / type.Alignment * type.Alignment;
            offsets[i] = (int)at;
            at += type.Size;
        }
        return (offsets, (int)at);
    }

    private string Driver()
    {
        string arguments = string.Concat(kernel.Parameters.Select((p, i) => Build.Invariant($", *({Qualified(kernel.TypeOf(p))}*)(a + {Offsets[i]})")));
        string memory = string.Concat(globals.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Build.Invariant($"{Kernels}.{g.Key} = ({Qualified(g.Value.Element)}*){g.Value.Address};\n")));
        string size = Build.Invariant($", ({block.X}, {block.Y}, {block.Z})");
        return $$"""

            public static unsafe class {{TypeName}}
            {
                public static string Run(byte* a, uint* grid, int processors, long sharedBytes, Action<string> output)
                {
                    {{memory}}
                    {{Kernels}}.Processors = processors;
                    {{(prints ? Kernels + ".Output = output;" : "")}}
                    try
                    {
                        {{Kernels}}.{{CSharpWords.FunctionName(kernel.Name)}}((grid[0], grid[1], grid[2]){{(ofBlock ? "" : size)}}{{(kernel.Variables.Any(v => v.IsDynamic) ? ", checked((int)sharedBytes)" : "")}}{{arguments}});
                        return null;
                    }
                    catch (AggregateException e)
                    {
                        return e.InnerException.Message;
                    }
                }

                [UnmanagedCallersOnly]
                public static int Launch(byte* a, uint* grid, int processors, long sharedBytes, int cooperative, delegate* unmanaged<byte*, int, int, void> say)
                {
                    void Say(string text, int isProblem)
                    {
                        // As the program's text has them, byte by byte.
                        fixed (byte* bytes = System.Text.Encoding.Latin1.GetBytes(text + "\0"))
                            say(bytes, text.Length, isProblem);
                    }
                    try
                    {
                        {{(LaunchText.MeetsGrid(kernel) ? "if (cooperative == 0) return 7;" : "")}}
                        string problem = Run(a, grid, processors, sharedBytes, text => Say(text, 0));
                        if (problem == "{{LaunchEnd.Trapped("").Problem}}") return 5;
                        if (problem != null) Say(problem, 1);
                        return problem == null ? 0 : -1;
                    }
                    catch (Exception e)
                    {
                        Say(e.Message, 1);
                        return -1;
                    }
                }
            }
            """;
    }

    private static string Qualified(IrType type)
    {
        var inner = type;
        while (inner is PointerType p)
        {
            inner = p.Pointee;
        }
        return (inner is StructType or ScalarType { Kind: Scalar.BF16 } ? Kernels + "." : "") + LaunchText.TypeText(type);
    }
}
