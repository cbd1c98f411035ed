using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KernelPort.Backends.CSharp;

/// <summary>C# text as an assembly's bytes.</summary>
internal static unsafe class AssemblyImage
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

    /// <remarks>Only where code can be made at run time (<see cref="Backend.Missing"/>): in a native program nothing of this is left.</remarks>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = CSharpProgram.NeverNative)]
    public static byte[]? Of(string text, string name, out string reason)
    {
        var tree = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, optimizationLevel: OptimizationLevel.Release);
        using var image = new MemoryStream();
        var result = CSharpCompilation.Create(name, [tree], References.Value, options).Emit(image);
        var first = result.Diagnostics.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error);
        reason = result.Success ? "" : $"the C# compiler refuses the text: {first?.Id} {first?.GetMessage(CultureInfo.InvariantCulture)}";
        return result.Success ? image.ToArray() : null;
    }
}
