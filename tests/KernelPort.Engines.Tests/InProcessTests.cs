using System.Runtime.Intrinsics.X86;
using System.Text;
using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Engines.Tests;

/// <summary>Every kernel test file on the engines that compile into this process.</summary>
public class InProcessTests
{
    public static TheoryData<string, string> Cells()
    {
        var data = new TheoryData<string, string>();
        foreach (var engine in BackendCatalogue.All.OfType<IInProcessEngine>())
        {
            foreach (string file in Places.KernelFiles())
            {
                data.Add(engine.EngineName, file);
            }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Answers_are_the_expected_ones(string engine, string file)
    {
        var kernel = KernelFile.Load(SourceText.Read(Path.Combine(Places.Root, file)), new CompilerOptions());
        var verdict = KernelTestRunner.RunInProcess(kernel, BackendCatalogue.All.OfType<IInProcessEngine>().First(e => e.EngineName == engine));
        if (verdict.Outcome != Outcome.NotRun)
        {
            verdict.Outcome.ShouldBe(Outcome.Passed, verdict.Detail);
        }
    }

    /// <summary>What vectors of each width have of their own: how elements are dealt out and in, rows at their edges, narrow numbers, warps in several vectors, functions.</summary>
    private static readonly string[] OfWidths =
    [
        "parallel/structs_in_vectors", "parallel/bytes_anywhere", "parallel/lane_addresses", "parallel/atomic_narrow_indices", "parallel/rows_apart", "parallel/block_sum", "parallel/warp_sum_down",
        "parallel/ballot_compact", "parallel/matmul_tiled", "numeric/float_math",
    ];

    public static TheoryData<string, string> Widths()
    {
        var data = new TheoryData<string, string>();
        foreach (string processor in new[] { "x86-64-v4", "x86-64-v3", "x86-64-v2" })
        {
            foreach (string file in Environment.GetEnvironmentVariable("KP_EVERY_CELL") == "1" ? Places.KernelFiles() : OfWidths.Select(f => $"tests/kernels/{f}.cu"))
            {
                data.Add(processor, file);
            }
        }
        return data;
    }

    /// <summary>Vectors of 512, 256 and 128 bits; KP_EVERY_CELL=1 takes all files.</summary>
    [Theory]
    [MemberData(nameof(Widths))]
    public void Vectors_of_any_width_give_the_same_answers(string processor, string file)
    {
        if (!(processor == "x86-64-v4" ? Avx512BW.VL.IsSupported : processor == "x86-64-v3" ? Avx2.IsSupported && Fma.IsSupported : Sse42.IsSupported))
        {
            Console.WriteLine($"not run, because this processor is less than {processor}");
            return;
        }
        var kernel = KernelFile.Load(SourceText.Read(Path.Combine(Places.Root, file)), new CompilerOptions());
        var verdict = KernelTestRunner.RunInProcess(kernel, new Backends.Cpu.Backend { ProcessorName = processor });
        if (verdict.Outcome != Outcome.NotRun)
        {
            verdict.Outcome.ShouldBe(Outcome.Passed, verdict.Detail);
        }
    }

    public static TheoryData<string> Files() => [.. Places.KernelFiles()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Stores_past_the_caches_give_the_same_answers(string file)
    {
        var kernel = KernelFile.Load(SourceText.Read(Path.Combine(Places.Root, file)), new CompilerOptions());
        var verdict = KernelTestRunner.RunInProcess(kernel, new Backends.Cpu.Backend { CacheBytes = 0 });
        if (verdict.Outcome != Outcome.NotRun)
        {
            verdict.Outcome.ShouldBe(Outcome.Passed, verdict.Detail);
        }
    }

    /// <summary>Rows of blocks that are odd, of one block, and whole, with edges in both blocks of a pair: what is one for a row of threads serves two blocks where vectors are as wide as a block.</summary>
    [Theory]
    [InlineData("x86-64-v4", 16)]
    [InlineData("x86-64-v3", 8)]
    [InlineData("x86-64-v2", 4)]
    public void Blocks_two_at_a_time_give_the_same_answers(string processor, int width)
    {
        if (!(processor == "x86-64-v4" ? Avx512BW.VL.IsSupported : processor == "x86-64-v3" ? Avx2.IsSupported && Fma.IsSupported : Sse42.IsSupported))
        {
            Console.WriteLine($"not run, because this processor is less than {processor}");
            return;
        }
        var text = new StringBuilder();
        foreach (int columns in new[] { (3 * width) - 1, width - 2, 4 * width, width + 1 })
        {
            text.Append(Build.Invariant($"// launch: product<<<({(columns + width - 1) / width},2), ({width},16)>>>(a: float[1080] = rand(1, -1, 1), b: float[{40 * columns}] = rand(2, -1, 1), "));
            text.Append(Build.Invariant($"c: float[{27 * columns}] = poison, m: 27, n: {columns}, k: 40)\n// tolerance: c abs 1e-5 contraction\n"));
        }
        text.Append("""
            __global__ void product(const float* __restrict__ a, const float* __restrict__ b, float* __restrict__ c, int m, int n, int k)
            {
                int x = blockIdx.x * blockDim.x + threadIdx.x, y = blockIdx.y * blockDim.y + threadIdx.y;
                if (x < n && y < m) {
                    float sum = 0;
                    for (int i = 0; i < k; i++) sum += a[y * k + i] * b[i * n + x];
                    c[y * n + x] = sum;
                }
            }
            """);
        var kernel = KernelFile.Load(new SourceText("pairs.cu", text.ToString()), new CompilerOptions());
        var verdict = KernelTestRunner.RunInProcess(kernel, new Backends.Cpu.Backend { ProcessorName = processor });
        verdict.Outcome.ShouldBe(Outcome.Passed, verdict.Detail);
    }
}
