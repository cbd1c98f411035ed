using System.Text;
using KernelPort.Backends;
using KernelPort.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KernelPort.SourceGenerator;

/// <summary>Makes C# launchers of CUDA kernels: a <c>.cu</c> in AdditionalFiles gives <c>Saxpy.Launch(grid, block, n, a, x, y)</c>. Headers are AdditionalFiles too.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class KernelLauncherGenerator : IIncrementalGenerator
{
    /// <summary>The steps, as Roslyn tracks them.</summary>
    internal const string Sources = "CudaSources", Headers = "CudaHeaders", Generated = "GeneratedLaunchers";

    private static readonly string[] HeaderSuffixes = [".cuh", ".h", ".hh", ".hpp", ".hxx", ".inl"];

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        context.RegisterPostInitializationOutput(c => c.AddSource("KernelExtent.g.cs", Backends.CSharp.TypedLaunchers.Extent));
        var texts = context.AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider);
        var sources = texts.Where(t => t.Left.Path.EndsWith(".cu", StringComparison.OrdinalIgnoreCase))
            .Select((t, cancel) => new CudaFile(t.Left.Path, TextOf(t.Left, cancel), Settings.Of(t.Right.GetOptions(t.Left), t.Right.GlobalOptions)))
            .WithTrackingName(Sources);
        var headers = context.AdditionalTextsProvider.Where(t => HeaderSuffixes.Any(s => t.Path.EndsWith(s, StringComparison.OrdinalIgnoreCase)))
            .Select((t, cancel) => (t.Path, Text: TextOf(t, cancel)))
            .Collect().Select((all, _) => all.OrderBy(h => h.Path, StringComparer.Ordinal).ToEquatable())
            .WithTrackingName(Headers);
        var generated = sources.Combine(headers).Select((pair, cancel) => LauncherText.Of(pair.Left, pair.Right, cancel)).WithTrackingName(Generated);
        context.RegisterSourceOutput(generated, (output, result) =>
        {
            foreach (var d in result.Messages)
            {
                output.ReportDiagnostic(d.ToRoslyn());
            }
            if (result.Text.Length > 0)
            {
                output.AddSource(result.HintName, result.Text);
            }
        });
    }

    // Our texts are bytes, one a character.
    private static string TextOf(AdditionalText text, CancellationToken cancel) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text.GetText(cancel)?.ToString() ?? ""));
}

/// <summary>A CUDA file and what its item says.</summary>
internal sealed record CudaFile(string Path, string Text, Settings Settings);

/// <summary>What an AdditionalFiles item says besides: metadata KernelPortBlock, KernelPortDefines, KernelPortInstantiate.</summary>
internal sealed record Settings(string Block, string Defines, string Instantiate, string Namespace)
{
    public static Settings Of(AnalyzerConfigOptions item, AnalyzerConfigOptions project)
    {
        string Item(string name) => item.TryGetValue("build_metadata.AdditionalFiles." + name, out string? value) ? value : "";
        return new Settings(Item("KernelPortBlock"), Item("KernelPortDefines"), Item("KernelPortInstantiate"),
            project.TryGetValue("build_property.RootNamespace", out string? space) && space.Length > 0 ? space : "Kernels");
    }

    /// <summary>The block size; null where none is said.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public Extent? Size => Block.Length == 0 ? null
        : Extent.ParseBlock(string.Join(',', Block.Split(',').Select(p => p.Trim()))) ?? throw new FormatException($"KernelPortBlock=\"{Block}\": expected X, X,Y or X,Y,Z with at most 1024 threads");

    public IEnumerable<(string, string)> Macros => Defines.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(d => d.Split('=', 2)).Select(d => (d[0], d.Length > 1 ? d[1] : "1"));

    public IEnumerable<string> Instances => Instantiate.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>A message of ours at a place of a CUDA file; lines and columns from 0.</summary>
internal sealed record Message(string Code, Severity Severity, string Text, string Path, int Start, int Length, int Line, int Column)
{
    public Microsoft.CodeAnalysis.Diagnostic ToRoslyn()
    {
        var severity = Severity switch { Severity.Error => DiagnosticSeverity.Error, Severity.Warning => DiagnosticSeverity.Warning, _ => DiagnosticSeverity.Info };
        var at = Path.Length == 0 ? Location.None
            : Location.Create(Path, new Microsoft.CodeAnalysis.Text.TextSpan(Start, Length), new(new(Line, Column), new(Line, Column + Length)));
        return Microsoft.CodeAnalysis.Diagnostic.Create(new DiagnosticDescriptor(Code, Text, "{0}", "KernelPort", severity, isEnabledByDefault: true), at, Text);
    }
}

/// <summary>What a file gives: equal for equal input, so that later steps are left out.</summary>
internal sealed record GeneratedText(string HintName, string Text, EquatableArray<Message> Messages);
