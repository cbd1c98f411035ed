using KernelPort.Cli;

namespace KernelPort.Cli.Tests;

/// <summary>Whole files for CUDA dialects: what changes, and that nothing else does.</summary>
public sealed class MigrationTests : IDisposable
{
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Theory]
    [InlineData("musa", "program.mu")]
    [InlineData("dcu", "program.hip")]
    [InlineData("birensupa:br1xx", "program.br1xx.su")]
    public void WholeProgram(string target, string approved)
    {
        string migrated = _work.Migrate(Approved.Read("program.cu"), target);
        Approved.Check(migrated, approved);
        // every line that names nothing of CUDA's is the same line
        migrated.Split('\n').Length.ShouldBe(Approved.Read("program.cu").Split('\n').Length);
    }

    [Theory]
    [InlineData("musa")]
    [InlineData("dcu")]
    public void MigratingTwiceChangesNothing(string target)
    {
        string once = _work.Migrate(Approved.Read("program.cu"), target);
        _work.Migrate(once, target).ShouldBe(once);
    }

    [Fact]
    public void AHeaderInTheTargetsOwnBranchIsNotAddedAgain()
    {
        string once = _work.Migrate("#if defined __CUDACC__\n#include <cuda.h>\n#endif\n__global__ void k(int *p) { *p = 1; }\n", "musa");
        once.ShouldBe("#if defined __MUSACC__\n#include <musa.h>\n#endif\n__global__ void k(int *p) { *p = 1; }\n");
        _work.Migrate(once, "musa").ShouldBe(once);
    }

    [Fact]
    public void EveryByteElseStays()
    {
        // a byte order mark, CRLF, a GB18030 comment, a lone CR, a form feed, a NUL in a string, no line end at the end
        const string Text = "\u00EF\u00BB\u00BF#include <cuda_runtime.h>\r\n// \u00B2\u00E2\u00CA\u00D4 cudaMalloc\r\n\f\tcudaError_t\te;\r\nchar s[] = \"\u00FF\u0080 cudaFree\";  /* cudaFree */ int x;";
        _work.Migrate(Text, "musa").ShouldBe(Text.Replace("<cuda_runtime.h>", "<musa_runtime.h>").Replace("\tcudaError_t", "\tmusaError_t"));
    }

    [Theory]
    [InlineData("static int cudaFoo(int x) { return x; }\nint y = cudaFoo(1);\n")]
    [InlineData("int cudaMalloc(int n) { return n; }\nint y = cudaMalloc(1);\n")]
    [InlineData("#define cudaFree(p) mine(p)\nvoid mine(void *);\nvoid f(void *p) { cudaFree(p); }\n")]
    [InlineData("namespace mine { void cudaFree(void *) {} void f() { cudaFree(nullptr); } }\nvoid g() { mine::cudaFree(nullptr); }\n")]
    [InlineData("struct Api { int cudaFree; void cudaMalloc(); };\nvoid f(Api a, Api *p) { a.cudaFree = 1; p->cudaMalloc(); }\n")]
    [InlineData("struct Api { void cudaMalloc(int); void g(); };\nvoid Api::g() { cudaMalloc(1); }\n")]
    [InlineData("void f(int cudaFree) { int cudaMalloc = cudaFree; (void)cudaMalloc; }\n")]
    [InlineData("#if 0\nvoid cudaFree(int);\n#endif\n")]
    public void TheProgramsOwnNamesStay(string text)
    {
        string before = "#include <musa_runtime.h>\n" + text;
        _work.Migrate(before, "musa").ShouldBe(before);
    }

    [Fact]
    public void ANameThatWouldMeetTheProgramsOwnIsListed()
    {
        _work.Migrate("#include <cuda_runtime.h>\n__global__ void k(int *p) { int thread_idx = threadIdx.x; p[thread_idx] = 0; }\n", "birensupa:br1xx", ExitCodes.Unsupported)
            .ShouldContain("int thread_idx = threadIdx.x;");
        _work.Error.ShouldContain("KP4901: 'threadIdx' must be changed by hand: the program has a 'thread_idx' of its own here");
    }

    [Fact]
    public void AnotherScopesNameDoesNotKeepTheApi() =>
        _work.Migrate("#include <cuda_runtime.h>\nnamespace mine { void cudaFree(void *); }\nvoid f(void *p) { cudaFree(p); ::cudaFree(p); }\n", "musa")
            .ShouldBe("#include <musa_runtime.h>\nnamespace mine { void cudaFree(void *); }\nvoid f(void *p) { musaFree(p); ::musaFree(p); }\n");

    [Fact]
    public void BothSidesOfAConditionAndMacroBodiesAreRenamed() =>
        _work.Migrate("#include <cuda_runtime.h>\n#if defined(OLD)\nvoid f() { cudaThreadSynchronize(); }\n#else\nvoid f() { cudaDeviceSynchronize(); }\n#endif\n#define SYNC cudaDeviceSynchronize() // cudaFree\n", "dcu")
            .ShouldBe("#include <hip/hip_runtime.h>\n#if defined(OLD)\nvoid f() { hipDeviceSynchronize(); }\n#else\nvoid f() { hipDeviceSynchronize(); }\n#endif\n#define SYNC hipDeviceSynchronize() // cudaFree\n");

    [Fact]
    public void MaskedShufflesLoseTheirMask() =>
        _work.Migrate("#include <cuda_runtime.h>\n__global__ void k(int *p) { *p = __shfl_sync(0xffffffff, *p, 3); *p += __shfl_xor_sync( ~0u, __shfl_up_sync(-1, p[1], 1), 16, 16 ); unsigned m = __ballot_sync(__activemask(), *p); p[2] = m; }\n", "dcu")
            .ShouldContain("*p = __shfl(*p, 3, 32); *p += __shfl_xor(__shfl_up(p[1], 1, 32), 16, 16); unsigned m = ((unsigned)(__ballot(*p) >> (__lane_id() & 32)));");

    [Fact]
    public void WhoAsksForTheWidthGetsTheWholeWavefront() =>
        _work.Migrate("#include <cuda_runtime.h>\n__global__ void k(int *p) { for (int d = warpSize / 2; d > 0; d /= 2) *p += __shfl_down_sync(0xffffffff, *p, d); }\n", "dcu")
            .ShouldContain("__shfl_down(*p, d);");

    [Theory]
    [InlineData("#include <hip/hip_runtime.h>\n__device__ unsigned mask();\n__global__ __launch_bounds__(64) void k(int *p) { *p = __shfl_sync(mask(), *p, 3); }\n")]
    [InlineData("#include <hip/hip_runtime.h>\n#if 0\nint x = __shfl_sync(1, 2, 3);\n#endif\n")]
    [InlineData("#include <hip/hip_runtime.h>\n#define SHUFFLE __shfl_sync\n")]
    public void WhatIsNotPlainIsListedAndKept(string text)
    {
        _work.Migrate(text, "dcu", ExitCodes.Unsupported).ShouldBe(text);
        _work.Error.ShouldContain("warning KP4901: '__shfl_sync' must be changed by hand");
    }

    [Fact]
    public void AHintIsLostAndAnArgumentWithNoUseGoesAway() =>
        _work.Migrate("#include <cuda_runtime.h>\n__global__ void k(float *p, unsigned m) { __stcs(p + 1, __ldcs(p)); __syncwarp(m); __syncwarp(); }\n", "dcu")
            .ShouldContain("{ (*(p + 1) = ((*(p)))); __builtin_amdgcn_wave_barrier(); __builtin_amdgcn_wave_barrier(); }");

    [Fact]
    public void IntrinsicsThatNoTableKnowsAreListed()
    {
        _work.Migrate("#include <cuda_runtime.h>\n__global__ void k(float *p) { p[1] = __ldcv(p); }\n", "musa", ExitCodes.Unsupported).ShouldContain("__ldcv(p)");
        _work.Error.ShouldContain("KP4903: '__ldcv'");
    }

    [Fact]
    public void NamesWithoutCounterpartAreListed()
    {
        _work.Migrate("#include <cuda_runtime.h>\nvoid f() { cudaLaunchKernelExC(0, 0, 0); cudaNobodyKnows(); }\n", "dcu", ExitCodes.Unsupported)
            .ShouldContain("cudaLaunchKernelExC(0, 0, 0); cudaNobodyKnows();");
        _work.Error.ShouldContain("program.cu(2,12): warning KP4902: 'cudaLaunchKernelExC'");
        _work.Error.ShouldContain("program.cu(2,42): warning KP4903: 'cudaNobodyKnows'");
    }

    [Fact]
    public void StrictMakesThemErrors()
    {
        _work.Migrate("void f() { cudaNobodyKnows(); }\n", "dcu", ExitCodes.BadInput, "--strict");
        _work.Error.ShouldContain("error KP4903");
    }

    [Fact]
    public void ArgumentsChangePlaces() =>
        _work.Migrate("#include <cuda_runtime.h>\nvoid f(void *a, void *b, cudaStream_t s) { cudaMemcpyAsync(a, b, 4, cudaMemcpyHostToDevice, s); }\n", "birensupa:br1xx")
            .ShouldContain("suMemcpyAsync(a, b, 4, s, suMemcpyHostToDevice)");

    [Fact]
    public void TheMainHeaderComesWithTheDialect()
    {
        _work.Migrate("// note\r\n__global__ void k() {}\r\n", "musa").ShouldBe("// note\r\n#include <musa_runtime.h>\r\n__global__ void k() {}\r\n");
        _work.Migrate("int main() { return 0; }\n", "musa").ShouldBe("int main() { return 0; }\n");
    }

    [Fact]
    public void HeadersOfTheTreeAreMigratedOnce()
    {
        _work.Write("in/a.cu", "#include \"lib/util.cuh\"\nvoid f(cudaStream_t s);\n");
        _work.Write("in/b.cu", "#include \"lib/util.cuh\"\n");
        _work.Write("in/lib/util.cuh", "#pragma once\n#include <cuda_fp16.h>\ncudaStream_t stream();\n");
        _work.Run("translate", _work.Path("in/a.cu"), _work.Path("in/b.cu"), "--target", "musa", "-o", _work.Path("out")).ShouldBe(ExitCodes.Done, _work.Error);
        _work.Read("out/musa/a.mu").ShouldBe("#include \"lib/util.muh\"\nvoid f(musaStream_t s);\n");
        _work.Read("out/musa/lib/util.muh").ShouldBe("#pragma once\n#include <musa_fp16.h>\nmusaStream_t stream();\n");
    }

    [Fact]
    public void MissingIncludesAreTolerated()
    {
        _work.Migrate("#include \"gone.h\"\n#include <cuda_runtime.h>\nvoid f(cudaStream_t s, Gone *g);\n__global__ void k(int *p) { *p = 1; }\n", "musa", ExitCodes.Done, "--report", _work.Path("r.json"));
        _work.Read("r.json").ShouldContain("\"status\": \"degraded\"");
        _work.Error.ShouldContain("KP1007");
    }

    [Fact]
    public void ComparisonsOfTheArchitectureAreAnsweredInCudasLevels() =>
        _work.Migrate("#include <cuda_runtime.h>\n#if defined(__CUDA_ARCH__) && 600 <= __CUDA_ARCH__\nint x;\n#endif\n", "dcu")
            .ShouldBe("#include <hip/hip_runtime.h>\n#if defined(__HIP_DEVICE_COMPILE__) && 600 <= (__HIP_DEVICE_COMPILE__ ? 600 : 0)\nint x;\n#endif\n");

    [Fact]
    public void HeadersOfALibrarysFolderFollowTheirFolder() =>
        _work.Migrate("#include <cuda_runtime.h>\n#include <cub/block/block_reduce.cuh>\n#include <thrust/sort.h>\n", "dcu")
            .ShouldBe("#include <hip/hip_runtime.h>\n#include <hipcub/block/block_reduce.hpp>\n#include <thrust/sort.h>\n");

    [Theory]
    [InlineData("#include <cuda/barrier>\n", "cuda/barrier", "dcu")]
    [InlineData("#include <thrust/sort.h>\n", "thrust/sort.h", "maca")]
    [InlineData("#include <cooperative_groups.h>\nnamespace cg = cooperative_groups;\n__global__ void k() { cg::this_grid().sync(); }\n", "this_grid", "musa")]
    public void WhatOnlyCudaHasIsListed(string text, string name, string target)
    {
        _work.Migrate(text, target, ExitCodes.Unsupported);
        _work.Error.ShouldContain($"KP4902: '{name}'");
    }

    [Fact]
    public void WhoAsksWhetherAHeaderIsThereAsksForTheTargets() =>
        _work.Migrate("#include <cuda_runtime.h>\n#if __has_include(<cuda_bf16.h>) && __has_include(\"mine.h\")\n#include <cuda_bf16.h>\n#endif\n", "dcu")
            .ShouldBe("#include <hip/hip_runtime.h>\n#if __has_include(<hip/hip_bf16.h>) && __has_include(\"mine.h\")\n#include <hip/hip_bf16.h>\n#endif\n");

    [Fact]
    public void CollectivesOverAWarpKeepTheirLanes() =>
        _work.Migrate("#include <cuda_runtime.h>\n#include <cub/cub.cuh>\ntypedef cub::WarpReduce<int> A; typedef cub::WarpScan<float, 16> B; typedef cub::WarpReduce<Pair<int, char>> C; typedef cub::WarpReduce<decltype(1 > 2)> D;\n", "dcu")
            .ShouldContain("typedef hipcub::WarpReduce<int, 32> A; typedef hipcub::WarpScan<float, 16> B; typedef hipcub::WarpReduce<Pair<int, char>, 32> C; typedef hipcub::WarpReduce<decltype(1 > 2), 32> D;");

    [Fact]
    public void AShimSaysWhatNoHeaderCanChange()
    {
        string source = _work.Write("in/program.cu", "#include <cub/cub.cuh>\ntypedef cub::WarpReduce<int> A;\n#if __CUDA_ARCH__ >= 600\n#endif\n");
        _work.Run("translate", source, "--target", "dcu", "--mode", "shim", "-o", _work.Path("out")).ShouldBe(ExitCodes.Unsupported);
        _work.Error.ShouldContain("program.cu(2,14): warning KP4901: 'WarpReduce' must be changed by hand");
        _work.Read("out/dcu/kernelport_shim.h").ShouldContain("#if defined(__HIP_DEVICE_COMPILE__) && !defined(__CUDA_ARCH__)\n#define __CUDA_ARCH__ 600\n#endif");
    }

    [Fact]
    public void WhereTheMaskIsIgnoredTheAnswerIsCutDownToIt() =>
        _work.Migrate("#include <cuda_runtime.h>\n__global__ void k(int *p, unsigned m) { p[0] = __all_sync(m, p[1]); p[2] = __any_sync(0xffffffffu, p[3]); }\n", "birensupa:br1xx")
            .ShouldContain("p[0] = ((__ballot_sync(m, !(p[1])) & (m)) == 0); p[2] = __any_sync(0xffffffffu, p[3]);");

    /// <summary>A vote by part of a wavefront is cut down to the lanes that the mask names.</summary>
    [Fact]
    public void AMaskOfSomeLanesStays() =>
        _work.Migrate("#include <cuda_runtime.h>\n__global__ void k(int *p, unsigned m) { p[0] = __any_sync(m, p[1]); p[2] = __ballot_sync(0xffu << 8, p[3]); }\n", "dcu")
            .ShouldContain("p[0] = (((unsigned)(__ballot(p[1]) >> (__lane_id() & 32) & (m))) != 0); p[2] = ((unsigned)(__ballot(p[3]) >> (__lane_id() & 32) & (0xffu << 8)));");

    [Theory]
    [InlineData("maca")]
    [InlineData("corex")]
    [InlineData("birensupa:br2xx")]
    public void AHeaderThatNoVendorHasGoesAlong(string target)
    {
        _work.Write("in/part/a.cu", "#include <cooperative_groups.h>\n__global__ void k(int *p) { *p = cooperative_groups::this_thread_block().size(); }\n");
        _work.Run("translate", _work.Path("in"), "--target", target, "-o", _work.Path("out")).ShouldBe(ExitCodes.Done, _work.Error);
        string folder = System.IO.Path.Combine("out", target.Replace(':', '-'));
        string migrated = Directory.EnumerateFiles(_work.Path(System.IO.Path.Combine(folder, "part"))).Single();
        File.ReadAllText(migrated).ShouldStartWith("#include \"../kernelport/cooperative_groups.h\"\n");
        _work.Has(System.IO.Path.Combine(folder, "kernelport", "cooperative_groups.h")).ShouldBeTrue();
        _work.Run("translate", _work.Path(folder), "--target", target, "-o", _work.Path("again")).ShouldBe(ExitCodes.Done, _work.Error);
        string header = System.IO.Path.Combine("kernelport", "cooperative_groups.h");
        _work.Read(System.IO.Path.Combine("again", target.Replace(':', '-'), header)).ShouldBe(_work.Read(System.IO.Path.Combine(folder, header)));
    }
}
