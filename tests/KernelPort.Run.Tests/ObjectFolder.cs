using System.Diagnostics;
using KernelPort.Cli;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Engines;
using KernelPort.Execution;

namespace KernelPort.Run.Tests;

/// <summary>A folder with a kernel, what <c>translate --target cpu</c> makes of it, and programs that are linked with that.</summary>
public sealed class ObjectFolder : IDisposable
{
    /// <summary>Everything a launch can be given: buffers of several types, numbers narrow and wide, a struct, a variable of file scope, dynamic shared memory.</summary>
    public const string Kernel = """
        // launch: rows<<<5, 64, 512>>>(in: float[300] = rand(7, -8, 8), out: double[5], flags: int[320], n: 300, range: {3, 0.25}, negate: true, small: -2, wide: 4294967296, tiny: 200)
        struct Range { int first; double scale; };
        __constant__ float weights[4] = {0.5f, 1.0f, 2.0f, 4.0f};
        __global__ void rows(const float* in, double* out, int* flags, int n, Range range, bool negate, short small, long long wide, unsigned char tiny) {
            extern __shared__ double part[];
            int t = threadIdx.x + threadIdx.y * blockDim.x, i = blockIdx.x * 64 + t;
            double x = i < n ? (double)rintf(in[i] * weights[i & 3]) : 0.0;
            part[t] = i >= range.first ? x * range.scale : 0.0;
            flags[i] = (int)(wide >> 30) + small + tiny + (i < n ? (int)x : -1);
            for (int d = 32; d > 0; d >>= 1) {
                __syncthreads();
                if (t < d) part[t] += part[t + d];
            }
            if (t == 0) out[blockIdx.x] = negate ? -part[0] : part[0];
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("kernelport-").FullName;

    public ObjectFolder() => File.WriteAllText(Path("rows.cu"), Kernel);

    public string Error { get; private set; } = "";

    public string Path(string name) => System.IO.Path.Combine(_folder, name);

    public string Made(string name) => Path("out/cpu/" + name);

    /// <summary>Translates the kernel, or other text.</summary>
    public int Translate(params string[] more) => Cli(["translate", Path("rows.cu"), "--target", "cpu", "-o", Path("out"), .. more]);

    public int Cli(params string[] arguments)
    {
        var errors = new StringWriter();
        using var output = new MemoryStream();
        int code = CommandLine.Run(arguments, new CommandContext(CommandContext.ForConsole().Backends, new MemoryStream(), output, errors));
        Error = errors.ToString();
        return code;
    }

    /// <summary>The kernel's buffers before its launch and after it, by the reference executor.</summary>
    public static (Func<string, byte[]> Before, IReadOnlyDictionary<string, byte[]> After) Reference()
    {
        var file = KernelFile.Load(new SourceText("rows.cu", Kernel), new CompilerOptions());
        var launch = file.Header.Launches[0];
        var run = ReferenceEngine.Run(file, file.Compilation.Module, launch, new ExecutionOptions());
        run.Problem.ShouldBe("");
        run.Findings.ShouldBeEmpty();
        return (n => launch.FindBuffer(n)!.CreateBytes(), run.Buffers);
    }

    /// <summary>Runs a program in the folder; what it says on failure is the message.</summary>
    public (int Code, string Output) Start(string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }

    /// <summary>Whether a tool is installed.</summary>
    public bool Has(string tool)
    {
        try
        {
            return Start(tool, ["--version"]).Code == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// <summary>Compiles and links; fails the test with what the tool says.</summary>
    public void Build(string tool, params string[] arguments)
    {
        var (code, output) = Start(tool, arguments);
        code.ShouldBe(0, output);
    }

    public void Dispose() => Directory.Delete(_folder, true);
}
