using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using KernelPort.Backends;
using KernelPort.Core;
using KernelPort.Engines;

namespace KernelPort.Cli.Reports;

/// <summary>What <c>kernelport test</c> found, as one object: a verdict a file and engine, and a cell a width and schedule.</summary>
public sealed record TestReport(string Schema, ToolEntry Tool, IReadOnlyList<InputEntry> Inputs, IReadOnlyList<TestEntry> Tests, IReadOnlyList<OrderEntry> Orders, IReadOnlyList<DiagnosticEntry> Findings)
{
    /// <summary>The version of the report's form.</summary>
    public const string CurrentSchema = "kernelport-test/1";

    private static TestEntry Entry(TestVerdict v)
    {
        var printed = PrintedText.Of(v.Printed, PrintedText.InReport);
        return new TestEntry(v.File, v.Engine, v.Outcome.ToString().ToLowerInvariant(), [.. v.Codes.Distinct(StringComparer.Ordinal)], v.Detail.Length > 0 ? v.Detail : null,
            printed.Lines.Count > 0 ? printed.Lines : null, printed.Left > 0 ? printed.Left : null,
            v.Forms.Count > 0 ? [.. v.Forms.Select(f => new TierEntry(f.Kernel, f.Tier, f.Why.Length > 0 ? f.Why : null))] : null);
    }

    public static void Write(Inputs inputs, IReadOnlyList<TestVerdict> verdicts, IReadOnlyList<OrderTable> orders, CommonValues options)
    {
        if (options.Reports.Count == 0)
        {
            return;
        }
        var report = new TestReport(
            CurrentSchema,
            ToolEntry.This,
            [.. inputs.Sources.Select(InputEntry.Of)],
            [.. verdicts.Select(Entry)],
            [.. orders.SelectMany(t => t.Cells.Select(c => new OrderEntry(t.File, c.Warp, c.ScheduleName, c.Seed, c.Passed ? "passed" : "failed", [.. c.Codes], c.Passed ? null : c.Detail, c.Passed ? null : OrderTableText.Replay(t, c))))],
            [.. verdicts.SelectMany(v => v.Findings).Distinct().Select(DiagnosticEntry.WithLines)]);
        ReportFile.Write(options, ending => ending switch
        {
            ".json" => JsonSerializer.Serialize(report, TestReportJson.Default.TestReport) + "\n",
            ".sarif" => Sarif.Print(report.Tool, report.Findings),
            ".md" => report.Page.Markdown(),
            _ => report.Page.Html(),
        });
    }

    private ReportPage Page => new("KernelPort test report", "Targets ran on their twins on this CPU, never on hardware.",
        [
            new ReportTable("Outcomes", ["Engine", "Passed", "Failed", "Refused by facts", "Gaps of ours", "Of these with facts too", "Not run"],
                [.. Tests.GroupBy(t => t.Engine).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => TestOutcomes.Columns([.. g.Select(t => (Enum.Parse<Outcome>(t.Outcome, true), t.Codes.ToEquatable()))]).Prepend(g.Key).ToArray())]),
            new ReportTable("Tests", ["File", "Engine", "Outcome", "Codes", "Detail"], [.. Tests.Select(t => new[] { t.File, t.Engine, t.Outcome, string.Join(' ', t.Codes), t.Detail ?? "" })]),
            .. Tests.All(t => t.Tiers is null) ? Array.Empty<ReportTable>() : [new ReportTable("Tiers", ["Engine", "Tier", "Kernels of files that passed"],
                [.. Tests.SelectMany(t => (t.Tiers ?? []).Where(k => t.Outcome == "passed" || k.Tier is KernelForm.Forced or KernelForm.OurGap).Select(k => (t.Engine, k.Tier))).GroupBy(k => k).OrderBy(g => g.Key.Engine + "|" + g.Key.Tier, StringComparer.Ordinal).Select(g => new[] { g.Key.Engine, g.Key.Tier, g.Count().ToString(CultureInfo.InvariantCulture) })]),
                new ReportTable("Kernels by tier", ["File", "Kernel", "Engine", "Tier", "Outcome of the file", "Why not a better one"],
                [.. Tests.SelectMany(t => (t.Tiers ?? []).Select(k => new[] { t.File, k.Kernel, t.Engine, k.Tier, t.Outcome, k.Why ?? "" }))])],
            .. Orders.Count == 0 ? Array.Empty<ReportTable>() : [new ReportTable("Widths and schedules", ["File", "Lanes", "Schedule", "Outcome", "Codes", "Replay"],
                [.. Orders.Select(o => new[] { o.File, o.Warp.ToString(CultureInfo.InvariantCulture), o.Schedule, o.Outcome, string.Join(' ', o.Codes), o.Replay ?? "" })])],
        ], Findings);
}

/// <summary>A verdict. <paramref name="Printed"/>: the first lines of what the kernels printed; <paramref name="PrintedLeft"/>: how many more there were.</summary>
public sealed record TestEntry(
    string File, string Engine, string Outcome, IReadOnlyList<string> Codes, string? Detail, IReadOnlyList<string>? Printed, int? PrintedLeft, IReadOnlyList<TierEntry>? Tiers);

/// <summary>The form a kernel was given where the target has several, and what keeps it from a better one.</summary>
public sealed record TierEntry(string Kernel, string Tier, string? Why);

/// <summary>A run of the reference executor at a width under a schedule, and how to run it again where it failed.</summary>
public sealed record OrderEntry(string File, int Warp, string Schedule, ulong? Seed, string Outcome, IReadOnlyList<string> Codes, string? Detail, string? Replay);

/// <summary>Generated serialisation: no reflection at run time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n", DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TestReport))]
public sealed partial class TestReportJson : JsonSerializerContext;
