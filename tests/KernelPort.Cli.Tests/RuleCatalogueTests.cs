using KernelPort.Cli;

namespace KernelPort.Cli.Tests;

/// <summary>The page of diagnostics is what the tables say.</summary>
public class RuleCatalogueTests
{
    [Fact]
    public void ThePageIsFresh() => Approved.Check(RuleCatalogue.Markdown(), "diagnostics.md", "docs");

    [Fact]
    public void ACodeHasOneSeverity() =>
        RuleCatalogue.Rules.GroupBy(r => r.Code).Where(g => g.Select(r => r.Severity).Distinct().Count() > 1).Select(g => g.Key).ShouldBeEmpty();
}
