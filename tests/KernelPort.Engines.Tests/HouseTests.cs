using System.Text.RegularExpressions;

namespace KernelPort.Engines.Tests;

/// <summary>The house rules that a machine can check.</summary>
public partial class HouseTests
{
    /// <summary>Which projects of src/ a project may reference.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Core"] = [],
        ["Ir"] = ["Core"],
        ["Cuda"] = ["Core", "Ir", "Grammar"],
        ["Passes"] = ["Core", "Ir"],
        ["Execution"] = ["Core", "Ir"],
        ["Backends"] = ["Core", "Ir", "Passes"],
        ["Migration"] = ["Core", "Cuda", "Backends", "Grammar"],
        ["Launches"] = ["Core"],
        ["Twin"] = ["Core", "Launches"],
    };

    [Fact]
    public void Rooms_know_only_whom_they_may()
    {
        foreach (var (room, allowed) in Allowed)
        {
            string project = Path.Combine(Places.Root, "src", "KernelPort." + room, $"KernelPort.{room}.csproj");
            var references = Reference().Matches(File.ReadAllText(project)).Select(m => m.Groups[1].Value).ToList();
            references.Except(allowed).ShouldBeEmpty(room);
        }
    }

    [GeneratedRegex("""ProjectReference Include="[^"]*KernelPort\.(\w+)\.csproj""")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\b(musa|hip|hygon|biren|supa|cann|ascend|huawei|maca|metax|corex|iluvatar|cambricon|moore threads)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Vendor();

    [Fact]
    public void No_vendor_is_named_in_the_rooms_that_serve_all()
    {
        string[] rooms = ["Core", "Ir", "Passes", "Execution", "Backends", "Engines", "Compiler", "Kits"];
        var named = rooms.SelectMany(r => Directory.EnumerateFiles(Path.Combine(Places.Root, "src", "KernelPort." + r), "*.cs", SearchOption.AllDirectories))
            .SelectMany(f => File.ReadLines(f).Where(l => Vendor().IsMatch(l)).Select(l => $"{Path.GetFileName(f)}: {l.Trim()}"))
            .Where(l => !l.Contains("///", StringComparison.Ordinal));
        named.ShouldBeEmpty();
    }

    [Fact]
    public void Files_are_below_500_lines()
    {
        string[] rooms = ["src", "backends", "tests", "tools", "bench", "samples"];
        var over = rooms.SelectMany(r => Directory.EnumerateFiles(Path.Combine(Places.Root, r), "*.cs", SearchOption.AllDirectories))
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(f => (Name: Path.GetFileName(f), Lines: File.ReadLines(f).Count()))
            .Where(f => f.Lines > 500);
        over.ShouldBeEmpty();
    }

    [Fact]
    public void The_executor_and_the_front_end_do_not_know_each_other()
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Places.Root, "src", "KernelPort.Execution"), "*.cs", SearchOption.AllDirectories))
        {
            File.ReadAllText(file).ShouldNotContain("KernelPort.Cuda");
        }
    }
}
