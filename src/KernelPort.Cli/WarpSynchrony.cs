using KernelPort.Core;
using KernelPort.Cuda.Hazards;
using KernelPort.Migration;

namespace KernelPort.Cli;

/// <summary>What a program takes for granted of its threads: that the lanes of a warp go in step, that others go on while one waits.</summary>
/// <param name="Exchange">The first place that counts on lanes in step.</param>
/// <param name="Notes">One a kind, at the first place of it.</param>
internal sealed record WarpSynchrony(HazardSite? Exchange, IReadOnlyList<Diagnostic> Notes)
{
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
        return new WarpSynchrony(exchange, notes);
    }
}
