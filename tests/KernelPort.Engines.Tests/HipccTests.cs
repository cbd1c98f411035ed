using System.Diagnostics;

namespace KernelPort.Engines.Tests;

/// <summary>The approved DCU text through the real HIP compiler, device side to a gfx906 object.</summary>
public class HipccTests
{
    private static readonly string Folder = Path.Combine(Places.Root, "backends", "Dcu", "tests", "approved", "dcu-gfx906");

    public static TheoryData<string> Topics() => [.. Directory.EnumerateDirectories(Folder).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Topics))]
    public void Every_emitted_kernel_compiles_for_gfx906(string topic)
    {
        if (!Exists("hipcc"))
        {
            Console.WriteLine($"not run, because hipcc is not installed: {topic}");
            return;
        }
        var failures = new List<string>();
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Folder, topic), "*.hip").Order(StringComparer.Ordinal))
        {
            string output = Path.Combine(Path.GetTempPath(), $"kernelport-{Environment.ProcessId}-{topic}.o");
            var (code, text) = Run("hipcc", ["--cuda-device-only", "--offload-arch=gfx906", "-O1", "-ffp-contract=off", "-c", "-x", "hip", file, "-o", output]);
            File.Delete(output);
            if (code != 0)
            {
                failures.Add($"{Path.GetFileName(file)}: {text.Split('\n').FirstOrDefault(l => l.Contains("error", StringComparison.Ordinal))}");
            }
        }
        failures.ShouldBeEmpty();
    }

    private static bool Exists(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(p => File.Exists(Path.Combine(p, tool)));

    private static (int Code, string Text) Run(string tool, string[] arguments)
    {
        var start = new ProcessStartInfo(tool) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (string a in arguments)
        {
            start.ArgumentList.Add(a);
        }
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors + output.Result);
    }
}
