using KernelPort.Core;
using KernelPort.Kits;

namespace KernelPort.Cli;

/// <summary>A line a target for people: what was written, what was not.</summary>
public static class Summary
{
    public static string Of(TranslationResult result)
    {
        var text = new System.Text.StringBuilder();
        foreach (var target in result.Targets)
        {
            var statuses = result.Kernels.Select(k => k.PerTarget.GetValueOrDefault(target.Choice.Name)?.Status).OfType<string>().ToList();
            string kernels = string.Join(", ", statuses.GroupBy(s => s).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Invariant($"{g.Count()} {g.Key}")));
            text.Append(Invariant($"{target.Choice.Name}: {target.Files.Count} file(s); kernels: {(kernels.Length == 0 ? "none" : kernels)}"));
            var runs = result.Kernels.SelectMany(k => k.PerTarget.GetValueOrDefault(target.Choice.Name)?.Runs ?? []).Where(r => r.On == Measurement.Hardware).ToList();
            text.Append(runs.Count > 0 ? $"; measured: {string.Join(", ", runs.GroupBy(r => (r.Outcome, r.Device)).Select(g => Invariant($"{g.Count()} {g.Key.Outcome} on {g.Key.Device}")).Order(StringComparer.Ordinal))}" : "");
            if (target.Choice.IsMigrated)
            {
                var t = target.Tokens;
                int inferred = result.Diagnostics.Count(d => d.Code == "KP4906" && d.Target == target.Choice.Target.Name);
                text.Append(Invariant($"; tokens: {t.Migrated} migrated, {t.Kept} kept, {t.Unsupported} unsupported, {t.Unknown} unknown"));
                text.Append(inferred > 0 ? Invariant($"; {inferred} file(s) with inferred names") : "");
            }
            text.Append('\n');
        }
        return text.ToString();
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
