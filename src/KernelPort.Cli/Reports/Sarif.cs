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

public sealed record SarifResult(string RuleId, string Level, SarifText Message, IReadOnlyList<SarifLocation>? Locations);

public sealed record SarifLocation(SarifPhysicalLocation PhysicalLocation);

public sealed record SarifPhysicalLocation(SarifArtifact ArtifactLocation, SarifRegion Region);

public sealed record SarifArtifact(string Uri);

public sealed record SarifRegion(int StartLine, int StartColumn);

/// <summary>Turns a report's diagnostics into SARIF.</summary>
public static class Sarif
{
    public static SarifLog Of(ReportModel model)
    {
        var codes = model.Diagnostics.Select(d => d.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var rules = codes.Select(c => new SarifRule(c, new SarifText(RuleCatalogue.Rules.FirstOrDefault(r => r.Code == c)?.Text ?? c))).ToList();
        var results = model.Diagnostics.Select(d => new SarifResult(
            d.Code,
            d.Severity,
            new SarifText(d.Target is null ? d.Message : $"{d.Message} [{d.Target}]"),
            d.File is null ? null : [new SarifLocation(new SarifPhysicalLocation(new SarifArtifact(Uri.EscapeDataString(d.File).Replace("%2F", "/", StringComparison.Ordinal)), new SarifRegion(d.Line ?? 1, d.Column ?? 1)))]));
        return new SarifLog(
            "https://json.schemastore.org/sarif-2.1.0.json",
            "2.1.0",
            [new SarifRun(new SarifTool(new SarifDriver(model.Tool.Name, model.Tool.Version, rules)), [.. results])]);
    }
}
