using System.Diagnostics;
using System.Globalization;

namespace KernelPort.Engines.Tests;

/// <summary>The mathematics that emitted LLVM text brings along, compiled here and held against the C library's long double functions.</summary>
public sealed class LlvmMathTests
{
    private const string Clang = "clang-19";

    /// <summary>Errors in units of the last place. Floats are rounded from double once; of doubles those that CUDA documents more than one unit for.</summary>
    private static readonly Dictionary<string, double> Doubles = new()
    {
        ["erfc"] = 5, ["tan"] = 2.2, ["tanh"] = 2.4, ["acosh"] = 2, ["sinh"] = 2, ["erf"] = 2, ["asinh"] = 2, ["atanh"] = 2, ["rcbrt"] = 2, ["cosh"] = 1.3, ["expm1"] = 1.2, ["atan2"] = 1.2,
        ["fmod"] = 0, ["remainder"] = 0, ["ldexp"] = 0,
    };

    private static string Folder => Path.Combine(Places.Root, "src", "KernelPort.Backends", "Llvm", "Math");

    private static string? Run(string tool, string folder, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(tool, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            process.ExitCode.ShouldBe(0, errors.Result);
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.WriteLine($"not run, because {tool} is not installed");
            return null;
        }
    }

    [Fact]
    public void Functions_are_as_close_as_they_should_be()
    {
        string work = Directory.CreateTempSubdirectory("kernelport-math-").FullName;
        try
        {
            var lines = Directory.EnumerateFiles(Folder, "*.ll").Order(StringComparer.Ordinal).SelectMany(File.ReadLines)
                .Where(l => !(l.StartsWith("declare", StringComparison.Ordinal) && l.Contains("@kp.", StringComparison.Ordinal)))
                .Select(l => l.Replace(" addrspace(4)", "", StringComparison.Ordinal).Replace("define internal", "define", StringComparison.Ordinal)).ToList();
            var declared = lines.Where(l => l.StartsWith("declare", StringComparison.Ordinal)).Distinct();
            File.WriteAllLines(Path.Combine(work, "functions.ll"), lines.Where(l => !l.StartsWith("declare", StringComparison.Ordinal)).Concat(declared));
            string accuracy = Path.Combine(Places.Root, "tests", "KernelPort.Engines.Tests", "LlvmMath", "accuracy.c");
            if (Run(Clang, work, "-x", "ir", "-O2", "-ffp-contract=off", "-w", "-c", "functions.ll", "-o", "functions.o") is null)
            {
                return;
            }
            Run(Clang, work, "-O1", "-D_GNU_SOURCE", "-w", accuracy, "functions.o", "-lm", "-o", "accuracy");
            string results = Run(Path.Combine(work, "accuracy"), work, "20000")!;
            var bad = results.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(l => l.Split(' '))
                .Where(w => double.Parse(w[1], CultureInfo.InvariantCulture) > (w[0].EndsWith(".f32", StringComparison.Ordinal) ? 0.51 : Doubles.GetValueOrDefault(w[0][..^4], 1)))
                .Select(w => string.Join(' ', w));
            results.ShouldContain("tgamma");
            bad.ShouldBeEmpty();
        }
        finally
        {
            Directory.Delete(work, true);
        }
    }

    [Fact]
    public void The_text_is_what_the_source_gives()
    {
        string work = Directory.CreateTempSubdirectory("kernelport-math-").FullName;
        try
        {
            foreach (string file in Directory.EnumerateFiles(Folder).Where(f => !f.EndsWith(".ll", StringComparison.Ordinal)))
            {
                File.Copy(file, Path.Combine(work, Path.GetFileName(file)));
            }
            if (Run(Clang, work, "--version") is not { } version || !version.Contains("19.1.7", StringComparison.Ordinal))
            {
                Console.WriteLine("not run, because clang 19.1.7 is not installed");
                return;
            }
            Run("sh", work, "generate.sh");
            foreach (string file in Directory.EnumerateFiles(Folder, "*.ll"))
            {
                File.ReadAllText(Path.Combine(work, Path.GetFileName(file))).ShouldBe(File.ReadAllText(file), Path.GetFileName(file));
            }
        }
        finally
        {
            Directory.Delete(work, true);
        }
    }
}
