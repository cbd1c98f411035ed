using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Execution;

namespace KernelPort.Engines.Tests;

/// <summary>Kernels that depend on a warp's width or on the schedule: the table must show it where their first line says, and nowhere before; their right
/// forms pass in every cell.</summary>
public class OrderTests
{
    private static readonly string Folder = Path.Combine(Places.Root, "tests", "widths");
    private static readonly OrderPlan Widths = new([32, 64, 128], Schedule.LockStep, 0, 1);
    private static readonly OrderPlan Schedules = new([32], Schedule.LockStep, 8, 1);

    public static TheoryData<string> Files() => Names(Folder);

    public static TheoryData<string> FixedFiles() => Names(Path.Combine(Folder, "fixed"));

    private static TheoryData<string> Names(string folder) => [.. Directory.EnumerateFiles(folder, "*.cu").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    private static KernelFile Load(string path)
    {
        var file = KernelFile.Load(SourceText.Read(path), new CompilerOptions());
        file.Header.Errors.ShouldBeEmpty();
        file.Compilation.HasErrors.ShouldBeFalse();
        return file;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_table_shows_a_planted_dependence(string name)
    {
        var file = Load(Path.Combine(Folder, name));
        string shows = file.Source.Text.Split('\n')[0];
        shows.ShouldStartWith("// note: shows ");
        var wanted = shows["// note: shows ".Length..].Split(',', StringSplitOptions.TrimEntries).Select(w => w.Split(' ')).ToDictionary(w => w[0], w => w[1]);
        foreach (var cell in KernelTestRunner.RunOrders(file, Widths).Cells)
        {
            string key = cell.Warp.ToString(System.Globalization.CultureInfo.InvariantCulture);
            Judge(cell, wanted.GetValueOrDefault(key));
        }
        if (wanted.TryGetValue("schedules", out string? code))
        {
            var cells = KernelTestRunner.RunOrders(file, Schedules).Cells;
            cells[0].Detail.ShouldBeEmpty();
            var bad = cells.Where(c => !c.Passed).ToList();
            bad.ShouldNotBeEmpty();
            bad.ShouldAllBe(c => c.Codes.Contains(code));
            // replay: the seed alone gives the same cell again
            var again = KernelTestRunner.RunOrders(file, Schedules with { Count = 1, Seed = bad[0].Seed!.Value }).Cells[1];
            again.ShouldBe(bad[0]);
        }
    }

    private static void Judge(OrderCell cell, string? code)
    {
        if (code is null)
        {
            cell.Detail.ShouldBeEmpty();
            cell.Codes.ShouldBeEmpty();
            return;
        }
        cell.Passed.ShouldBeFalse($"{cell.Warp} lanes");
        cell.Codes.ShouldContain(code, $"{cell.Warp} lanes: {cell.Detail}");
    }

    [Theory]
    [MemberData(nameof(FixedFiles))]
    public void The_right_form_passes_in_every_cell(string name)
    {
        var file = Load(Path.Combine(Folder, "fixed", name));
        // shuffles and votes name 32 lanes at most: at more, only files without a mask can be right
        bool masked = file.Source.Text.Contains("_sync(", StringComparison.Ordinal);
        var plan = Schedules with { Warps = masked && file.Header.Launches[0].Steps[0].Block.X > 32 ? [32] : [32, 64, 128] };
        foreach (var cell in KernelTestRunner.RunOrders(file, plan).Cells)
        {
            cell.Detail.ShouldBeEmpty();
            cell.Codes.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Every_planted_dependence_has_its_right_form() =>
        Directory.EnumerateFiles(Folder, "*.cu").Select(Path.GetFileName).Order(StringComparer.Ordinal)
            .ShouldBe(Directory.EnumerateFiles(Path.Combine(Folder, "fixed"), "*.cu").Select(Path.GetFileName).Order(StringComparer.Ordinal));

    /// <summary>A sum over shared and one over global memory, of values whose sum rounds differently in every order.</summary>
    [Fact]
    public void Floating_sums_in_a_defined_order_are_the_same_under_every_schedule()
    {
        const string Text = """
            // launch: add<<<8, 128>>>(x: float[1024] = rand(5, -1000, 1000), out: float[2])
            __global__ void add(const float* x, float* out) {
              __shared__ float s;
              int t = threadIdx.x, i = blockIdx.x * blockDim.x + t;
              if (t == 0) s = 0;
              __syncthreads();
              atomicAdd(&s, x[i]);
              atomicAdd(&out[0], x[i] * 0.1f);
              __syncthreads();
              if (t == 0) atomicAdd(&out[1], s);
            }
            """;
        var file = KernelFile.Load(new SourceText("add.cu", Text), new CompilerOptions());
        file.Compilation.HasErrors.ShouldBeFalse();
        string Sums(bool defined, ulong seed)
        {
            var run = ReferenceEngine.Run(file, file.Compilation.Module, file.Header.Launches[0], new ExecutionOptions { Schedule = Schedule.Seeded, Seed = seed, DefinedSums = defined });
            run.Findings.ShouldBeEmpty();
            return Convert.ToHexString(run.Buffers["out"]);
        }
        ulong[] seeds = [1, 2, 3, 4, 17, 18];
        seeds.Select(s => Sums(false, s)).Distinct().Count().ShouldBeGreaterThan(1);
        string inOrder = seeds.Select(s => Sums(true, s)).Distinct().ShouldHaveSingleItem();
        float[] values = ReferenceEngine.Run(file, file.Compilation.Module, file.Header.Launches[0], new ExecutionOptions()).Buffers["x"] is { } bytes
            ? [.. System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(bytes)] : [];
        float all = values.Aggregate(0f, (sum, v) => sum + (v * 0.1f));
        float blocks = values.Chunk(128).Aggregate(0f, (sum, b) => sum + b.Aggregate(0f, (s, v) => s + v));
        inOrder.ShouldBe(Convert.ToHexString([.. BitConverter.GetBytes(all), .. BitConverter.GetBytes(blocks)]));
    }
}
