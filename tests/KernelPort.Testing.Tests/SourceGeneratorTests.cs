using System.Collections.Immutable;
using KernelPort.SourceGenerator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KernelPort.Testing.Tests;

/// <summary>The source generator in Roslyn's driver: what it makes compiles, says what is wrong, and is not made again for nothing.</summary>
public sealed class SourceGeneratorTests
{
    private const string Saxpy = """
        #include "factor.cuh"
        // Adds a multiple.
        // @param a the factor, < 5
        __global__ void saxpy(int n, float a, const float* x, float* y)
        {
            int i = blockIdx.x * blockDim.x + threadIdx.x;
            if (i < n)
                y[i] = FACTOR * a * x[i] + y[i];
        }
        """;

    [Fact]
    public void Launchers_compile_and_carry_the_comment()
    {
        var (result, compilation) = Run([("/k/saxpy.cu", Saxpy), ("/k/factor.cuh", "#define FACTOR 2\n")], "class User { static void Use(float[] x, float[] y) => Saxpy.Launch(4, 256, 1000, 2f, x, y); }");
        result.Diagnostics.ShouldBeEmpty();
        compilation.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning).ShouldBeEmpty();
        string text = result.GeneratedTrees.Single(t => t.FilePath.Contains("saxpy.cu", StringComparison.Ordinal)).ToString();
        text.ShouldContain("/// <summary>Adds a multiple.</summary>");
        text.ShouldContain("/// <param name=\"a\">the factor, &lt; 5</param>");
        text.ShouldContain("Launch(global::KernelPort.KernelExtent grid, global::KernelPort.KernelExtent block, int n, float a, global::System.ReadOnlySpan<float> x, global::System.Span<float> y)");
    }

    [Fact]
    public void An_error_stands_at_the_line_of_the_CUDA_file()
    {
        var (result, _) = Run([("/k/bad.cu", "__global__ void k(float* p)\n{\n    p[0] = ;\n}\n")], "");
        var error = result.Diagnostics.ShouldHaveSingleItem();
        error.Severity.ShouldBe(DiagnosticSeverity.Error);
        error.Id.ShouldStartWith("KP");
        error.Location.GetLineSpan().Path.ShouldBe("/k/bad.cu");
        error.Location.GetLineSpan().StartLinePosition.ShouldBe(new LinePosition(2, 11));
    }

    [Fact]
    public void A_block_that_nobody_says_is_asked_for_not_guessed()
    {
        const string Barrier = "__global__ void k(float* p)\n{\n    __shared__ float s[64];\n    s[threadIdx.x] = p[threadIdx.x];\n    __syncthreads();\n    p[threadIdx.x] = s[63 - threadIdx.x];\n}\n";
        Run([("/k/k.cu", Barrier)], "").Result.Diagnostics.ShouldContain(d => d.Id == "KP2951");
        Run([("/k/k.cu", Barrier)], "class U { static void Use(float[] p) => K.Launch(2, p); }", block: "64").Compilation.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning).ShouldBeEmpty();
        Run([("/k/k.cu", Barrier)], "", block: "64,many").Result.Diagnostics.ShouldHaveSingleItem().Id.ShouldBe("KP0305");
    }

    [Fact]
    public void Names_that_C_sharp_keeps_are_escaped()
    {
        var (result, compilation) = Run([("/k/k.cu", "__global__ void row_copy(const int* in, int* out, int params) { out[threadIdx.x] = in[threadIdx.x] + params; }")], "class U { static void Use(int[] a, int[] b) => RowCopy.Launch(1, 32, a, b, @params: 3); }");
        result.Diagnostics.ShouldBeEmpty();
        compilation.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.GetMessage()).ShouldBeEmpty();
    }

    [Fact]
    public void An_unrelated_edit_makes_nothing_again()
    {
        AdditionalText[] texts = [new Text("/k/saxpy.cu", Saxpy), new Text("/k/factor.cuh", "#define FACTOR 2\n")];
        var compilation = Compilation("class A { }");
        GeneratorDriver driver = Driver(texts, "");
        driver = driver.RunGenerators(compilation);
        driver = driver.RunGenerators(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class B { }")));
        Reasons(driver).ShouldAllBe(r => r == IncrementalStepRunReason.Cached || r == IncrementalStepRunReason.Unchanged);
        driver = driver.ReplaceAdditionalText(texts[1], new Text("/k/factor.cuh", "#define FACTOR 3\n")).RunGenerators(compilation);
        Reasons(driver).ShouldContain(IncrementalStepRunReason.Modified);
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorDriver driver) =>
        driver.GetRunResult().Results.Single().TrackedSteps[KernelLauncherGenerator.Generated].SelectMany(s => s.Outputs).Select(o => o.Reason);

    private static (GeneratorDriverRunResult Result, Compilation Compilation) Run((string Path, string Text)[] files, string user, string block = "")
    {
        var driver = Driver([.. files.Select(f => new Text(f.Path, f.Text))], block).RunGeneratorsAndUpdateCompilation(Compilation("using Kernels;\n" + user), out var updated, out _);
        return (driver.GetRunResult(), updated);
    }

    private static CSharpCompilation Compilation(string text) => CSharpCompilation.Create(
        "test", [CSharpSyntaxTree.ParseText(text)], Platform.Value, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true).WithSpecificDiagnosticOptions([new("CS8019", ReportDiagnostic.Suppress)]));

    private static readonly Lazy<MetadataReference[]> Platform = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(p => Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal)).Select(p => MetadataReference.CreateFromFile(p))]);

    private static CSharpGeneratorDriver Driver(AdditionalText[] texts, string block) => CSharpGeneratorDriver.Create(
        [new KernelLauncherGenerator().AsSourceGenerator()], texts, optionsProvider: new Options(block), driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private sealed class Text(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class Options(string block) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values([]);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(block.Length == 0 ? [] : new() { ["build_metadata.AdditionalFiles.KernelPortBlock"] = block });
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
