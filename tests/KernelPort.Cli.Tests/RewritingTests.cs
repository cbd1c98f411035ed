using KernelPort.Backends;
using KernelPort.Cli;
using KernelPort.Core;
using KernelPort.Cuda;
using KernelPort.Migration;

namespace KernelPort.Cli.Tests;

/// <summary>What migration writes in place of text that is no name: instructions, widths, forms of a call, headers of ours.</summary>
public sealed class RewritingTests : IDisposable
{
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    /// <summary>The codes of all that is said of a text, notes too, which the command line keeps for its report.</summary>
    private static List<string> Codes(string text, string target)
    {
        var tree = SourceTree.Read("/in", [new SourceText("/in/program.cu", text)], new ParseOptions());
        return [.. Migrator.Run(tree, BackendCatalogue.All.SelectMany(b => b.Targets).First(t => t.Name == target)).SelectMany(f => f.Diagnostics).Select(d => d.Code)];
    }

    private static string Asm(string statement) => $"#include <hip/hip_runtime.h>\n__global__ __launch_bounds__(64) void k(unsigned *p, unsigned long long *q) {{ {statement} }}\n";

    [Theory]
    [InlineData("asm(\"mov.u32 %0, %%tid.x;\" : \"=r\"(p[0]));", "p[0] = threadIdx.x;")]
    [InlineData("asm volatile (\"mov.u32 %0, %warpid;\" : \"=r\"(*p) : : \"memory\");", "(*p) = ((threadIdx.x + blockDim.x * (threadIdx.y + blockDim.y * threadIdx.z)) / 32);")]
    [InlineData("asm volatile(\"mov.u64 %0, %clock64;\" : \"=l\"(*q));", "(*q) = clock64();")]
    public void WhoReadsASpecialRegisterGetsAnAssignment(string statement, string written) => _work.Migrate(Asm(statement), "dcu").ShouldBe(Asm(written));

    [Theory]
    [InlineData("asm volatile(\"mov.u32 %0, %smid;\" : \"=r\"(p[0]));")]
    [InlineData("asm(\"mov.u32 %0, %1;\" : \"=r\"(p[0]) : \"r\"(p[1]));")]
    [InlineData("asm(\"{ mov.u32 %0, %laneid; }\" : \"=r\"(p[0]));")]
    [InlineData("asm(\"mov.u32 %0, %laneid;\" : \"+r\"(p[0]));")]
    [InlineData("asm(\"mov.u32 %0, %laneid;\" : \"=r\"(p[0])); p[1] = warpSize;")]
    public void OtherInstructionsStayAndAreTold(string statement)
    {
        _work.Migrate(Asm(statement), "dcu", ExitCodes.Unsupported).ShouldBe(Asm(statement));
        _work.Error.ShouldContain(": warning KP4001:");
    }

    [Fact]
    public void ATimerThatCountsTicksIsToldOf()
    {
        _work.Migrate(Asm("asm volatile(\"mov.u64 %0, %globaltimer;\" : \"=l\"(q[1]));"), "dcu").ShouldBe(Asm("q[1] = clock64();"));
        _work.Error.ShouldContain("warning KP4917");
    }

    [Fact]
    public void WhereNoClockIsKnownNoneIsMadeUp()
    {
        _work.Migrate("__global__ void k(unsigned long long *q) { asm volatile(\"mov.u64 %0, %globaltimer;\" : \"=l\"(q[1])); }\n", "birensupa:br1xx", ExitCodes.Unsupported).ShouldContain("%globaltimer");
        _work.Error.ShouldContain(": warning KP4001:");
    }

    [Theory]
    [InlineData("musa", "musa")]
    [InlineData("dcu", "hip")]
    [InlineData("corex", "cuda")]
    public void AFormOfACallFollowsItsArguments(string target, string prefix) =>
        _work.Migrate("#include <cuda_runtime.h>\nvoid f(cudaEvent_t *e) { cudaEventCreate(e); cudaEventCreate(e, 2); }\n#define MAKE cudaEventCreate\n", target)
            .ShouldContain($"{{ {prefix}EventCreate(e); {prefix}EventCreateWithFlags(e, 2); }}\n#define MAKE {prefix}EventCreate\n");

