namespace KernelPort.Twin.Tests;

/// <summary>
/// What a vendor lacks its twin must lack. Each file's first line gives the facts row and the word the compiler's error must name;
/// without the offending line (KP_CONTROL) all files of a twin compile, so nothing else is wrong with them.
/// </summary>
public class MustNotCompileTests
{
    public static TheoryData<string> Folders() => [.. Directory.EnumerateDirectories(Path.Combine(Places.Root, "tests", "twin")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private static TwinTarget TargetOf(string folder) => Places.Targets[folder.Replace('-', ':')];

    private static string[] FilesOf(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(Places.Root, "tests", "twin", folder, "must-not-compile"), "*.cpp").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void There_are_at_least_twenty_a_twin(string folder) => FilesOf(folder).Length.ShouldBeGreaterThanOrEqualTo(20);

    [Theory]
    [MemberData(nameof(Folders))]
    public void The_controls_compile(string folder)
    {
        if (!Places.CanRun(folder))
        {
            return;
        }
        string all = "#define KP_CONTROL 1\n" + string.Concat(FilesOf(folder).Select(File.ReadAllText)) + "\nint main() { return 0; }\n";
        var program = Places.Runner.Compile(all, TargetOf(folder), []);
        program.Status.ShouldBe(TwinStatus.Done, program.Output);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Each_is_refused_for_its_reason(string folder)
    {
        if (!Places.CanRun(folder))
        {
            return;
        }
        var wrong = new List<string>();
        Parallel.ForEach(FilesOf(folder), new ParallelOptions { MaxDegreeOfParallelism = 2 }, file =>
        {
            string text = File.ReadAllText(file);
            string first = text[..text.IndexOf('\n', StringComparison.Ordinal)];
            string expected = first[(first.LastIndexOf(": ", StringComparison.Ordinal) + 2)..].Trim();
            var program = Places.Runner.Compile("#include \"kp_twin_prelude.h\"\n" + text, TargetOf(folder), ["-fsyntax-only"]);
            bool named = program.Output.Split('\n').Any(l => l.Contains("error", StringComparison.Ordinal) && l.Contains(expected, StringComparison.Ordinal));
            if (program.Status != TwinStatus.CompileFailed || !named)
            {
                lock (wrong)
                {
                    wrong.Add($"{Path.GetFileName(file)}: {program.Status}, expected an error naming '{expected}'\n{program.Output}");
                }
            }
        });
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }
}
