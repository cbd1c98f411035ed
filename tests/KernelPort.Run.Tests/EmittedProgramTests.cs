using System.Text;
using KernelPort.Cli;

namespace KernelPort.Run.Tests;

/// <summary>Whole programs for machines whose kernels are written anew: the host's half and the kernels' texts as units of their own, in the machine's twin.</summary>
public class EmittedProgramTests
{
    private static readonly string[] Targets = ["cann:a2", "cann:950", "bang"];

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (string target in Targets)
        {
            foreach (string name in new[] { "beside_kernels.cu", "rows_of_threads.cu", Path.Combine("several", "main.cu"), Path.Combine("apart", "main.cu") })
            {
                cases.Add(name, target);
            }
        }
        cases.Add("textures.cu", "cann:950");
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_program_says_what_it_should(string name, string target)
    {
        var program = ProgramFile.Read(name);
        var (code, output, errors) = Run(["run", program.Path, .. program.With, "--target", target, "--quiet"]);
        if (Told(code, errors))
        {
            code.ShouldBe(program.Exit, errors);
            output.ShouldBe(program.Output + "\n");
        }
    }

    /// <summary>A size of blocks that no text was made for, a kernel that was refused: nothing is computed silently.</summary>
    [Theory]
    [InlineData("cann:a2", "blocks of this size", "__global__ void k(int* a) { a[threadIdx.x] = blockDim.x; }", "int n = argc > 5 ? 32 : 64; k<<<1, 32>>>(p); k<<<1, n>>>(p);", "--block", "32")]
    [InlineData("cann:950", "no text was made for it", "__global__ void k(int* a) { double x = *a; *a = int(x * 0.5); }", "k<<<1, 32>>>(p);")]
    [InlineData("cann:a2", "no text was made for it", "__global__ void k(int* a) { double x = *a; *a = int(x * 0.5); }", "int n = argc > 5 ? 32 : 64; k<<<1, n>>>(p);")]
    public void What_was_not_made_stops_the_program(string target, string why, string kernel, string launches, params string[] more)
    {
        string folder = Directory.CreateTempSubdirectory("kernelport-emitted-").FullName;
        try
        {
            string path = Path.Combine(folder, "p.cu");
            File.WriteAllText(path, kernel + "\n#include <cstdio>\nint main(int argc, char**) { int* p; cudaMalloc(&p, 256); " + launches + " puts(\"done\"); }\n");
            var (code, output, errors) = Run(["run", path, "--target", target, "--quiet", .. more]);
            if (Told(code, errors))
            {
                code.ShouldBe(1);
                errors.ShouldNotContain("KP5013");
                output.ShouldBe("");
                errors.ShouldContain("kernel k, blocks of (");
                errors.ShouldContain(why);
            }
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    /// <summary>Sizes that only the run knows: the program says which, its kernels are made for them, and it runs again.</summary>
    [Theory]
    [InlineData("cann:a2")]
    [InlineData("bang")]
    public void Kernels_are_made_for_the_blocks_that_a_run_launches(string target)
    {
        string folder = Directory.CreateTempSubdirectory("kernelport-emitted-").FullName;
        try
        {
            string path = Path.Combine(folder, "p.cu");
            File.WriteAllText(path, """
                #include <cstdio>
                template <class T> __global__ void scaled(T* a, T by) { a[threadIdx.x] = by * blockDim.x + threadIdx.x; }
                __global__ void turned(int* a, int* b) { __shared__ int s[64]; s[threadIdx.x] = a[threadIdx.x]; __syncthreads(); b[threadIdx.x] = s[blockDim.x - 1 - threadIdx.x]; }
                int main(int argc, char**)
                {
                    int *p, *q, h[64];
                    cudaMalloc(&p, 256);
                    cudaMalloc(&q, 256);
                    for (int n = 16 * argc; n <= 64; n *= 2) {
                        scaled<int><<<1, n>>>(p, 3);
                        turned<<<1, dim3(n, argc)>>>(p, q);
                        cudaMemcpy(h, q, n * sizeof(int), cudaMemcpyDeviceToHost);
                        printf("%d %d\n", h[0], h[n - 1]);
                    }
                }
                """);
            var (code, output, errors) = Run(["run", path, "--target", target]);
            if (Told(code, errors))
            {
                code.ShouldBe(0, errors);
                output.ShouldEndWith("63 48\n127 96\n255 192\n");
                errors.ShouldContain("KP5013: the kernel 'turned' was launched with blocks of (32, 1, 1)");
                errors.ShouldContain("KP5013: the kernel 'turned' was launched with blocks of (64, 1, 1)");
            }
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    [Fact]
    public void Of_a_broken_file_only_its_own_errors_are_told()
    {
        string path = Path.Combine(Path.GetTempPath(), "kernelport-broken-" + Guid.NewGuid().ToString("N") + ".cu");
        File.WriteAllText(path, "__global__ void k(int* a) { a[0] = 1;\nint main() { k<<<1, 1>>>(0); \n");
        try
        {
            var (code, _, errors) = Run(["run", path, "--target", "cann:a2"]);
            if (Told(code, errors))
            {
                code.ShouldBe(ExitCodes.BadInput);
                errors.ShouldContain("KP1101");
                errors.ShouldNotContain("KP5003");
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static bool Told(int code, string errors)
    {
        if (code != ExitCodes.MissingTool)
        {
            return true;
        }
        errors.ShouldContain("KP5002");
        Console.WriteLine("not run, because there is no C++ compiler");
        return false;
    }

    private static (int Code, string Output, string Errors) Run(string[] arguments)
    {
        using var output = new MemoryStream();
        var errors = new StringWriter();
        int code = CommandLine.Run(arguments, new CommandContext(CommandContext.ForConsole().Backends, Stream.Null, output, errors));
        return (code, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }
}
