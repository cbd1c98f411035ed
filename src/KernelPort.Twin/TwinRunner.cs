using System.Buffers.Binary;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using KernelPort.Core;
using KernelPort.Launches;

namespace KernelPort.Twin;

/// <summary>How a compilation or run ended.</summary>
public enum TwinStatus
{
    Done,
    CompilerMissing,
    CompileFailed,
    LinkFailed,
    Violation,
    Crashed,
    TimedOut,
    DriverMissing,
}

/// <summary>A buffer or symbol after the run; the type is known for symbols only.</summary>
public sealed record TwinBuffer(string Name, string Type, byte[] Bytes);

/// <summary>The outcome of compiling a program.</summary>
public sealed record TwinProgram(TwinStatus Status, string Executable, string Output);

/// <summary>The outcome of one launch.</summary>
public sealed record TwinRun(TwinStatus Status, int ExitCode, string Output, string Errors, EquatableArray<TwinBuffer> Buffers)
{
    public byte[]? Find(string name) => Buffers.FirstOrDefault(b => b.Name == name)?.Bytes;
}

/// <summary>Compiles programs against a twin with the system's C++ compiler and runs them; what was compiled once is kept by content.</summary>
public sealed class TwinRunner
{
    /// <summary>The options everything is compiled with: no contraction, wrapping integers.</summary>
    public static readonly EquatableArray<string> CommonOptions =
        ["-std=c++17", "-O1", "-ffp-contract=off", "-fwrapv", "-fno-strict-aliasing", "-Wno-narrowing", "-pthread"];

    private readonly string _cache;
    private readonly string _compiler;
    private readonly string _compilerVersion;
    private readonly TimeSpan _limit;
    private readonly Dictionary<string, string> _folderHashes = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    public TwinRunner(string cacheFolder, string? compiler = null, TimeSpan? runLimit = null)
    {
        _cache = cacheFolder;
        _limit = runLimit ?? TimeSpan.FromSeconds(30);
        Directory.CreateDirectory(cacheFolder);
        (_compiler, _compilerVersion) = FindCompiler(compiler);
    }

    /// <summary>False where no C++ compiler answers; runs then say CompilerMissing.</summary>
    public bool HasCompiler => _compilerVersion.Length > 0;

    public string Compiler => _compiler;

    /// <summary>Its thread instrumentation can be told apart from volatile accesses: GCC's can, which says whose it is.</summary>
    public bool CanInstrument => _compilerVersion.Contains("Free Software Foundation", StringComparison.Ordinal);

    internal string CacheFolder => _cache;

    /// <summary>Compiles kernel text with the launches of a header.</summary>
    /// <param name="headers">Files that the text includes, by the path it includes them by.</param>
    public TwinProgram CompileKernels(string text, string fileName, IReadOnlyList<TestLaunch> launches, TwinTarget target, IReadOnlyList<(string Path, string Text)>? headers = null) =>
        !target.LlvmFunctions.IsEmpty
            ? CompileLlvm(text, fileName, launches, target)
            : Compile(TwinDriver.Generate(text, fileName, launches, target), target, headers is null or [] ? [] : ["-I", Write(headers)]);

    /// <summary>LLVM text for another machine, as an object for this one beside a driver in C++.</summary>
    private TwinProgram CompileLlvm(string text, string fileName, IReadOnlyList<TestLaunch> launches, TwinTarget target)
    {
        string here = LlvmTwinText.Retarget(text, target.LlvmFunctions);
        string path = Path.Combine(_cache, "kernels-" + Key(here) + ".o");
        if (!File.Exists(path))
        {
            string source = Path.ChangeExtension(path, ".ll"), temporary = path + "." + Guid.NewGuid().ToString("N");
            File.WriteAllText(source, here);
            try
            {
                var (exit, output, errors) = Execute(LlvmAssembler, ["-x", "ir", "-c", "-O1", "-ffp-contract=off", "-fPIC", "-Wno-override-module", source, "-o", temporary], TimeSpan.FromMinutes(2));
                if (exit != 0)
                {
                    return new TwinProgram(exit is null ? TwinStatus.TimedOut : TwinStatus.CompileFailed, "", output + errors);
                }
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return new TwinProgram(TwinStatus.CompilerMissing, "", $"not run, because {LlvmAssembler} is not installed");
            }
            File.Move(temporary, path, true);
        }
        BuildCache.Touch(path);
        return Compile(TwinDriver.Generate(LlvmTwinText.Declarations(text), fileName, launches, target), target, [path]);
    }

