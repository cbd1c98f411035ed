using KernelPort.Cli;
using KernelPort.Core;
using KernelPort.Migration;

namespace KernelPort.Cli.Tests;

/// <summary>New output into edited output.</summary>
public sealed class MergeTests : IDisposable
{
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Theory]
    [InlineData("a\nb\nc\n", "a\nB\nc\n", "a\nb\nc\nd\n", "a\nB\nc\nd\n")]
    [InlineData("a\nb\nc\n", "a\nc\n", "a\nb\nc\nd\n", "a\nc\nd\n")]
    [InlineData("a\nb\nc\n", "a\nb\nc\n", "c\n", "c\n")]
    [InlineData("a\nb\nc\n", "a\nX\nc\n", "a\nX\nc\n", "a\nX\nc\n")]
    [InlineData("a\r\nb\r\nc\r\n", "a\r\nb\r\nC\r\n", "A\r\nb\r\nc\r\n", "A\r\nb\r\nC\r\n")]
    [InlineData("a\nb", "a\nb\nc", "A\nb", null)]
    [InlineData("a\nb\nc", "A\nb\nc", "a\nb\nc\n", "A\nb\nc\n")]
    [InlineData("", "x\n", "", "x\n")]
    [InlineData("x\n", "", "x\n", "")]
    public void ChangesApartComeTogether(string last, string edited, string fresh, string? expected)
    {
        var merged = ThreeWayMerge.Run(last, edited, fresh);
        if (expected is not null)
        {
            merged.Conflicts.ShouldBeEmpty();
            merged.Text.ShouldBe(expected);
        }
        else
        {
            // neighbouring lines, as git has it too
            merged.Conflicts.ShouldBe([0]);
            merged.Text.ShouldBe("<<<<<<< edited\na\nb\nc\n=======\nA\nb\n>>>>>>> migrated\n");
        }
    }

    [Theory]
    [InlineData("a\nb\nc\n", "a\nX\nc\n", "a\nY\nc\n", "a\n<<<<<<< edited\nX\n=======\nY\n>>>>>>> migrated\nc\n")]
    [InlineData("a\r\nb\r\n", "a\r\nX\r\n", "a\r\nY\r\n", "a\r\n<<<<<<< edited\r\nX\r\n=======\r\nY\r\n>>>>>>> migrated\r\n")]
    [InlineData("a\nb\nc\n", "a\nc\n", "a\nY\nc\n", "a\n<<<<<<< edited\n=======\nY\n>>>>>>> migrated\nc\n")]
    [InlineData("a\nb", "a\nX", "a\nY", "a\n<<<<<<< edited\nX\n=======\nY\n>>>>>>> migrated\n")]
    public void ChangesOfTheSameLinesConflict(string last, string edited, string fresh, string expected)
    {
        var merged = ThreeWayMerge.Run(last, edited, fresh);
        merged.Text.ShouldBe(expected);
        merged.Conflicts.ShouldBe([expected.IndexOf("<<<", StringComparison.Ordinal)]);
    }

    /// <summary>Every match is of equal lines and in order, and identity and one-sided changes come back exactly.</summary>
    [Fact]
    public void RandomTextsKeepTheLaws()
    {
        var random = new Random(11);
        string Text() => string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => (char)('a' + random.Next(5)) + (random.Next(9) == 0 ? "" : "\n")));
        for (int round = 0; round < 300; round++)
        {
            string a = Text(), b = Text();
            var (la, lb) = (LineDiff.Lines(a), LineDiff.Lines(b));
            var match = LineDiff.Match(la, lb);
            var pairs = match.Select((to, from) => (from, to)).Where(p => p.to >= 0).ToList();
            pairs.ShouldAllBe(p => la[p.from] == lb[p.to]);
            pairs.Select(p => p.to).ShouldBeInOrder(SortDirection.Ascending);
            pairs.Select(p => p.to).ShouldBeUnique();
            pairs.Count.ShouldBe(Longest(la, lb));
            ThreeWayMerge.Run(a, b, a).Text.ShouldBe(b);
            ThreeWayMerge.Run(a, a, b).Text.ShouldBe(b);
            ThreeWayMerge.Run(a, b, b).Text.ShouldBe(b);
        }
    }

    private static int Longest(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        var row = new int[b.Count + 1];
        foreach (string x in a)
        {
            int diagonal = 0;
            for (int j = 1; j <= b.Count; j++)
            {
                (diagonal, row[j]) = (row[j], x == b[j - 1] ? diagonal + 1 : Math.Max(row[j], row[j - 1]));
            }
        }
        return row[^1];
    }

    [Fact]
    public void WhollyDifferentTextsCostLittle()
    {
        string a = string.Concat(Enumerable.Range(0, 20_000).Select(i => FormattableString.Invariant($"a{i}\n")));
        string b = string.Concat(Enumerable.Range(0, 20_000).Select(i => FormattableString.Invariant($"b{i}\n")));
        ThreeWayMerge.Run(a, b, a).Text.ShouldBe(b);
    }

    [Fact]
    public void AnEditedOutputKeepsItsEdits()
    {
        Translate("#include <cuda_runtime.h>\nint a;\nint b;\nvoid f(void *p) { cudaFree(p); }\n", ExitCodes.Done);
        _work.Write("out/musa/a.mu", _work.Read("out/musa/a.mu").Replace("int a;", "int a = 1; // mine"));
        Translate("#include <cuda_runtime.h>\nint a;\nint b;\nvoid f(void *p) { cudaFree(p); cudaDeviceSynchronize(); }\n", ExitCodes.Done, "--merge");
        _work.Read("out/musa/a.mu").ShouldBe("#include <musa_runtime.h>\nint a = 1; // mine\nint b;\nvoid f(void *p) { musaFree(p); musaDeviceSynchronize(); }\n");
        // and once more: the copy is the new output, the edit is still one
        Translate("#include <cuda_runtime.h>\nint a;\nint b;\n", ExitCodes.Done, "--merge");
        _work.Read("out/musa/a.mu").ShouldBe("#include <musa_runtime.h>\nint a = 1; // mine\nint b;\n");
    }

    [Fact]
    public void AConflictIsMarkedAndSaid()
    {
        Translate("#include <cuda_runtime.h>\nint a;\n", ExitCodes.Done);
        _work.Write("out/musa/a.mu", "#include <musa_runtime.h>\nint mine;\n");
        Translate("#include <cuda_runtime.h>\nint theirs;\n", ExitCodes.Unsupported, "--merge");
        _work.Read("out/musa/a.mu").ShouldBe("#include <musa_runtime.h>\n<<<<<<< edited\nint mine;\n=======\nint theirs;\n>>>>>>> migrated\n");
        _work.Error.ShouldContain("out/musa/a.mu(2,1): warning KP4912: conflict");
    }

    [Fact]
    public void DeletedFilesAndGoneSources()
    {
        _work.Write("in/b.cu", "int b;\n");
        Translate("int a;\n", ExitCodes.Done);
        File.Delete(_work.Path("out/musa/a.mu"));
        File.Delete(_work.Path("in/b.cu"));
        Translate("int a;\n", ExitCodes.Done, "--merge");
        _work.Has("out/musa/a.mu").ShouldBeFalse();
        _work.Has("out/musa/b.mu").ShouldBeTrue();
        _work.Error.ShouldContain("warning KP4913: 'musa/b.mu'");
        Translate("int other;\n", ExitCodes.Unsupported, "--merge");
        _work.Read("out/musa/a.mu").ShouldBe("int other;\n");
        _work.Error.ShouldContain("KP4912: conflict: it was deleted");
    }

    [Fact]
    public void WithoutACopyNothingIsOverwritten()
    {
        _work.Write("out/musa/a.mu", "mine\n");
        Translate("int a;\n", ExitCodes.Unsupported, "--merge");
        _work.Read("out/musa/a.mu").ShouldBe("mine\n");
        _work.Error.ShouldContain("KP4912: conflict: there is no copy");
    }

    private void Translate(string text, int expected, params string[] more)
    {
        _work.Write("in/a.cu", text);
        _work.Run(["translate", _work.Path("in"), "--target", "musa", "-o", _work.Path("out"), .. more]).ShouldBe(expected, _work.Error);
    }
}
