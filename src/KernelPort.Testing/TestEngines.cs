using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Engines;
using KernelPort.Execution;
using KernelPort.Launches;
using KernelPort.OpenCl;
using KernelPort.Passes;
using KernelPort.Twin;

namespace KernelPort.Testing;

/// <summary>What a kernel can be run on, on this machine.</summary>
internal static class TestEngines
{
    private static readonly IReadOnlyList<IInProcessEngine> InProcess = [.. BackendCatalogue.All.OfType<IInProcessEngine>()];

    private static readonly Lazy<TwinRunner> Twins = new(() => new TwinRunner(BuildCache.OpenForUser()));

    private static readonly Lazy<IReadOnlyDictionary<string, TwinTarget>> TwinTargets = new(() =>
    {
        string root = Path.Combine(AppContext.BaseDirectory, "twins");
        return Directory.Exists(root) ? TwinCatalogue.Load(root) : new Dictionary<string, TwinTarget>();
    });

    public static IReadOnlyList<string> Names { get; } =
    [
        "reference", "reference-opt",
        .. BackendCatalogue.All.OfType<IInProcessEngine>().Where(e => e.Missing is null).Select(e => e.EngineName).Order(StringComparer.Ordinal),
    ];

    /// <summary>Every target that has a twin, where a C++ compiler answers; none otherwise.</summary>
    public static IReadOnlyList<string> TargetNames => !Twins.Value.HasCompiler ? [] :
        [.. BackendCatalogue.All.SelectMany(b => b.Targets).Select(t => t.Name).Where(TwinTargets.Value.ContainsKey).Order(StringComparer.Ordinal)];

    private static readonly Lazy<KernelTestRunner> FileRunner = new(() =>
        new KernelTestRunner(Twins.Value, TwinTargets.Value, BackendCatalogue.All, new OpenClRunner(Path.Combine(Path.GetTempPath(), "kernelport-opencl-" + Environment.UserName))));

    public static KernelTestRunner Runner => FileRunner.Value;

    /// <summary>A file with launch headers on an engine that compiles into this process, or as a target's emitted text.</summary>
    public static TestVerdict RunFile(KernelFile file, string engine)
    {
        if (InProcess.FirstOrDefault(e => e.EngineName == engine) is { } found)
        {
            return KernelTestRunner.RunInProcess(file, found);
        }
        return BackendCatalogue.All.FirstOrDefault(b => b.Targets.Any(t => t.Name == engine)) is { } backend
            ? Runner.RunTarget(file, backend, backend.Targets.First(t => t.Name == engine))
            : throw new KernelRunException(Unknown(engine));
    }

    private static string Unknown(string engine) => $"there is no engine or target '{engine}'; there are: {string.Join(", ", Names.Append("twin").Concat(TargetNames))}";

    public static ReferenceRun Run(string engine, KernelFile file, TestLaunch launch)
    {
        var module = file.Compilation.Module;
        switch (engine)
        {
            case "reference":
                return ReferenceEngine.Run(file, module, launch, new ExecutionOptions());
            case "reference-opt":
                return ReferenceEngine.Run(file, Pipeline.Optimise.Run(module), launch, new ExecutionOptions());
        }
        if (InProcess.FirstOrDefault(e => e.EngineName == engine) is { } found)
        {
            var run = InProcessEngine.Run(file, module, launch, found);
            return run.Problem.StartsWith("gap: ", StringComparison.Ordinal) ? throw new KernelRefusedException(run.Problem[5..], ["KP2950"]) : run;
        }
        if (BackendCatalogue.All.FirstOrDefault(b => b.Targets.Any(t => t.Name == engine)) is { } backend && TwinTargets.Value.TryGetValue(engine, out var twin))
        {
            return RunTarget(file, backend, backend.Targets.First(t => t.Name == engine), twin);
        }
        throw new KernelRunException(Unknown(engine));
    }

    private static ReferenceRun RunTarget(KernelFile file, IBackend backend, Target target, TwinTarget twin)
    {
        var emission = Emission.Run(file.Compilation.Module, backend, target, file.Source.Path, options: file.EmissionOptions());
        var refusals = emission.Kernels.Where(k => file.Functions.Values.Contains(k.Kernel.Name)).SelectMany(k => k.Refusals).ToList();
        if (refusals.Count > 0)
        {
            throw new KernelRefusedException($"{target.Name}: {refusals[0].Message}", refusals.Select(r => r.Code).Distinct().ToEquatable());
        }
        var run = Twins.Value.Run(emission.File!.Text, Path.GetFileName(file.Source.Path), file.EmittedHeader(emission.File), 0, twin);
        return run.Status == TwinStatus.Done
            ? new ReferenceRun(run.Buffers.ToDictionary(b => b.Name, b => b.Bytes, StringComparer.Ordinal), new Dictionary<string, (ElementType, byte[])>(), [], "")
            : ReferenceRun.Failed($"{target.Name}, on its twin: {run.Status}: {run.Errors}");
    }
}
