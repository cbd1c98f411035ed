namespace KernelPort.Cli.Reports;

/// <summary>Joins reports of parts of one translation. What two parts both have, as headers that both include, is there once.</summary>
public static class ReportMerge
{
    /// <returns>The whole, in an order that does not depend on the parts', and the output files that two parts made differently.</returns>
    public static (ReportModel Whole, IReadOnlyList<string> Conflicts) Run(IReadOnlyList<ReportModel> parts)
    {
        var files = parts.SelectMany(p => p.Targets.SelectMany(t => t.Files.Select(f => (Target: t, File: f)))).ToList();
        var conflicts = files.GroupBy(f => (f.Target.Name, f.File.Path)).Where(g => g.Select(f => f.File.Sha256).Distinct().Count() > 1)
            .Select(g => $"{g.Key.Name}: {g.Key.Path}").Order(StringComparer.Ordinal).ToList();
        var targets = parts.SelectMany(p => p.Targets).GroupBy(t => t.Name).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new TargetEntry(
            g.Key, g.First().Profile,
            [.. g.SelectMany(t => t.Files).DistinctBy(f => f.Path).OrderBy(f => f.Path, StringComparer.Ordinal)],
            Sum(g.Select(t => t.Tokens)), g.Sum(t => t.InferredNames)));
        var kernels = parts.SelectMany(p => p.Kernels).GroupBy(k => (k.File, k.Line, k.Name, k.Instantiation))
            .OrderBy(g => g.Key.File, StringComparer.Ordinal).ThenBy(g => g.Key.Line).ThenBy(g => g.Key.Name, StringComparer.Ordinal).ThenBy(g => g.Key.Instantiation, StringComparer.Ordinal)
            .Select(g => g.First() with { PerTarget = g.SelectMany(k => k.PerTarget).GroupBy(p => p.Key).OrderBy(p => p.Key, StringComparer.Ordinal).ToDictionary(p => p.Key, p => p.First().Value) });
        List<DiagnosticEntry> diagnostics =
        [
            .. parts.SelectMany(p => p.Diagnostics).DistinctBy(d => (d.Code, d.Severity, d.Message, d.File, d.Line, d.Column, d.Target))
                .OrderBy(d => d.File, StringComparer.Ordinal).ThenBy(d => d.Line).ThenBy(d => d.Column).ThenBy(d => d.Code, StringComparer.Ordinal).ThenBy(d => d.Target, StringComparer.Ordinal).ThenBy(d => d.Message, StringComparer.Ordinal),
        ];
        return (new ReportModel(
            Report.Schema,
            parts[0].Tool,
            [.. parts.SelectMany(p => p.Inputs).DistinctBy(i => (i.Path, i.Sha256)).OrderBy(i => i.Path, StringComparer.Ordinal)],
            [.. targets],
            [.. kernels],
            Sum(parts.Select(p => p.Tokens)),
            TodoList.Of(diagnostics),
            diagnostics), conflicts);
    }

    private static TokensEntry Sum(IEnumerable<TokensEntry> all) =>
        all.Aggregate(new TokensEntry(0, 0, 0, 0, 0), (a, b) => new TokensEntry(a.Total + b.Total, a.Migrated + b.Migrated, a.Kept + b.Kept, a.Unsupported + b.Unsupported, a.Unknown + b.Unknown));
}
