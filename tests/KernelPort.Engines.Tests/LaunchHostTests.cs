using System.Diagnostics;
using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Engines;
using KernelPort.Twin;

namespace KernelPort.Engines.Tests;

/// <summary>The host side that goes with kernels for cores without threads: launch functions, the vendor's runtime by CUDA's names, a build file.</summary>
public class LaunchHostTests
{
    private const string Program = """
        #include <vector>
        int main()
        {
            const int n = 1000;
            std::vector<float> x(n), y(n);
            for (int i = 0; i < n; i++) x[i] = float(i), y[i] = 1.0f;
            float *dx, *dy;
            if (cudaMalloc(&dx, n * sizeof(float)) != cudaSuccess || cudaMalloc(&dy, n * sizeof(float)) != cudaSuccess) return 2;
            cudaStream_t stream;
            cudaStreamCreate(&stream);
            cudaMemcpyAsync(dx, x.data(), n * sizeof(float), cudaMemcpyHostToDevice, stream);
            cudaMemcpy(dy, y.data(), n * sizeof(float), cudaMemcpyHostToDevice);
            cudaEvent_t start, end;
            cudaEventCreate(&start);
            cudaEventCreate(&end);
            cudaEventRecord(start, stream);
            saxpy_launch(dim3((n + 255) / 256), dim3(256), 0, stream, dx, dy, 2.0f, n);
            cudaEventRecord(end, stream);
            float ms;
            cudaEventElapsedTime(&ms, start, end);
            cudaStreamSynchronize(stream);
            cudaMemcpy(y.data(), dy, n * sizeof(float), cudaMemcpyDeviceToHost);
            for (int i = 0; i < n; i++)
                if (y[i] != 2.0f * float(i) + 1.0f) return 3;
            cudaEventDestroy(start);
            cudaEventDestroy(end);
            cudaStreamDestroy(stream);
            cudaFree(dx);
            cudaFree(dy);
            return 0;
        }
        """;

    private const string Saxpy = """
        __global__ void __launch_bounds__(256) saxpy(const float* x, float* y, float a, int n) {
            int i = blockIdx.x * blockDim.x + threadIdx.x;
            if (i < n) y[i] = a * x[i] + y[i];
        }
        """;

    private static EmittedFile Emitted(string target)
    {
        var compilation = Compiler.Compiler.Compile(new SourceText("saxpy.cu", Saxpy), new CompilerOptions());
        var backend = BackendCatalogue.All.First(b => b.Targets.Any(t => t.Name == target));
        return Emission.Run(compilation.Module, backend, backend.Targets.First(t => t.Name == target), "saxpy.cu").File!;
    }

    private static string Plain(string text) => string.Join('\n', text.Split('\n').Where(l => !l.StartsWith("#pragma once", StringComparison.Ordinal) && !l.StartsWith("#define KP_NO_CUDA", StringComparison.Ordinal) && !l.StartsWith("#include \"", StringComparison.Ordinal)));

    private static (int Exit, string Errors) Run(string target, string main)
    {
        var file = Emitted(target);
        string runtime = file.Companions.First(c => c.Key.StartsWith("kp_", StringComparison.Ordinal)).Value, launches = file.Companions["saxpy.host" + file.Extension];
        string unit = "#include \"kp_twin_prelude.h\"\n" + Plain(runtime) + "\n" + Plain(file.Text) + Plain(launches) + main;
        var program = Places.Twins.Compile(unit, TwinCatalogue.Load(Places.Root)[target], []);
        program.Status.ShouldBe(TwinStatus.Done, program.Output);
        using var process = Process.Start(new ProcessStartInfo(program.Executable) { RedirectStandardError = true })!;
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors);
    }

    [Theory]
    [InlineData("cann:a2")]
    [InlineData("bang")]
    public void A_program_of_CUDAs_calls_runs(string target)
    {
        if (Places.Twins.HasCompiler)
        {
            Run(target, Program).ShouldBe((0, ""));
        }
    }

    [Theory]
    [InlineData("cann:a2", "    cudaFree(dy);\n", "", "TW075")]
    [InlineData("cann:a2", "    cudaStreamDestroy(stream);\n", "", "TW075")]
    [InlineData("cann:a2", "cudaMemcpy(dy, y.data(), n * sizeof(float)", "cudaMemcpy(dy, y.data(), (n + 1) * sizeof(float)", "TW074")]
    [InlineData("cann:a2", "0, stream, dx", "0, (void*)&ms0, dx", "TW073")]
    [InlineData("bang", "    cudaFree(dy);\n", "", "TW075")]
    [InlineData("bang", "    cudaEventDestroy(end);\n", "", "TW075")]
    [InlineData("bang", "cudaMemcpy(dy, y.data(), n * sizeof(float)", "cudaMemcpy(dy, y.data(), (n + 1) * sizeof(float)", "TW074")]
    [InlineData("bang", "0, stream, dx", "0, (void*)&ms0, dx", "TW073")]
    public void What_the_vendors_runtime_forbids_is_found(string target, string from, string to, string code)
    {
        if (Places.Twins.HasCompiler)
        {
            string main = Program.Replace(from, to, StringComparison.Ordinal);
            main.ShouldNotBe(Program);
            Run(target, "static float ms0;\n" + main).Errors.ShouldContain(code);
        }
    }

    [Fact]
    public void The_950s_launches_are_CUDAs()
    {
        var file = Emitted("cann:950");
        file.Companions["saxpy.host.asc"].ShouldContain("KP_LAUNCH_SIMT(saxpy, grid, block, bytes, kp_stream(stream), kp_pointer{p_x}, kp_pointer{p_y}, p_a, p_n);");
        file.Companions["CMakeLists.txt"].ShouldContain("dav-3510");
    }

    [Theory]
    [InlineData("cann:a2", "kp_acl.h saxpy.host.asc saxpy.host.h")]
    [InlineData("bang", "kp_cnrt.h saxpy.host.h saxpy.host.mlu")]
    public void The_build_file_and_the_header_go_along(string target, string others) =>
        string.Join(' ', Emitted(target).Companions.Keys.Order(StringComparer.Ordinal)).ShouldBe("CMakeLists.txt " + others);
}
