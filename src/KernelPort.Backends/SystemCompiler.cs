using System.Diagnostics;

namespace KernelPort.Backends;

/// <summary>The system's C++ compiler, where a backend needs a library made.</summary>
public static class SystemCompiler
{
    /// <summary>What can make libraries for this machine: the one that the user names (KP_CXX), or the usual ones.</summary>
    public static IReadOnlyList<string> Candidates => Environment.GetEnvironmentVariable("KP_CXX") is { Length: > 0 } named ? [named] : ["g++", "clang++", "clang++-19"];

    /// <summary>The bytes of the file <c>library</c> that the steps leave in a folder of these files; null, with what the compiler says, where there is none.</summary>
    /// <param name="candidates">The first that answers is taken.</param>
    public static byte[]? Make(IReadOnlyDictionary<string, byte[]> files, IReadOnlyList<string> candidates, out string reason, params string[][] steps)
    {
        string folder = Directory.CreateTempSubdirectory("kernelport-link-").FullName;
        try
        {
            foreach (var (file, bytes) in files)
            {
                File.WriteAllBytes(Path.Combine(folder, file), bytes);
            }
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
