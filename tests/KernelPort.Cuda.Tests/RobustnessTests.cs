using System.Diagnostics;
using KernelPort.Core;

namespace KernelPort.Cuda.Tests;

/// <summary>Whatever the text: a clear diagnostic, in seconds, no crash.</summary>
public class RobustnessTests
{
    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static string Kernel(string body) => "__global__ void k(int *x) { " + body + " }";

    public static TheoryData<string, string> Hostile => new()
    {
        { Kernel("int a = " + Repeat("(", 100_000) + "1" + Repeat(")", 100_000) + ";"), "KP1104" },
        { Kernel("int a = " + Repeat("(", 5000) + ";"), "KP1104" },
        { Kernel(Repeat("{", 1000)), "KP1101" },
        { Kernel("int a = f(1;"), "KP1103" },
        { "__global__ void k() { } }", "KP1102" },
        { Kernel("/* never closed"), "KP1001" },
        { Kernel("x[0] = \"open;\n"), "KP1002" },
        { Kernel("R\"(open"), "KP1002" },
        { "#include \"main.cu\"\n", "KP1008" },
        { Bomb(), "KP101" },
        { "#define f(x) x\n" + Repeat("f(", 20_000) + Repeat(")", 20_000), "KP1" },
        { "#if " + Repeat("(", 200_000) + "1\n#endif", "KP1006" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void IsReported(string text, string code)
    {
        var bag = new DiagnosticBag();
        var watch = Stopwatch.StartNew();
        Front.Parse(text, bag, ("main.cu", text));
        watch.Elapsed.TotalSeconds.ShouldBeLessThan(30);
        bag.Ordered().ShouldContain(d => d.Code.StartsWith(code, StringComparison.Ordinal));
        bag.Count.ShouldBeLessThan(60);
    }

    public static TheoryData<string> Deep =>
    [
        Kernel("int a = " + Repeat("!", 20_000) + "1;"),
        Kernel("int a = 1" + Repeat("+1", 100_000) + ";"),
        Kernel("int a; " + Repeat("a=", 10_000) + "1;"),
        Kernel("int a = " + Repeat("1?2:", 10_000) + "3;"),
        Kernel("int a=0;" + Repeat("if(a==1)a=2; else ", 5_000) + "a=3;"),
        Kernel("A" + Repeat("<A", 500) + Repeat(">", 500) + " x;"),
        Kernel(Repeat("{", 1900) + Repeat("}", 1900)),
        "int x[] = {" + Repeat("1,", 100_000) + "2};",
    ];

    [Theory]
    [InlineData("st")]
    [InlineData("ld. %0, [%1];")]
    [InlineData("fldcw %0")]
    public void SurvivesAssemblyOfOtherMachines(string text) => Should.NotThrow(() => Front.Parse(Kernel($"asm(\"{text}\" : : \"m\"(x));")));

    [Theory]
    [MemberData(nameof(Deep))]
    public void SurvivesDepth(string text) => Should.NotThrow(() => Front.Parse(text));

    [Fact]
    public void SurvivesRandomBytes()
    {
        var random = new Random(1);
        for (int round = 0; round < 20; round++)
        {
            string text = string.Concat(Enumerable.Range(0, 20_000).Select(_ => (char)random.Next(256)));
            Should.NotThrow(() => Front.Parse(text));
        }
    }

    [Fact]
    public void SurvivesRandomTokens()
    {
        string[] words = "template < > class T typename :: ( ) { } [ ] ; , int x y __global__ void = + - * & <<< >>> operator struct enum using namespace new sizeof if for return ~ : ? \" ' # \n #define #if #endif 1 2.0f".Split(' ');
        var random = new Random(2);
        for (int round = 0; round < 300; round++)
        {
            string text = string.Join(' ', Enumerable.Range(0, 200).Select(_ => words[random.Next(words.Length)]));
            Should.NotThrow(() => Front.Parse(text), text);
        }
    }

    [Fact]
    public void SurvivesTruncation()
    {
        const string Whole = """
            #define SQ(x) ((x) * (x))
            template <typename T, int N> struct Tile { T data[N][N + 1]; __device__ T &at(int i) { return data[i / N][i % N]; } };
            template <class T> __global__ void __launch_bounds__(256) k(const T *__restrict__ in, T *out, int n) {
                extern __shared__ char raw[];
                Tile<T, 16> *t = reinterpret_cast<Tile<T, 16> *>(raw);
                #pragma unroll 4
                for (int i = threadIdx.x; i < n; i += blockDim.x) out[i] = SQ(in[i]) + (t->at(i) >> 2);
            }
            int main() { k<float><<<dim3(1), 256, 0, 0>>>(nullptr, nullptr, 3); return 0; }
            """;
        for (int length = 0; length < Whole.Length; length += 3)
        {
            Should.NotThrow(() => Front.Parse(Whole[..length]), Whole[..length]);
        }
    }

    private static string Bomb()
    {
        var text = new System.Text.StringBuilder("#define A0 x x\n");
        for (int i = 1; i < 40; i++)
        {
            text.Append($"#define A{i} A{i - 1} A{i - 1}\n");
        }
        return text.Append("A39\n").ToString();
    }
}
