using System.Reflection;
using KernelPort.Ir;
using KernelPort.Tests;

namespace KernelPort.Passes.Tests;

/// <summary>tests/passes/*/*.kir: `// pass: X`, a module, `// gives:`, the module the pass makes of it.</summary>
public class PassFileTests
{
    private const string Gives = "// gives:\n";

    public static TheoryData<string> Files() => [.. Directory.EnumerateFiles(Path.Combine(KernelFiles.Root, "tests", "passes"), "*.kir", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(KernelFiles.Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static IPass Find(string name)
    {
        var type = typeof(IPass).Assembly.GetTypes().Single(t => t.Name == name && t.IsAssignableTo(typeof(IPass)));
        return (IPass)Activator.CreateInstance(type)!;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void It_gives_what_the_file_says(string file)
    {
        string path = Path.Combine(KernelFiles.Root, file);
        string text = File.ReadAllText(path);
        int split = text.IndexOf(Gives, StringComparison.Ordinal);
        string before = split < 0 ? text : text[..split];
        string name = before.Split('\n')[0]["// pass: ".Length..].Trim();
        name.ShouldBe(file.Split('/')[^2], "the folder is the pass");
        var module = Reader.Read(before);
        Verifier.Check(module).ShouldBeEmpty();
        string after = Printer.Print(new Pipeline([Find(name)]).Run(module));
        if (Environment.GetEnvironmentVariable("KP_BLESS") == "1")
        {
            File.WriteAllText(path, before + Gives + after);
            return;
        }
        split.ShouldBeGreaterThan(0, "the file says what the pass gives");
        after.ShouldBe(text[(split + Gives.Length)..]);
    }

    [Fact]
    public void Every_pass_that_needs_no_settings_has_a_file()
    {
        var passes = typeof(IPass).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(IPass)) && t.GetConstructor(BindingFlags.Public | BindingFlags.Instance, []) is not null);
        var folders = Directory.EnumerateDirectories(Path.Combine(KernelFiles.Root, "tests", "passes")).Select(Path.GetFileName);
        passes.Select(p => p.Name).Except(folders!).ShouldBeEmpty();
    }
}
