using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Launches;

namespace KernelPort.Tests;

/// <summary>The kernel test files, lowered with the template instances their launch lines name.</summary>
internal static class KernelFiles
{
    public static readonly string Root = FindRoot();

    private static readonly Dictionary<string, Lazy<Compilation>> Compiled = [];

    public static string[] All() => [.. Directory.EnumerateFiles(Path.Combine(Root, "tests", "kernels"), "*.cu", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static Compilation Compile(string file)
    {
        Lazy<Compilation> lazy;
        lock (Compiled)
        {
            if (!Compiled.TryGetValue(file, out lazy!))
            {
                Compiled[file] = lazy = new Lazy<Compilation>(() => CompileNow(file));
            }
        }
        return lazy.Value;
    }

    private static Compilation CompileNow(string file)
    {
        string text = Text(file);
        var wanted = LaunchHeader.Parse(text).Launches.SelectMany(l => l.Steps).Where(s => s.TemplateArguments.Length > 0).Select(s => s.Kernel).Distinct();
        return Compiler.Compiler.Compile(new SourceText(file, text), new CompilerOptions { Instantiate = wanted.ToEquatable() });
    }

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Directory.Build.props")))
        {
            folder = Path.GetDirectoryName(folder);
        }
        return folder ?? throw new InvalidOperationException("the repository's root was not found");
    }
}
