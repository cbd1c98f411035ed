namespace KernelPort.Cuda.Tests;

public class ErrorMessageTests
{
    [Theory]
    [InlineData("__global__ void k() {\n  int x = 1\n  x = 2;\n}", "2:11 KP1105 expected ';' after the declaration")]
    [InlineData("__global__ void k(int *p) {\n  p[0] = 1\n}", "2:10 KP1105 expected ';' after the expression")]
    [InlineData("__global__ void k(int *p) {\n  return\n}", "2:8 KP1105 expected ';' after the return statement")]
    [InlineData("__global__ void k(int *p) { p[0] = * ; }", "1:38 KP1105 expected an expression")]
    [InlineData("__global__ void k(int *p) { if p[0] ; }", "1:30 KP1105 expected '('")]
    [InlineData("__global__ void k(int *p) { p[0 = 1; }", "1:38 KP1103 '}' where ']' was expected | 1:30 to close this '['")]
    [InlineData("struct S { int x; }\n__global__ void k();", "1:19 KP1105 expected ';' after the declaration")]
    [InlineData("__global__ void k() {", "1:21 KP1101 this '{' is never closed")]
    [InlineData("__global__ void k() { f(1]; }", "1:26 KP1103 ']' where ')' was expected | 1:24 to close this '('")]
    [InlineData("#define BAD 1 +\n__global__ void k() { int x = BAD ; }", "2:35 KP1105 expected an expression")]
    [InlineData("__global__ void k(Foo *p) { }", "1:19 KP1108 unknown type name 'Foo'; it is taken for a type because of where it stands")]
    [InlineData("__device__ int f() { return 1 @ 2; }", "1:29 KP1105 expected ';' after the return statement")]
    public void SaysWhatIsWrong(string text, string expected)
    {
        string errors = Front.Errors(text).Split('\n')[0];
        errors.ShouldBe(expected);
    }

    [Fact]
    public void NoteNamesTheMacro()
    {
        string errors = Front.Errors("#define BAD 1 + ;\n__global__ void k() { int x = BAD }");
        errors.ShouldBe("1:17 KP1105 expected an expression | 2:31 expanded from macro 'BAD'");
    }

    [Fact]
    public void OneErrorADeclaration() =>
        Front.Codes("__global__ void a() { int = ; = ; }\n__global__ void b() { }\n__global__ void c() { * ; }").ShouldBe(["KP1105", "KP1105"]);
}
