using KernelPort.Launches;

namespace KernelPort.Twin.Tests;

/// <summary>The twin turns red for what it must catch; each text is a defect planted on purpose.</summary>
public class ViolationTests
{
    private static TwinRun Run(string text, string target = "cuda")
    {
        var header = LaunchHeader.Parse(text);
        header.Errors.ShouldBeEmpty();
        return Places.Runner.Run(text, "planted.cu", header, 0, Places.Targets[target]);
    }

    [Theory]
    [InlineData("TW001", "(a: int[8])", "<<<1, 8>>>", "int i = threadIdx.x; a[0] = a[i + 1];")]
    [InlineData("TW002", "(a: int[8])", "<<<1, 8>>>", "a[-1] = 2;")]
    [InlineData("TW001", "(a: int[8])", "<<<1, 8>>>", "a[-5000] = 2;")]
    [InlineData("TW002", "(a: unsigned char[5])", "<<<1, 6>>>", "((unsigned char*)a)[threadIdx.x] = 1;")]
    [InlineData("TW003", "(a: int[8])", "<<<1, 8, 32>>>", "extern __shared__ int s[]; s[threadIdx.x + 1] = 1;")]
    [InlineData("TW004", "(a: nullptr)", "<<<1, 1>>>", "*a = 1;")]
    [InlineData("TW010", "(a: int[8])", "<<<1, 8>>>", "if (threadIdx.x < 4) {\n __syncthreads();\n } else {\n __syncthreads(); }")]
    [InlineData("TW011", "(a: int[32])", "<<<1, 32>>>", "if (threadIdx.x < 4) __syncthreads(); else a[0] = __shfl_sync(0xffffffffu, a[0], 0);")]
    [InlineData("TW012", "(a: int[32])", "<<<1, 32>>>", "a[threadIdx.x] = __shfl_sync(0xffu, a[0], 0);")]
    [InlineData("TW013", "(a: int[32])", "<<<1, 1025>>>", "a[0] = 1;")]
    [InlineData("TW017", "(a: int[32])", "<<<1, 32>>>", "a[0] = __shfl_sync(0xffffffffu, a[0], 0, 33);")]
    [InlineData("TW020", "(a: int[8])", "<<<1, 8>>>", "assert(threadIdx.x < 7);")]
    [InlineData("TW021", "(a: int[8])", "<<<1, 8>>>", "if (threadIdx.x == 3) __trap();")]
    [InlineData("TW022", "(a: int[8])", "<<<1, 8>>>", "a[0] = 5 / a[threadIdx.x];")]
    [InlineData("TW030", "(a: int[8])", "<<<1, 1>>>", "volatile int big[250000]; big[0] = 1; a[0] = big[0];")]
    public void A_planted_defect_is_reported(string code, string arguments, string shape, string body)
    {
        if (!Places.CanRun(code))
        {
            return;
        }
        var run = Run($"// launch: k{shape}{arguments}\n__global__ void k(int* a) {{ {body} }}\n");
        run.Status.ShouldBe(TwinStatus.Violation, run.Errors);
        run.Errors.ShouldContain($"kp-twin: error {code}: ");
    }

    [Theory]
    [InlineData("birensupa:br1xx", "TW018", "<<<1, 32>>>", "a[threadIdx.x] = __shfl_sync(0xffffffffu, a[0], (int)threadIdx.x ^ 1);")]
    [InlineData("birensupa:br1xx", "TW013", "<<<1, (1,1,33)>>>", "a[0] = 1;")]
    [InlineData("birensupa:br1xx", "TW013", "<<<1, 1, 32769>>>", "a[0] = 1;")]
    [InlineData("birensupa:br1xx", "TW042", "<<<1, 1>>>", "__shared__ unsigned long long s; s = 0; atomicAdd(&s, 1ull);")]
    [InlineData("dcu", "TW013", "<<<1, 257>>>", "a[0] = 1;")]
    [InlineData("dcu", "TW013", "<<<1, 1, 65537>>>", "a[0] = 1;")]
    [InlineData("cann:950", "TW013", "<<<1, 1025>>>", "a[0] = 1;")]
    [InlineData("cann:950", "TW013", "<<<(256,256), 1>>>", "a[0] = 1;")]
    public void A_limit_of_a_target_is_kept(string target, string code, string shape, string body)
    {
        if (!Places.CanRun(target))
        {
            return;
        }
        var run = Run($"// launch: k{shape}(a: int[32])\n__global__ void k(int* a) {{ {body} }}\n", target);
        run.Status.ShouldBe(TwinStatus.Violation, run.Errors);
        run.Errors.ShouldContain($"error {code}: ");
    }

    [Fact]
    public void Unwritten_shared_memory_is_poisoned_in_every_block()
    {
        if (!Places.CanRun("poison"))
        {
            return;
        }
        var run = Run("// launch: k<<<2, 1>>>(a: unsigned[2])\n__global__ void k(unsigned* a) { __shared__ unsigned s[4]; a[blockIdx.x] = s[2]; s[2] = 7; }\n");
        run.Find("a").ShouldBe(Enumerable.Repeat(BufferSpec.PoisonByte, 8).ToArray());
    }

    [Fact]
    public void Threads_that_left_count_at_a_barrier()
    {
        if (!Places.CanRun("exited"))
        {
            return;
        }
        var run = Run("// launch: k<<<1, 64>>>(a: int[64])\n__global__ void k(int* a) { if (threadIdx.x >= 40) return; a[threadIdx.x] = 1; __syncthreads(); a[threadIdx.x] += a[39 - threadIdx.x]; }\n");
        run.Status.ShouldBe(TwinStatus.Done, run.Errors);
    }

    [Fact]
    public void A_missing_compiler_is_a_result()
    {
        var runner = new TwinRunner(Path.Combine(Places.Root, "artifacts", "twin-cache"), "no-such-compiler");
        runner.HasCompiler.ShouldBeFalse();
        var program = runner.Compile("int main() {}", Places.Targets["cuda"], []);
        program.Status.ShouldBe(TwinStatus.CompilerMissing);
        program.Output.ShouldStartWith("not run, because");
    }
}
