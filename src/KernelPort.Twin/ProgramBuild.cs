using System.Text;

namespace KernelPort.Twin;

/// <summary>What a whole program is compiled from and how.</summary>
public sealed record ProgramRequest(IReadOnlyList<string> Units, TwinTarget Target)
{
    public IReadOnlyList<string> IncludeFolders { get; init; } = [];

    public IReadOnlyList<(string Name, string Value)> Defines { get; init; } = [];

    public string Standard { get; init; } = "c++17";

    public int Jobs { get; init; } = 1;

    /// <summary>Its kernels may come from an engine outside (core/kp_elsewhere.h).</summary>
    public bool HasKernelsElsewhere { get; init; }

    /// <summary>
    /// The functions that count on the lanes of a warp going in step, where every access of shared memory is a place where they meet; null
    /// where it is not known which.
    /// </summary>
    public IReadOnlyList<string>? LockStep { get; init; } = [];

    /// <summary>Every access of shared memory is looked at for races.</summary>
    public bool FindsRaces { get; init; }
}

/// <summary>Compiles whole programs, host half and all, against a twin; what was compiled once is kept by content.</summary>
public sealed class ProgramBuild(TwinRunner runner)
{
    // A run is no review: warnings are what `check` is for.
    private static readonly string[] Quiet = ["-w"];

    /// <summary>The text in front of every CUDA unit.</summary>
    private static string Prelude(TwinTarget target) => $"#pragma once\n#define KP_PROGRAM 1\n#include \"{target.Header}\"\n#include \"kp_program.h\"\n";

