using KernelPort.Cli;

namespace KernelPort.Cli.Tests;

/// <summary>The program's own text beside kernels that are written anew: what a compiler that knows no CUDA sees of it.</summary>
public sealed class HostHalfTests : IDisposable
{
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    private string Host(string text, int expected = ExitCodes.Done, string target = "cann:950", string file = "p.cpp")
    {
        string source = _work.Write("in/p.cu", text);
        _work.Run("translate", source, "--target", target, "-o", _work.Path("out")).ShouldBe(expected, _work.Error);
        return _work.Read($"out/{target.Replace(':', '-')}/{file}");
    }

    private const string Main = "int main() { return 0; }\n";

    [Fact]
    public void A_kernel_keeps_its_head_and_a_launch_its_arguments()
    {
        string host = Host("#include <cuda_runtime.h>\n// adds\n__global__ void add(float* a, int n) {\n  a[threadIdx.x] += n;\n}\nvoid go(float* a) { add<<<dim3(2), 32>>>(a, 7); }\n");
        host.ShouldStartWith("#include \"kp_acl.h\"\n// adds\n__global__ void add(float* a, int n) { struct kp_here {}; kp_launch_kernel(&kp_this_unit, typeid(kp_here), a, n); }\n"
            + "void go(float* a) { (kp_configure(dim3(2), 32), add(a, 7)); }\n");
        host.ShouldEndWith("#include \"p.host.h\"\nstatic const kp_known_kernels kp_kernels_of_this_unit(&kp_this_unit, p_kernels());\n");
    }

    [Fact]
    public void What_the_device_alone_has_goes_and_what_the_host_speaks_of_stays_declared()
    {
        string host = Host("""
            extern __shared__ float room[];
            template <class T> __device__ T twice(T x) { return 2 * x; }
            __device__ float spoken(float x) { return twice(x); }
            __host__ __device__ float both(float x) { return x + 1; }
            struct S { int n; __device__ S(int n) : n(n) {} __device__ float of(float x) const { return __expf(x); } __host__ __device__ int get() const { return n; } };
            __global__ void k(float* a) { S s(3); a[0] = spoken(both(s.of(a[1]))) + room[0]; }
            template <class F> void use(F f) {}
            void go(float* a) { use(spoken); k<<<1, 1>>>(a); }
            """.ReplaceLineEndings("\n"));
        host.ShouldNotContain("room");
        host.ShouldNotContain("twice");
        host.ShouldContain("__device__ float spoken(float x) ;\n");
        host.ShouldContain("__host__ __device__ float both(float x) { return x + 1; }\n");
        host.ShouldContain("__device__ S(int n) ; __device__ float of(float x) const ; __host__ __device__ int get() const { return n; } };");
    }

    [Fact]
    public void Launches_in_macros_and_by_address_come_along()
    {
        string host = Host("#define RUN(k, n, ...) k<<<n, 64>>>(__VA_ARGS__)\n__global__ void k(int* a) { *a = 1; }\nvoid go(int* a, void** p) { RUN(k, 2, a); cudaLaunchKernel((const void*)k, dim3(1), dim3(64), p, 0, 0); k<<<1, 64>>>(a); }\n");
        host.ShouldContain("#define RUN(k, n, ...) (kp_configure(n, 64), k(__VA_ARGS__))\n");
        host.ShouldContain("cudaLaunchKernel(k, dim3(1)");
    }

    [Theory]
    [InlineData("__global__ void k(int* a) { *a = 1; }\nvoid go(int* a) { cudaMallocManaged(&a, 4); k<<<1, 1>>>(a); }\n", "KP4902", "cudaMallocManaged")]
    [InlineData("__managed__ int m;\n__global__ void k(int* a) { *a = 1; }\nvoid go(int* a) { k<<<1, 1>>>(a); }\n", "KP4901", "no memory that host and device share")]
    [InlineData("__global__ void k(int*) { }\nvoid go(int* a) { k<<<1, 1>>>(a); }\n", "KP4901", "a parameter has no name")]
    [InlineData("#define BODY { *a = 1; }\n__global__ void k(int* a) BODY\nvoid go(int* a) { k<<<1, 1>>>(a); }\n", "KP4901", "its text comes from a macro")]
    [InlineData("__global__ void k(int* a) { *a = 1; }\n__global__ void k(float* a) { *a = 1; }\nvoid go(int* a) { k<<<1, 1>>>(a); }\n", "KP4901", "several kernels have this name")]
    public void What_has_no_place_is_listed(string text, string code, string word)
    {
        Host(text, ExitCodes.Unsupported);
        _work.Error.ShouldContain(code);
        _work.Error.ShouldContain(word);
    }

    [Fact]
    public void Headers_of_the_program_are_edited_and_those_of_halves_are_ours()
    {
        _work.Write("in/k.cuh", "#pragma once\n#include <cuda_fp16.h>\n__global__ void k(float* a) { *a = 1; }\n");
        string host = Host("#include \"k.cuh\"\n#include <vector>\nvoid go(float* a) { k<<<1, 1>>>(a); }\n");
        host.ShouldStartWith("#include \"kp_acl.h\"\n#include \"k.cuh\"\n#include <vector>\n");
        string header = _work.Read("out/cann-950/k.cuh");
        header.ShouldContain("#include \"kp_acl.h\"\n#include \"kp_cuda_half.h\"\n");
        header.ShouldContain("kp_launch_kernel(");
        _work.Has("out/cann-950/kp_cuda_half.h").ShouldBeTrue();
    }

