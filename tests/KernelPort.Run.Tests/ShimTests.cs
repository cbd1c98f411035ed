using System.Diagnostics;
using KernelPort.Cli;
using KernelPort.Twin;

namespace KernelPort.Run.Tests;

/// <summary>A program whose text nobody touched, with a target's compatibility header before it, on the target's twin.</summary>
public sealed class ShimTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kernelport-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (string program in new[] { "symbols.cu", "blas.cu", "launch_forms.cu", "errors.cu", "cub.cu", "warps.cu" })
        {
            foreach (string target in new[] { "musa", "dcu" }.Where(t => program == "warps.cu" || !ProgramFile.Read(program).Lacking.Split(' ').Contains(t)))
            {
                cases.Add(program, target);
            }
        }
        return cases;
    }

    /// <summary>Exchanges keep CUDA's 32 lanes on wider machines: what the header's macros for calls are for.</summary>
    private const string Warps = """
        // output: 2016 1 3 528
        #include <cuda_runtime.h>
        #include <cstdio>
        __global__ void k(int* out) {
          int t = threadIdx.x, v = t;
          for (int d = 16; d > 0; d >>= 1) v += __shfl_down_sync(0xffffffffu, v, d);
          if (t % 32 == 0) atomicAdd(out, v);
          unsigned votes = __ballot_sync(0xffffffffu, t == 32);
          if (t == 63) out[1] = votes;
          int from = __shfl_sync(0xffffffffu, t, 3, 8);
          if (t == 0) out[2] = from;
          int up = t % 32 + 1;
          for (int d = 1; d < 32; d <<= 1) { int o = __shfl_up_sync(0xffffffffu, up, d); if (t % 32 >= d) up += o; }
          __syncwarp();
          if (t == 63) out[3] = up;
        }
        int main() {
          int *d, h[4] = {};
          cudaMalloc((void**)&d, sizeof h);
          cudaMemcpy(d, h, sizeof h, cudaMemcpyHostToDevice);
          k<<<1, 64>>>(d);
          cudaMemcpy(h, d, sizeof h, cudaMemcpyDeviceToHost);
          printf("%d %d %d %d\n", h[0], h[1], h[2], h[3]);
        }
        """;

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_text_stays_and_runs(string name, string target)
    {
        string source = Path.Combine(_folder, "in", name);
        Directory.CreateDirectory(Path.GetDirectoryName(source)!);
        File.WriteAllText(source, name == "warps.cu" ? Warps : File.ReadAllText(ProgramFile.Read(name).Path));
        string before = File.ReadAllText(source);
        using var errors = new StringWriter();
        var context = new CommandContext(CommandContext.ForConsole().Backends, Stream.Null, Stream.Null, errors);
        CommandLine.Run(["translate", source, "--target", target, "--mode", "shim", "-o", Path.Combine(_folder, "out")], context).ShouldBeOneOf([ExitCodes.Done, ExitCodes.Unsupported], errors.ToString());
        string shim = Path.Combine(_folder, "out", target);
        File.ReadAllText(source).ShouldBe(before);
        Directory.EnumerateFiles(shim, name).ShouldBeEmpty();

        var runner = new TwinRunner(Path.Combine(Path.GetTempPath(), "kernelport-twins-" + Environment.UserName));
        if (!runner.HasCompiler)
        {
            Console.WriteLine("not run, because there is no C++ compiler");
            return;
        }
        // what "-include kernelport_shim.h" does
        string unit = Path.Combine(_folder, "in", "unit.cu");
        File.WriteAllText(unit, $"#include \"kernelport_shim.h\"\n#include \"{name}\"\n");
        var twin = TwinCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "twins"))[context.Backends.Single(b => b.Name == target).Targets[0].Name];
        var program = new ProgramBuild(runner).Compile(new ProgramRequest([unit], twin) { IncludeFolders = [shim] });
        program.Status.ShouldBe(TwinStatus.Done, program.Output);
        using var process = Process.Start(new ProcessStartInfo(program.Executable) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        output.ShouldBe(before.Split('\n')[0]["// output: ".Length..] + "\n");
    }
}
