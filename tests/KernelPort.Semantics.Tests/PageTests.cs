using KernelPort.Ir;
using KernelPort.Tests;

namespace KernelPort.Semantics.Tests;

/// <summary>docs/semantics.md has a row for everything the IR can compute.</summary>
public class PageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(KernelFiles.Root, "docs", "semantics.md"));

    [Fact]
    public void Every_pure_operation_has_a_row() =>
        Intrinsics.All.Where(i => i.Effect == Effect.None).Select(i => i.Name).Where(n => !Page.Contains($"`{n}`", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Every_operator_has_a_row() =>
        Enum.GetNames<BinaryOp>().Concat(Enum.GetNames<UnaryOp>()).Select(n => n.ToLowerInvariant()).Where(n => !Page.Contains($"`{n}`", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void The_documented_bounds_are_those_the_tests_use()
    {
        foreach (var (name, bound) in MathBounds.All.Where(b => b.Value.Cuda > 0))
        {
            Page.ShouldContain(FormattableString.Invariant($"| `{name}` | {bound.Cuda} |"));
        }
    }
}
