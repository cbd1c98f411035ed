using System.Security.Cryptography;
using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Twin;

namespace KernelPort.Corpora;

/// <summary>
/// Puts public CUDA files through the front end and every target, and counts. Takes the folder of KP_CORPORA (laid out as owner+name) and a manifest
/// (repository,path,sha256,tier); contains and downloads nothing.
/// </summary>
public static class Program
{
    private static readonly string[] Tested = ["cuda", "musa:mp_31", "dcu:gfx906", "birensupa:br2xx", "birensupa:br1xx", "maca", "corex", "cann:950", "opencl", "cpu"];

    // the dialects of threads, which a sweep emits for
    private static readonly string[] Dialects = ["musa:mp_31", "dcu:gfx906", "birensupa:br2xx", "birensupa:br1xx", "maca", "corex", "cann:950"];

    public static int Main(string[] arguments)
    {
        string root = FindRoot();
        string manifest = arguments.Length > 0 ? arguments[0] : Path.Combine(root, "tests", "corpora", "manifest.csv");
        if (Environment.GetEnvironmentVariable("KP_CORPORA") is not { Length: > 0 } folder)
        {
            Console.WriteLine("not run, because KP_CORPORA names no folder of corpora");
            return 0;
        }
        if (arguments.Contains("--write"))
        {
            return Write(manifest, folder);
        }
        if (arguments is ["--sweep", ..])
        {
            return Sweep(root, folder, arguments[1..]);
        }
        var tally = new Tally();
        var twins = new TwinRunner(Path.Combine(root, "artifacts", "twin-cache"));
        var twinTargets = TwinCatalogue.Load(root);
        foreach (string line in File.ReadLines(manifest).Skip(1).Where(l => l.Length > 0))
        {
            string[] cells = line.Split(',');
            string path = Path.Combine(folder, cells[0].Replace('/', '+'), cells[1]);
            if (!File.Exists(path) || Hash(path) != cells[2])
            {
                tally.Add("files", "not run, because the file is absent or another version");
                continue;
            }
            tally.Add("files", "read");
            RunFile(path, cells[0] + "/" + cells[1], tally, twins, twinTargets);
        }
        tally.Print();
        return 0;
    }

