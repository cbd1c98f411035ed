using System.Collections.Concurrent;
using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Engines;
using KernelPort.Execution;
using KernelPort.Fuzz.Generation;
using KernelPort.Launches;
using KernelPort.Passes;
using KernelPort.Twin;

namespace KernelPort.Fuzz;

/// <summary>An engine that gave other values than the reference executor, or anything else that should not be.</summary>
public sealed record Difference(string Engine, GeneratedKernel Kernel, string Detail);

/// <summary>What the engines made of a batch.</summary>
/// <param name="Ran">Kernels that gave an answer, by engine.</param>
/// <param name="Refused">Kernels that an engine refuses or has a gap for, by engine.</param>
public sealed record BatchResult(IReadOnlyList<Difference> Differences, IReadOnlyDictionary<string, int> Ran, IReadOnlyDictionary<string, int> Refused);

/// <summary>Runs generated kernels on engines and compares every bit of every buffer with the reference executor's.</summary>
public sealed class Differential(KernelTestRunner runner, KernelTestRunner? clang)
{
    /// <summary>Engines that are always asked: a few seconds a batch.</summary>
    private static readonly string[] Always = ["reference-opt", "reference-seeded", "twin"];

    /// <summary>Engines that take turns, one or two a batch: compiling is what takes the time.</summary>
    public IReadOnlyList<string> InTurn { get; } =
    [
        .. runner.Backends.OfType<IInProcessEngine>().Select(e => e.EngineName).Order(StringComparer.Ordinal),
        .. clang is null ? (string[])[] : ["twin-clang"],
        .. runner.Backends.Where(b => b is not IInProcessEngine).SelectMany(b => b.Targets.Select(t => t.Name)).Order(StringComparer.Ordinal),
    ];

    public IReadOnlyList<string> EnginesOf(int batch) =>
        [.. Always, .. runner.Backends.OfType<IInProcessEngine>().Select(e => e.EngineName).Where(n => n == "llvm"), InTurn[batch % InTurn.Count], InTurn[(batch + (InTurn.Count / 2)) % InTurn.Count]];

    public BatchResult Run(IReadOnlyList<GeneratedKernel> kernels, Profile profile, IEnumerable<string> engines)
    {
        var differences = new List<Difference>();
        var ran = new Dictionary<string, int>(StringComparer.Ordinal);
        var refused = new Dictionary<string, int>(StringComparer.Ordinal);
        var file = KernelFile.Load(new SourceText("generated.cu", GeneratedKernel.File(kernels, profile)), new CompilerOptions());
        if (file.Header.Errors.Count > 0 || file.Compilation.Diagnostics.FirstOrDefault(d => d.Severity == Severity.Error) is not null)
        {
            if (kernels.Count > 1)
            {
                return Merge(kernels.Select(k => Run([k], profile, engines)));
            }
            string why = file.Header.Errors.Count > 0 ? file.Header.Errors[0].Message : file.Compilation.Diagnostics.First(d => d.Severity == Severity.Error) is { } d ? $"{d.Code}: {d.Message}" : "";
            return new BatchResult([new Difference("front end", kernels[0], why)], ran, refused);
        }
        var references = new List<ReferenceRun>();
        for (int i = 0; i < kernels.Count; i++)
        {
            var run = Reference(file, i, Pipeline.Nothing, new ExecutionOptions());
            references.Add(run);
            if (Wrong(run) is { } wrong)
            {
                differences.Add(new Difference("reference", kernels[i], wrong));
            }
        }
        foreach (string engine in engines.Distinct())
        {
            var answered = new bool[kernels.Count];
            string? whole = RunEngine(file, engine, kernels, references, (i, problem) =>
            {
                answered[i] = true;
                if (problem is not null)
                {
                    differences.Add(new Difference(engine, kernels[i], problem));
                }
            });
            if (whole is not null && kernels.Count > 1)
            {
                // one of them is to blame
                differences.AddRange(kernels.SelectMany(k => Run([k], profile, [engine]).Differences));
            }
            else if (whole is not null)
            {
                differences.Add(new Difference(engine, kernels[0], whole));
            }
            ran[engine] = answered.Count(a => a);
            refused[engine] = answered.Count(a => !a);
        }
        return new BatchResult(differences, ran, refused);
    }

