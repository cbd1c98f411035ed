using System.Text;
using System.Text.RegularExpressions;
using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Cuda;
using KernelPort.Execution;
using KernelPort.Ir;
using KernelPort.Migration;
using KernelPort.OpenCl;
using KernelPort.Passes;
using KernelPort.Launches;
using KernelPort.Twin;

namespace KernelPort.Engines;

public enum Outcome
{
    Passed,
    Failed,

    /// <summary>The target cannot do it, and the fact that forces this is named.</summary>
    Refused,

    /// <summary>We cannot do it yet.</summary>
    Gap,

    /// <summary>Something this needs is not installed.</summary>
    NotRun,
}

/// <summary>What one engine or target made of one kernel test file.</summary>
/// <param name="Engine">The engine that ran, or the target, with <c>/ir</c> for IR text of a CUDA dialect.</param>
/// <param name="Detail">Why it failed, was refused or not run.</param>
/// <param name="Results">One entry an expectation of buffers.</param>
public sealed record TestVerdict(string File, string Engine, Outcome Outcome, string Detail, EquatableArray<ComparisonResult> Results)
{
    public EquatableArray<string> Codes { get; init; } = [];

    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>What the executor found and no line expected, each with its places.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; init; } = [];

    /// <summary>What is wrong besides the findings; <see cref="Detail"/> has both.</summary>
    public string Besides { get; init; } = "";

    /// <summary>What the kernels printed, launch by launch.</summary>
    public string Printed { get; init; } = "";

    /// <summary>The form each kernel was given, where the target has several.</summary>
    public IReadOnlyList<KernelForm> Forms { get; init; } = [];
}

/// <summary>What a run of one of a file's launches is worth; where none is given, what its `expect` lines say.</summary>
public delegate TwinVerdict LaunchJudge(int launch, TwinRun run);

/// <summary>Runs kernel test files on engines and against targets' emitted text.</summary>
public sealed partial class KernelTestRunner(TwinRunner twins, IReadOnlyDictionary<string, TwinTarget> twinTargets, IReadOnlyList<IBackend> backends, OpenClRunner opencl)
{
    private const string OpenClTarget = "opencl";

    public IReadOnlyList<IBackend> Backends { get; } = backends;

    /// <summary>What emitted text is told beside its kernels and their launches.</summary>
    public EmissionOptions Text { get; init; } = EmissionOptions.None;

    /// <summary>The reference executor on unoptimised IR, or after a pipeline.</summary>
    public static TestVerdict RunReference(KernelFile file, string engine, Pipeline passes, ExecutionOptions options)
    {
        if (file.Compilation.Diagnostics.FirstOrDefault(d => d.Severity == Severity.Error) is { } error)
        {
            return new TestVerdict(file.Source.Path, engine, error.Code.StartsWith("KP29", StringComparison.Ordinal) ? Outcome.Gap : Outcome.Failed, error.Message, [])
            {
                Codes = [error.Code],
                Diagnostics = file.Compilation.Diagnostics,
            };
        }
        var module = Compiler.Compiler.OnDeepStack(() => passes.Run(file.Compilation.Module));
        var results = new List<ComparisonResult>();
        var problems = new List<string>();
        var findings = new List<Diagnostic>();
        var codes = new List<string>();
        var printed = new StringBuilder();
        foreach (var launch in file.Header.Launches)
        {
            var run = Compiler.Compiler.OnDeepStack(() => ReferenceEngine.Run(file, module, launch, options));
            if (run.Problem.Length > 0)
            {
                problems.Add(run.Problem);
                continue;
            }
            printed.Append(run.Printed);
            CheckFindings(launch, run, options.Warp.Width, problems, findings, codes);
            CheckBuffers(launch, run, options.Warp.Width, results);
        }
        problems.AddRange(results.Where(r => !r.Passed).Select(r => r.ToString()));
        string[] all = [.. findings.Where(f => f.Severity == Severity.Error).Select(Words), .. problems];
        return new TestVerdict(file.Source.Path, engine, all.Length == 0 ? Outcome.Passed : Outcome.Failed, string.Join("; ", all), results.ToEquatable())
        {
            Codes = codes.ToEquatable(), Findings = findings, Besides = string.Join("; ", problems), Printed = printed.ToString(),
        };
    }

