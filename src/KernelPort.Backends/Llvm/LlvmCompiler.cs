using System.Diagnostics;
using System.Text;

namespace KernelPort.Backends.Llvm;

/// <summary>Verifies, optimises and assembles LLVM text in a process of its own: where LLVM gives up, there is a message and nothing else is lost.</summary>
public static class LlvmCompiler
{
    // As written: products and sums are not contracted, and there are no libraries to look for.
    private static readonly string[] Common = ["-x", "ir", "-O2", "-ffp-contract=off", "-nogpulib", "-Wno-unused-command-line-argument"];

    private static readonly Lazy<string?> Found = new(() => Candidates.FirstOrDefault(c => Run(c, ["--version"], "", TimeSpan.FromSeconds(20)) is ({ }, _)));

    /// <summary>What is not installed that all forms but the text need.</summary>
    public static string? Missing => Found.Value is null ? "clang 19 (Debian: apt-get install clang-19)" : null;

    /// <summary>The same for objects that are linked.</summary>
    public static string? MissingLinker => Missing ?? (Exists("ld.lld-19") || Exists("ld.lld") ? null : "lld 19 (Debian: apt-get install lld-19)");

    public static bool Exists(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => f.Length > 0 && File.Exists(Path.Combine(f, tool)));

    private static string[] Candidates => Environment.GetEnvironmentVariable("KP_CLANG") is { Length: > 0 } named ? [named] : ["clang-19", "clang"];

    /// <summary>What the compiler makes of text; null, with its complaint, where it makes nothing.</summary>
    public static byte[]? Compile(string text, IEnumerable<string> options, out string reason)
    {
        string folder = Directory.CreateTempSubdirectory("kernelport-llvm-").FullName;
        try
        {
            string source = Path.Combine(folder, "kernels.ll"), result = Path.Combine(folder, "result");
            File.WriteAllText(source, text);
            var (output, complaint) = Run(Found.Value ?? Candidates[0], [.. Common, .. options, source, "-o", result], folder, TimeSpan.FromMinutes(2));
            reason = complaint;
            return output is not null && File.Exists(result) ? File.ReadAllBytes(result) : null;
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    /// <summary>What a tool says; null, with its first complaint, where it fails or is not there.</summary>
    private static (string? Output, string Complaint) Run(string tool, IEnumerable<string> arguments, string folder, TimeSpan limit)
    {
        var start = new ProcessStartInfo(tool, arguments) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["LC_ALL"] = "C";
        if (folder.Length > 0)
        {
            start.Environment["TMPDIR"] = folder; // reproducers of its crashes go with it
        }
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(limit))
            {
                process.Kill(true);
                return (null, "it did not end in time");
            }
            return process.ExitCode == 0 ? (output.Result, "") : (null, First(errors.Result));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (null, $"{tool} is not installed");
        }
    }

    private static string First(string errors)
    {
        var lines = errors.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        return lines.Find(l => l.Contains("error:", StringComparison.Ordinal)) ?? lines.FirstOrDefault() ?? "it failed without a word";
    }
}
