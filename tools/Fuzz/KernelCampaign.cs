using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using KernelPort.Fuzz.Generation;

namespace KernelPort.Fuzz;

/// <summary>A range of batches of generated kernels. A batch's number is the seed of all that is in it.</summary>
public sealed record KernelCampaign(ulong First, int Batches, int Size)
{
    public static Profile ProfileOf(ulong batch) => Profile.All[(int)(batch % (ulong)Profile.All.Count)];

    public IReadOnlyList<GeneratedKernel> Kernels(ulong batch) =>
        [.. Enumerable.Range(0, Size).Select(i => KernelMaker.Make((batch * 1000) + (ulong)i, FormattableString.Invariant($"k{batch}_{i}"), ProfileOf(batch)))];

    /// <summary>All batches, on all cores; what is found stands in the order of the batches.</summary>
    /// <param name="engines">Null: some always and the others in turn.</param>
    /// <param name="done">Told of each batch when it is done, one at a time.</param>
    public KernelCampaignResult Run(Differential differential, IReadOnlyList<string>? engines, Action<ulong, BatchResult> done)
    {
        var clock = Stopwatch.StartNew();
        var results = new ConcurrentDictionary<ulong, BatchResult>();
        Parallel.For(0, Batches, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            ulong batch = First + (ulong)i;
            // all engines come up with all profiles
            var result = results[batch] = differential.Run(Kernels(batch), ProfileOf(batch), engines ?? differential.EnginesOf((int)(batch / (ulong)Profile.All.Count)));
            lock (results)
            {
                done(batch, result);
            }
        });
        return new KernelCampaignResult([.. results.OrderBy(r => r.Key).Select(r => (r.Key, r.Value))], clock.Elapsed);
    }
}

/// <summary>What a campaign found and on which engines.</summary>
public sealed record KernelCampaignResult(IReadOnlyList<(ulong Batch, BatchResult Result)> Results, TimeSpan Elapsed)
{
    public IReadOnlyList<(ulong Batch, Difference Difference)> Differences => [.. Results.SelectMany(r => r.Result.Differences.Select(d => (r.Batch, d)))];

    public string Table()
    {
        var text = new StringBuilder();
        foreach (var engine in Results.SelectMany(r => r.Result.Ran).GroupBy(r => r.Key, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            int refused = Results.Sum(r => r.Result.Refused.GetValueOrDefault(engine.Key)), differ = Differences.Count(d => d.Difference.Engine == engine.Key);
            text.Append(CultureInfo.InvariantCulture, $"{engine.Key,-22} {engine.Sum(r => r.Value),7} ran {refused,7} refused or not run {differ,5} differ\n");
        }
        return text.Append(CultureInfo.InvariantCulture, $"{Differences.Count} differences, {Elapsed.TotalSeconds:0} s\n").ToString();
    }

    /// <summary>What, batches, kernels a batch, engines with the kernels they ran, differences, wall time.</summary>
    public string CsvLine(KernelCampaign plan)
    {
        var engines = Results.SelectMany(r => r.Result.Ran).GroupBy(r => r.Key, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => FormattableString.Invariant($"{g.Key} {g.Sum(r => r.Value)}"));
        return string.Create(CultureInfo.InvariantCulture,
            $"{DateTime.UtcNow:yyyy-MM-dd},kernels,{plan.First}-{plan.First + (ulong)plan.Batches - 1},{plan.Batches * plan.Size},{string.Join("; ", engines)},{Differences.Count},{Elapsed.TotalSeconds:0}\n");
    }
}
