namespace KernelPort.Execution;

/// <summary>Orders that a kernel must not depend on, the same for the same seed. Warps never run in step with each other; a seed's last bit says whether the
/// lanes of a warp do, the next one whether a group runs until it must wait or only a few steps at a time.</summary>
internal sealed class SeededScheduler(ulong seed) : GroupScheduler
{
    /// <summary>A group that never waits, such as one that polls a flag, makes room for others after so many steps.</summary>
    private const int Patience = 2000;

    private readonly bool _byLane = (seed & 1) != 0;
    private readonly bool _inTurns = (seed & 2) != 0;
    private SeededNumbers _numbers = new(seed);
    private Group? _current;

    public override bool StopsAtOthers => !_byLane;

    public override bool JoinsAny => !_byLane;

    public override int BudgetFactor => 4;

    public override long Quantum => _inTurns ? 1 + _numbers.Below(24) : Patience;

    public override void Begin(BlockRun block)
    {
        _numbers = new SeededNumbers(seed ^ ((ulong)block.BlockNumber * 0x9e3779b97f4a7c15UL));
        _current = null;
    }

    public override bool Joins(BlockRun block, Group a, Group b) => !_byLane && block.WarpOf(a.Lanes[0]) == block.WarpOf(b.Lanes[0]);

    public override Group? Next(List<Group> groups)
    {
        int ready = 0;
        foreach (var g in groups)
        {
            ready += g.Waiting || g == _current ? 0 : 1;
        }
        if (ready == 0)
        {
            return _current is { Waiting: false } same && groups.Contains(same) ? same : null;
        }
        int which = _numbers.Below(ready);
        foreach (var g in groups)
        {
            if (!g.Waiting && g != _current && which-- == 0)
            {
                return _current = g;
            }
        }
        return null;
    }

    public override void Scatter(BlockRun block, List<Group> groups, Group met)
    {
        var parts = met.Active.ToArray().GroupBy(i => _byLane ? i : block.WarpOf(i)).Select(p => p.ToArray()).ToList();
        // the first part stays in the group at hand, which may be running
        (met.Lanes, met.Count) = (parts[0], parts[0].Length);
        groups.AddRange(parts.Skip(1).Select(p => new Group { Pc = met.Pc, Lanes = p, Count = p.Length }));
    }
}

/// <summary>Numbers that follow from a seed (SplitMix64).</summary>
internal struct SeededNumbers(ulong seed)
{
    private ulong _state = seed * 0xbf58476d1ce4e5b9UL;

    public int Below(int limit)
    {
        ulong z = _state += 0x9e3779b97f4a7c15UL;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9UL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebUL;
        return (int)((z ^ (z >> 31)) % (ulong)limit);
    }

    /// <summary>0 to <paramref name="count"/> - 1 in some order.</summary>
    public long[] Order(long count)
    {
        var order = new long[count];
        for (int i = 0; i < count; i++)
        {
            int j = Below(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
