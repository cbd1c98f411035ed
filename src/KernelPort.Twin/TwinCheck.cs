using KernelPort.Core;
using KernelPort.Launches;

namespace KernelPort.Twin;

/// <summary>What came of one launch against its expectations.</summary>
public sealed record TwinVerdict(TwinStatus Status, EquatableArray<ComparisonResult> Results, string Message)
{
    public bool Passed => Message.Length == 0 && Results.All(r => r.Passed);
}

/// <summary>Judges a twin's run by the `expect` lines of its launch.</summary>
public static class TwinCheck
{
    public static TwinVerdict Judge(TestLaunch launch, TwinRun run, string? target, int warp)
    {
        var expectations = launch.Expectations.Where(e => e.AppliesTo(target, warp)).ToList();
        bool findingWanted = expectations.Any(e => e.Kind == ExpectationKind.Finding);
        if (run.Status == TwinStatus.Violation && findingWanted)
        {
            return new TwinVerdict(run.Status, [], "");
        }
        if (run.Status != TwinStatus.Done)
        {
            return new TwinVerdict(run.Status, [], $"{run.Status}: {run.Errors.Trim()}");
        }
        var results = new List<ComparisonResult>();
        foreach (var expectation in expectations)
        {
            // A twin sees fewer kinds of finding than the reference executor: a clean run is no failure of its own.
            if (expectation.Kind is ExpectationKind.Finding or ExpectationKind.Refused)
            {
                continue;
            }
            var record = run.Buffers.FirstOrDefault(b => b.Name == expectation.Subject);
            var type = expectation.IsSymbol ? ElementType.Find(record?.Type ?? "") : launch.FindBuffer(expectation.Subject)?.Element;
            if (record is null || type is null)
            {
                results.Add(new ComparisonResult(expectation.Subject, 0, 0, 0, null, "the run gave no such buffer"));
                continue;
            }
            results.Add(Comparison.Check(expectation, type, record.Bytes, launch.ToleranceOf(expectation.Subject)));
        }
        return new TwinVerdict(run.Status, results.ToEquatable(), "");
    }
}
