using System.Text.RegularExpressions;
using KernelPort.Backends;
using KernelPort.Core;
using KernelPort.Cuda;
using KernelPort.Migration;

namespace KernelPort.Cli.Tests;

/// <summary>Porting hazards: each file of tests/hazards says on which targets which line is one; nothing else is. Kernel tests that pass everywhere have none.</summary>
public sealed partial class HazardTests
{
    private static readonly string Root =
        System.Reflection.Assembly.GetExecutingAssembly().GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), false)
            .Cast<System.Reflection.AssemblyMetadataAttribute>().First(a => a.Key == "RepositoryRoot").Value!;

    private static readonly IReadOnlyList<Target> Targets =
        [.. BackendCatalogue.All.SelectMany(b => b.Targets).Where(t => t.Name is "dcu:gfx906" or "musa:mp_31" or "birensupa:br1xx" or "maca" or "corex")];

    public static TheoryData<string> Files() => [.. Directory.EnumerateFiles(Path.Combine(Root, "tests", "hazards"), "*.cu").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [GeneratedRegex("^// hazard (\\S+): (KP40\\d\\d) line (\\d+)$", RegexOptions.Multiline)]
    private static partial Regex Header();

    private static IEnumerable<Diagnostic> Hazards(string path, Target target)
    {
        var tree = SourceTree.Read(Path.GetDirectoryName(path)!, [SourceText.Read(path)], new ParseOptions());
        return Migrator.Run(tree, target).SelectMany(f => f.Diagnostics).Where(d => HazardRules.IsHazard(d.Code));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_stands_where_the_file_says(string file)
    {
        string path = Path.Combine(Root, "tests", "hazards", file);
        var said = Header().Matches(File.ReadAllText(path)).Select(m => (Target: m.Groups[1].Value, What: $"{m.Groups[2].Value} line {m.Groups[3].Value}")).ToList();
        said.ShouldNotBeEmpty();
        // A file speaks of the codes it names, for the targets it names; of those, every line.
        var codes = said.Select(s => s.What[..6]).ToHashSet(StringComparer.Ordinal);
        foreach (string name in said.Select(s => s.Target).Distinct())
        {
            var target = Targets.FirstOrDefault(t => t.Name == name).ShouldNotBeNull(name);
            var found = Hazards(path, target).Where(d => codes.Contains(d.Code)).Select(d => FormattableString.Invariant($"{d.Code} line {d.Span.Line}")).Distinct().Order(StringComparer.Ordinal);
            found.ShouldBe(said.Where(s => s.Target == name).Select(s => s.What).Order(StringComparer.Ordinal), $"{file} on {name}");
        }
    }

    [Fact]
    public void Every_hazard_has_a_file()
    {
        var planted = Directory.EnumerateFiles(Path.Combine(Root, "tests", "hazards"), "*.cu")
            .SelectMany(f => Header().Matches(File.ReadAllText(f)).Select(m => m.Groups[2].Value)).ToHashSet(StringComparer.Ordinal);
        RuleCatalogue.Rules.Select(r => r.Code).Where(HazardRules.IsHazard).Distinct().ShouldBeSubsetOf(planted);
    }

    /// <summary>Shuffles, votes and barriers, all in order: nothing to say, except of double on a chip without it.</summary>
    [Fact]
    public void Kernels_that_are_right_are_left_alone()
    {
        var alarms = new List<string>();
        foreach (string path in Directory.EnumerateFiles(Path.Combine(Root, "tests", "kernels"), "*.cu", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            alarms.AddRange(Targets.SelectMany(t => Hazards(path, t)).Where(d => d.Code != "KP4007").Select(d => FormattableString.Invariant($"{Path.GetFileName(path)}({d.Span.Line}): {d.Code}: {d.Message}")));
        }
        alarms.ShouldBeEmpty();
    }
}
