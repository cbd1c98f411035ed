using System.Text.RegularExpressions;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Execution;
using KernelPort.Passes;

namespace KernelPort.Engines.Tests;

/// <summary>Defects made by machine: one barrier, fence, mask or atomic operation of a kernel test taken away or changed. The executor must find each that
/// is one; the others are listed with why they do no harm.</summary>
public partial class MutantTests
{
    private static readonly (string Name, Regex Pattern, Func<Match, string> Change, string[] Codes)[] Mutators =
    [
        ("barrier", Barrier(), _ => ";", ["KP6004", "KP6016"]),
        ("fence", Fence(), _ => ";", ["KP6016"]),
        ("group barrier", GroupBarrier(), _ => ";", ["KP6004", "KP6016"]),
        ("atomic", AtomicAdd(), m => $"*({m.Groups[1].Value}) += {m.Groups[2].Value};", ["KP6004", "KP6016"]),
        ("mask", FullMask(), _ => "(0x0000ffff", ["KP6007"]),
    ];

    /// <summary>Mutants that mean the same as before.</summary>
    private static readonly Dictionary<string, string> NotFound = new(StringComparer.Ordinal)
    {
        ["static_members_and_nested.cu barrier 17"] = "each thread reads what it wrote itself",
        ["tile_reduce.cu group barrier 14"] = "nothing in memory is handed over",
        ["tile_shuffles.cu group barrier 14"] = "nothing in memory is handed over",
        ["stores_between.cu barrier 27"] = "each thread writes its own elements; thread 70 leaves the one out that it wrote before",
        ["game_of_life.cu barrier 31"] = "each thread reads what it wrote itself",
        ["radix_split.cu barrier 23"] = "the barriers before and behind part the reads of keys from their writes",
        ["runtime_tile.cu group barrier 16"] = "the block's barrier behind it does the same",
        ["runtime_tile.cu group barrier 17"] = "the tile's barrier before it does the same",
        ["added_by_all_blocks.cu atomic 26"] = "one block, where each thread adds to a place of its own",
        ["sleeping_wait.cu fence 9"] = "nothing but the flag is handed over",
        // not harmless, and no race: all accesses are atomic, and the answer depends on their order, which a table of schedules shows
        ["sleeping_wait.cu barrier 17"] = "an order among atomics",
        ["atomic_objects.cu barrier 13"] = "an order among atomics",
        ["topk_rows.cu barrier 8"] = "each lane clears the flags it reads, and the shuffles stand before the next write",
    };

    [GeneratedRegex(@"__syncthreads\(\);")]
    private static partial Regex Barrier();

    [GeneratedRegex(@"__threadfence\(\);")]
    private static partial Regex Fence();

    [GeneratedRegex(@"\b\w+\.sync\(\);")]
    private static partial Regex GroupBarrier();

    [GeneratedRegex(@"(?<=^[^=/\n]*[ )])(?<!return )atomicAdd\((&?[^;,]*), ([^;,]*)\);", RegexOptions.Multiline)]
    private static partial Regex AtomicAdd();

    [GeneratedRegex(@"\(0xffffffffu?\b")]
    private static partial Regex FullMask();

    private static IEnumerable<(string File, string Key, string Text, string[] Codes)> All()
    {
        foreach (string file in Places.KernelFiles())
        {
            string text = File.ReadAllText(Path.Combine(Places.Root, file));
            foreach (var (name, pattern, change, codes) in Mutators)
            {
                foreach (Match m in pattern.Matches(text))
                {
                    int line = text.AsSpan(0, m.Index).Count('\n') + 1;
                    yield return (file, $"{Path.GetFileName(file)} {name} {line}", text[..m.Index] + change(m) + text[(m.Index + m.Length)..], codes);
                }
            }
        }
    }

    public static TheoryData<string> Keys() => [.. All().Select(m => m.Key).Distinct().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_mutant_is_found_or_does_no_harm(string key)
    {
        foreach (var (file, _, text, codes) in All().Where(m => m.Key == key))
        {
            var kernel = KernelFile.Load(new SourceText(Path.Combine(Places.Root, file), text), new CompilerOptions());
            kernel.Compilation.HasErrors.ShouldBeFalse();
            var verdict = KernelTestRunner.RunReference(kernel, "reference", Pipeline.Nothing, new ExecutionOptions());
            if (NotFound.ContainsKey(key))
            {
                verdict.Outcome.ShouldBe(Outcome.Passed, verdict.Detail);
                continue;
            }
            verdict.Outcome.ShouldBe(Outcome.Failed);
            verdict.Codes.Intersect(codes).ShouldNotBeEmpty(verdict.Detail);
        }
    }

    [Fact]
    public void There_are_enough_of_them_and_none_is_listed_that_is_gone()
    {
        var keys = All().Select(m => m.Key).ToHashSet(StringComparer.Ordinal);
        keys.Count.ShouldBeGreaterThan(60);
        NotFound.Keys.Where(k => !keys.Contains(k)).ShouldBeEmpty();
    }
}
