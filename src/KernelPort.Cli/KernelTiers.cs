using KernelPort.Engines;

namespace KernelPort.Cli;

/// <summary>How many kernels a target has in each of its forms; those of files that did not pass are counted apart, and what has no form by what stands in the way.</summary>
internal static class KernelTiers
{
    /// <summary>A line for people; empty where the target has one form only.</summary>
    public static string Line(IEnumerable<TestVerdict> verdicts)
    {
        var forms = verdicts.SelectMany(v => v.Forms.Select(f => (f.Tier, Counts: v.Outcome == Outcome.Passed || !f.IsWritten))).ToList();
        if (forms.Count == 0)
        {
            return "";
        }
        var tiers = forms.Where(f => f.Counts).GroupBy(f => f.Tier).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => FormattableString.Invariant($"{g.Key}: {g.Count()}"));
        int others = forms.Count(f => !f.Counts);
        return FormattableString.Invariant($"    kernels by tier: {string.Join("; ", tiers)}{(others > 0 ? FormattableString.Invariant($"; in files that did not pass: {others}") : "")}\n");
    }
}
