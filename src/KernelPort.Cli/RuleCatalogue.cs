using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text;
using KernelPort.Core;

namespace KernelPort.Cli;

/// <summary>Every diagnostic code there is: the static rule fields of all our assemblies, and longer words about the important ones.</summary>
public static class RuleCatalogue
{
    private static readonly Lazy<IReadOnlyList<Rule>> AllRules = new(Find);
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Texts = new(ReadExplanations);

    public static IReadOnlyList<Rule> Rules => AllRules.Value;

    public static string? Explain(string code, MessageLanguage language)
    {
        var rules = Rules.Where(r => string.Equals(r.Code, code, StringComparison.OrdinalIgnoreCase)).ToList();
        if (rules.Count == 0)
        {
            return null;
        }
        var text = new StringBuilder();
        foreach (var r in rules)
        {
            text.Append($"{r.Code} ({Word(r.Severity)}): {Holes(language.Of(r))}\n");
        }
        if (Texts.Value.TryGetValue(rules[0].Code, out string? more))
        {
            text.Append('\n').Append(more).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>The page docs/diagnostics.md.</summary>
    public static string Markdown()
    {
        var text = new StringBuilder();
        text.Append("# Diagnostics\n\nPrinted from the rule tables by `kernelport explain --markdown`; a test compares. Codes keep their meaning.\n");
        text.Append("Bands: KP00-01 options, KP03 builds and generators, KP10-11 reading text, KP20-28 meaning, KP29 not done by KernelPort yet, KP30 impossible on a target,\n");
        text.Append("KP40-48 porting hazards, KP49 migration, KP50 building and running programs, KP51 kits, KP60 findings of a run, KP61 widths and schedules, KP62 verification, KP90 bugs of ours.\n\n");
        text.Append("| Code | Severity | Text |\n|---|---|---|\n");
        foreach (var r in Rules)
        {
            text.Append($"| {r.Code} | {Word(r.Severity)} | {Holes(r.Text).Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        }
        foreach (var r in Rules.DistinctBy(r => r.Code))
        {
            if (Texts.Value.TryGetValue(r.Code, out string? more))
            {
                text.Append($"\n## {r.Code}\n\n{more}\n");
            }
        }
        return text.ToString();
    }

    private static string Word(Severity s) => s.ToString().ToLowerInvariant();

    private static string Holes(string text) => text.Replace("{0}", "...", StringComparison.Ordinal).Replace("{1}", "...", StringComparison.Ordinal).Replace("{2}", "...", StringComparison.Ordinal);

    private static List<Rule> Find()
    {
        var rules = OwnAssemblies.All.SelectMany(RulesOf);
        return [.. rules.Distinct().OrderBy(r => r.Code, StringComparer.Ordinal).ThenBy(r => r.Text, StringComparer.Ordinal)];
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "OwnAssemblies.props keeps our assemblies whole.")]
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "OwnAssemblies.props keeps our assemblies whole.")]
    private static IEnumerable<Rule> RulesOf(Assembly assembly) =>
        from type in assembly.GetTypes()
        where !type.ContainsGenericParameters
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        where field.FieldType == typeof(Rule) || typeof(IRuleWithHoles).IsAssignableFrom(field.FieldType)
        let value = field.GetValue(null)
        where value is not null
        select value as Rule ?? ((IRuleWithHoles)value).Base;

    private static Dictionary<string, string> ReadExplanations()
    {
        using var stream = typeof(RuleCatalogue).Assembly.GetManifestResourceStream("Explanations.md")!;
        using var reader = new StreamReader(stream);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string section in reader.ReadToEnd().ReplaceLineEndings("\n").Split("\n## ").Skip(1))
        {
            int end = section.IndexOf('\n', StringComparison.Ordinal);
            texts[section[..end].Trim()] = section[end..].Trim();
        }
        return texts;
    }
}
