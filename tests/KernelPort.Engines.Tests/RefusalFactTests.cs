using System.Text.RegularExpressions;

namespace KernelPort.Engines.Tests;

/// <summary>Every refusal of a kernel test on cores without threads and on the 950 stands at a line, and either cites the facts page or says that it is our gap.</summary>
public partial class RefusalFactTests
{
    public static TheoryData<string> Files() =>
    [
        .. new[] { "Cann/tests/approved/cann-a2", "Cann/tests/approved/cann-950", "Bang/tests/approved/bang" }
            .SelectMany(f => Directory.EnumerateFiles(Path.Combine(Places.Root, "backends", f), "*.refused.txt", SearchOption.AllDirectories))
            .Select(f => Path.GetRelativePath(Path.Combine(Places.Root, "backends"), f).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    [GeneratedRegex(@"^line [1-9]\d*: (KP30\d\d: .* \[(npu-dialects \d+(\.\d+)?|cann-api\.csv)(: [^\]]+)?\]|KP2950: .* by KernelPort yet: .+|KP2951: .*)$")]
    private static partial Regex Line();

    [Theory]
    [MemberData(nameof(Files))]
    public void It_names_its_fact_or_our_gap(string file)
    {
        string[] lines = File.ReadAllText(Path.Combine(Places.Root, "backends", file)).TrimEnd('\n').Split('\n');
        lines.Where(l => !Line().IsMatch(l)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("line 3: KP3001: 'clock' does not exist on this target: no reason")]
    [InlineData("line 3: KP3002: the type 'f64' does not exist on this target: none [not documented]")]
    [InlineData("line 0: KP3002: the type 'f64' does not exist on this target: none [npu-dialects 5: types]")]
    [InlineData("line 3: KP2950: 'print' does not work")]
    public void A_refusal_without_a_fact_is_found(string line) => Line().IsMatch(line).ShouldBeFalse();
}
