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
            saxpy_launch(kp_dim3((n + 255) / 256), kp_dim3(256), 0, stream, dx, dy, 2.0f, n);
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

    private const string Zoom = """
        __global__ void zoom(cudaTextureObject_t image, cudaTextureObject_t rows, cudaSurfaceObject_t out) {
            int i = threadIdx.x;
            float a = tex2D<float>(image, (i + 0.5f) / 4, 0.5f), b = tex2D<float>(rows, i / 2 + 0.5f, 1.5f);
            surf2Dwrite(a + b, out, i * 4, 0);
        }
        """;

    // Two rows of two texels in an array, read by a linear filter; two of three in pitched memory, by a point filter; the sums go to an array as a surface.
    private const string ZoomProgram = """
        #include <vector>
        int main()
        {
            const cudaChannelFormatDesc floats = cudaCreateChannelDesc<float>();
            const float image[] = {1, 2, 3, 4}, rows[] = {0, 0, 0, 9, 10, 20, 30, 9};
            cudaArray_t array, result;
            cudaMallocArray(&array, &floats, 2, 2);
            cudaMallocArray(&result, &floats, 4, 1, cudaArraySurfaceLoadStore);
            cudaMemcpy2DToArray(array, 0, 0, image, 8, 8, 2, cudaMemcpyHostToDevice);
            float* pitched;
            cudaMalloc(&pitched, sizeof rows);
            cudaMemcpy(pitched, rows, sizeof rows, cudaMemcpyHostToDevice);
            cudaResourceDesc resource = {};
            resource.resType = cudaResourceTypeArray;
            resource.res.array.array = array;
            cudaTextureDesc desc = {};
            desc.addressMode[0] = desc.addressMode[1] = cudaAddressModeClamp;
            desc.filterMode = cudaFilterModeLinear;
            desc.normalizedCoords = 1;
            cudaTextureObject_t weighed, nearest;
            cudaCreateTextureObject(&weighed, &resource, &desc, nullptr);
            resource.resType = cudaResourceTypePitch2D;
            resource.res.pitch2D.devPtr = pitched;
            resource.res.pitch2D.desc = floats;
            resource.res.pitch2D.width = 3;
            resource.res.pitch2D.height = 2;
            resource.res.pitch2D.pitchInBytes = 16;
            desc.filterMode = cudaFilterModePoint;
            desc.normalizedCoords = 0;
            cudaCreateTextureObject(&nearest, &resource, &desc, nullptr);
            cudaResourceDesc target = {};
            target.resType = cudaResourceTypeArray;
            target.res.array.array = result;
            cudaSurfaceObject_t surface;
            cudaCreateSurfaceObject(&surface, &target);
            zoom_launch(kp_dim3(1), kp_dim3(4), 0, nullptr, weighed, nearest, surface);
            cudaDeviceSynchronize();
            float out[4];
            cudaMemcpy2DFromArray(out, 16, result, 0, 0, 16, 1, cudaMemcpyDeviceToHost);
            for (int i = 0; i < 4; i++) fprintf(stderr, "%g ", out[i]);
            cudaDestroyTextureObject(weighed);
            cudaDestroyTextureObject(nearest);
            cudaDestroySurfaceObject(surface);
            cudaFreeArray(array);
            cudaFreeArray(result);
            cudaFree(pitched);
            return 0;
        }
        """;

    private const string Weigh = """
        struct Window { int from, to; };
        __constant__ float weights[4] = {1, 2, 3, 4};
        __constant__ Window window = {1, 3};
        __device__ int seen;
        __device__ float weight(int i) { return weights[i]; }
        __global__ void __launch_bounds__(32) weigh(float* y) {
            int i = threadIdx.x;
            if (i < window.from || i >= window.to) return;
            y[i] = weight(i);
            atomicAdd(&seen, 1);
        }
        """;

    // What the text gives variables at first is there, what the host writes reaches kernels, and what they write stays from launch to launch.
    private const string WeighProgram = """
        int main()
        {
            float y[4] = {0, 0, 0, 0}, weights[4];
            int seen;
            float* dy;
            cudaMalloc(&dy, sizeof y);
            cudaMemcpy(dy, y, sizeof y, cudaMemcpyHostToDevice);
            weigh_launch(kp_dim3(1), kp_dim3(32), 0, nullptr, dy);
            const float third = 7;
            cudaMemcpy((float*)weights_address() + 2, &third, sizeof third, cudaMemcpyHostToDevice);
            const int window[] = {2, 4};
            cudaMemcpy(window_address(), window, sizeof window, cudaMemcpyHostToDevice);
            weigh_launch(kp_dim3(1), kp_dim3(32), 0, nullptr, dy);
            cudaMemcpy(y, dy, sizeof y, cudaMemcpyDeviceToHost);
            cudaMemcpy(&seen, seen_address(), sizeof seen, cudaMemcpyDeviceToHost);
            cudaMemcpy(weights, weights_address(), sizeof weights, cudaMemcpyDeviceToHost);
            fprintf(stderr, "%g %g %g %g, %d, %g %g %g %g", y[0], y[1], y[2], y[3], seen, weights[0], weights[1], weights[2], weights[3]);
            cudaFree(dy);
            return 0;
        }
        """;

    private const string Draw = """
        struct Line { float slope; int n; float2 at; };
        __global__ void __launch_bounds__(64) draw(float* y, Line line) {
            int i = blockIdx.x * blockDim.x + threadIdx.x;
            if (i < line.n) y[i] = line.at.y + line.slope * (float(i) - line.at.x);
        }
        """;

    private const string DrawProgram = """
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

    private static EmittedFile Emitted(string target, string name = "saxpy", string kernel = Saxpy)
    {
        var compilation = Compiler.Compiler.Compile(new SourceText(name + ".cu", kernel), new CompilerOptions());
        var backend = BackendCatalogue.All.First(b => b.Targets.Any(t => t.Name == target));
        return Emission.Run(compilation.Module, backend, backend.Targets.First(t => t.Name == target), name + ".cu").File!;
    }

    /// <summary>The program and the kernels' launch functions as units of their own, as the build file has them.</summary>
    private static (int Exit, string Errors) Run(string target, string main, string name = "saxpy", string kernel = Saxpy)
    {
        var file = Emitted(target, name, kernel);
        string folder = Directory.CreateTempSubdirectory("kernelport-host-").FullName;
        try
        {
            foreach (var (path, text) in file.Companions.Append(new(name + file.Extension, file.Text)))
            {
                File.WriteAllText(Path.Combine(folder, path), text);
            }
            string host = Path.Combine(folder, "main.cpp");
            File.WriteAllText(host, $"#include \"{name}.host.h\"\n{(file.Companions.ContainsKey("kp_textures.h") ? "#include \"kp_textures.h\"\n" : "")}{main}");
            var request = new ProgramRequest([host, Path.Combine(folder, $"{name}.host{file.Extension}")], TwinCatalogue.Load(Places.Root)[target].ForEmitted(file.Extension));
            var program = new ProgramBuild(Places.Twins).Compile(request);
            program.Status.ShouldBe(TwinStatus.Done, program.Output);
            return Start(program.Executable);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static (int Exit, string Errors) Start(string executable)
    {
        using var process = Process.Start(new ProcessStartInfo(executable) { RedirectStandardError = true })!;
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors);
    }

    [Theory]
    [InlineData("cann:a2")]
    [InlineData("cann:950")]
    [InlineData("bang")]
    public void A_program_of_CUDAs_calls_runs(string target)
    {
        if (Places.Twins.HasCompiler)
        {
            Run(target, Program).ShouldBe((0, ""));
        }
    }

    [Theory]
    [InlineData("cann:a2", "    cudaFree(dy);\n", "    void* lost; aclrtMalloc(&lost, 4, ACL_MEM_MALLOC_HUGE_FIRST);\n", "TW075")]
    [InlineData("cann:a2", "    cudaStreamDestroy(stream);\n", "    aclrtStream lost; aclrtCreateStream(&lost);\n", "TW075")]
    [InlineData("cann:a2", "cudaMemcpy(dy, y.data(), n * sizeof(float)", "cudaMemcpy(dy, y.data(), (n + 1) * sizeof(float)", "TW074")]
    [InlineData("cann:a2", "0, stream, dx", "0, (void*)&ms0, dx", "TW073")]
    [InlineData("bang", "    cudaFree(dy);\n", "    void* lost; cnrtMalloc(&lost, 4);\n", "TW075")]
    [InlineData("bang", "    cudaEventDestroy(end);\n", "    cnrtNotifier_t lost; cnrtNotifierCreate(&lost);\n", "TW075")]
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

    /// <summary>A program written for CUDA may leave all of it to its end.</summary>
    [Theory]
    [InlineData("cann:a2")]
    [InlineData("bang")]
    public void What_the_program_leaves_behind_goes_with_it(string target)
    {
        if (Places.Twins.HasCompiler)
        {
            string main = Program.Replace("cudaEventDestroy(start);", "", StringComparison.Ordinal).Replace("cudaStreamDestroy(stream);", "", StringComparison.Ordinal).Replace("cudaFree(dy);", "", StringComparison.Ordinal);
            Run(target, main).ShouldBe((0, ""));
        }
    }

    [Theory]
    [InlineData("cann:a2")]
    [InlineData("bang")]
    public void A_block_that_the_text_is_not_for_is_refused_before_it_computes_nothing(string target)
    {
        if (Places.Twins.HasCompiler)
        {
            var (exit, errors) = Run(target, Program.Replace("kp_dim3(256)", "kp_dim3(128)", StringComparison.Ordinal));
            exit.ShouldBe(1);
            errors.ShouldContain("kernel saxpy: launched with blocks of (128, 1, 1), its text is for (256, 1, 1)");
        }
    }

    /// <summary>The host's own structure goes in, the kernel's comes out.</summary>
    [Theory]
    [InlineData("cann:a2")]
    [InlineData("cann:950")]
    [InlineData("bang")]
    public void A_structure_reaches_the_kernel(string target)
    {
        if (Places.Twins.HasCompiler)
        {
            Run(target, DrawProgram, "draw", Draw).ShouldBe((0, ""));
            Run(target, DrawProgram.Replace("0, 0, d, line)", "0, 0, d, line.at)", StringComparison.Ordinal), "draw", Draw).Errors.ShouldContain("a structure of 8 bytes, where the kernel has one of 16");
        }
    }

    [Fact]
    public void A_program_with_textures_runs_where_they_are_memory()
    {
        if (Places.Twins.HasCompiler)
        {
            // Between the rows, means of 2 and 3; 0.25 texels from the first middle to the second, and 0.75; beside them the first texel of the second row twice, the second twice.
            Run("cann:950", ZoomProgram, "zoom", Zoom).ShouldBe((0, "12 12.25 22.75 23 "));
            Run("cann:950", ZoomProgram.Replace("desc.normalizedCoords = 1;", "desc.sRGB = 1;", StringComparison.Ordinal), "zoom", Zoom).Errors.ShouldContain("have no sRGB");
        }
    }

    [Theory]
    [InlineData("cann:a2")]
    [InlineData("cann:950")]
    [InlineData("bang")]
    public void The_host_has_variables_of_file_scope(string target)
    {
        if (Places.Twins.HasCompiler)
        {
            Run(target, WeighProgram, "weigh", Weigh).ShouldBe((0, "0 2 7 4, 4, 1 2 7 4"));
        }
    }

    [Fact]
    public void The_header_declares_where_variables_are() =>
        Emitted("cann:a2", "weigh", Weigh).Companions["weigh.host.h"].ShouldContain("// Where the device has __constant__ weights, 16 bytes.\nvoid* weights_address();\n");

    [Fact]
    public void The_950s_launches_are_CUDAs()
    {
        var file = Emitted("cann:950");
        file.Companions["saxpy.host.asc"].ShouldContain("KP_LAUNCH_SIMT(kp_of_saxpy::saxpy, kp_dim3(kp_blocks(grid)), block, bytes, kp_stream(stream), kp_pointer{p_x}, kp_pointer{p_y}, p_a, p_n, grid.x, grid.y, grid.z);");
        file.Companions["CMakeLists.txt"].ShouldContain("dav-3510");
    }

    [Theory]
    [InlineData("cann:a2", "kp_acl.h saxpy.host.asc saxpy.host.h")]
    [InlineData("bang", "kp_cnrt.h saxpy.host.h saxpy.host.mlu")]
    public void The_build_file_and_the_header_go_along(string target, string others) =>
        string.Join(' ', Emitted(target).Companions.Keys.Order(StringComparer.Ordinal)).ShouldBe("CMakeLists.txt " + others);
}
