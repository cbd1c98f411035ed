using System.Reflection;

namespace KernelPort.Run.Tests;

/// <summary>A program under tests/programs and what its first comment lines expect of it.</summary>
public sealed record ProgramFile(string Path, string? Output, int Exit, IReadOnlyList<string> Errors, IReadOnlyList<string> Notes, IReadOnlyList<string> With, string Lacking)
{
    private static readonly string Root = typeof(ProgramFile).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "RepositoryRoot").Value!;

    private static string Folder => System.IO.Path.Combine(Root, "tests", "programs");

    /// <summary>Every program, below the folder.</summary>
    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.cu").Append(System.IO.Path.Combine(Folder, "several", "main.cu")).Append(System.IO.Path.Combine(Folder, "apart", "main.cu"))
            .Select(f => System.IO.Path.GetRelativePath(Folder, f)).Order(StringComparer.Ordinal);

    public static ProgramFile Read(string name)
    {
        string path = System.IO.Path.Combine(Folder, name);
        var lines = File.ReadLines(path).TakeWhile(l => l.StartsWith("//", StringComparison.Ordinal)).Select(l => l[2..].Trim()).ToList();
        string[] All(string key) => [.. lines.Where(l => l.StartsWith(key + ": ", StringComparison.Ordinal)).Select(l => l[(key.Length + 2)..])];
        return new ProgramFile(
            path,
            All("output").SingleOrDefault(),
            All("exit").Select(int.Parse).SingleOrDefault(),
            All("error"),
            All("note"),
            [.. All("with").SelectMany(w => w.Split(' ')).Select(w => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path)!, w))],
            All("lacking").SingleOrDefault() ?? "");
    }
}
