using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Passes.Analyses;

namespace KernelPort.Passes.Tests;

/// <summary>Loops that only another thread can end are told from those that end by themselves.</summary>
public class WaitingLoopTests
{
    private const string Before = "__device__ volatile int flag; __device__ int plain, lock_word; __device__ int look() { return flag; } __device__ void nothing() {} ";

    [Theory]
    [InlineData("while (flag == 0) { }", true)]
    [InlineData("while (plain == 0) { }", true)]
    [InlineData("while (look() == 0) { __threadfence(); }", true)]
    [InlineData("int s; do { s = flag; } while (s < 8);", true)]
    [InlineData("while (atomicCAS(&lock_word, 0, 1) != 0) { }", true)]
    [InlineData("while (atomicAdd(&lock_word, 0) < 8) { nothing(); }", true)]
    [InlineData("for (int i = 0; i < n; i++) { while (((volatile int *)p)[i] == 0) { } p[i] = 1; }", true)]
    [InlineData("int old = *p, assumed; do { assumed = old; old = atomicCAS(p, assumed, assumed + n); } while (old != assumed);", false)]
    [InlineData("for (int done = 0; !done;) { if (atomicCAS(&lock_word, 0, 1) == 0) { plain += 1; __threadfence(); atomicExch(&lock_word, 0); done = 1; } }", false)]
    [InlineData("for (int i = 0; i < n; i++) p[i] += 1;", false)]
    [InlineData("int low = 0, high = n; while (low < high) { int m = (low + high) / 2; if (p[m] < 3) low = m + 1; else high = m; } p[0] = low;", false)]
    [InlineData("volatile int *v = p; for (int d = n; d > 0; d >>= 1) v[0] += v[d];", false)]
    public void A_loop_waits_or_does_not(string body, bool waits)
    {
        var compilation = Compiler.Compiler.Compile(new SourceText("waits.cu", $"{Before}__global__ void k(int* p, int n) {{ {body} }}"), new CompilerOptions());
        compilation.HasErrors.ShouldBeFalse();
        WaitingLoops.Any(compilation.Module, compilation.Module.Kernels.Single()).ShouldBe(waits);
    }
}