    /// <summary>An engine that compiles the IR into this process.</summary>
    public static TestVerdict RunInProcess(KernelFile file, IInProcessEngine engine)
    {
        if (engine.Missing is { } missing)
        {
            return new TestVerdict(file.Source.Path, engine.EngineName, Outcome.NotRun, $"not run, because this is not installed: {missing}", []);
        }
        if (file.Compilation.Diagnostics.FirstOrDefault(d => d.Severity == Severity.Error) is { } error)
        {
            return new TestVerdict(file.Source.Path, engine.EngineName, error.Code.StartsWith("KP29", StringComparison.Ordinal) ? Outcome.Gap : Outcome.Failed, error.Message, []) { Codes = [error.Code] };
        }
        var results = new List<ComparisonResult>();
        var problems = new List<string>();
        foreach (var launch in file.Header.Launches)
        {
            var run = Compiler.Compiler.OnDeepStack(() => InProcessEngine.Run(file, file.Compilation.Module, launch, engine));
            if (run.Problem.StartsWith("gap: ", StringComparison.Ordinal))
            {
                return new TestVerdict(file.Source.Path, engine.EngineName, Outcome.Gap, run.Problem[5..], []) { Codes = ["KP2950"] };
            }
            if (run.Problem.Length > 0)
            {
                problems.Add(run.Problem);
                continue;
            }
            CheckBuffers(launch, run, 32, results);
        }
        problems.AddRange(results.Where(r => !r.Passed).Select(r => r.ToString()));
        return new TestVerdict(file.Source.Path, engine.EngineName, problems.Count == 0 ? Outcome.Passed : Outcome.Failed, string.Join("; ", problems), results.ToEquatable());
    }

    private static string Words(Diagnostic finding) => $"{finding.Span}: {finding.Code}: {finding.Message}";

    private static void CheckFindings(TestLaunch launch, ReferenceRun run, int warp, List<string> problems, List<Diagnostic> findings, List<string> codes)
    {
        var wanted = launch.Expectations.Where(e => e.Kind == ExpectationKind.Finding && e.AppliesTo(null, warp)).ToList();
        foreach (var e in wanted)
        {
            string code = e.Values.Count > 0 ? e.Values[0] : "";
            if (!run.Findings.Any(f => Matches(f, code, e.AtLine)))
            {
                problems.Add($"line {e.Line}: the finding {code} was expected and not made");
            }
        }
        foreach (var f in run.Findings)
        {
            codes.Add(f.Code);
            if (!wanted.Any(e => Matches(f, e.Values.Count > 0 ? e.Values[0] : "", e.AtLine)))
            {
                findings.Add(f.Diagnostic);
            }
        }
    }

    private static bool Matches(Finding f, string code, int? line) =>
        (code == "KP6xxx" ? f.Code.StartsWith("KP6", StringComparison.Ordinal) : f.Code == code) && (line is null || f.Diagnostic.Span.Line == line);

    private static void CheckBuffers(TestLaunch launch, ReferenceRun run, int warp, List<ComparisonResult> results)
    {
        foreach (var e in launch.Expectations.Where(e => e.AppliesTo(null, warp)))
        {
            if (e.Kind is ExpectationKind.Finding or ExpectationKind.Refused)
            {
                continue;
            }
            if (e.IsSymbol)
            {
                results.Add(run.Symbols.TryGetValue(e.Subject, out var symbol)
                    ? Comparison.Check(e, symbol.Type, symbol.Bytes, launch.ToleranceOf(e.Subject))
                    : new ComparisonResult(e.Subject, 0, 0, 0, null, "no such symbol"));
                continue;
            }
            results.Add(run.Buffers.TryGetValue(e.Subject, out var bytes) && launch.FindBuffer(e.Subject) is { } spec
                ? Comparison.Check(e, spec.Element, bytes, launch.ToleranceOf(e.Subject))
                : new ComparisonResult(e.Subject, 0, 0, 0, null, "no such buffer"));
        }
    }

