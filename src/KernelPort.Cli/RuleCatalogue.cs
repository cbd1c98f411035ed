using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using KernelPort.Core;

namespace KernelPort.Cli;

/// <summary>Every diagnostic code there is: the static rule fields of all our assemblies, and longer words about the important ones.</summary>
public static partial class RuleCatalogue
{
    private static readonly Lazy<IReadOnlyList<Rule>> AllRules = new(Find);
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Texts = new(() => ReadExplanations("Explanations.md"));
    private static readonly Lazy<IReadOnlyDictionary<string, string>> ChineseTexts = new(() => ReadExplanations("Explanations.zh-CN.md"));

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
        if (More(rules[0].Code, language) is { } more)
        {
            text.Append('\n').Append(more).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>Words in the language; the examples behind them are the same in all.</summary>
    private static string? More(string code, MessageLanguage language)
    {
        if (!Texts.Value.TryGetValue(code, out string? english) || !language.IsChinese || !ChineseTexts.Value.TryGetValue(code, out string? chinese))
        {
            return english;
        }
        int examples = english.IndexOf("\n\nOn `", StringComparison.Ordinal);
        return examples < 0 ? chinese : chinese + Told().Replace(english[examples..], "在 `$1` 上这会被指出：").Replace("\nand this is not:\n", "\n而这不会：\n", StringComparison.Ordinal);
    }

    [GeneratedRegex("On `([^`]+)` this is told:")]
    private static partial Regex Told();

    internal static IEnumerable<string> Explained(bool inChinese) => (inChinese ? ChineseTexts : Texts).Value.Keys;

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

    private static Dictionary<string, string> ReadExplanations(string name)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string section in EmbeddedFile.Text(name).ReplaceLineEndings("\n").Split("\n## ").Skip(1))
        {
            int end = section.IndexOf('\n', StringComparison.Ordinal);
            texts[section[..end].Trim()] = section[end..].Trim();
        }
        return texts;
    }
}
