using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Launches;
using KernelPort.Twin;
using Extent = KernelPort.Launches.Extent;

namespace KernelPort.Engines.Verification;

/// <summary>What one target made of a kernel's cases, all compared with the reference executor.</summary>
/// <param name="Engine">The target, with <c>/ir</c> for IR text of a CUDA dialect.</param>
/// <param name="Buffers">In the order of the kernel's parameters; all cases together.</param>
/// <param name="Reproduction">A file with a launch header that shows the smallest difference; null where there is none.</param>
public sealed record TargetVerification(string Engine, Outcome Outcome, string Detail, IReadOnlyList<BufferComparison> Buffers, string? Reproduction)
{
    /// <summary>All buffers together.</summary>
    public UlpHistogram Histogram { get; } = UlpHistogram.Sum(Buffers.Select(b => b.Histogram));

    public EquatableArray<string> Codes { get; init; } = [];

    /// <summary>Where the target first goes another way; for IR text, whose values can be written down.</summary>
    public Diagnostic? Divergence { get; init; }
}

/// <summary>A buffer of a target, compared over all cases.</summary>
public sealed record BufferComparison(string Name, UlpHistogram Histogram)
{
    /// <summary>Values that are farther away than they may be.</summary>
    public long Mismatches { get; internal set; }
}

/// <summary>A kernel with inputs made for it, and what its targets gave.</summary>
/// <param name="Problem">Why there are no inputs; empty otherwise.</param>
/// <param name="Block">The block all cases were launched with.</param>
public sealed record KernelVerification(string File, string Kernel, IReadOnlyList<VerificationCase> Cases, string Problem, Extent Block, IReadOnlyList<TargetVerification> Targets)
{
    /// <summary>Why cases have no inputs, one text each.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Where the kernel stands in the text; no place where it was not found.</summary>
    public Span Place { get; init; }

    /// <summary>How far each buffer may be away, and why; of the case in which most is moved.</summary>
    public IReadOnlyList<BufferTolerance> Tolerances { get; init; } = [];
}

/// <summary>Compares targets' text with the reference executor on inputs that it makes itself.</summary>
public sealed class KernelVerifier(KernelTestRunner runner, VerificationOptions options)
{
    /// <summary>Verifies one kernel, named as in a launch: <c>scale</c> or <c>scale&lt;float, 256&gt;</c>.</summary>
    public KernelVerification Run(SourceText source, CompilerOptions compiler, string kernel, IReadOnlyList<(IBackend Backend, Target Target)> targets)
    {
        int angle = kernel.IndexOf('<', StringComparison.Ordinal);
        var one = new Extent(1, 1, 1);
        var named = new KernelLaunch(1, angle < 0 ? kernel : kernel[..angle], angle < 0 ? "" : kernel[(angle + 1)..^1], one, one, 0, false, []);
        var file = KernelFile.Load(source, compiler, new LaunchHeader([new TestLaunch(1, [named])], []));
        if (file.Kernel(named) is null)
        {
            string why = file.Compilation.Diagnostics.FirstOrDefault(d => d.Severity == Severity.Error)?.Message ?? "no kernel of this name is launched or named by --instantiate";
            return new KernelVerification(source.Path, kernel, [], why, one, []);
        }
        Inputs? best = null;
        foreach (var block in options.Block is { } asked ? [asked] : InputMaker.Blocks(file, named))
        {
            var inputs = MakeAll(new InputMaker(file, named, block, options));
            best = best is null || inputs.Made.Count > best.Made.Count ? inputs : best;
            if (inputs.LeftOut.Count == 0)
            {
                break;
            }
        }
        // Sizes 0 and 1 ask for hardly anything.
        return best!.Made.Any(m => m.Case.Size > 1)
            ? Compare(source, compiler, kernel, WithMovedPointers(best), targets)
            : new KernelVerification(source.Path, kernel, [], best.LeftOut[0].Problem, best.Maker.Block, []) { Place = file.Kernel(named)!.From.Span };
    }

