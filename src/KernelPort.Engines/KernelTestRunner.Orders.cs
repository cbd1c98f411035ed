using KernelPort.Core;
using KernelPort.Execution;
using KernelPort.Launches;

namespace KernelPort.Engines;

public sealed partial class KernelTestRunner
{
    /// <summary>The reference executor at several warp widths and under several schedules. A buffer that an expectation speaks of is judged by it;
    /// any other must be what the first run left.</summary>
    public static OrderTable RunOrders(KernelFile file, OrderPlan plan)
    {
        var cells = new List<OrderCell>();
        List<LaunchAnswer>? atFirstWidth = null;
        List<Diagnostic> findings = [];
        bool passed = true;
        foreach (int warp in plan.Warps)
        {
            List<LaunchAnswer>? first = null;
            foreach (var options in plan.Options(warp))
            {
                var answers = file.Header.Launches.Select(l => Answer(file, l, options)).ToList();
                var codes = new List<string>();
                var problems = new List<string>();
                for (int i = 0; i < answers.Count; i++)
                {
                    codes.AddRange(answers[i].Codes);
                    problems.AddRange([.. answers[i].Findings.Where(f => f.Severity == Severity.Error).Select(Words), .. answers[i].Problems]);
                    // where a width is wrong already in its first schedule, the width is to blame
                    var (other, rule) = first is not null && first[i].IsRight ? (first[i], OrderRules.Schedule) : (atFirstWidth?[i], OrderRules.Width);
                    Compare(file.Header.Launches[i], warp, answers[i], other, rule, codes, problems);
                }
                cells.Add(new OrderCell(warp, options.Schedule, options.Schedule == Schedule.Seeded ? options.Seed : null, codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToEquatable(), string.Join("; ", problems)));
                if (cells.Count == 1 || (passed && problems.Count > 0))
                {
                    findings = [.. answers.SelectMany(a => a.Findings)];
                }
                passed &= problems.Count == 0;
                first ??= answers;
            }
            atFirstWidth ??= first;
        }
        return new OrderTable(file.Source.Path, cells.ToEquatable()) { Findings = findings };
    }

    /// <summary>One launch: what it left, and what is to be said of it alone.</summary>
    private sealed record LaunchAnswer(ReferenceRun Run, List<string> Codes, List<string> Problems, List<ComparisonResult> Results)
    {
        /// <summary>What no line expected.</summary>
        public List<Diagnostic> Findings { get; } = [];

        /// <summary>Something stopped it, so that what it left says nothing.</summary>
        public bool IsAccused => Problems.Count > 0 || Findings.Exists(f => f.Severity == Severity.Error);

        /// <summary>What it left meets all expectations.</summary>
        public bool IsRight => Results.TrueForAll(r => r.Passed);
    }

    private static LaunchAnswer Answer(KernelFile file, TestLaunch launch, ExecutionOptions options)
    {
        var run = Compiler.Compiler.OnDeepStack(() => ReferenceEngine.Run(file, file.Compilation.Module, launch, options));
        var answer = new LaunchAnswer(run, [], [], []);
        if (run.Problem.Length > 0)
        {
            answer.Problems.Add(run.Problem);
            return answer;
        }
        CheckFindings(launch, run, options.Warp.Width, answer.Problems, answer.Findings, answer.Codes);
        CheckBuffers(launch, run, options.Warp.Width, answer.Results);
        return answer;
    }

    private static void Compare(TestLaunch launch, int warp, LaunchAnswer answer, LaunchAnswer? other, Rule<string> rule, List<string> codes, List<string> problems)
    {
        if (answer.Run.Problem.Length > 0)
        {
            return;
        }
        var differences = answer.Results.Where(r => !r.Passed).Select(r => r.ToString()).ToList();
        if (other is null || !other.IsRight)
        {
            // wrong everywhere: that is no question of order
            problems.AddRange(differences);
        }
        else
        {
            differences.AddRange(UnexpectedDifferences(launch, answer, other));
            if (differences.Count > 0)
            {
                codes.Add(rule.Code);
                problems.AddRange(differences.Select(d => $"{rule.Code}: {rule.At(Span.None, d).Message}"));
            }
        }
    }

    private static IEnumerable<string> UnexpectedDifferences(TestLaunch launch, LaunchAnswer answer, LaunchAnswer other)
    {
        // where a run was stopped by a finding, what it left says nothing
        if (answer.IsAccused || other.IsAccused)
        {
            yield break;
        }
        foreach (var (name, bytes) in answer.Run.Buffers.OrderBy(b => b.Key, StringComparer.Ordinal))
        {
            if (launch.Expectations.Any(e => !e.IsSymbol && e.Subject == name) || launch.FindBuffer(name) is not { } spec)
            {
                continue;
            }
            var result = Comparison.Buffers(name, spec.Element, other.Run.Buffers[name], bytes, launch.ToleranceOf(name));
            if (!result.Passed)
            {
                yield return result.ToString();
            }
        }
    }
}
