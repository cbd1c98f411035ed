using System.Diagnostics;

namespace KernelPort.Backends.Cpu;

/// <summary>An object and the runtime, linked by the system's C++ compiler for the processor to a library that any language can load.</summary>
internal static class SharedLibrary
{
    private static readonly string[] CompileRuntime = ["-std=c++17", "-O2", "-fPIC", "-pthread", "-c", ObjectHeader.RuntimeSource, "-o", "runtime.o"];

    /// <summary>The library's bytes; null, with what the compiler says, where none can be linked.</summary>
    public static byte[]? Link(string stem, byte[] code, Processor processor, out string reason) =>
        // Names and paths go into a library's bytes: they are always the same.
        Make(code, processor, out reason, CompileRuntime, ["-shared", "-pthread", $"-Wl,-soname,lib{stem}.so", "kernels.o", "runtime.o", "-lm", "-o", "library"]);

    /// <summary>The runtime alone.</summary>
    public static byte[]? Runtime(Processor processor, out string reason) => Make([], processor, out reason, CompileRuntime, ["-shared", "-pthread", "runtime.o", "-o", "library"]);

    /// <summary>Kernels for a process that has the runtime.</summary>
    public static byte[]? Kernels(byte[] code, Processor processor, out string reason) => Make(code, processor, out reason, ["-shared", "kernels.o", "-lm", "-o", "library"]);

    /// <summary>The runtime's source and header.</summary>
    public static IReadOnlyDictionary<string, string> RuntimeFiles { get; } = new[] { ObjectHeader.RuntimeHeader, ObjectHeader.RuntimeSource }.ToDictionary(n => n, Resource);

    private static byte[]? Make(byte[] code, Processor processor, out string reason, params string[][] steps)
    {
        string folder = Directory.CreateTempSubdirectory("kernelport-link-").FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "kernels.o"), code);
            foreach (var (file, text) in RuntimeFiles)
            {
                File.WriteAllText(Path.Combine(folder, file), text);
            }
            string[] candidates = Candidates(processor);
            if (candidates.FirstOrDefault(c => Run(c, folder, ["--version"]) is "") is not { } compiler)
            {
                reason = $"there is no C++ compiler ({candidates[0]})";
                return null;
            }
            reason = steps.Select(s => Run(compiler, folder, s)).FirstOrDefault(output => output is not "") ?? "";
            string library = Path.Combine(folder, "library");
            return File.Exists(library) ? File.ReadAllBytes(library) : null;
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(SharedLibrary).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static string[] Candidates(Processor processor) => !processor.IsOfThisMachine ? [processor.IsArm ? "aarch64-linux-gnu-g++" : "x86_64-linux-gnu-g++"]
        : Environment.GetEnvironmentVariable("KP_CXX") is { Length: > 0 } named ? [named] : ["g++", "clang++", "clang++-19"];

    /// <summary>What the compiler has to complain of; null where there is no such compiler.</summary>
    private static string? Run(string compiler, string folder, string[] arguments)
    {
        var start = new ProcessStartInfo(compiler, arguments) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            string errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? "" : (errors + output.Result).Trim();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
