using KernelPort.Core;
using KernelPort.Cuda.Hazards;
using KernelPort.Migration;
using KernelPort.Twin;

namespace KernelPort.Cli;

/// <summary>What a program takes for granted of its threads: that the lanes of a warp go in step, that others go on while one waits.</summary>
/// <param name="Exchange">The first place that counts on lanes in step.</param>
/// <param name="Functions">The functions that do, by name; null where that is not known.</param>
/// <param name="Unordered">The first place to which several threads may come with no barrier between, for all that the text tells.</param>
/// <param name="Notes">One a kind, at the first place of it.</param>
internal sealed record WarpSynchrony(HazardSite? Exchange, IReadOnlyList<string>? Functions, HazardSite? Unordered, IReadOnlyList<Diagnostic> Notes)
{
    private static readonly HashSet<string> KernelWords = ["__global__"];

    public static WarpSynchrony Of(SourceTree tree)
    {
        var sites = tree.Files.SelectMany(f => f.Hazards).ToList();
        var exchange = sites.Find(s => s.Kind == HazardKind.ImplicitWarpSynchrony);
        var spin = sites.Find(s => s.Kind == HazardKind.SpinWait);
        var notes = new List<Diagnostic>();
        if (exchange is not null)
        {
            notes.Add(RunRules.LockStep.At(exchange.Span, exchange.Detail));
        }
        if (spin is not null)
        {
            notes.Add(RunRules.Spin.At(spin.Span, spin.Detail));
        }
        return new WarpSynchrony(exchange, Around(sites.Where(s => s.Kind == HazardKind.ImplicitWarpSynchrony)), sites.Find(s => s.Kind == HazardKind.UnorderedExchange), notes);
    }

    private static IReadOnlyList<string>? Around(IEnumerable<HazardSite> sites)
    {
        var names = new List<string>();
        foreach (var file in sites.GroupBy(s => s.Span.Source))
        {
            if (file.Key is null || StepScope.Around(file.Key.Text, file.Select(s => s.Span.Start), KernelWords) is not { } around)
            {
                return null;
            }
            names.AddRange(around);
        }
        return [.. names.Distinct().Order(StringComparer.Ordinal)];
    }
}
