using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using KernelPort.Engines;

namespace KernelPort.Cli.Reports;

/// <summary>What <c>kernelport test</c> found, as one object: a verdict a file and engine, and a cell a width and schedule.</summary>
public sealed record TestReport(string Schema, ToolEntry Tool, IReadOnlyList<InputEntry> Inputs, IReadOnlyList<TestEntry> Tests, IReadOnlyList<OrderEntry> Orders)
{
    /// <summary>The version of the report's form.</summary>
    public const string CurrentSchema = "kernelport-test/1";

    private static TestEntry Entry(TestVerdict v)
    {
        var printed = PrintedText.Of(v.Printed, PrintedText.InReport);
        return new TestEntry(v.File, v.Engine, v.Outcome.ToString().ToLowerInvariant(), [.. v.Codes.Distinct(StringComparer.Ordinal)], v.Detail.Length > 0 ? v.Detail : null,
            printed.Lines.Count > 0 ? printed.Lines : null, printed.Left > 0 ? printed.Left : null);
    }

    public static void Write(Inputs inputs, IReadOnlyList<TestVerdict> verdicts, IReadOnlyList<OrderTable> orders, CommonValues options)
    {
        if (options.Reports.Count == 0)
        {
            return;
        }
        var report = new TestReport(
            CurrentSchema,
            new ToolEntry("kernelport", typeof(TestReport).Assembly.GetName().Version?.ToString(3) ?? "0"),
            [.. inputs.Sources.Select(s => new InputEntry(s.Path, Convert.ToHexStringLower(SHA256.HashData(Encoding.Latin1.GetBytes(s.Text)))))],
            [.. verdicts.Select(Entry)],
            [.. orders.SelectMany(t => t.Cells.Select(c => new OrderEntry(t.File, c.Warp, c.ScheduleName, c.Seed, c.Passed ? "passed" : "failed", [.. c.Codes], c.Passed ? null : c.Detail, c.Passed ? null : OrderTableText.Replay(t, c))))]);
        string text = JsonSerializer.Serialize(report, TestReportJson.Default.TestReport) + "\n";
        foreach (string path in options.Reports)
        {
            try
            {
                File.WriteAllText(path, text, new UTF8Encoding(false));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new CommandException(ExitCodes.BadCommandLine, $"the report '{path}' cannot be written: {e.Message}");
            }
        }
    }
}

/// <summary>A verdict. <paramref name="Printed"/>: the first lines of what the kernels printed; <paramref name="PrintedLeft"/>: how many more there were.</summary>
public sealed record TestEntry(string File, string Engine, string Outcome, IReadOnlyList<string> Codes, string? Detail, IReadOnlyList<string>? Printed, int? PrintedLeft);

/// <summary>A run of the reference executor at a width under a schedule, and how to run it again where it failed.</summary>
public sealed record OrderEntry(string File, int Warp, string Schedule, ulong? Seed, string Outcome, IReadOnlyList<string> Codes, string? Detail, string? Replay);

/// <summary>Generated serialisation: no reflection at run time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n", DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TestReport))]
public sealed partial class TestReportJson : JsonSerializerContext;
