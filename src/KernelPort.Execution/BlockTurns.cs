namespace KernelPort.Execution;

/// <summary>In which order the blocks that run side by side take turns, and how long a turn is.</summary>
internal sealed class BlockTurns
{
    /// <summary>Blocks side by side: about what a small device would hold.</summary>
    public const int Resident = 64;

    private readonly Schedule _schedule;
    private readonly long[] _places = [];
    private SeededNumbers _numbers;

    public BlockTurns(ExecutionOptions options)
    {
        _schedule = options.Schedule;
        _numbers = new SeededNumbers(options.Seed);
        if (_schedule == Schedule.Seeded)
        {
            _places = _numbers.Order(Resident);
        }
    }

    public long Quantum => _schedule switch
    {
        Schedule.Fair => 256,
        Schedule.Seeded => 16 << _numbers.Below(10),
        _ => long.MaxValue,
    };

    /// <summary>The block that starts as the <paramref name="turn"/>-th. Only blocks that could live side by side change places: a block that waits for one
    /// of a lower number finds it there, as kernels in use count on.</summary>
    public long BlockOf(long turn, long count)
    {
        long window = turn / Resident * Resident;
        if (_schedule != Schedule.Seeded || window + Resident > count && window > 0)
        {
            return turn;
        }
        if (window + Resident <= count)
        {
            return window + _places[turn - window];
        }
        // a grid smaller than the window: those of its places that exist, in their order
        return _places.Where(p => p < count).ElementAt((int)turn);
    }

    public IEnumerable<BlockRun> Order(IEnumerable<BlockRun> runs)
    {
        if (_schedule != Schedule.Seeded)
        {
            return runs;
        }
        BlockRun[] all = [.. runs];
        return _numbers.Order(all.Length).Select(i => all[i]);
    }
}