    [Fact]
    public void Without_a_launch_there_is_no_host_half()
    {
        string source = _work.Write("in/p.cu", "__global__ void k(int* a) { *a = 1; }\n" + Main);
        _work.Run("translate", source, "--target", "cann:950", "-o", _work.Path("out")).ShouldBe(ExitCodes.Done, _work.Error);
        _work.Has("out/cann-950/p.cpp").ShouldBeFalse();
    }

    /// <summary>Where text depends on the size of blocks, it is made for those that launches name: literals, constants, dim3 variables, arguments of templates.</summary>
    [Theory]
    [InlineData("const int N = 64;\nvoid go(float* a) { k<<<1, N>>>(a); }\n", "{64, 1, 1}")]
    [InlineData("void go(float* a) { int n = 32 * 4; k<<<1, n>>>(a); }\n", "{128, 1, 1}")]
    [InlineData("void go(float* a) { dim3 b(16, 8); k<<<1, b>>>(a); }\n", "{16, 8, 1}")]
    [InlineData("void go(float* a) { k<<<1, 32>>>(a); k<<<1, 64>>>(a); }\n", "{32, 1, 1} {64, 1, 1}")]
    public void Blocks_are_those_of_the_launches(string host, string sizes)
    {
        string table = Host("__global__ void k(float* a) { int i = blockIdx.x * blockDim.x + threadIdx.x; a[i] = a[i] * 2.0f; }\n" + host, target: "cann:a2", file: "p.host.asc");
        foreach (string size in sizes.Split("} ").Select(s => s.TrimEnd('}')))
        {
            table.ShouldContain($"{{\"k\", {size}}}, [](");
        }
        table.ShouldContain("kp_check_block(\"k\", block, kp_dim3(");
    }

    [Fact]
    public void Instances_are_found_through_templates_of_the_host()
    {
        string table = Host("""
            template <class T, int N> __global__ void fill(T* a) { a[blockIdx.x * N + threadIdx.x] = N; }
            template <class T> void run(T* a) { constexpr int n = 256 / sizeof(T); fill<T, n><<<4, n>>>(a); }
            void go(double* d, float* f, short* s) { run(f); run<short>(s); }
            """, target: "cann:a2", file: "p.host.asc");
        table.ShouldContain("{\"fill<float, 64>\", {64, 1, 1}, ");
        table.ShouldContain("{\"fill<short, 128>\", {128, 1, 1}, ");
    }

    [Fact]
    public void Units_of_a_program_keep_their_own()
    {
        const string Unit = "__device__ int v;\nstatic __global__ void k(int* a) {{ *a = v + {0}; }}\nvoid go{0}(int* a) {{ k<<<1, 1>>>(a); }}\n";
        _work.Write("in/a.cu", string.Format(null, Unit, 1));
        _work.Write("in/b.cu", string.Format(null, Unit, 2));
        _work.Run("translate", _work.Path("in"), "--target", "bang", "-o", _work.Path("out")).ShouldBe(ExitCodes.Done, _work.Error);
        _work.Read("out/bang/a.host.mlu").ShouldContain("void* v_address()");
        string second = _work.Read("out/bang/b.host.mlu");
        second.ShouldContain("void* v_2_address()");
        second.ShouldContain("namespace kp_of_b {\n#include \"b.mlu\"\n}");
        second.ShouldContain("{\"k\", {1, 1, 1}, [](");
        second.ShouldContain("k_2_launch(");
        _work.Read("out/bang/b.cpp").ShouldContain("((const void*)&v, v_2_address);");
    }

    [Fact]
    public void A_variable_of_another_unit_is_not_made_twice()
    {
        _work.Write("in/a.cu", "__device__ int x = 5;\n__global__ void ka(int* p) { p[0] = x; }\nvoid a(int* p) { ka<<<1, 1>>>(p); }\n");
        _work.Write("in/b.cu", "extern __device__ int x;\n__global__ void kb(int* p) { p[0] = x; }\nvoid b(int* p) { kb<<<1, 1>>>(p); }\n");
        _work.Write("in/c.cu", "extern __device__ int y;\n__device__ int y = 7;\n__global__ void kc(int* p) { p[0] = y; }\nvoid c(int* p) { kc<<<1, 1>>>(p); }\n");
        _work.Run("translate", _work.Path("in"), "--target", "cann:950", "-o", _work.Path("out")).ShouldBe(ExitCodes.Unsupported);
        _work.Error.ShouldContain("KP2950: 'x' is not lowered for this target by KernelPort yet: a variable that another unit of the program has");
        _work.Has("out/cann-950/b.asc").ShouldBeFalse();
        _work.Read("out/cann-950/c.host.asc").ShouldContain("static kp_variable variable(4, {7, 0, 0, 0});");
    }

    /// <summary>Of two kernels of one name one is refused: a launch of it must not reach the other.</summary>
    [Fact]
    public void A_name_that_a_refused_kernel_has_too_launches_nothing()
    {
        string table = Host("__global__ void k(float* a) { *a *= 2; }\n__global__ void k(double* a) { *a *= 2; }\nvoid go(float* f, double* d) { k<<<1, 1>>>(f); k<<<1, 1>>>(d); }\n", ExitCodes.Unsupported, file: "p.host.asc");
        table.ShouldContain("{\"k\", {}, nullptr},");
        _work.Error.ShouldContain("several kernels have this name");
    }
}
