using System.Runtime.Intrinsics.X86;
using System.Text;
using KernelPort.Cli;

namespace KernelPort.Run.Tests;

/// <summary>Whole programs whose kernels an engine compiles while they run: the same words and exit codes, and a verdict that names each kernel that ran in the twin.</summary>
public sealed class EngineTests : IDisposable
{
    /// <summary>Instances that no launch of the text shows, names in namespaces, values of every kind, variables of file scope, arguments by address.</summary>
    private const string Instances = """
        #include <cstdio>
        namespace ns {
        __constant__ float factor[2];
        __device__ int launches;
        enum Mode { Plain, Squared };
        template <class T> struct Pair { T first; char second; };
        template <class T, unsigned N, Mode M, bool Up> __global__ void fill(T* p, Pair<T> v, const short* __restrict__ add, unsigned char unused) {
          int i = blockIdx.x * N + threadIdx.x;
          T x = v.first + v.second + add[i] + T(factor[i & 1]);
          p[i] = (M == Squared ? x * x : x) + (Up ? 1 : 0);
          if (i == 0) atomicAdd(&launches, 1);
        }
        }
        namespace { __global__ void twice(int* p) { p[threadIdx.x + blockIdx.x * blockDim.x] *= 2; } }
        template <class K> void go(K kernel, int blocks, int threads, void** arguments) { cudaLaunchKernel((void*)kernel, blocks, threads, arguments, 0, 0); }
        template <class T, ns::Mode M> void run(T first) {
          T *p, h[64]; short *a, ha[64]; unsigned char u = 1;
          for (int i = 0; i < 64; i++) ha[i] = i;
          cudaMalloc(&p, sizeof h); cudaMalloc(&a, sizeof ha);
          cudaMemcpy(a, ha, sizeof ha, cudaMemcpyHostToDevice);
          ns::Pair<T> v{first, 3};
          void* arguments[] = {&p, &v, &a, &u};
          go(ns::fill<T, 32u, M, true>, 2, 32, arguments);
          cudaMemcpy(h, p, sizeof h, cudaMemcpyDeviceToHost);
          T sum = 0;
          for (T x : h) sum += x;
          printf("%g ", double(sum));
        }
        int main() {
          float f[2] = {0.5f, 2.0f};
          cudaMemcpyToSymbol(ns::factor, f, sizeof f);
          run<float, ns::Plain>(1.0f);
          run<long long, ns::Squared>(5);
          int *p, h[64], n;
          cudaMalloc(&p, sizeof h);
          for (int i = 0; i < 64; i++) h[i] = i;
          cudaMemcpy(p, h, sizeof h, cudaMemcpyHostToDevice);
          twice<<<1, 64>>>(p);
          twice<<<2, 16>>>(p);
          cudaMemcpy(h, p, sizeof h, cudaMemcpyDeviceToHost);
          cudaMemcpyFromSymbol(&n, ns::launches, sizeof n);
          printf("%d %d %d\n", h[31], h[63], n);
        }
        """;

    /// <summary>What is left of a product when its rounded value is taken away: nothing, unless product and sum are rounded once.</summary>
    private const string Contracted = """
        #include <cstdio>
        __global__ void rest(float* p, float y) { p[0] = p[0] * p[0] - y; }
        int main() {
          float *p, x = 1.0f + 1.0f / 4096 / 2, y = x * x;
          cudaMalloc(&p, sizeof x);
          cudaMemcpy(p, &x, sizeof x, cudaMemcpyHostToDevice);
          rest<<<1, 1>>>(p, y);
          cudaMemcpy(&x, p, sizeof x, cudaMemcpyDeviceToHost);
          printf("%s\n", x == 0 ? "rounded twice" : "rounded once");
        }
        """;

