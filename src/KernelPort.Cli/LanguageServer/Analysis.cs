using System.Text.Json.Nodes;
using KernelPort.Core;
using KernelPort.Migration;

namespace KernelPort.Cli.LanguageServer;

/// <summary>What is to be said of an open file: the diagnostics of a translation for the chosen targets, and the rewritings that take hazards away.</summary>
internal sealed record Analysis(JsonArray Diagnostics, IReadOnlyList<TextEdit> Fixes)
{
    private const string Name = "kernelport";

    /// <param name="open">The editor's text of a file, where it has one.</param>
    public static Analysis Of(Document document, CommonValues options, IReadOnlyList<TargetChoice> choices, Func<string, SourceText?> open)
    {
        string root = Path.GetDirectoryName(Path.GetFullPath(document.Path)) ?? "/";
        var inputs = new Inputs(root, [document.Source], []);
        var result = Translation.Run(inputs, choices, options with { FileLoader = path => open(path) ?? options.FilesRead.Load(path) }, _ => { });
        var found = new JsonArray();
        // One place that several targets say the same of is said once.
        foreach (var same in result.Diagnostics.Where(d => ReferenceEquals(d.Span.Source, document.Source) || d.Span.Source is null)
            .GroupBy(d => (d.Code, d.Span.Start, d.Span.Length, d.Message)).OrderBy(g => g.Key.Start))
        {
            string[] targets = [.. same.Select(d => d.Target).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
            found.Add((JsonNode)new JsonObject
            {
                ["range"] = Document.Range(document.Source, same.First().Span.Start, same.First().Span.Length),
                ["severity"] = Shown(same.First()) switch { Severity.Error => 1, Severity.Warning => 2, _ => 3 },
                ["code"] = same.Key.Code,
                ["source"] = Name,
                ["message"] = targets.Length == 0 ? same.Key.Message : $"{same.Key.Message} [{string.Join(", ", targets)}]",
                ["relatedInformation"] = Related(same.First()),
            });
        }
        var fixes = result.Targets.SelectMany(t => t.Fixes.Where(f => f.Key == document.Source.Path)).SelectMany(f => f.Value).Distinct().OrderBy(e => e.Start).ToList();
        return new Analysis(found, fixes);
    }

    private static Severity Shown(Diagnostic d) => HazardRules.IsHazard(d.Code) ? d.Severity : Verdict.Shown(d, strict: false);

    private static JsonArray Related(Diagnostic d) =>
    [
        .. d.Related.Where(r => r.Span.Source is { IsEmbedded: false }).Select(r => (JsonNode)new JsonObject
        {
            ["location"] = new JsonObject { ["uri"] = new Uri(Path.GetFullPath(r.Span.Source!.Path)).AbsoluteUri, ["range"] = Document.Range(r.Span.Source, r.Span.Start, r.Span.Length) },
            ["message"] = r.Message,
        }),
    ];
}