    /// <summary>The original text through CUDA's own twin, which never met our front end.</summary>
    public TestVerdict RunTwin(KernelFile file, LaunchJudge? judge = null) => RunText(file, "twin", file.Source.Text, file.Header, "cuda", "cuda", judge: judge);

    /// <summary>Text emitted through the IR for a target, compiled and run against the target's twin; OpenCL's by the installed driver.</summary>
    public TestVerdict RunTarget(KernelFile file, IBackend backend, Target target, LaunchJudge? judge = null)
    {
        string engine = backend.IsCudaDialect ? target.Name + "/ir" : target.Name;
        if (target.Name == OpenClTarget)
        {
            return RunOpenCl(file, engine, OpenClTool.Driver, judge);
        }
        return Emit(file, engine, backend, target, out var emission)
            ?? RunText(file, engine, emission.File!.Text, file.EmittedHeader(emission.File), target.Name, target.Name, judge: judge) with { Forms = emission.Forms };
    }

    /// <summary>OpenCL text of the kernels, run by an installed driver or by Oclgrind: nothing here but the text is ours.</summary>
    public TestVerdict RunOpenCl(KernelFile file, string engine, OpenClTool tool, LaunchJudge? judge = null)
    {
        var backend = Backends.First(b => b.Targets.Any(t => t.Name == OpenClTarget));
        if (Emit(file, engine, backend, backend.Targets.First(t => t.Name == OpenClTarget), out var emission) is { } refused)
        {
            return refused;
        }
        var header = file.EmittedHeader();
        if (header.Launches.Any(l => !CanRun(l, OpenClTarget)))
        {
            return new TestVerdict(file.Source.Path, engine, Outcome.NotRun, "not run, because an argument of OpenCL is a whole buffer", []);
        }
        judge ??= (i, run) => TwinCheck.Judge(header.Launches[i], run, OpenClTarget, 32);
        var results = new List<ComparisonResult>();
        var problems = new List<string>();
        var printed = new StringBuilder();
        for (int i = 0; i < header.Launches.Count; i++)
        {
            var run = opencl.Run(emission.File!.Text, emission.Lowered!, header, i, tool);
            if (run.Status is TwinStatus.DriverMissing or TwinStatus.CompilerMissing)
            {
                return new TestVerdict(file.Source.Path, engine, Outcome.NotRun, $"not run, because {run.Errors.Trim()}", []);
            }
            if (tool == OpenClTool.Oclgrind && OclgrindLacks(run) is { } lacking)
            {
                return new TestVerdict(file.Source.Path, engine, Outcome.NotRun, $"not run, because Oclgrind cannot: {lacking}", []);
            }
            printed.Append(run.Output);
            var verdict = judge(i, run);
            results.AddRange(verdict.Results);
            if (verdict.Message.Length > 0)
            {
                problems.Add(verdict.Message);
            }
        }
        problems.AddRange(results.Where(r => !r.Passed).Select(r => r.ToString()));
        // What Oclgrind says of accesses and races stands. Other answers than the installed driver's come of its own faults (vector components,
        // conversions of NaN): then it has judged nothing.
        bool accuses = problems.Exists(p => p.Contains("race", StringComparison.Ordinal) || p.Contains("Invalid", StringComparison.Ordinal) || p.Contains("divergence", StringComparison.Ordinal));
        if (tool == OpenClTool.Oclgrind && problems.Count > 0 && !accuses && RunOpenCl(file, engine, OpenClTool.Driver).Outcome == Outcome.Passed)
        {
            return new TestVerdict(file.Source.Path, engine, Outcome.NotRun, $"not run, because Oclgrind contradicts the installed driver, which passes: {problems[0].Split((char)10)[0]}", []);
        }
        return new TestVerdict(file.Source.Path, engine, problems.Count == 0 ? Outcome.Passed : Outcome.Failed, string.Join("; ", problems), results.ToEquatable()) { Printed = printed.ToString() };
    }

