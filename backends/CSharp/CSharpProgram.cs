using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Reflection.Metadata;
using System.Runtime.InteropServices;
using KernelPort.Core;
using KernelPort.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KernelPort.Backends.CSharp;

/// <summary>A kernel as C#, compiled in memory, with a method that runs all its threads.</summary>
internal sealed unsafe class CSharpProgram : IKernelProgram
{
    private static readonly string[] Referenced =
    [
        "System.Runtime", "System.Private.CoreLib", "System.Threading.Tasks.Parallel", "System.Memory", "System.Threading", "System.Threading.Thread", "System.Collections.Concurrent", "System.Console",
        "System.Runtime.Numerics", "System.Collections",
    ];

    private static readonly Lazy<MetadataReference[]> References = new(() => [.. Referenced.Select(Reference)]);

    /// <summary>An assembly's metadata as it lies in memory: in a program of a single file there is no other to read.</summary>
    private static MetadataReference Reference(string name) => Assembly.Load(name).TryGetRawMetadata(out byte* metadata, out int length)
        ? AssemblyMetadata.Create(ModuleMetadata.CreateFromMetadata((nint)metadata, length)).GetReference()
        : throw new InvalidOperationException($"{name} has no metadata");

    /// <summary>What the struct of kernels is called, here and at the end of other names for it.</summary>
    internal const string TypeName = "Kernels";

    private const string NeverNative = "the engine is missing in a native program";

    /// <summary>From KP_THREADS; all where it says nothing.</summary>
    private static readonly int Processors = int.TryParse(Environment.GetEnvironmentVariable("KP_THREADS"), NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n > 0 ? n : -1;

    private readonly delegate*<byte*, int*, int*, int, int, Action<string>, string?> _entry;
    private readonly int[] _offsets;
    private readonly int _bytes;
    private readonly Extent _block;

    private CSharpProgram(delegate*<byte*, int*, int*, int, int, Action<string>, string?> entry, int[] offsets, int bytes, Extent block)
    {
        _entry = entry;
        _offsets = offsets;
        _bytes = bytes;
        _block = block;
    }

    /// <remarks>Only where code can be made at run time (<see cref="Backend.Missing"/>): in a native program nothing of this is left.</remarks>
    /// <param name="ofBlock">The kernel is what a block of one size does.</param>
    /// <param name="prints">It has somewhere to write what threads print.</param>
    /// <param name="globals">Where the variables of these names lie.</param>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = NeverNative)]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = NeverNative)]
    public static CSharpProgram? Compile(string text, Function kernel, Extent block, bool ofBlock, bool prints, IReadOnlyDictionary<string, ulong> globals, out string reason)
    {
        var (offsets, bytes) = ArgumentLayout(kernel);
        var tree = CSharpSyntaxTree.ParseText(text + Driver(kernel, offsets, ofBlock, prints, globals), new CSharpParseOptions(LanguageVersion.Latest));
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
        return new CSharpProgram((delegate*<byte*, int*, int*, int, int, Action<string>, string?>)method.MethodHandle.GetFunctionPointer(), offsets, bytes, block);
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

    /// <summary>A launch with packed arguments.</summary>
    private static string Driver(Function kernel, int[] offsets, bool ofBlock, bool prints, IReadOnlyDictionary<string, ulong> globals)
    {
        string arguments = string.Concat(kernel.Parameters.Select((p, i) => Build.Invariant($", *({Qualified(kernel.TypeOf(p))}*)(a + {offsets[i]})")));
        string memory = string.Concat(globals.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Build.Invariant($"Place(out {TypeName}.{g.Key}, {g.Value});\n")));
        const string Grid = "((uint)grid[0], (uint)grid[1], (uint)grid[2])", Block = ", ((uint)block[0], (uint)block[1], (uint)block[2])";
        return $$"""

            public static unsafe class Driver
            {
                static void Place<T>(out T* variable, ulong address) where T : unmanaged => variable = (T*)address;

                public static string Run(byte* a, int* grid, int* block, int processors, int sharedBytes, Action<string> output)
                {
                    {{memory}}
                    {{TypeName}}.Processors = processors;
                    {{(prints ? TypeName + ".Output = output;" : "")}}
                    try
                    {
                        {{TypeName}}.{{CSharpWords.FunctionName(kernel.Name)}}({{Grid}}{{(ofBlock ? "" : Block)}}{{(kernel.Variables.Any(v => v.IsDynamic) ? ", sharedBytes" : "")}}{{arguments}});
                        return null;
                    }
                    catch (AggregateException e)
                    {
                        return e.InnerException.Message;
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
        return (inner is StructType or ScalarType { Kind: Scalar.BF16 } ? TypeName + "." : "") + LaunchText.TypeText(type);
    }

    public LaunchEnd Run(Extent grid, long dynamicShared, IReadOnlyList<byte[]> arguments)
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
            string printed = "";
            string? problem = _entry(packed, g, b, Processors, checked((int)dynamicShared), text => printed += text);
            return new LaunchEnd(problem, printed);
        }
        finally
        {
            NativeMemory.AlignedFree(packed);
        }
    }
}
