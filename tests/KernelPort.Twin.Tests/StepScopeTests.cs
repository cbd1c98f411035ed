namespace KernelPort.Twin.Tests;

/// <summary>Lock step covers the kernels that may come to an exchange, and the whole program where names do not tell.</summary>
public class StepScopeTests
{
    private static readonly HashSet<string> KernelWords = ["__global__"];

    private const string Program = """
        #define FINISH(s, t) warpReduce(s, t)
        __device__ void warpReduce(volatile int* s, int t);
        __device__ void warpReduce(volatile int* s, int t) { s[t] += s[t + 16]; s[t] += s[t + 8]; }
        __device__ int square(int x) { return x * x; }
        template <class T> __device__ void finish(T* s, int t) { if (t < 32) warpReduce(s, t); }
        struct Sum { __device__ void operator()(int* s, int t) const { finish<int>(s, t); } };
        namespace inner {
        __global__ void direct(int* p) { __shared__ int s[64]; s[threadIdx.x] = p[threadIdx.x]; finish(s, threadIdx.x); }
        }
        __global__ void by_macro(int* p) { FINISH(p, threadIdx.x); }
        __global__ void by_class(int* p) { Sum()(p, threadIdx.x); }
        __global__ void plain(int* p) { p[threadIdx.x] = square(p[threadIdx.x]); }
        int main() { direct<<<1, 32>>>(0); plain<<<1, 32>>>(0); return 0; }
        """;

    private static StepScope Of(string text, string from) => StepScope.Of([from], [text], KernelWords);

    [Fact]
    public void Kernels_that_come_to_an_exchange_go_in_step_and_others_do_not()
    {
        var scope = Of(Program, "warpReduce");
        scope.IsWhole.ShouldBeFalse();
        foreach (string name in new[] { "warpReduce", "finish", "Sum", "direct", "by_macro", "by_class" })
        {
            scope.Covers(name).ShouldBeTrue(name);
        }
        scope.Covers("plain").ShouldBeFalse();
        scope.Covers("square").ShouldBeFalse();
    }

    [Fact]
    public void An_exchange_in_a_kernel_is_of_that_kernel_only()
    {
        var scope = Of(Program, "by_macro");
        scope.Covers("by_macro").ShouldBeTrue();
        scope.Covers("direct").ShouldBeFalse();
    }

    [Theory]
    [InlineData("void host() { run(Sum()); }")] // host code hands it to a kernel that does not name it
    [InlineData("auto chosen = &warpReduce;")]
    [InlineData("using Operation = Sum;")]
    [InlineData("struct Late : Sum { virtual void go() { finish(0, 0); } };")]
    [InlineData("__global__ void hidden(int* s) { auto f = [&](int t) { warpReduce(s, t); }; f(0); }")] // a function of its own, which the compiler would optimize
    public void Where_names_do_not_tell_it_is_the_whole_program(string line) => Of(Program + "\n" + line, "warpReduce").IsWhole.ShouldBeTrue();

    [Fact]
    public void A_place_is_in_the_function_around_it()
    {
        StepScope.Around(Program, [Program.IndexOf("s[t + 16]", StringComparison.Ordinal)], KernelWords).ShouldBe(["warpReduce"]);
        StepScope.Around(Program, [Program.IndexOf("FINISH(p", StringComparison.Ordinal)], KernelWords).ShouldBe(["by_macro"]);
        StepScope.Around(Program, [Program.IndexOf("namespace", StringComparison.Ordinal)], KernelWords).ShouldBeNull();
    }

    [Fact]
    public void Nothing_goes_in_step_without_an_exchange_and_all_where_it_is_not_known()
    {
        StepScope.Of([], [Program], KernelWords).IsEmpty.ShouldBeTrue();
        StepScope.Of(null, [Program], KernelWords).IsWhole.ShouldBeTrue();
    }
}