    /// <summary>Whether a launch can be made for a target: OpenCL's arguments cannot point into a buffer.</summary>
    public static bool CanRun(TestLaunch launch, string target) => target != OpenClTarget || !launch.HasMovedStarts;

    // Oclgrind interprets LLVM code and knows not all of it: that is its gap, and neither a pass nor a mismatch of ours.
    private static string? OclgrindLacks(TwinRun run) =>
        run.Errors.Split('\n').FirstOrDefault(l => l.Contains("Unsupported instruction", StringComparison.OrdinalIgnoreCase) || l.Contains("OCLGRIND FATAL ERROR", StringComparison.Ordinal) || l.Contains("Undefined external function", StringComparison.Ordinal));

    /// <summary>The target's text, or the verdict that there is none.</summary>
    private TestVerdict? Emit(KernelFile file, string engine, IBackend backend, Target target, out Emission emission)
    {
        var made = Compiler.Compiler.OnDeepStack(() => Emission.Run(file.Compilation.Module, backend, target, file.Source.Path, options: file.EmissionOptions(Text)));
        emission = made;
        var kernels = file.Header.Launches.SelectMany(l => l.Steps).Select(s => s.Kernel).Distinct(StringComparer.Ordinal).ToList();
        var missing = kernels.Where(k => !file.Functions.ContainsKey(k)).ToList();
        var refused = made.Kernels.Where(k => !k.IsEmitted && file.Functions.Values.Contains(k.Kernel.Name)).ToList();
        if (missing.Count > 0)
        {
            var first = file.Compilation.Diagnostics.FirstOrDefault(d => d.Severity == Severity.Error);
            bool gap = first?.Code.StartsWith("KP29", StringComparison.Ordinal) ?? false;
            return new TestVerdict(file.Source.Path, engine, gap ? Outcome.Gap : Outcome.Failed, $"'{missing[0]}' was not lowered: {first?.Message}", []) { Codes = first is null ? [] : [first.Code] };
        }
        if (refused.Count > 0)
        {
            var decided = refused.Find(k => k.IsGap) ?? refused[0];
            var refusals = refused.SelectMany(k => k.Refusals).ToList();
            return new TestVerdict(file.Source.Path, engine, decided.IsGap ? Outcome.Gap : Outcome.Refused, $"line {decided.Deciding!.Span.Line}: {decided.Deciding.Message}", [])
            {
                Codes = refusals.Select(r => r.Code).Distinct().ToEquatable(),
                Diagnostics = refusals,
                Forms = made.Forms,
            };
        }
        return null;
    }

    /// <summary>The file's own text migrated for a CUDA dialect, compiled and run against the target's twin.</summary>
    public TestVerdict RunMigrated(KernelFile file, Target target, LaunchJudge? judge = null)
    {
        var files = Migrate(file, target);
        var migrated = files.First(f => ReferenceEquals(f.From.Source, file.Source));
        var refusals = migrated.Diagnostics.Where(MigrationRules.IsUnsupported).ToList();
        if (refusals.Count > 0)
        {
            return new TestVerdict(file.Source.Path, target.Name, Outcome.Refused, refusals[0].Message, [])
            {
                Codes = refusals.Select(r => r.Code).Distinct().ToEquatable(),
                Diagnostics = refusals,
            };
        }
        var verdict = RunText(file, target.Name, migrated.Text, file.Header, target.Name, target.Name, [.. files.Where(f => !ReferenceEquals(f, migrated)).Select(f => (f.Path, f.Text))], judge);
        // a header that the vendor has and the twin has not: nothing was judged
        if (verdict.Outcome == Outcome.Failed && MissingHeader().Match(verdict.Detail) is { Success: true } missing)
        {
            return verdict with { Outcome = Outcome.NotRun, Detail = $"not run, because the twin of {target.Name} has no '{missing.Groups[1].Value}'" };
        }
        // the host half of a file of several: its kernels alone do not link
        return verdict.Outcome == Outcome.Failed && DefinedElsewhere().Match(verdict.Detail) is { Success: true } elsewhere
            ? verdict with { Outcome = Outcome.NotRun, Detail = $"not run, because '{elsewhere.Groups[1].Value}' is defined nowhere here" }
            : verdict;
    }

