using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using KernelPort.Core;
using KernelPort.Engines.Verification;

namespace KernelPort.Cli.Reports;

/// <summary>What <c>kernelport verify</c> compared, as one object: a kernel with its tolerances, and a histogram a target and buffer.</summary>
public sealed record VerifyReport(string Schema, ToolEntry Tool, IReadOnlyList<InputEntry> Inputs, IReadOnlyList<VerifiedKernel> Kernels, IReadOnlyList<DiagnosticEntry> Findings)
{
    /// <summary>The version of the report's form.</summary>
    public const string CurrentSchema = "kernelport-verify/1";

    /// <param name="findings">What was wrong, with its places.</param>
    public static void Write(Inputs inputs, IReadOnlyList<KernelVerification> kernels, IReadOnlyList<Diagnostic> findings, CommonValues options)
    {
        if (options.Reports.Count == 0)
        {
            return;
        }
        var report = new VerifyReport(CurrentSchema, ToolEntry.This, [.. inputs.Sources.Select(InputEntry.Of)], [.. kernels.Select(Entry)], [.. findings.Select(DiagnosticEntry.WithLines)]);
        ReportFile.Write(options, ending => ending switch
        {
            ".json" => JsonSerializer.Serialize(report, VerifyReportJson.Default.VerifyReport) + "\n",
            ".sarif" => Sarif.Print(report.Tool, report.Findings),
            ".md" => report.Page.Markdown(),
            _ => report.Page.Html(),
        });
    }

    private static VerifiedKernel Entry(KernelVerification k) => new(
        k.File, k.Kernel, k.Block.ToString(), [.. k.Cases.Select(c => c.ToString())], [.. k.LeftOut], k.Problem.Length > 0 ? k.Problem : null,
        [.. k.Tolerances.Select(t => new ToleranceEntry(t.Buffer, t.Why))],
        [.. k.Targets.Select(t => new VerifiedTarget(t.Engine, t.Outcome.ToString().ToLowerInvariant(), [.. t.Codes], t.Detail.Length > 0 ? t.Detail : null,
            [.. t.Buffers.Where(b => b.Histogram.Count > 0).Select(b => new VerifiedBuffer(b.Name, b.Histogram.Count, b.Mismatches, b.Histogram.Counts.ToDictionary(c => c.Name, c => c.Count)))]))]);

    private ReportPage Page => new("KernelPort verification report", "Each value was compared with the reference executor's. Targets ran on their twins on this CPU, never on hardware; twins do not contract a * b + c, which vendors' compilers may.",
        [
            new ReportTable("Kernels", ["Kernel", "File", "Block", "Cases", "Left out"], [.. Kernels.Select(k => new[] { k.Kernel, k.File, k.Block, Number(k.Cases.Count), k.Problem ?? string.Join("; ", k.LeftOut) })]),
            new ReportTable("How far buffers may be away", ["Kernel", "Buffer", "Because"], [.. Kernels.SelectMany(k => k.Tolerances.Select(t => new[] { k.Kernel, t.Buffer, t.Why }))]),
            new ReportTable("Targets", ["Kernel", "Target", "Outcome", "Codes", "Detail"], [.. Kernels.SelectMany(k => k.Targets.Select(t => new[] { k.Kernel, t.Engine, t.Outcome, string.Join(' ', t.Codes), t.Detail ?? "" }))]),
            new ReportTable("Distances", ["Kernel", "Target", "Buffer", "Values", "Too far", .. UlpHistogram.StepNames],
                [.. Kernels.SelectMany(k => k.Targets.SelectMany(t => t.Buffers.Select(b => (string[])[k.Kernel, t.Engine, b.Name, Number(b.Values), Number(b.Mismatches), .. b.Histogram.Values.Select(Number)])))]),
        ], Findings);

    private static string Number(long n) => n.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A kernel with the inputs made for it. <paramref name="Problem"/>: why there are none.</summary>
public sealed record VerifiedKernel(string File, string Kernel, string Block, IReadOnlyList<string> Cases, IReadOnlyList<string> LeftOut, string? Problem, IReadOnlyList<ToleranceEntry> Tolerances, IReadOnlyList<VerifiedTarget> Targets);

/// <summary>How far a buffer may be away, in words.</summary>
public sealed record ToleranceEntry(string Buffer, string Why);

public sealed record VerifiedTarget(string Engine, string Outcome, IReadOnlyList<string> Codes, string? Detail, IReadOnlyList<VerifiedBuffer> Buffers);

/// <summary>A buffer over all cases: how many of its values are how far from the reference's.</summary>
public sealed record VerifiedBuffer(string Name, long Values, long Mismatches, IReadOnlyDictionary<string, long> Histogram);

/// <summary>Generated serialisation: no reflection at run time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n", DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(VerifyReport))]
public sealed partial class VerifyReportJson : JsonSerializerContext;
