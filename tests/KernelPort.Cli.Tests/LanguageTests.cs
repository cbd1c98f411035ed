using System.Text;
using System.Text.RegularExpressions;
using KernelPort.Cli;

namespace KernelPort.Cli.Tests;

/// <summary>Messages in Chinese: every rule has one, with the same holes; files and reports do not change.</summary>
public sealed partial class LanguageTests : IDisposable
{
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void Every_rule_is_translated_with_its_holes()
    {
        var chinese = MessageLanguage.Read();
        foreach (var rule in RuleCatalogue.Rules)
        {
            chinese.Keys.ShouldContain(rule.Code);
            Holes(chinese[rule.Code]).ShouldBe(Holes(rule.Text), rule.Code);
        }
        chinese.Keys.Except(RuleCatalogue.Rules.Select(r => r.Code)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_explanation_is_translated()
    {
        RuleCatalogue.Explained(inChinese: true).ShouldBe(RuleCatalogue.Explained(inChinese: false), ignoreOrder: true);
        _work.Run("explain", "KP4003", "--lang", "en").ShouldBe(ExitCodes.Done);
        string english = _work.Out;
        _work.Run("explain", "KP4003", "--lang", "zh-CN").ShouldBe(ExitCodes.Done);
        string chinese = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(_work.Out));
        chinese.ShouldContain("在 `dcu` 上这会被指出：");
        chinese.ShouldNotContain("is told");
        Example().Matches(chinese).Select(m => m.Value).ShouldBe(Example().Matches(english).Select(m => m.Value));
    }

    [GeneratedRegex("```.*?```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [Fact]
    public void Words_change_and_reports_do_not()
    {
        string source = _work.Write("k.cu", "__global__ void k(float* p) { p[0] = q; }\n");
        _work.Run("translate", source, "--target", "opencl", "-o", _work.Path("en"), "--report", _work.Path("en.json"), "--lang", "en");
        _work.Error.ShouldContain("error KP2001: 'q' is not declared");
        _work.Run("translate", source, "--target", "opencl", "-o", _work.Path("zh"), "--report", _work.Path("zh.json"), "--lang", "zh-CN");
        _work.Error.ShouldContain("error KP2001: “q”没有声明");
        _work.Read("zh.json").ShouldBe(_work.Read("en.json"));
        _work.Run("explain", "KP2001", "--lang", "zh-CN").ShouldBe(ExitCodes.Done);
        Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(_work.Out)).ShouldContain("没有声明");
        _work.Run("explain", "KP2001", "--lang", "fr").ShouldBe(ExitCodes.BadCommandLine);
    }

    private static IEnumerable<string> Holes(string text) => Hole().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Hole();
}