    private static IReadOnlyList<MigratedFile> Migrate(KernelFile file, Target target) =>
        Migrator.Run(SourceTree.Read(Path.GetDirectoryName(Path.GetFullPath(file.Source.Path)) ?? "/", [file.Source], new ParseOptions()), target);

    /// <summary>The texts of a target that a finding is shown in: printed from the IR, and migrated.</summary>
    public static IEnumerable<TargetLines> LinesOf(KernelFile file, IBackend backend, Target target)
    {
        if (TargetLines.Emitted(file, backend, target) is { } emitted)
        {
            yield return emitted;
        }
        if (backend.IsCudaDialect && target.Migration is not null)
        {
            yield return TargetLines.Migrated(Migrate(file, target).First(f => ReferenceEquals(f.From.Source, file.Source)), target);
        }
    }

    [GeneratedRegex(@"CompileFailed: .*fatal error: (\S+): No such file")]
    private static partial Regex MissingHeader();

    private TestVerdict RunText(KernelFile file, string engine, string text, LaunchHeader header, string twin, string? condition, IReadOnlyList<(string Path, string Text)>? headers = null, LaunchJudge? judge = null)
    {
        if (!twinTargets.TryGetValue(twin, out var target) && !twinTargets.TryGetValue(twin.Split(':')[0], out target))
        {
            return new TestVerdict(file.Source.Path, engine, Outcome.NotRun, $"not run, because there is no twin of {twin}", []);
        }
        judge ??= (i, run) => TwinCheck.Judge(header.Launches[i], run, condition, target.Warp);
        var results = new List<ComparisonResult>();
        var problems = new List<string>();
        var printed = new StringBuilder();
        var program = twins.CompileKernels(text, Path.GetFileName(file.Source.Path), [.. header.Launches], target, headers);
        if (program.Status == TwinStatus.CompilerMissing)
        {
            return new TestVerdict(file.Source.Path, engine, Outcome.NotRun, program.Output, []);
        }
        if (program.Status != TwinStatus.Done)
        {
            return new TestVerdict(file.Source.Path, engine, Outcome.Failed, $"{program.Status}: {FirstError(program.Output)}", []);
        }
        for (int i = 0; i < header.Launches.Count; i++)
        {
            var run = twins.Run(program, header.Launches[i], i);
            printed.Append(run.Output);
            var verdict = judge(i, run);
            results.AddRange(verdict.Results);
            if (verdict.Message.Length > 0)
            {
                problems.Add(verdict.Message);
            }
        }
        problems.AddRange(results.Where(r => !r.Passed).Select(r => r.ToString()));
        return new TestVerdict(file.Source.Path, engine, problems.Count == 0 ? Outcome.Passed : Outcome.Failed, string.Join("; ", problems), results.ToEquatable()) { Printed = printed.ToString() };
    }

    [GeneratedRegex(@"undefined reference to .(?:kp_user::)?([\w:]+)")]
    private static partial Regex DefinedElsewhere();

    private static string FirstError(string output) =>
        output.Split('\n').FirstOrDefault(l => l.Contains("error:", StringComparison.Ordinal) && !l.StartsWith("collect2", StringComparison.Ordinal))
        ?? output.Split('\n').FirstOrDefault(l => l.Contains("undefined reference", StringComparison.Ordinal) || l.Contains("error", StringComparison.Ordinal)) ?? output.Split('\n')[0];
}
