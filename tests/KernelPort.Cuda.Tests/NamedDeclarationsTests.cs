using KernelPort.Core;
using KernelPort.Cuda.Preprocessing;
using KernelPort.Cuda.Syntax;

namespace KernelPort.Cuda.Tests;

/// <summary>Of the stub headers only what can be named is parsed; of the user's text everything.</summary>
public class NamedDeclarationsTests
{
    private static List<string> Stubs(string text) =>
        Flat(Front.Parse(text).Unit.Declarations).Where(d => d.Span.Source!.Path.StartsWith(SourceCache.StubFolder, StringComparison.Ordinal)).SelectMany(Names).ToList();

    private static IEnumerable<DeclSyntax> Flat(IEnumerable<DeclSyntax> declarations) => declarations.SelectMany(d => d switch
    {
        NamespaceDecl n => Flat(n.Members),
        LinkageDecl l => Flat(l.Members),
        _ => [d],
    });

    private static IEnumerable<string> Names(DeclSyntax declaration) => declaration switch
    {
        ClassDecl c => [c.Name!.Last],
        FunctionDecl f => [f.Name.Last],
        AliasDecl a => [a.Name],
        EnumDecl e => [e.Name ?? ""],
        TemplateDecl t => Names(t.Declaration),
        _ => [],
    };

    [Fact]
    public void What_nothing_names_is_left_out() => Stubs("int x;").ShouldBe(["uint3", "dim3"], ignoreOrder: true);

    [Fact]
    public void A_name_brings_what_its_declaration_names()
    {
        var stubs = Stubs("cudaError_t status;");
        stubs.ShouldContain("cudaError_t");
        stubs.ShouldContain("cudaError");
        stubs.ShouldNotContain("cudaDeviceProp");
        stubs.ShouldNotContain("float4");
    }

    [Fact]
    public void A_name_that_comes_out_of_a_macro_counts() => Stubs("#define TYPE float4\nTYPE v;").ShouldContain("float4");

    [Fact]
    public void A_vector_made_by_the_compiler_needs_no_name() => Stubs("__device__ float f() { return make_float3(1, 2, 3).x; }").ShouldContain("float3");

    [Fact]
    public void Operators_are_kept_with_what_they_are_about()
    {
        var stubs = Stubs("#include <cuda_fp16.h>\nint x;");
        stubs.ShouldContain("__half2");
        stubs.ShouldNotContain("__half_raw");
    }

    [Fact]
    public void An_instance_that_is_asked_for_names_its_types() =>
        CudaSyntax.Parse(new SourceText("main.cu", "template <class T> __global__ void k(T* p) {}"), new ParseOptions { AlsoNamed = ["k<float2>"] }, new DiagnosticBag())
            .Unit.Declarations.OfType<ClassDecl>().Select(c => c.Name!.Last).ShouldContain("float2");

    [Fact]
    public void Nothing_of_the_user_is_left_out() =>
        Front.Parse("typedef int unused; enum { A }; void g();").Unit.Declarations.Count(d => d.Span.Source!.Path == "main.cu").ShouldBe(3);
}
