using System.Text.Json;
using System.Text.Json.Serialization;

namespace KernelPort.Cli.Reports;

/// <summary>The part of SARIF 2.1.0 that code-review tools show.</summary>
public sealed record SarifLog(
    [property: JsonPropertyName("$schema")] string Schema,
    string Version,
    IReadOnlyList<SarifRun> Runs);

public sealed record SarifRun(SarifTool Tool, IReadOnlyList<SarifResult> Results);

public sealed record SarifTool(SarifDriver Driver);

public sealed record SarifDriver(string Name, string Version, IReadOnlyList<SarifRule> Rules);

public sealed record SarifRule(string Id, SarifText ShortDescription);

public sealed record SarifText(string Text);

public sealed record SarifResult(string RuleId, string Level, SarifText Message, IReadOnlyList<SarifLocation>? Locations)
{
    public IReadOnlyList<SarifLocation>? RelatedLocations { get; init; }
}

public sealed record SarifLocation(SarifPhysicalLocation PhysicalLocation)
{
    public SarifText? Message { get; init; }
}

public sealed record SarifPhysicalLocation(SarifArtifact ArtifactLocation, SarifRegion Region);

public sealed record SarifArtifact(string Uri);

public sealed record SarifRegion(int StartLine, int StartColumn)
{
    public SarifText? Snippet { get; init; }
}

/// <summary>Turns diagnostics into SARIF.</summary>
public static class Sarif
{
    public static string Print(ToolEntry tool, IReadOnlyList<DiagnosticEntry> diagnostics)
    {
        var codes = diagnostics.Select(d => d.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var rules = codes.Select(c => new SarifRule(c, new SarifText(RuleCatalogue.Rules.FirstOrDefault(r => r.Code == c)?.Text ?? c))).ToList();
        var results = diagnostics.Select(d => new SarifResult(
            d.Code,
            d.Severity,
            new SarifText(d.Target is null ? d.Message : $"{d.Message} [{d.Target}]"),
            Location(d.File, d.Line, d.Column, d.Text) is { } at ? [at] : null)
        {
            RelatedLocations = d.Related?.Select(r => Location(r.File, r.Line, r.Column, r.Text) is { } at ? at with { Message = new SarifText(r.Message) } : null).OfType<SarifLocation>().ToList(),
        });
        var log = new SarifLog(
            "https://json.schemastore.org/sarif-2.1.0.json",
            "2.1.0",
            [new SarifRun(new SarifTool(new SarifDriver(tool.Name, tool.Version, rules)), [.. results])]);
        return JsonSerializer.Serialize(log, ReportJson.Default.SarifLog) + "\n";
    }

    private static SarifLocation? Location(string? file, int? line, int? column, string? text) => file is null ? null
        : new SarifLocation(new SarifPhysicalLocation(new SarifArtifact(Uri.EscapeDataString(file).Replace("%2F", "/", StringComparison.Ordinal)),
            new SarifRegion(line ?? 1, column ?? 1) { Snippet = text is null ? null : new SarifText(text) }));
}