    [Fact]
    public void FlagsWithoutADefaultAreWritten() =>
        _work.Migrate("#include <cuda_runtime.h>\nvoid f(cudaEvent_t e, cudaStream_t s) { cudaStreamWaitEvent(s, e); cudaStreamWaitEvent(s, e, 0); }\n", "dcu")
            .ShouldContain("{ hipStreamWaitEvent(s, e, 0); hipStreamWaitEvent(s, e, 0); }");

    [Fact]
    public void EmptyBracesForAPairAreNamed() =>
        _work.Migrate("#include <cuda_fp16.h>\n__global__ void k(half2 *p) { half2 a = {}, b; float2 c; a = {}; c = {}; __half2 d; d = {}; p[0] = a; { int a; a = {}; } }\n", "dcu")
            .ShouldContain("{ half2 a = {}, b; float2 c; a = half2{}; c = {}; __half2 d; d = __half2{}; p[0] = a; { int a; a = {}; } }");

    [Theory]
    [InlineData("musa")]
    [InlineData("dcu")]
    [InlineData("birensupa:br1xx")]
    public void AProfilersMarksGoAlongAndAreSaidToDoNothing(string target)
    {
        const string Text = "#include <nvtx3/nvToolsExt.h>\nvoid f() { nvtxRangePush(\"f\"); nvtxRangePop(); }\n";
        _work.Migrate(Text, target).ShouldEndWith(Text.Replace("<nvtx3/nvToolsExt.h>", "\"kernelport/nvtx3/nvToolsExt.h\""));
        _work.Has($"out/{target.Replace(':', '-')}/kernelport/nvtx3/nvToolsExt.h").ShouldBeTrue();
        Codes(Text, BackendCatalogue.All.SelectMany(b => b.Targets).First(t => t.Name.StartsWith(target, StringComparison.Ordinal)).Name).ShouldBe(["KP4918"]);
    }

    [Fact]
    public void ANameThatAHeaderOfOursDeclaresBringsItAlong() =>
        _work.Migrate("#include <cuda_runtime.h>\n__global__ void k(long long *p, double d) { *p = __double_as_longlong(d); }\n", "birensupa:br2xx")
            .ShouldBe("#include \"kernelport/kernelport_bits.h\"\n#include <supa_runtime.h>\n__global__ void k(long long *p, double d) { *p = kernelport_double_as_longlong(d); }\n");

    private const string Rows = "#include <cuda_runtime.h>\n__global__ void k(int *p) { p[threadIdx.y * warpSize + threadIdx.x] = __shfl_sync(0xffffffff, 1, 0); }\nvoid f(int *p) { dim3 threads(32, 8); k<<<1, threads>>>(p); }\n";

    [Fact]
    public void RowsOfThirtyTwoThreadsKeepTheirNumber()
    {
        _work.Migrate(Rows, "maca").ShouldContain("p[threadIdx.y * 32 + threadIdx.x] = __shfl_sync(~0ull, 1, 0, 32);");
        Codes(Rows, "maca").ShouldContain("KP4919");
        Codes(Rows, "maca").ShouldNotContain("KP4016");
    }

    [Fact]
    public void TilesOfThirtyTwoThreadsKeepTheirNumber() =>
        _work.Migrate("#include <cooperative_groups.h>\nnamespace cg = cooperative_groups;\n__global__ void k(int *p) { auto t = cg::tiled_partition<32>(cg::this_thread_block()); if (t.thread_rank() == 0) p[threadIdx.x / warpSize] = 1; }\n", "maca")
            .ShouldContain("p[threadIdx.x / 32] = 1;");

    [Fact]
    public void WhoseHostAsksForTheWidthKeepsTheWord()
    {
        _work.Migrate(Rows + "int width(cudaDeviceProp *d) { return d->warpSize; }\n", "maca").ShouldContain("threadIdx.y * warpSize");
        _work.Error.ShouldContain("KP4016");
    }

    [Fact]
    public void WhereWarpsAreNoWiderTheWordStays() => _work.Migrate(Rows, "birensupa:br2xx").ShouldContain("threadIdx.y * warpSize");
}
