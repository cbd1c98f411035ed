using System.Runtime.InteropServices;
using KernelPort.Cli;
using KernelPort.Engines;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Execution;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KernelPort.Run.Tests;

/// <summary>What <c>translate --target csharp</c> writes, compiled into a .NET program and launched there, gives the reference executor's answers. The program checks
/// its arithmetic, as a project may.</summary>
public sealed class CSharpTextTests : IDisposable
{
    private const string Kernel = """
        // launch: sums<<<5, 64>>>(in: float[300] = rand(7, -8, 8), out: float[5], flags: int[320], n: 300, range: {3, 0.25, 1, 2, 3, 4, 7}, negate: true, small: -2)
        // launch: each<<<2, (4,8)>>>(in: int[64] = rand(3, -100, 100), y: int[64] = poison)
        struct alignas(16) Quad { float v[4]; };
        struct Range { int first; float scale; Quad quad; int shift; };
        __constant__ float weights[2][2] = {{0.5f, 1.0f}, {2.0f, 4.0f}};
        __global__ void sums(const float* in, float* out, int* flags, int n, Range range, bool negate, short small) {
            __shared__ float part[64];
            int t = threadIdx.x, i = blockIdx.x * 64 + t;
            float x = i < n ? rintf(in[i] * weights[i & 1][t & 1]) : 0.0f;
            part[t] = i >= range.first ? x * range.scale * range.quad.v[t & 3] : 0.0f;
            flags[i] = small + range.shift + (i < n ? (int)x : -1);
            for (int d = 32; d > 0; d >>= 1) {
                __syncthreads();
                if (t < d) part[t] += part[t + d];
            }
            if (t == 0) out[blockIdx.x] = negate ? -part[0] : part[0];
        }
        __global__ void each(const int* in, int* y) {
            int BlockX = blockIdx.x * blockDim.y, FindFirstSet = 3;
            int i = (BlockX + threadIdx.y) * blockDim.x + threadIdx.x;
            y[i] = __ffs(in[i]) * FindFirstSet - (int)threadIdx.y + (int)__brev(blockIdx.x + i);
        }
        """;

    private const string Program = """
        public static unsafe class Program
        {
            public static void Sums(byte[] x, byte[] y, byte[] flags)
            {
                var range = new TwoKernels.Range { first = 3, scale = 0.25f, shift = 7 };
                for (int i = 0; i < 4; i++) range.quad.v[i] = i + 1;
                fixed (byte* p = x, q = y, f = flags) TwoKernels.sums((5, 1, 1), (float*)p, (float*)q, (int*)f, 300, range, true, -2);
            }
            public static void Each(byte[] x, byte[] y)
            {
                fixed (byte* p = x, q = y) TwoKernels.each((2, 1, 1), (4, 8, 1), (int*)p, (int*)q);
            }
        }
        """;

    private readonly ObjectFolder _work = new();

    public void Dispose() => _work.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_program_launches_what_threads_do_and_what_blocks_do(int processors)
    {
        File.WriteAllText(_work.Path("two.cu"), Kernel);
        _work.Cli("translate", _work.Path("two.cu"), "--target", "csharp", "--block", "64", "-o", _work.Path("out")).ShouldBe(ExitCodes.Done, _work.Error);
        var program = Compiled(File.ReadAllText(_work.Path("out/csharp/two.cs")));
        program.GetType("TwoKernels")!.GetField("Processors")!.SetValue(null, processors);
        var file = KernelFile.Load(new SourceText("two.cu", Kernel), new CompilerOptions());
        var type = program.GetType("Program")!;
        Check(file, 0, (inputs, outputs) => type.GetMethod("Sums")!.Invoke(null, [inputs["in"], outputs["out"], outputs["flags"]]));
        Check(file, 1, (inputs, outputs) => type.GetMethod("Each")!.Invoke(null, [inputs["in"], outputs["y"]]));
    }

    [Fact]
    public void What_blocks_do_needs_their_size()
    {
        File.WriteAllText(_work.Path("two.cu"), Kernel.Replace("// launch", "// not", StringComparison.Ordinal));
        _work.Cli("translate", _work.Path("two.cu"), "--target", "csharp", "-o", _work.Path("out")).ShouldBe(ExitCodes.Unsupported);
        _work.Error.ShouldContain("KP2951");
        File.ReadAllText(_work.Path("out/csharp/two.cs")).ShouldContain("public static void each(");
    }

    /// <summary>Each buffer that a launch writes, against the executor's.</summary>
    private static void Check(KernelFile file, int index, Action<Dictionary<string, byte[]>, Dictionary<string, byte[]>> launch)
    {
        var header = file.Header.Launches[index];
        var expected = ReferenceEngine.Run(file, file.Compilation.Module, header, new ExecutionOptions());
        expected.Problem.ShouldBe("");
        var inputs = header.Buffers.ToDictionary(b => b.Name, b => b.Spec.CreateBytes());
        var outputs = expected.Buffers.ToDictionary(b => b.Key, b => new byte[b.Value.Length]);
        launch(inputs, outputs);
        foreach (var (name, bytes) in outputs.Where(o => o.Key != "in"))
        {
            MemoryMarshal.Cast<byte, int>(bytes).ToArray().ShouldBe(MemoryMarshal.Cast<byte, int>(expected.Buffers[name]).ToArray(), name);
        }
    }

    private static System.Reflection.Assembly Compiled(string text)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p));
        var compilation = CSharpCompilation.Create("two", [CSharpSyntaxTree.ParseText(text), CSharpSyntaxTree.ParseText(Program)], references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, checkOverflow: true));
        using var image = new MemoryStream();
        compilation.Emit(image).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        return System.Reflection.Assembly.Load(image.ToArray());
    }
}
