using System.Text.RegularExpressions;
using KernelPort.Cli;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Engines;
using KernelPort.Execution;
using KernelPort.Passes;

namespace KernelPort.Cli.Tests;

/// <summary>The examples that <c>explain</c> gives: the first text has the code on its target, the second has not, and those with a launch header do what it says.</summary>
public sealed partial class ExplainedFixTests : IDisposable
{
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    public static TheoryData<string> Codes() => [.. RuleCatalogue.Rules.Select(r => r.Code).Distinct().Where(c => Example().IsMatch(RuleCatalogue.Explain(c, MessageLanguage.Of("en"))!))];

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_second_text_is_the_first_without_its_hazard(string code)
    {
        var example = Example().Match(RuleCatalogue.Explain(code, MessageLanguage.Of("en"))!);
        string target = example.Groups["target"].Value, told = example.Groups["told"].Value, right = example.Groups["right"].Value;
        Check(told, target).ShouldContain(code + ":");
        Check(right, target).ShouldNotContain(code + ":");
        foreach (string text in new[] { told, right }.Where(t => t.StartsWith("// launch:", StringComparison.Ordinal)))
        {
            var verdict = KernelTestRunner.RunReference(KernelFile.Load(new SourceText("k.cu", text), new CompilerOptions()), "reference", Pipeline.Nothing, new ExecutionOptions());
            verdict.Outcome.ShouldBe(Outcome.Passed, verdict.Detail);
        }
    }

    [Fact]
    public void There_are_examples() => Codes().Count.ShouldBeGreaterThan(5);

    private string Check(string text, string target)
    {
        _work.Run("check", _work.Write("k.cu", text), "--target", target);
        return _work.Error;
    }

    [GeneratedRegex("On `(?<target>[^`]+)` this is told:\n\n```cuda\n(?<told>.*?)```\n\nand this is not:\n\n```cuda\n(?<right>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