    private const string Printing = """
        #include <cooperative_groups.h>
        #include <cstdio>
        #include <cstring>
        namespace cg = cooperative_groups;
        __global__ void odd(int* n) {
          int i = blockIdx.x * blockDim.x + threadIdx.x;
          if (i & 1) printf("%d: é %.2f\n", i, i * 0.5);
          atomicAdd(n, i);
        }
        __global__ void stop(int* n) { if (*n == 0) __trap(); }
        __global__ void meet(int* n) { cg::this_grid().sync(); *n = 1; }
        int main(int argc, char** argv) {
          int *p, n = 0;
          cudaMalloc(&p, sizeof n);
          cudaMemcpy(p, &n, sizeof n, cudaMemcpyHostToDevice);
          printf("first\n");
          if (argc > 1 && !strcmp(argv[1], "trap")) stop<<<1, 32>>>(p);
          else if (argc > 1) meet<<<2, 32>>>(p);
          else odd<<<2, 2>>>(p);
          cudaDeviceSynchronize();
          cudaMemcpy(&n, p, sizeof n, cudaMemcpyDeviceToHost);
          printf("then %d\n", n);
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("kernelport-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    // How many of the launched kernels LLVM takes. The others are named, with why.
    [Theory]
    [InlineData("symbols.cu", "1 of 1")]
    [InlineData("complex.cu", "1 of 1")]
    [InlineData("cub.cu", "1 of 1")]
    [InlineData("graph.cu", "1 of 1")]
    [InlineData("graph_update.cu", "1 of 1")]
    [InlineData("groups.cu", "2 of 2")]
    [InlineData("inline_ptx.cu", "1 of 1")]
    [InlineData("launch_forms.cu", "2 of 3", "lambda")]
    [InlineData("system_atomics.cu", "1 of 1")]
    [InlineData("fp8.cu", "2 of 2")]
    [InlineData("wmma.cu", "6 of 6")]
    [InlineData("block_lock.cu", "0 of 2", "'add'", "'meet'", "wait for others")]
    [InlineData("waiting_blocks.cu", "1 of 2", "'wait_for_last'", "wait for others")]
    [InlineData("warp_tail.cu", "0 of 3", "'reduce'", "'scan'", "'skipping'", "going in step")]
    [InlineData("textures.cu", "2 of 2")]
    [InlineData("several/main.cu", "1 of 1")]
    [InlineData("apart/main.cu", "1 of 1")]
    public void A_program_says_what_it_should_and_the_verdict_who_ran_its_kernels(string name, string counts, params string[] inTwin) => Runs(name, "llvm", counts, inTwin);

    // The same with kernels in a .NET that the program starts.
    [Theory]
    [InlineData("symbols.cu", "1 of 1")]
    [InlineData("complex.cu", "1 of 1")]
    [InlineData("cub.cu", "1 of 1")]
    [InlineData("graph.cu", "1 of 1")]
    [InlineData("graph_update.cu", "1 of 1")]
    [InlineData("groups.cu", "2 of 2")]
    [InlineData("active_lanes.cu", "1 of 1")]
    [InlineData("inline_ptx.cu", "1 of 1")]
    [InlineData("launch_forms.cu", "2 of 3", "lambda")]
    [InlineData("system_atomics.cu", "1 of 1")]
    [InlineData("fp8.cu", "2 of 2")]
    [InlineData("wmma.cu", "6 of 6")]
    [InlineData("waiting_blocks.cu", "1 of 2", "'wait_for_last'", "wait for others")]
    [InlineData("warp_tail.cu", "0 of 3", "'reduce'", "'scan'", "'skipping'", "going in step")]
    [InlineData("textures.cu", "2 of 2")]
    [InlineData("several/main.cu", "1 of 1")]
    [InlineData("apart/main.cu", "1 of 1")]
    public void In_the_same_words_with_kernels_in_dotnet(string name, string counts, params string[] inTwin) => Runs(name, "csharp", counts, inTwin);

    private static void Runs(string name, string engine, string counts, string[] inTwin)
    {
        var program = ProgramFile.Read(name);
        var (code, output, errors) = Run(["run", program.Path, .. program.With, "--engine", engine, "--time-limit", "120"]);
        code.ShouldBe(program.Exit, errors);
        output.ShouldBe(program.Output + "\n", errors);
        errors.ShouldContain($"KP5021: {counts} kernels that were launched ran on engine {engine}");
        foreach (string word in inTwin)
        {
            errors.Split('\n').Where(l => l.Contains("KP5020", StringComparison.Ordinal)).ShouldContain(l => l.Contains(word, StringComparison.Ordinal), word);
        }
    }

    [Theory]
    [InlineData("llvm")]
    [InlineData("csharp")]
    public void Instances_are_those_the_program_asks_for(string engine)
    {
        string expected = Run(["run", Write(Instances)]).Output;
        expected.ShouldBe("2416 127008 124 126 2\n");
        var (code, output, errors) = Run(["run", Write(Instances), "--engine", engine]);
        code.ShouldBe(0, errors);
        output.ShouldBe(expected);
        errors.ShouldContain("KP5021: 3 of 3");
    }

    [Fact]
    public void Another_machine_than_the_twin_really_runs_the_kernels()
    {
        Run(["run", Write(Contracted)]).Output.ShouldBe("rounded twice\n");
        Run(["run", Write(Contracted), "--engine", "llvm"]).Output.ShouldBe(Fma.IsSupported ? "rounded once\n" : "rounded twice\n");
    }

    /// <summary>Between the program's own words, byte by byte; a block's text is whole; a trap ends the program, a grid's barrier waits for all.</summary>
    [Theory]
    [InlineData("llvm")]
    [InlineData("csharp")]
    public void What_kernels_print_stands_where_the_program_waits_for_it(string engine)
    {
        Run(["run", Write(Printing), "--engine", engine, "--quiet"]).ShouldBe((0, "first\n1: \u00c3\u00a9 0.50\n3: \u00c3\u00a9 1.50\nthen 6\n", ""));
        var (code, output, errors) = Run(["run", Write(Printing), "--engine", engine, "--", "trap"]);
        (code, output).ShouldBe((ExitCodes.CheckFailed, "first\n"), errors);
        errors.ShouldContain("trap");
        (code, output, errors) = Run(["run", Write(Printing), "--engine", engine, "--", "apart"]);
        (code, output).ShouldBe((ExitCodes.CheckFailed, "first\n"), errors);
        errors.ShouldContain("not cooperative");
    }

    [Fact]
    public void Under_strict_a_kernel_in_the_twin_is_a_failure()
    {
        string path = ProgramFile.Read("waiting_blocks.cu").Path;
        Run(["run", path, "--engine", "llvm", "--quiet"]).ShouldBe((0, "0 1 2 3 4 5 6 7 sum 6400\n", ""));
        var (code, _, errors) = Run(["run", path, "--engine", "llvm", "--strict"]);
        code.ShouldBe(ExitCodes.BadInput);
        errors.ShouldContain("KP5020");
    }

    [Theory]
    [InlineData("--engine", "llvm", "--target", "musa")]
    [InlineData("--engine", "llvm", "--warp", "64")]
    [InlineData("--engine", "csharp", "--target", "musa")]
    [InlineData("--engine", "nothing")]
    public void A_wrong_command_line_is_told(params string[] options) =>
        Run(["run", ProgramFile.Read("symbols.cu").Path, .. options]).Code.ShouldBe(ExitCodes.BadCommandLine);

    private string Write(string text)
    {
        string path = Path.Combine(_folder, "program.cu");
        File.WriteAllText(path, text);
        return path;
    }

    private static (int Code, string Output, string Errors) Run(string[] arguments)
    {
        using var output = new MemoryStream();
        var errors = new StringWriter();
        int code = CommandLine.Run(arguments, new CommandContext(CommandContext.ForConsole().Backends, new MemoryStream(), output, errors));
        return (code, Encoding.Latin1.GetString(output.ToArray()), errors.ToString());
    }
}
