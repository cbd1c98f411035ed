using System.Diagnostics;

namespace KernelPort.Backends.Cpu;

/// <summary>An object and the runtime, linked by the system's C++ compiler to a library that any language can load.</summary>
internal static class SharedLibrary
{
    /// <summary>The library's bytes; null, with what the compiler says, where none can be linked.</summary>
    public static byte[]? Link(string stem, byte[] code, IReadOnlyDictionary<string, string> runtime, out string reason)
    {
        string folder = Directory.CreateTempSubdirectory("kernelport-link-").FullName;
        try
        {
            // Names and paths go into a library's bytes: they are always the same.
            string name = $"lib{stem}.so";
            File.WriteAllBytes(Path.Combine(folder, "kernels.o"), code);
            foreach (var (file, text) in runtime)
            {
                File.WriteAllText(Path.Combine(folder, file), text);
            }
            foreach (string compiler in Candidates)
            {
                if (Run(compiler, folder, ["-std=c++17", "-O2", "-fPIC", "-pthread", "-c", ObjectHeader.RuntimeSource, "-o", "runtime.o"]) is not { } output)
                {
                    continue;
                }
                reason = output.Length > 0 ? output : Run(compiler, folder, ["-shared", "-pthread", "-Wl,-soname," + name, "kernels.o", "runtime.o", "-lm", "-o", "library"])!;
                return File.Exists(Path.Combine(folder, "library")) ? File.ReadAllBytes(Path.Combine(folder, "library")) : null;
            }
            reason = $"there is no C++ compiler ({Candidates[0]})";
            return null;
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static string[] Candidates => Environment.GetEnvironmentVariable("KP_CXX") is { Length: > 0 } named ? [named] : ["g++", "clang++", "clang++-19"];

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