    private static BatchResult Merge(IEnumerable<BatchResult> parts)
    {
        var all = parts.ToList();
        Dictionary<string, int> Sum(Func<BatchResult, IReadOnlyDictionary<string, int>> of) =>
            all.SelectMany(of).GroupBy(p => p.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(p => p.Value), StringComparer.Ordinal);
        return new BatchResult([.. all.SelectMany(a => a.Differences)], Sum(a => a.Ran), Sum(a => a.Refused));
    }

    /// <summary>Reports each kernel's answer; returns what is wrong with the file as a whole, if anything.</summary>
    private string? RunEngine(KernelFile file, string engine, IReadOnlyList<GeneratedKernel> kernels, IReadOnlyList<ReferenceRun> references, Action<int, string?> report)
    {
        if (engine is "reference-opt" or "reference-seeded")
        {
            for (int i = 0; i < kernels.Count; i++)
            {
                var run = engine == "reference-opt"
                    ? Reference(file, i, Pipeline.Optimise, new ExecutionOptions { Schedule = Schedule.Fair })
                    : Reference(file, i, Pipeline.Nothing, new ExecutionOptions { Schedule = Schedule.Seeded, Seed = (ulong)i + 1 });
                report(i, Wrong(run) ?? Compare(file, i, references[i], n => run.Buffers.GetValueOrDefault(n)));
            }
            return null;
        }
        if (runner.Backends.OfType<IInProcessEngine>().FirstOrDefault(e => e.EngineName == engine) is { } here)
        {
            for (int i = 0; i < kernels.Count && here.Missing is null; i++)
            {
                ReferenceRun run;
                try
                {
                    run = Compiler.Compiler.OnDeepStack(() => InProcessEngine.Run(file, file.Compilation.Module, file.Header.Launches[i], here));
                }
                catch (Exception e)
                {
                    // a bug of the engine's, as a wrong answer is
                    report(i, $"{e.GetType().Name}: {e.Message} {e.StackTrace?.Split('\n')[0].Trim()}");
                    continue;
                }
                if (!run.Problem.StartsWith("gap: ", StringComparison.Ordinal))
                {
                    report(i, run.Problem.Length > 0 ? run.Problem : Compare(file, i, references[i], n => run.Buffers.GetValueOrDefault(n)));
                }
            }
            return null;
        }
        var judged = new ConcurrentDictionary<int, bool>();
        TwinVerdict Judge(int i, TwinRun run)
        {
            judged[i] = true;
            report(i, run.Status != TwinStatus.Done ? $"{run.Status}: {run.Errors.Trim()}" : Compare(file, i, references[i], run.Find));
            return new TwinVerdict(TwinStatus.Done, [], "");
        }
        var verdict = engine switch
        {
            "twin" => runner.RunTwin(file, Judge),
            "twin-clang" => clang!.RunTwin(file, Judge),
            _ => runner.Backends.SelectMany(b => b.Targets.Select(t => (Backend: b, Target: t))).First(c => c.Target.Name == engine) is var (backend, target)
                ? runner.RunTarget(file, backend, target, Judge) : null!,
        };
        return verdict.Outcome == Outcome.Failed && judged.IsEmpty ? verdict.Detail : null;
    }

    private static ReferenceRun Reference(KernelFile file, int launch, Pipeline passes, ExecutionOptions options) =>
        Compiler.Compiler.OnDeepStack(() => ReferenceEngine.Run(file, passes.Run(file.Compilation.Module), file.Header.Launches[launch], options));

    private static string? Wrong(ReferenceRun run) =>
        run.Problem.Length > 0 ? run.Problem : run.Findings.Count > 0 ? $"{run.Findings[0].Code}: {run.Findings[0].Diagnostic.Span}: {run.Findings[0].Diagnostic.Message}" : null;

    /// <summary>The first buffer that differs; where the reference failed, which is told already, there is nothing to compare with.</summary>
    private static string? Compare(KernelFile file, int launch, ReferenceRun reference, Func<string, byte[]?> find) => reference.Problem.Length > 0 ? null
        : reference.Compare(file.Header.Launches[launch], find, name => new Tolerance(name, 0, 0, 0, "every operation is exact")).FirstOrDefault(r => !r.Passed)?.ToString();
}
