namespace KernelPort.Twin.Tests;

/// <summary>The rewriter changes launches and dynamic shared arrays, nothing else, and keeps line numbers.</summary>
public class TwinSourceTests
{
    private static readonly TwinTarget Cuda = new("cuda", [], "cuda_runtime.h");

    private static string Rewrite(string text) => TwinSource.Rewrite(text, Cuda).Text;

    [Theory]
    [InlineData("k<<<1, 2>>>(a, b);", "kp::launch(kp::make_config(1, 2), k, a, b);")]
    [InlineData("k<<<g, b, n * 4, s>>>();", "kp::launch(kp::make_config(g, b, n * 4, s), k);")]
    [InlineData("ns::k<float, 3><<<dim3(1,2), 4>>>(f(x));", "kp::launch(kp::make_config(dim3(1,2), 4), ns::k<float, 3>, f(x));")]
    [InlineData("// k<<<1,1>>>()\n\"k<<<1,1>>>()\"", "// k<<<1,1>>>()\n\"k<<<1,1>>>()\"")]
    [InlineData("extern __shared__ float s[];", "KP_DYNAMIC_SHARED(float, s);")]
    [InlineData("extern __shared__ __align__(16) unsigned char raw[];", "KP_DYNAMIC_SHARED(unsigned char, raw);")]
    [InlineData("extern volatile __shared__ int t[][4];", "KP_DYNAMIC_SHARED(volatile int[4], t);")]
    [InlineData("extern int x; __noinline__ void f();", "extern int x; KP_NOINLINE void f();")]
    [InlineData("__attribute__((__noinline__)) void f();", "__attribute__((__noinline__)) void f();")]
    [InlineData("x = a << 3 >> (b < c);", "x = a << 3 >> (b < c);")]
    public void Text_becomes(string text, string expected) => Rewrite(text).ShouldBe(expected);

    [Fact]
    public void A_template_without_arguments_is_deduced() =>
        Rewrite("template <class T> __global__ void k(T* p) {}\nk<<<1, 1>>>(p);")
            .ShouldEndWith("kp::launch_deduced(kp::make_config(1, 1), [](auto... kp_a) { k(kp_a...); }, p);");

    [Fact]
    public void Launch_bounds_travel_with_the_launch() =>
        Rewrite("__global__ void __launch_bounds__(256, 2) k() {}\nk<<<1, 1>>>();").ShouldContain("kp::bounded(kp::make_config(1, 1), 256)");

    [Fact]
    public void Lines_stay_where_they_were()
    {
        const string text = "a;\nk<<<1,\n  2>>>(\n  x,\n  y);\nextern\n__shared__ float s[];\nend;";
        string after = Rewrite(text);
        after.Split('\n').Length.ShouldBe(text.Split('\n').Length);
        after.Split('\n')[^1].ShouldBe("end;");
    }
}
