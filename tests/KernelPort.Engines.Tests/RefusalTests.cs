using System.Text.RegularExpressions;
using KernelPort.Compiler;
using KernelPort.Core;

namespace KernelPort.Engines.Tests;

/// <summary>Files that must be refused: a comment `// ^ KPnnnn text` says what is reported on the line above it, and nothing else may be.</summary>
public partial class RefusalTests
{
    private static readonly string Folder = Path.Combine(Places.Root, "tests", "refusals");

    public static TheoryData<string> Files() => [.. Directory.EnumerateFiles(Folder, "*.cu").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"//\s*\^ (KP\d{4}) (.*)$")]
    private static partial Regex Expected();

    [Theory]
    [MemberData(nameof(Files))]
    public void The_message_stands_where_the_fault_is(string name)
    {
        var source = SourceText.Read(Path.Combine(Folder, name));
        var wanted = new List<(int Line, string Code, string Text)>();
        string[] lines = source.Text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (Expected().Match(lines[i]) is { Success: true } m)
            {
                wanted.Add((i, m.Groups[1].Value, m.Groups[2].Value.Trim()));
            }
        }
        wanted.ShouldNotBeEmpty();
        name.ShouldStartWith(wanted[0].Code);
        // A guessed type name is said twice, by the parser and by the binder; the binder's word counts.
        var found = Compiler.Compiler.Compile(source, new CompilerOptions()).Diagnostics.Where(d => d.Code.StartsWith("KP2", StringComparison.Ordinal)).ToList();
        found.Select(d => (d.Span.Line, d.Code)).Distinct().ShouldBe(wanted.Select(w => (w.Line, w.Code)));
        for (int i = 0; i < wanted.Count; i++)
        {
            found[i].Message.ShouldContain(wanted[i].Text);
        }
    }
}
