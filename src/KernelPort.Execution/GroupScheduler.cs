namespace KernelPort.Execution;

/// <summary>Chooses which lanes of a block run next, and for how long. Every choice it makes is one that CUDA allows.</summary>
internal abstract class GroupScheduler
{
    public static GroupScheduler Of(ExecutionOptions options) => options.Schedule switch
    {
        Schedule.Fair => new FairScheduler(),
        Schedule.Seeded => new SeededScheduler(options.Seed),
        _ => new LockStepScheduler(),
    };

    /// <summary>Whether a group stops where another one stands, so that the two go on together.</summary>
    public abstract bool StopsAtOthers { get; }

    /// <summary>Whether a group behind the others runs no further than to the next of them.</summary>
    public virtual bool StopsAtLimit => false;

    /// <summary>How many times the step budget a block has: a schedule that runs lanes one by one takes more steps for the same work.</summary>
    public virtual int BudgetFactor => 1;

    /// <summary>A block begins.</summary>
    public virtual void Begin(BlockRun block)
    {
    }

    /// <summary>Whether groups become one at all without being made to.</summary>
    public virtual bool JoinsAny => true;

    /// <summary>Whether two groups that stand at the same instruction become one.</summary>
    public virtual bool Joins(BlockRun block, Group a, Group b) => true;

    /// <summary>The next group to run among more than one; null where all wait.</summary>
    public abstract Group? Next(List<Group> groups);

    /// <summary>How many steps it runs.</summary>
    public virtual long Quantum => long.MaxValue;

    /// <summary>Lanes that have met go on, together or apart.</summary>
    public virtual void Scatter(BlockRun block, List<Group> groups, Group met)
    {
    }
}

/// <summary>All lanes that can run together do; a group that is behind runs first.</summary>
internal sealed class LockStepScheduler : GroupScheduler
{
    public override bool StopsAtOthers => false;

    public override bool StopsAtLimit => true;

    public override Group? Next(List<Group> groups)
    {
        Group? best = null;
        foreach (var g in groups)
        {
            if (!g.Waiting && (best is null || g.Pc < best.Pc))
            {
                best = g;
            }
        }
        return best;
    }
}

/// <summary>Groups take turns, so that a thread that waits for another one's flag does not keep it from running.</summary>
internal sealed class FairScheduler : GroupScheduler
{
    private int _turn;

    public override bool StopsAtOthers => true;

    public override long Quantum => 64;

    public override Group? Next(List<Group> groups)
    {
        for (int i = 0; i < groups.Count; i++)
        {
            var g = groups[(_turn + i) % groups.Count];
            if (!g.Waiting)
            {
                _turn = (_turn + i + 1) % groups.Count;
                return g;
            }
        }
        return null;
    }
}
