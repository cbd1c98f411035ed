using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Execution;

namespace KernelPort.Engines.Tests;

/// <summary>What A2's texts of common kernels take, against forms written by hand (npu-dialects 8.4 and 9): vector steps of 256 bytes, copies and their bytes,
/// counted by the twin while it runs; where a hand would take another order or rounding than CUDA's, against one that keeps it too. The table is approved as texts are.</summary>
public partial class StaticCountTests
{
    private static readonly string Folder = Path.Combine(Places.Root, "tests", "counts");

    private sealed record Counts(long Steps, long Copies, long Bytes)
    {
        public static Counts Of(Match m) => new(Number(m, "steps"), Number(m, "copies"), Number(m, "bytes"));

        private static long Number(Match m, string group) => long.Parse(m.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Common_kernels_take_what_the_table_says()
    {
        if (!Places.Twins.HasCompiler)
        {
            return;
        }
        var table = new StringBuilder("| Kernel | Steps | Written by hand | Ratio | By hand in CUDA's order | Ratio | With --reassociate | Copies | By hand | Bytes | By hand |\n|---|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (string path in Directory.EnumerateFiles(Path.Combine(Folder, "cann-a2"), "*.cu").Order(StringComparer.Ordinal))
        {
            var source = SourceText.Read(path);
            string text = File.ReadAllText(path);
            var hand = Counts.Of(ByHand().Match(text));
            // A hand may choose another order or rounding; where CUDA's is kept, it takes as many.
            long inOrder = InOrder().Match(text) is { Success: true } m ? long.Parse(m.Groups["steps"].ValueSpan, CultureInfo.InvariantCulture) : hand.Steps;
            var exact = Run(source, reassociates: false);
            var own = Run(source, reassociates: true);
            (exact.Steps / (double)inOrder).ShouldBeLessThanOrEqualTo(1.2, path);
            string Ratio(long steps, long by) => (steps / (double)by).ToString("F2", CultureInfo.InvariantCulture);
            table.Append(CultureInfo.InvariantCulture, $"| {Path.GetFileNameWithoutExtension(path)} | {exact.Steps} | {hand.Steps} | {Ratio(exact.Steps, hand.Steps)} | {inOrder} | {Ratio(exact.Steps, inOrder)} | {Ratio(own.Steps, hand.Steps)} | {exact.Copies} | {hand.Copies} | {exact.Bytes} | {hand.Bytes} |\n");
        }
        string approved = Path.Combine(Folder, "cann-a2.md");
        if (Places.Bless)
        {
            File.WriteAllText(approved, table.ToString());
        }
        table.ToString().ShouldBe(File.ReadAllText(approved));
    }

    /// <summary>Counts of a launch whose results are the reference's; sums in another order are so to their last places.</summary>
    private static Counts Run(SourceText source, bool reassociates)
    {
        var file = KernelFile.Load(source, new CompilerOptions());
        file.Header.Errors.ShouldBeEmpty(source.Path);
        var backend = BackendCatalogue.All.First(b => b.Name == "cann");
        var emission = Emission.Run(file.Compilation.Module, backend, backend.Targets.First(t => t.Name == "cann:a2"), "counted", options: file.EmissionOptions() with { Reassociates = reassociates });
        emission.File.ShouldNotBeNull(source.Path);
        // Said where it is so, and only there.
        emission.File.Text.Contains("(--reassociate)").ShouldBe(reassociates && emission.File.Text.Contains("ReduceSum(m_"), source.Path);
        var run = Places.Twins.Run(emission.File.Text + "static const bool kp_counts = kp_a2::prints_counts = true;\n", "counted.cu", file.EmittedHeader(), 0, Twin.TwinCatalogue.Load(Places.Root)["cann:a2"]);
        run.Errors.ShouldBeEmpty(source.Path);
        foreach (var (buffer, bytes) in ReferenceEngine.Run(file, file.Compilation.Module, file.Header.Launches[0], new ExecutionOptions()).Buffers)
        {
            byte[] found = run.Find(buffer)!;
            found.Length.ShouldBe(bytes.Length);
            for (int i = 0; i < bytes.Length; i += 4)
            {
                Math.Abs((long)BitConverter.ToInt32(bytes, i) - BitConverter.ToInt32(found, i)).ShouldBeLessThanOrEqualTo(reassociates ? 64 : 8, $"{source.Path}, {buffer} at byte {i}");
            }
        }
        return Counts.Of(Printed().Match(run.Output));
    }

    [GeneratedRegex(@"// By hand (?<steps>\d+) steps, (?<copies>\d+) copies, (?<bytes>\d+) bytes")]
    private static partial Regex ByHand();

    [GeneratedRegex(@"// In CUDA's order (?<steps>\d+) steps")]
    private static partial Regex InOrder();

    [GeneratedRegex(@"(?<steps>\d+) steps, (?<copies>\d+) copies, (?<bytes>\d+) bytes")]
    private static partial Regex Printed();
}
