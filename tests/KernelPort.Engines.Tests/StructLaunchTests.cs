using System.Diagnostics;
using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Twin;

namespace KernelPort.Engines.Tests;

/// <summary>Launch functions of kernels that take structures: the host's own structure goes in, the kernel's comes out.</summary>
public class StructLaunchTests
{
    private const string Kernel = """
        struct Line { float slope; int n; float2 at; };
        __global__ void __launch_bounds__(64) draw(float* y, Line line) {
            int i = blockIdx.x * blockDim.x + threadIdx.x;
            if (i < line.n) y[i] = line.at.y + line.slope * (float(i) - line.at.x);
        }
        """;

    private const string Program = """
        struct HostLine { float slope; int n; struct alignas(8) { float x, y; } at; };
        int main()
        {
            const int n = 100;
            float y[n], *d;
            if (cudaMalloc(&d, sizeof y) != cudaSuccess) return 2;
            HostLine line = {2.0f, n, {1.0f, 3.0f}};
            draw_launch(dim3(2), dim3(64), 0, 0, d, line);
            cudaMemcpy(y, d, sizeof y, cudaMemcpyDeviceToHost);
            for (int i = 0; i < n; i++)
                if (y[i] != 3.0f + 2.0f * float(i - 1)) return 3;
            cudaFree(d);
            return 0;
        }
        """;

    [Theory]
    [InlineData("cann:a2", "kp_acl.h", "draw.host.asc")]
    [InlineData("bang", "kp_cnrt.h", "draw.host.mlu")]
    public void A_structure_reaches_the_kernel(string targetName, string header, string source)
    {
        if (Places.Twins.HasCompiler)
        {
            Run(targetName, header, source, Program).ShouldBe((0, ""));
            Run(targetName, header, source, Program.Replace("draw_launch(dim3(2), dim3(64), 0, 0, d, line)", "draw_launch(dim3(2), dim3(64), 0, 0, d, line.at)", StringComparison.Ordinal)).Errors.ShouldContain("a structure of 8 bytes, where the kernel has one of 16");
        }
    }

    private static (int Exit, string Errors) Run(string targetName, string header, string source, string main)
    {
        var compilation = Compiler.Compiler.Compile(new SourceText("draw.cu", Kernel), new CompilerOptions());
        var backend = BackendCatalogue.All.First(b => b.Targets.Any(t => t.Name == targetName));
        var file = Emission.Run(compilation.Module, backend, backend.Targets.First(t => t.Name == targetName), "draw.cu").File!;
        string unit = "#include \"kp_twin_prelude.h\"\n" + Plain(file.Companions[header]) + "\n" + Plain(file.Text) + Plain(file.Companions[source]) + main;
        var program = Places.Twins.Compile(unit, TwinCatalogue.Load(Places.Root)[targetName], []);
        program.Status.ShouldBe(TwinStatus.Done, program.Output);
        using var process = Process.Start(new ProcessStartInfo(program.Executable) { RedirectStandardError = true })!;
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors);
    }

    /// <summary>As one unit: without what keeps headers apart.</summary>
    private static string Plain(string text) => string.Join('\n', text.Split('\n').Where(l => !l.StartsWith("#pragma once", StringComparison.Ordinal) && !l.StartsWith("#define KP_NO_CUDA", StringComparison.Ordinal) && !l.StartsWith("#include \"", StringComparison.Ordinal)));
}
