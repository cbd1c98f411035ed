using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using KernelPort.Core;
using KernelPort.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KernelPort.Backends.CSharp;

/// <summary>A kernel as C#, compiled in memory, with a method that runs all its threads.</summary>
internal sealed unsafe class CSharpProgram : IKernelProgram
{
    private static readonly Lazy<MetadataReference[]> References = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) is "System.Runtime.dll" or "System.Private.CoreLib.dll")
            .Select(p => MetadataReference.CreateFromFile(p)),
    ]);

    private readonly delegate*<byte*, int*, int*, void> _entry;
    private readonly int[] _offsets;
    private readonly int _bytes;
    private readonly Extent _block;

    private CSharpProgram(delegate*<byte*, int*, int*, void> entry, int[] offsets, int bytes, Extent block)
    {
        _entry = entry;
        _offsets = offsets;
        _bytes = bytes;
        _block = block;
    }

    /// <param name="ofBlock">The kernel is called once a block, not once a thread.</param>
    /// <param name="globals">Where the variables of these names lie.</param>
    public static CSharpProgram? Compile(string text, Function kernel, Extent block, bool ofBlock, IReadOnlyDictionary<string, ulong> globals, out string reason)
    {
        var (offsets, bytes) = ArgumentLayout(kernel);
        if (kernel.Parameters.Any(p => kernel.TypeOf(p) is StructType))
        {
            reason = "struct parameters are not passed to C# yet";
            return null;
        }
        var tree = CSharpSyntaxTree.ParseText(text + Driver(kernel, offsets, ofBlock, globals), new CSharpParseOptions(LanguageVersion.Latest));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, optimizationLevel: OptimizationLevel.Release);
        var compilation = CSharpCompilation.Create("kernelport-" + kernel.Name, [tree], References.Value, options);
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (!result.Success)
        {
            var first = result.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error);
            reason = $"the C# compiler refuses the text: {first.Id} {first.GetMessage(CultureInfo.InvariantCulture)}";
            return null;
        }
        var method = Assembly.Load(image.ToArray()).GetType("Driver")!.GetMethod("Run")!;
        reason = "";
        return new CSharpProgram((delegate*<byte*, int*, int*, void>)method.MethodHandle.GetFunctionPointer(), offsets, bytes, block);
    }

    private static (int[] Offsets, int Bytes) ArgumentLayout(Function kernel)
    {
        var offsets = new int[kernel.Parameters.Count];
        int at = 0;
        for (int i = 0; i < offsets.Length; i++)
        {
            offsets[i] = at;
            at += (int)((kernel.TypeOf(kernel.Parameters[i]).Size + 7) / 8 * 8);
        }
        return (offsets, at);
    }

    /// <summary>All threads of all blocks, one after another.</summary>
    private static string Driver(Function kernel, int[] offsets, bool ofBlock, IReadOnlyDictionary<string, ulong> globals)
    {
        const string Threads = """

                    for (k.ThreadZ = 0; k.ThreadZ < k.BlockDimZ; k.ThreadZ++)
                    for (k.ThreadY = 0; k.ThreadY < k.BlockDimY; k.ThreadY++)
                    for (k.ThreadX = 0; k.ThreadX < k.BlockDimX; k.ThreadX++)
            """;
        string arguments = string.Join(", ", kernel.Parameters.Select((p, i) => Build.Invariant($"*({TypeText(kernel.TypeOf(p))}*)(a + {offsets[i]})")));
        string memory = string.Concat(globals.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Build.Invariant($"Place(out Kernels.{g.Key}, {g.Value});\n")));
        return $$"""

            public static unsafe class Driver
            {
                static void Place<T>(out T* variable, ulong address) where T : unmanaged => variable = (T*)address;

                public static void Run(byte* a, int* grid, int* block)
                {
                    {{memory}}
                    var k = new Kernels { GridDimX = (uint)grid[0], GridDimY = (uint)grid[1], GridDimZ = (uint)grid[2], BlockDimX = (uint)block[0], BlockDimY = (uint)block[1], BlockDimZ = (uint)block[2] };
                    for (k.BlockZ = 0; k.BlockZ < k.GridDimZ; k.BlockZ++)
                    for (k.BlockY = 0; k.BlockY < k.GridDimY; k.BlockY++)
                    for (k.BlockX = 0; k.BlockX < k.GridDimX; k.BlockX++){{(ofBlock ? "" : Threads)}}
                        k.{{kernel.Name}}({{arguments}});
                }
            }
            """;
    }

    private static string TypeText(IrType type) => type switch
    {
        PointerType p => (p.Pointee is ScalarType s ? CSharpWords.Dialect.Scalars[s.Kind] : p.Pointee is StructType st ? "Kernels." + (st.IsBuiltin ? "kp_" : "") + st.Name : "byte") + "*",
        ScalarType s => CSharpWords.Dialect.Scalars[s.Kind],
        _ => "byte",
    };

    public void Run(Extent grid, long dynamicShared, IReadOnlyList<byte[]> arguments)
    {
        byte* packed = (byte*)NativeMemory.AlignedAlloc((nuint)Math.Max(64, _bytes), 64);
        try
        {
            for (int i = 0; i < arguments.Count; i++)
            {
                arguments[i].CopyTo(new Span<byte>(packed + _offsets[i], arguments[i].Length));
            }
            int* g = stackalloc int[] { grid.X, grid.Y, grid.Z };
            int* b = stackalloc int[] { _block.X, _block.Y, _block.Z };
            _entry(packed, g, b);
        }
        finally
        {
            NativeMemory.AlignedFree(packed);
        }
    }
}