    /// <summary>The cases of one block size: those with an answer, and those without, with the reason.</summary>
    private sealed record Inputs(InputMaker Maker, IReadOnlyList<(VerificationCase Case, TestLaunch Launch, ReferenceRun Run)> Made, IReadOnlyList<(VerificationCase Case, string Problem)> LeftOut);

    private static Inputs MakeAll(InputMaker maker)
    {
        var made = new List<(VerificationCase, TestLaunch, ReferenceRun)>();
        var leftOut = new List<(VerificationCase Case, string Problem)>();
        foreach (var c in maker.Cases())
        {
            if (maker.Make(c, out string problem) is { } inputs)
            {
                made.Add((c, inputs.Launch, inputs.Run));
            }
            else
            {
                if (!leftOut.Exists(l => l.Case.Size == c.Size))
                {
                    leftOut.Add((c, $"{problem} ({c}, blocks of {maker.Block})"));
                }
            }
        }
        return new Inputs(maker, made, leftOut);
    }

    /// <summary>One case more, in which pointers are aligned for their types and no better; a kernel that wants more has none, and says so.</summary>
    private static Inputs WithMovedPointers(Inputs inputs)
    {
        var moved = inputs.Made.Last(m => !m.Case.Edges).Case with { Moved = true };
        return inputs.Maker.Make(moved, out string problem) is not { } made ? inputs with { LeftOut = [.. inputs.LeftOut, (moved, $"{problem} ({moved})")] }
            : made.Launch.HasMovedStarts ? inputs with { Made = [.. inputs.Made, (moved, made.Launch, made.Run)] } : inputs;
    }

    private KernelVerification Compare(SourceText source, CompilerOptions compiler, string kernel, Inputs inputs, IReadOnlyList<(IBackend Backend, Target Target)> targets)
    {
        var single = KernelFile.Load(source, compiler, new LaunchHeader([inputs.Made[0].Launch], []));
        var derived = inputs.Made.Select(m => BufferTolerance.Of(single, m.Launch, m.Run, options)).ToList();
        var (made, cases, maker) = (inputs.Made.Select((m, i) => (Launch: With(m.Launch, derived[i]), m.Run)).ToList(), inputs.Made.Select(m => m.Case).ToList(), inputs.Maker);
        var whole = KernelFile.Load(source, compiler, new LaunchHeader(made.Select(m => m.Launch).ToEquatable(), []));
        var leftOut = inputs.LeftOut.Select(l => l.Problem).ToList();
        var results = new List<TargetVerification>();
        foreach (var (backend, target) in targets)
        {
            if (made.Exists(m => !KernelTestRunner.CanRun(m.Launch, target.Name)))
            {
                // moved pointers are the last case
                var fewer = made.Where(m => KernelTestRunner.CanRun(m.Launch, target.Name)).ToList();
                leftOut.Add($"for {target.Name}, whose arguments are whole buffers: {cases[^1]}");
                var file = KernelFile.Load(source, compiler, new LaunchHeader(fewer.Select(m => m.Launch).ToEquatable(), []));
                results.Add(CompareTarget(file, fewer, cases, maker, (f, j) => runner.RunTarget(f, backend, target, j), compiler, l => FirstDivergence.Find(file, l, runner, backend, target)));
                continue;
            }
            results.Add(CompareTarget(whole, made, cases, maker, (f, j) => runner.RunTarget(f, backend, target, j), compiler, l => FirstDivergence.Find(whole, l, runner, backend, target)));
            if (backend.IsCudaDialect && target.Migration is not null)
            {
                results.Add(CompareTarget(whole, made, cases, maker, (f, j) => runner.RunMigrated(f, target, j), compiler));
            }
        }
        return new KernelVerification(source.Path, kernel, cases, "", maker.Block, results)
        {
            Place = whole.Kernel(made[0].Launch.Steps[0])!.From.Span,
             LeftOut = leftOut, Tolerances = [.. derived[0].Select(t => derived.Select(d => d.First(o => o.Buffer == t.Buffer)).MaxBy(o => o.Moved)!)],
        };
    }

