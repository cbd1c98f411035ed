using KernelPort.Core;
using KernelPort.Execution;

namespace KernelPort.Engines;

/// <summary>Which warp widths and schedules a kernel is run under.</summary>
/// <param name="Warps">The first is the one that others are compared with.</param>
/// <param name="First">The schedule that seeded ones are compared with.</param>
/// <param name="Count">How many seeded schedules a width has besides.</param>
/// <param name="Seed">The first of their seeds; the others follow it one by one.</param>
public sealed record OrderPlan(EquatableArray<int> Warps, Schedule First, int Count, ulong Seed)
{
    /// <summary>See <see cref="ExecutionOptions.DefinedSums"/>.</summary>
    public bool DefinedSums { get; init; }

    /// <summary>Whether there is more to run than one width and one schedule.</summary>
    public bool IsTable => Warps.Count > 1 || Count > 0;

    public IEnumerable<ExecutionOptions> Options(int warp)
    {
        yield return new ExecutionOptions { Warp = new WarpShape(warp), Schedule = First, DefinedSums = DefinedSums };
        for (int i = 0; i < Count; i++)
        {
            yield return new ExecutionOptions { Warp = new WarpShape(warp), Schedule = Schedule.Seeded, Seed = unchecked(Seed + (ulong)i), DefinedSums = DefinedSums };
        }
    }
}

/// <summary>A kernel file at one warp width under one schedule.</summary>
/// <param name="Seed">Null for the schedule that is not seeded.</param>
public sealed record OrderCell(int Warp, Schedule Schedule, ulong? Seed, EquatableArray<string> Codes, string Detail)
{
    public bool Passed => Detail.Length == 0;

    public string ScheduleName => Schedule switch { Schedule.Seeded => FormattableString.Invariant($"seed {Seed}"), Schedule.Fair => "fair", _ => "lockstep" };
}

/// <summary>The cells of one kernel file, by width and schedule.</summary>
public sealed record OrderTable(string File, EquatableArray<OrderCell> Cells)
{
    /// <summary>What the first run that failed found and no line expected; where all passed, the first run.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; init; } = [];
}
