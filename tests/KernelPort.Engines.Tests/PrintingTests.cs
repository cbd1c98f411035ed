using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Execution;
using KernelPort.Ir;

namespace KernelPort.Engines.Tests;

/// <summary>What the executor prints for a kernel's printf is what the C library prints: the expected texts are glibc's.</summary>
public class PrintingTests
{
    [Theory]
    [InlineData("printf(\"%5d|%-5d|%05d|%+d|% d|%.3d\", 42, 42, -42, 42, 42, 7);", "   42|42   |-0042|+42| 42|007")]
    [InlineData("printf(\"%x|%X|%#x|%o|%#o|%u\", 255, 255, 255, 8, 8, -1);", "ff|FF|0xff|10|010|4294967295")]
    [InlineData("printf(\"%ld|%lld|%llu|%zu\", -5L, 1LL << 62, ~0ULL, sizeof(int));", "-5|4611686018427387904|18446744073709551615|4")]
    [InlineData("printf(\"%hhd|%hd|%hhu|%c%%\", 300, 70000, 300, 65);", "44|4464|44|A%")]
    [InlineData("printf(\"%f|%.2f|%.0f|%.0f|%.0f|%.1f\", 0.1, 2.675, 0.5, 1.5, 2.5, 0.25);", "0.100000|2.67|0|2|2|0.2")]
    [InlineData("printf(\"%e|%.2e|%E|%.0e\", 12345.678, 0.00099999, 1e-300, 9.5);", "1.234568e+04|1.00e-03|1.000000E-300|1e+01")]
    [InlineData("printf(\"%g|%g|%g|%g|%#g|%.3g\", 100000.0, 1000000.0, 0.0001, 0.00001, 1.0, 1234.5);", "100000|1e+06|0.0001|1e-05|1.00000|1.23e+03")]
    [InlineData("printf(\"%8.3f|%-8.3f|%08.3f|%+f\", 3.14159f, 3.14159f, -3.14159f, 0.0f);", "   3.142|3.142   |-003.142|+0.000000")]
    [InlineData("printf(\"%f|%5f|%f\", 1.0f / 0.0f, -1.0f / 0.0f, 1e22);", "inf| -inf|10000000000000000000000.000000")]
    [InlineData("printf(\"%*d|%-*d|%.*f|\", 5, 1, 3, 2, 2, 1.005);", "    1|2  |1.00|")]
    [InlineData("bool b = true; char c = -3; unsigned short s = 9; printf(\"%d %d %u\\n\", b, c, s);", "1 -3 9\n")]
    [InlineData("printf(\"a\\tb\\x41\\101\" \"c\"); printf(\"\");", "a\tbAAc")]
    [InlineData("int i = 1; printf(\"%d\", i++); printf(\" %d\", i);", "1 2")]
    public void A_format_prints_what_C_prints(string body, string expected) => Printed(body, 1, 1).ShouldBe(expected);

    [Fact]
    public void Blocks_print_one_after_another_and_lanes_in_order() =>
        Printed("if (threadIdx.x != 1) printf(\"%d.%d \", blockIdx.x, threadIdx.x); printf(\"; \");", 2, 3).ShouldBe("0.0 0.2 ; ; ; 1.0 1.2 ; ; ; ");

    [Fact]
    public void A_print_survives_the_text_form_of_the_IR()
    {
        var module = Compiled("printf(\"a\\n\\t\\\"\\\\%d %f\", (int)threadIdx.x, 1.0f);");
        string text = Printer.Print(module);
        text.ShouldContain("call print \"a\\n\\x09\\\"\\\\%d %f\"(");
        Printer.Print(Reader.Read(text)).ShouldBe(text);
    }

    private static string Printed(string body, int grid, int block)
    {
        var executor = new Executor(Compiled(body), new ExecutionOptions());
        executor.Launch("k", new Dim3(grid), new Dim3(block), 0, []);
        executor.Findings.Ordered().ShouldBeEmpty();
        return executor.Printed;
    }

    private static Module Compiled(string body)
    {
        var compilation = Compiler.Compiler.Compile(new SourceText("print.cu", $"extern \"C\" __global__ void k() {{ {body} }}"), new CompilerOptions());
        compilation.Diagnostics.Where(d => d.Code.StartsWith("KP2", StringComparison.Ordinal)).ShouldBeEmpty();
        return compilation.Module!;
    }
}