    /// <summary>
    /// The front end over every .cu file under some folders of the corpora: `--sweep ORNL+HeCBench/src -cuda/` takes those with the second word in their
    /// path. With `--emit` what is lowered goes to every dialect of threads too, with `--compile` their texts through the twins' compiler.
    /// </summary>
    private static int Sweep(string root, string folder, string[] arguments)
    {
        var tally = new Tally();
        bool compile = arguments.Contains("--compile");
        bool emit = compile || arguments.Contains("--emit");
        arguments = [.. arguments.Where(a => !a.StartsWith("--", StringComparison.Ordinal))];
        var twins = compile ? new TwinRunner(Path.Combine(root, "artifacts", "twin-cache")) : null;
        var twinTargets = TwinCatalogue.Load(root);
        string under = Path.Combine(folder, arguments[0]);
        foreach (string path in Directory.EnumerateFiles(under, "*.cu", SearchOption.AllDirectories).Where(p => arguments.Length < 2 || p.Contains(arguments[1], StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            if (IsIncluded(path))
            {
                tally.Add("files", "parts of another file, read with it");
                continue;
            }
            tally.Add("files", "read");
            string name = Path.GetRelativePath(folder, path);
            if (Front(path, name, tally, BuildFlags.For(path, under)) is not { } compilation || !compilation.Module.Kernels.Any())
            {
                continue;
            }
            if (compilation.Failed.Count == 0)
            {
                tally.Add("files", "with kernels, all lowered");
            }
            if (emit)
            {
                EmitAll(compilation, Dialects, name, tally, twins, twinTargets);
            }
        }
        tally.Print();
        return 0;
    }

    // A .cu that a neighbour includes is no translation unit of its own.
    private static bool IsIncluded(string path)
    {
        string name = "\"" + Path.GetFileName(path) + "\"";
        return Directory.EnumerateFiles(Path.GetDirectoryName(path)!).Where(f => f != path && Path.GetExtension(f) is ".cu" or ".cuh" or ".h" or ".cpp")
            .Any(f => File.ReadLines(f).Any(l => l.TrimStart().StartsWith("#include", StringComparison.Ordinal) && l.Replace("\"./", "\"", StringComparison.Ordinal).Contains(name, StringComparison.Ordinal)));
    }

    private static Compilation? Front(string path, string name, Tally tally, BuildFlags? flags = null)
    {
        Compilation compilation;
        try
        {
            string parent = Path.GetDirectoryName(path)!;
            var options = new CompilerOptions
            {
                IncludeDirectories = [parent, .. flags?.Includes ?? [], Path.Combine(parent, "..", "include"), Path.Combine(parent, "..", "..", "..", "Common")],
                Defines = flags?.Defines ?? [],
            };
            compilation = Compiler.Compiler.Compile(SourceText.Read(path), options);
            if (compilation.Diagnostics.Any(d => d.Code == "KP2015"))
            {
                // Device functions of the program's other files.
                compilation = SeparateUnits.Compile([compilation.Source, .. Directory.EnumerateFiles(parent, "*.cu", SearchOption.AllDirectories).Where(p => p != path && !IsIncluded(p)).Order(StringComparer.Ordinal).Select(SourceText.Read)], options, 1)[0];
            }
        }
        catch (Exception e)
        {
            tally.Add("files", "crash");
            Console.WriteLine($"CRASH {name}: {e.GetType().Name}: {e.Message} {e.StackTrace?.Split('\n').FirstOrDefault()}");
            return null;
        }
        var counts = compilation.Parse.Unit.Counts;
        tally.Add("declarations", "parsed", counts.Declarations - counts.FailedDeclarations);
        tally.Add("declarations", "failed", counts.FailedDeclarations);
        tally.Add("host bodies kept as islands", "", counts.Islands);
        tally.Add("guessed type names", "", counts.GuessedTypeNames);
        tally.Add("kernels", "lowered", compilation.Module.Kernels.Count());
        tally.Add("kernels", "failed", compilation.Failed.Count);
        tally.Add("kernels", "templates nobody launches", compilation.Unlaunched.Count);
        foreach (var d in compilation.Diagnostics.Where(d => d.Severity == Severity.Error))
        {
            tally.Add("error " + d.Code, Short(d.Message));
        }
        if (Environment.GetEnvironmentVariable("KP_VERBOSE") == "1")
        {
            foreach (var d in compilation.Diagnostics.Where(d => d.Severity == Severity.Error).Take(8))
            {
                Console.Write(DiagnosticPrinter.Print(d, withSource: false));
            }
            foreach (string kernel in compilation.Failed)
            {
                Console.WriteLine($"FAILED {name}: {kernel}");
            }
        }
        return compilation;
    }

    private static void RunFile(string path, string name, Tally tally, TwinRunner twins, IReadOnlyDictionary<string, TwinTarget> twinTargets)
    {
        if (Front(path, name, tally) is not { } compilation)
        {
            return;
        }
        if (compilation.Module.Kernels.Any())
        {
            EmitAll(compilation, Tested, name, tally, twins, twinTargets);
        }
    }

    private static void EmitAll(Compilation compilation, string[] targets, string name, Tally tally, TwinRunner? twins, IReadOnlyDictionary<string, TwinTarget> twinTargets)
    {
        foreach (var backend in BackendCatalogue.All)
        {
            foreach (var target in backend.Targets.Where(t => targets.Contains(t.Name)))
            {
                Emit(compilation, backend, target, name, tally, twins, twinTargets);
            }
        }
    }

    private static void Emit(Compilation compilation, IBackend backend, Target target, string name, Tally tally, TwinRunner? twins, IReadOnlyDictionary<string, TwinTarget> twinTargets)
    {
        Emission emission;
        try
        {
            emission = Compiler.Compiler.OnDeepStack(() => Emission.Run(compilation.Module, backend, target, Path.GetFileName(name)));
        }
        catch (Exception e)
        {
            tally.Add(target.Name, "crash");
            Console.WriteLine($"CRASH {name} for {target.Name}: {e.GetType().Name}: {e.Message}");
            return;
        }
        int emitted = emission.Kernels.Count(k => k.IsEmitted);
        tally.Add(target.Name, "kernels emitted", emitted);
        foreach (var refused in emission.Kernels.Where(k => !k.IsEmitted))
        {
            tally.Add(target.Name, "kernels refused " + refused.Refusals[0].Code);
            tally.Add(target.Name + " refuses first", Short(refused.Refusals[0].Message));
        }
        if (emission.File is not { } file || !twinTargets.TryGetValue(target.Name, out var twin) || twins is not { HasCompiler: true })
        {
            return;
        }
        var program = twins.Compile("#include \"kp_twin_prelude.h\"\n" + TwinSource.Rewrite(file.Text, twin).Text, twin, ["-fsyntax-only"]);
        bool compiled = program.Status == TwinStatus.Done;
        tally.Add(target.Name, compiled ? "kernels compiled in the twin" : "kernels the twin does not compile", emitted);
        if (!compiled)
        {
            Console.WriteLine($"{target.Name}: {name}: {program.Output.Split('\n').FirstOrDefault(l => l.Contains("error", StringComparison.Ordinal))}");
        }
    }

    // Messages without the names in them, so that alike ones are counted together.
    private static string Short(string message) => System.Text.RegularExpressions.Regex.Replace(message, "'[^']*'", m => m.Value.StartsWith("'__", StringComparison.Ordinal) || m.Value.Contains("::", StringComparison.Ordinal) ? m.Value : "'...'");

    private static int Write(string manifest, string folder)
    {
        var lines = new List<string> { "repository,path,sha256,tier" };
        foreach (string line in File.ReadLines(manifest).Skip(1).Where(l => l.Length > 0))
        {
            string[] cells = line.Split(',');
            string path = Path.Combine(folder, cells[0].Replace('/', '+'), cells[1]);
            lines.Add(File.Exists(path) ? $"{cells[0]},{cells[1]},{Hash(path)},{cells[^1]}" : line);
        }
        File.WriteAllLines(manifest, lines);
        return 0;
    }

    private static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Directory.Build.props")))
        {
            folder = Path.GetDirectoryName(folder);
        }
        return folder ?? throw new InvalidOperationException("the repository's root was not found");
    }

    /// <summary>Counts by group and name.</summary>
    private sealed class Tally
    {
        private readonly SortedDictionary<string, SortedDictionary<string, int>> _groups = new(StringComparer.Ordinal);

        public void Add(string group, string name, int count = 1)
        {
            if (!_groups.TryGetValue(group, out var inner))
            {
                _groups[group] = inner = new SortedDictionary<string, int>(StringComparer.Ordinal);
            }
            inner[name] = inner.GetValueOrDefault(name) + count;
        }

        public void Print()
        {
            foreach (var (group, inner) in _groups)
            {
                foreach (var (name, count) in inner.OrderByDescending(p => p.Value).Take(12))
                {
                    Console.WriteLine($"{group,-28} {count,6} {name}");
                }
            }
        }
    }
}
