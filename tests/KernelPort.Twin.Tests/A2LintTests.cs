using System.Text.RegularExpressions;

namespace KernelPort.Twin.Tests;

/// <summary>No text that we emit for A2 has a scalar store to global memory in parallel code, a flag without its pair, or a type outside the table (npu-dialects 2.6, 2.7, 2.10).</summary>
public partial class A2LintTests
{
    private static readonly string[] TensorTypes = ["float", "half", "bfloat16_t", "int8_t", "uint8_t", "int16_t", "uint16_t", "int32_t", "uint32_t", "int64_t", "uint64_t", "T", "U", "A"];

    private static IEnumerable<(string File, string Text)> Files() =>
        Directory.EnumerateFiles(Path.Combine(Places.Root, "backends", "Cann", "tests", "approved", "cann-a2"), "*.asc", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => (Path.GetRelativePath(Places.Root, f), File.ReadAllText(f)));

    /// <summary>What is wrong with a text.</summary>
    private static IEnumerable<string> Lint(string text)
    {
        var globals = Global().Matches(text).Select(m => m.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        foreach (Match m in ScalarStore().Matches(text))
        {
            if (globals.Contains(m.Groups["name"].Value))
            {
                yield return $"scalar store to global memory: {m.Value}";
            }
        }
        foreach (string line in text.Split('\n'))
        {
            var set = Set().Matches(line).Select(m => m.Groups["flag"].Value).ToList();
            var wait = Wait().Matches(line).Select(m => m.Groups["flag"].Value).ToList();
            if (!set.SequenceEqual(wait, StringComparer.Ordinal))
            {
                yield return $"a flag without its pair: {line.Trim()}";
            }
        }
        var taken = Allocated().Matches(text).Select(m => m.Groups["flag"].Value).Order(StringComparer.Ordinal);
        var given = Released().Matches(text).Select(m => m.Groups["flag"].Value).Order(StringComparer.Ordinal);
        if (!taken.SequenceEqual(given, StringComparer.Ordinal))
        {
            yield return "event ids that are not released";
        }
        foreach (Match m in TensorType().Matches(text))
        {
            if (!TensorTypes.Contains(m.Groups["type"].Value))
            {
                yield return $"a tensor of a type that A2 has not: {m.Value}";
            }
        }
        if (Regex.IsMatch(text, @"\bdouble\b"))
        {
            yield return "double";
        }
    }

    [Fact]
    public void Emitted_texts_have_none_of_it()
    {
        var files = Files().ToList();
        files.Count.ShouldBeGreaterThan(100);
        string.Join('\n', files.SelectMany(f => Lint(f.Text).Select(l => $"{f.File}: {l}"))).ShouldBe("");
    }

    [Theory]
    [InlineData("GlobalTensor<float> p_y;\np_y.SetValue(3, 1.0f);", "scalar store")]
    [InlineData("SetFlag<HardEvent::V_S>(e_V_S);", "without its pair")]
    [InlineData("WaitFlag<HardEvent::V_S>(e_V_S);", "without its pair")]
    [InlineData("e_V_S = pipe.AllocEventID<HardEvent::V_S>();", "not released")]
    [InlineData("LocalTensor<bool> t;", "a type that A2 has not")]
    [InlineData("const double x = 1;", "double")]
    public void The_lint_finds_each(string text, string expected) => Lint(text).ShouldContain(l => l.Contains(expected, StringComparison.Ordinal));

    [GeneratedRegex(@"GlobalTensor<\w+>&? (?<name>\w+)")]
    private static partial Regex Global();

    [GeneratedRegex(@"(?<name>\w+)(?:\[[^\]]*\])?\.SetValue\([^;]*;")]
    private static partial Regex ScalarStore();

    [GeneratedRegex(@"SetFlag<HardEvent::(?<flag>\w+)>")]
    private static partial Regex Set();

    [GeneratedRegex(@"WaitFlag<HardEvent::(?<flag>\w+)>")]
    private static partial Regex Wait();

    [GeneratedRegex(@"AllocEventID<HardEvent::(?<flag>\w+)>")]
    private static partial Regex Allocated();

    [GeneratedRegex(@"ReleaseEventID<HardEvent::(?<flag>\w+)>")]
    private static partial Regex Released();

    [GeneratedRegex(@"(?:Local|Global)Tensor<(?<type>[^>]+)>")]
    private static partial Regex TensorType();
}