    public TwinProgram Compile(ProgramRequest request)
    {
        if (!runner.HasCompiler)
        {
            return new TwinProgram(TwinStatus.CompilerMissing, "", $"not run, because there is no C++ compiler ({runner.Compiler})");
        }
        var sources = ProgramSources.Read(request.Units, request.Target, request.IncludeFolders);
        // Lanes that rely on running in step, or wait for memory, say so with `volatile`: then each such access is a place to take turns.
        var steps = sources.Steps(request.LockStep);
        string[] options = Options(request, sources, steps);
        string prelude = runner.PreparePrelude(request.Target, Prelude(request.Target), options);
        var runtime = runner.PrepareRuntime(request.Target, Prelude(request.Target), RuntimeParts(request, sources, steps));
        if (runtime.Status != TwinStatus.Done)
        {
            return runtime;
        }
        string key = runner.Key([.. sources.Texts.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Key + "\n" + t.Value), .. options, .. request.LockStep ?? ["*"], .. request.Units, Path.GetFileName(prelude), string.Join('\n', request.IncludeFolders)]);
        string folder = Path.Combine(runner.CacheFolder, "program-" + key);
        string executable = Path.Combine(folder, "program");
        if (File.Exists(executable))
        {
            BuildCache.Touch(folder);
            return new TwinProgram(TwinStatus.Done, executable, "");
        }
        string building = folder + "." + Guid.NewGuid().ToString("N");
        Directory.CreateDirectory(building);
        try
        {
            var program = Build(request, sources, steps, options, prelude, runtime.Executable, building);
            if (program.Status == TwinStatus.Done)
            {
                Keep(building, folder);
                return program with { Executable = executable };
            }
            return program with { Output = program.Output.Replace(Path.Combine(building, "src"), "", StringComparison.Ordinal) };
        }
        finally
        {
            if (Directory.Exists(building))
            {
                Directory.Delete(building, true);
            }
        }
    }

    private static void Keep(string building, string folder)
    {
        try
        {
            Directory.Move(building, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // another process was quicker
        }
    }

    private TwinProgram Build(ProgramRequest request, ProgramSources sources, StepScope steps, string[] options, string prelude, string runtime, string building)
    {
        var copyOf = sources.Write(Path.Combine(building, "src"), steps);
        string[] units = [.. request.Units.Select(Path.GetFullPath)];
        var outputs = new (int? Exit, string Text)[units.Length];
        Parallel.For(0, units.Length, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, request.Jobs) }, i =>
        {
            string language = IsC(units[i]) ? "c" : "c++";
            string[] front = IsC(units[i]) ? [.. options.Where(o => !o.StartsWith("-std=", StringComparison.Ordinal))]
                : IsCuda(units[i], request.Target) ? [.. options, "-isystem", prelude, "-include", "kp_twin_prelude.h"]
                : [.. options, "-DKP_PROGRAM=1", "-DKP_HOST_UNIT=1"];
            string[] folders = [.. request.IncludeFolders.SelectMany(f => new[] { "-I", f }), "-iquote", Path.GetDirectoryName(units[i])!];
            var (exit, output, errors) = TwinRunner.Execute(runner.Compiler, [.. front, .. folders, "-x", language, "-c", copyOf(units[i]), "-o", Object(building, i)], TimeSpan.FromMinutes(5));
            outputs[i] = (exit, output + errors);
        });
        if (outputs.FirstOrDefault(o => o.Exit != 0) is { Text: not null } failed)
        {
            return new TwinProgram(failed.Exit is null ? TwinStatus.TimedOut : TwinStatus.CompileFailed, "", string.Concat(outputs.Where(o => o.Exit != 0).Select(o => o.Text)));
        }
        string executable = Path.Combine(building, "program");
        string[] flags = [.. options.Where(o => o is "-fopenmp" or "-pthread" or "-no-pie" || o.StartsWith("-O", StringComparison.Ordinal))];
        var (linked, text, errors) = TwinRunner.Execute(runner.Compiler, [.. flags, .. units.Select((_, i) => Object(building, i)), runtime, "-o", executable, "-lm"], TimeSpan.FromMinutes(2));
        return linked == 0 ? new TwinProgram(TwinStatus.Done, executable, "") : new TwinProgram(TwinStatus.LinkFailed, "", text + errors);
    }

    private static string Object(string building, int i) => Path.Combine(building, $"unit{i}.o");

    private static bool IsC(string path) => path.EndsWith(".c", StringComparison.Ordinal);

    private static bool IsCuda(string path, TwinTarget target) => target.SourceSuffixes.Any(s => path.EndsWith(s, StringComparison.OrdinalIgnoreCase));

    private static string[] Options(ProgramRequest request, ProgramSources sources, StepScope steps)
    {
        // What the lanes exchange must be in memory when they do, and one place in the text one place in the program: nothing of it is optimized.
        string level = steps.IsWhole ? "-O0" : "-O2";
        string[] parts = RuntimeParts(request, sources, steps);
        bool openMp = sources.Texts.Values.Any(t => t.Contains("omp.h", StringComparison.Ordinal) || t.Contains("pragma omp", StringComparison.Ordinal));
        return
        [
            "-std=" + request.Standard.Replace("c++", "gnu++", StringComparison.Ordinal), .. TwinRunner.CommonOptions.Where(o => !o.StartsWith("-std", StringComparison.Ordinal) && !o.StartsWith("-O", StringComparison.Ordinal)), level, .. Quiet,
            .. request.Target.Options, .. request.Target.IncludeFolders.SelectMany(f => new[] { "-isystem", f }),
            .. request.Defines.Select(d => $"-D{d.Name}={d.Value}"), .. openMp ? (string[])["-fopenmp"] : [],
            .. parts.Length > 0 ? (string[])["-fsanitize=thread", "--param", "tsan-distinguish-volatile=1"] : [], .. parts,
            .. request.FindsRaces ? (string[])["-g1"] : [],
            // Variables lie where the file says, so that who compiles kernels for it knows their addresses.
            .. request.HasKernelsElsewhere ? (string[])["-DKP_KERNELS_ELSEWHERE=1", "-no-pie"] : [],
        ];
    }

    // What the runtime does beyond running grids, which takes the compiler's instrumentation of every access.
    private static string[] RuntimeParts(ProgramRequest request, ProgramSources sources, StepScope steps) =>
    [
        .. !steps.IsEmpty || sources.HasVolatileDeviceCode || request.FindsRaces ? (string[])["-DKP_INSTRUMENTED=1"] : [],
        .. !steps.IsEmpty ? (string[])["-DKP_LOCK_STEP=1"] : [],
        .. request.FindsRaces ? (string[])["-DKP_RACES=1"] : [],
    ];
}
