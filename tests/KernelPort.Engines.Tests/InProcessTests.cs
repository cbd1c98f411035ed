using System.Runtime.Intrinsics.X86;
using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;

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
}
