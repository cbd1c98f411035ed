using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Engines;
using KernelPort.Execution;
using KernelPort.Passes;

namespace KernelPort.Testing;

/// <summary>Runs a <c>.cu</c> file that carries launch headers on one engine or target and holds it to what it expects.</summary>
public static class KernelFileTest
{
    /// <summary>Files with launch headers below a folder, in a fixed order.</summary>
    public static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*.cu", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where(f => File.ReadLines(f).Any(l => l.StartsWith("// launch:", StringComparison.Ordinal)));

    /// <summary>The verdict; a refusal or a tool that is missing is in it, with its reason.</summary>
    /// <param name="engine">One of <see cref="KernelUnderTest.Engines"/>, <c>twin</c> (the original text on CUDA's twin) or one of <see cref="KernelUnderTest.Targets"/>.</param>
    /// <exception cref="KernelMismatchException">An expectation was not met.</exception>
    /// <exception cref="KernelRunException">The file has no launch header, or a wrong one, or there is no such engine.</exception>
    public static TestVerdict Check(string path, string engine)
    {
        var file = KernelFile.Load(SourceText.Read(path), new CompilerOptions());
        if (file.Header.Errors.Count > 0)
        {
            throw new KernelRunException($"{path}: line {file.Header.Errors[0].Line}: {file.Header.Errors[0].Message}");
        }
        if (file.Header.Launches.Count == 0)
        {
            throw new KernelRunException($"{path} has no launch header");
        }
        var verdict = engine switch
        {
            "reference" => KernelTestRunner.RunReference(file, engine, Pipeline.Nothing, new ExecutionOptions()),
            "reference-opt" => KernelTestRunner.RunReference(file, engine, Pipeline.Optimise, new ExecutionOptions()),
            "twin" => TestEngines.Runner.RunTwin(file),
            _ => TestEngines.RunFile(file, engine),
        };
        return verdict.Outcome == Outcome.Failed ? throw new KernelMismatchException($"{path} on {engine}: {verdict.Detail}") : verdict;
    }
}