    private static string LlvmAssembler => Environment.GetEnvironmentVariable("KP_CLANG") is { Length: > 0 } named ? named : "clang-19";

    /// <summary>A folder with these files, named by what is in them.</summary>
    private string Write(IReadOnlyList<(string Path, string Text)> headers)
    {
        string folder = Path.Combine(_cache, "headers-" + Key([.. headers.SelectMany(h => new[] { h.Path, h.Text })]));
        if (!Directory.Exists(folder))
        {
            string building = folder + "." + Guid.NewGuid().ToString("N");
            foreach (var (path, text) in headers)
            {
                string file = Path.Combine(building, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllText(file, text, Encoding.Latin1);
            }
            MoveInto(building, folder);
        }
        return folder;
    }

    /// <summary>Compiles a translation unit that includes kp_twin_prelude.h or the vendor's header itself.</summary>
    public TwinProgram Compile(string unit, TwinTarget target, IReadOnlyList<string> extraOptions)
    {
        if (!HasCompiler)
        {
            return new TwinProgram(TwinStatus.CompilerMissing, "", $"not run, because there is no C++ compiler ({_compiler})");
        }
        string prelude = PreparePrelude(target, TwinDriver.Prelude(target), Options(target));
        var runtime = PrepareRuntime(target, TwinDriver.Prelude(target), []);
        if (runtime.Status != TwinStatus.Done)
        {
            return runtime;
        }
        string key = Key(unit, target.Name, string.Join('\n', target.Options), string.Join('\n', extraOptions), Path.GetFileName(prelude));
        string executable = Path.Combine(_cache, key);
        if (File.Exists(executable))
        {
            BuildCache.Touch(executable);
            return new TwinProgram(TwinStatus.Done, executable, "");
        }
        string sourcePath = Path.Combine(_cache, key + ".cpp");
        File.WriteAllText(sourcePath, unit);
        string temporary = executable + "." + Guid.NewGuid().ToString("N");
        var (exit, output, errors) = Execute(_compiler, [.. Options(target), .. extraOptions, "-isystem", prelude, sourcePath, .. extraOptions.Contains("-fsyntax-only") ? (string[])[] : [runtime.Executable], "-o", temporary], TimeSpan.FromMinutes(2));
        if (exit != 0)
        {
            return new TwinProgram(exit is null ? TwinStatus.TimedOut : TwinStatus.CompileFailed, "", output + errors);
        }
        if (File.Exists(temporary)) // -fsyntax-only makes none
        {
            File.Move(temporary, executable, true);
        }
        return new TwinProgram(TwinStatus.Done, executable, errors);
    }

    /// <summary>Runs one launch of a compiled kernel program.</summary>
    public TwinRun Run(TwinProgram program, TestLaunch launch, int index)
    {
        if (program.Status != TwinStatus.Done)
        {
            return new TwinRun(program.Status, -1, "", program.Output, []);
        }
        string stem = Path.Combine(_cache, "run-" + Guid.NewGuid().ToString("N"));
        string input = stem + ".in", output = stem + ".out";
        try
        {
            File.WriteAllBytes(input, TwinDriver.Input(launch));
            var (exit, text, errors) = Execute(program.Executable, [input, output, index.ToString(System.Globalization.CultureInfo.InvariantCulture)], _limit);
            var status = exit switch { null => TwinStatus.TimedOut, 0 => TwinStatus.Done, 86 => TwinStatus.Violation, _ => TwinStatus.Crashed };
            EquatableArray<TwinBuffer> buffers = status == TwinStatus.Done ? ReadRecords(File.ReadAllBytes(output)) : [];
            return new TwinRun(status, exit ?? -1, text, errors, buffers);
        }
        finally
        {
            File.Delete(input);
            File.Delete(output);
        }
    }

    /// <summary>Compiles and runs one launch.</summary>
    public TwinRun Run(string text, string fileName, LaunchHeader header, int index, TwinTarget target) =>
        Run(CompileKernels(text, fileName, [.. header.Launches], target), header.Launches[index], index);

    private static (string, string) FindCompiler(string? wanted)
    {
        string[] candidates = wanted is not null ? [wanted] : [Environment.GetEnvironmentVariable("KP_CXX") ?? "g++", "g++", "clang++", "clang++-19"];
        foreach (string candidate in candidates)
        {
            try
            {
                var (exit, output, _) = Execute(candidate, ["--version"], TimeSpan.FromSeconds(20));
                if (exit == 0)
                {
                    return (candidate, output.Length > 0 ? output : candidate);
                }
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // Not installed: the next one may be.
            }
        }
        return (string.Join(", ", candidates.Distinct()), "");
    }

    private string[] Options(TwinTarget target) => [.. CommonOptions, .. target.Options, .. target.IncludeFolders.SelectMany(f => new[] { "-isystem", f })];

    // A folder with the prelude of this target, precompiled; named by everything it depends on.
    internal string PreparePrelude(TwinTarget target, string text, string[] options)
    {
        lock (_lock)
        {
            string headers = string.Join('\n', target.IncludeFolders.Select(HashFolder));
            string folder = Path.Combine(_cache, "prelude-" + Key(text, headers, string.Join('\n', options)));
            if (Directory.Exists(folder))
            {
                BuildCache.Touch(folder);
                return folder;
            }
            string building = folder + "." + Guid.NewGuid().ToString("N");
            Directory.CreateDirectory(building);
            string header = Path.Combine(building, "kp_twin_prelude.h");
            File.WriteAllText(header, text);
            // Only g++ finds a precompiled header by itself; one that does not build is done without.
            if (!_compilerVersion.Contains("clang", StringComparison.Ordinal))
            {
                Execute(_compiler, [.. options, "-x", "c++-header", header, "-o", header + ".gch"], TimeSpan.FromMinutes(2));
            }
            MoveInto(building, folder);
            return folder;
        }
    }

    /// <summary>The object of the twin's runtime (core/kp_runtime.cpp), which every program of the target is linked with.</summary>
    /// <param name="prelude">What a program's units begin with.</param>
    /// <param name="defines">Which of the runtime's parts it needs: `-DNAME=VALUE`.</param>
    internal TwinProgram PrepareRuntime(TwinTarget target, string prelude, IReadOnlyList<string> defines)
    {
        lock (_lock)
        {
            string headers = string.Join('\n', target.IncludeFolders.Select(HashFolder));
            string folder = Path.Combine(_cache, "runtime-" + Key([prelude, headers, .. Options(target), .. defines]));
            string built = Path.Combine(folder, "kp_runtime.o");
            if (File.Exists(built))
            {
                BuildCache.Touch(folder);
                return new TwinProgram(TwinStatus.Done, built, "");
            }
            string building = folder + "." + Guid.NewGuid().ToString("N");
            Directory.CreateDirectory(building);
            File.WriteAllText(Path.Combine(building, "kp_twin_prelude.h"), prelude);
            string source = target.IncludeFolders.Select(f => Path.Combine(f, "kp_runtime.cpp")).First(File.Exists);
            var (exit, output, errors) = Execute(_compiler, [.. Options(target), "-O2", .. defines, "-isystem", building, "-c", source, "-o", Path.Combine(building, "kp_runtime.o")], TimeSpan.FromMinutes(2));
            if (exit != 0)
            {
                Directory.Delete(building, true);
                return new TwinProgram(exit is null ? TwinStatus.TimedOut : TwinStatus.CompileFailed, "", output + errors);
            }
            MoveInto(building, folder);
            return new TwinProgram(TwinStatus.Done, built, "");
        }
    }

    private static void MoveInto(string building, string folder)
    {
        try
        {
            Directory.Move(building, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            Directory.Delete(building, true); // another process was quicker
        }
    }

    internal string HashFolder(string folder)
    {
        if (!_folderHashes.TryGetValue(folder, out string? hash))
        {
            var parts = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => f + "\n" + File.ReadAllText(f));
            _folderHashes[folder] = hash = Key([.. parts]);
        }
        return hash;
    }

    internal string Key(params string[] parts)
    {
        string all = string.Join('\0', [_compilerVersion, .. CommonOptions, .. parts]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..32];
    }

    // Null as the exit code means the time was up.
    internal static (int? Exit, string Output, string Errors) Execute(string file, IEnumerable<string> arguments, TimeSpan limit)
    {
        var start = new ProcessStartInfo(file) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["LC_ALL"] = "C";
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(limit))
        {
            process.Kill(true);
            process.WaitForExit();
            return (null, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
        }
        process.WaitForExit();
        return (process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }

    private static EquatableArray<TwinBuffer> ReadRecords(byte[] bytes)
    {
        var records = new List<TwinBuffer>();
        int at = 0;
        string ReadText()
        {
            int length = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
            string text = Encoding.UTF8.GetString(bytes, at + 4, length);
            at += 4 + length;
            return text;
        }
        while (at < bytes.Length)
        {
            string name = ReadText(), type = ReadText();
            int size = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at));
            records.Add(new TwinBuffer(name, type, bytes.AsSpan(at + 8, size).ToArray()));
            at += 8 + size;
        }
        return records.ToEquatable();
    }
}