    private static TestLaunch With(TestLaunch launch, IReadOnlyList<BufferTolerance> tolerances) => launch with { Tolerances = tolerances.Select(t => t.Allowed).ToEquatable() };

    private TargetVerification CompareTarget(KernelFile file, List<(TestLaunch Launch, ReferenceRun Run)> made, IReadOnlyList<VerificationCase> cases, InputMaker maker,
        Func<KernelFile, LaunchJudge, TestVerdict> run, CompilerOptions compiler, Func<TestLaunch, Diagnostic?>? diverges = null)
    {
        var buffers = made[0].Launch.Buffers.Select(b => new BufferComparison(b.Name, new UlpHistogram())).ToList();
        int? firstBad = null;
        var verdict = run(file, (i, r) =>
        {
            var judged = Judge(made[i].Launch, made[i].Run, r, buffers);
            firstBad ??= judged.Passed ? null : i;
            return judged;
        });
        if (verdict.Outcome != Outcome.Failed || firstBad is not { } bad)
        {
            return new TargetVerification(verdict.Engine, verdict.Outcome, verdict.Detail, buffers, null) { Codes = verdict.Codes };
        }
        var said = VerificationRules.Differs.At(Span.None, $"{cases[bad]}: {verdict.Detail}");
        return new TargetVerification(verdict.Engine, Outcome.Failed, said.Message, buffers, Shrink(file, cases[bad], maker, run, compiler, made[bad]))
        {
            Codes = [said.Code],
            Divergence = diverges?.Invoke(made[bad].Launch),
        };
    }

    private static TwinVerdict Judge(TestLaunch launch, ReferenceRun reference, TwinRun run, IReadOnlyList<BufferComparison> buffers)
    {
        if (run.Status != TwinStatus.Done)
        {
            return new TwinVerdict(run.Status, [], $"{run.Status}: {run.Errors.Trim()}");
        }
        var results = reference.Compare(launch, run.Find, launch.ToleranceOf).ToEquatable();
        foreach (var buffer in buffers)
        {
            buffer.Mismatches += results.First(r => r.Subject == buffer.Name).Mismatches;
            if (run.Find(buffer.Name) is { } actual)
            {
                buffer.Histogram.Add(launch.FindBuffer(buffer.Name)!.Element, reference.Buffers[buffer.Name], actual);
            }
        }
        return new TwinVerdict(run.Status, results, "");
    }

    /// <summary>The smallest size below a failing one that fails alike, as a file of its own.</summary>
    private string Shrink(KernelFile file, VerificationCase bad, InputMaker maker, Func<KernelFile, LaunchJudge, TestVerdict> run, CompilerOptions compiler, (TestLaunch Launch, ReferenceRun Run) failing)
    {
        var smaller = Enumerable.Range(0, 4).Concat(Enumerable.Range(2, 20).SelectMany(p => new[] { (1 << p) - 1, 1 << p, (1 << p) + 1 })).Where(s => s < bad.Size).Distinct().Order()
            .Select(s => maker.Make(bad with { Size = s }, out _)).OfType<(TestLaunch Launch, ReferenceRun Run)>()
            .Select(m => (Launch: With(m.Launch, BufferTolerance.Of(file, m.Launch, m.Run, options)), m.Run)).ToList();
        (int Launch, TwinVerdict Verdict)? first = null;
        if (smaller.Count > 0)
        {
            var small = KernelFile.Load(file.Source, compiler, new LaunchHeader(smaller.Select(s => s.Launch).ToEquatable(), []));
            run(small, (i, r) =>
            {
                var judged = Judge(smaller[i].Launch, smaller[i].Run, r, []);
                if (!judged.Passed && judged.Status == TwinStatus.Done)
                {
                    first ??= (i, judged);
                }
                return judged;
            });
        }
        var (launch, reference) = first is { } f ? smaller[f.Launch] : failing;
        return ReproductionText.Of(file.Source, launch, reference);
    }
}
