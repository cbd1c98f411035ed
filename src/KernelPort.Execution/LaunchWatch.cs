namespace KernelPort.Execution;

/// <summary>How an allocation of global memory is used in a launch, as far as races can be looked for.</summary>
internal enum LaunchUse
{
    None,

    /// <summary>Read, and nothing about the reads kept: most memory is only read.</summary>
    Read,

    /// <summary>Written: every access is kept.</summary>
    Written,
}

/// <summary>Watches the attempts at one launch. The first keeps nothing about reads of memory that nobody has written, and may run blocks beside each
/// other. Where that turns out to be too little, memory becomes what it was before, and the launch is tried again with more kept.</summary>
internal sealed class LaunchWatch(Memory memory)
{
    private readonly List<(Allocation Memory, byte[] Data, byte[] Written)> _saved = [];
    private readonly HashSet<Allocation> _written = [];
    private readonly Lock _lock = new();
    private volatile bool _again;

    /// <summary>Whether this attempt is to be given up and made again.</summary>
    public bool Again => _again;

    /// <summary>Blocks run beside each other: a race is not told, but the launch tried again in order.</summary>
    public bool InParallel { get; set; }

    /// <summary>A race was met while blocks ran beside each other.</summary>
    public bool RaceInParallel { get; private set; }

    /// <summary>Begins the first attempt or the next one.</summary>
    public void Begin()
    {
        _again = false;
        foreach (var (a, data, written) in _saved)
        {
            data.CopyTo(a.Data.AsSpan());
            written.CopyTo(a.Written.AsSpan());
        }
        foreach (var a in memory.Global)
        {
            a.Sums?.Forget();
            a.Use = _written.Contains(a) ? LaunchUse.Written : LaunchUse.None;
        }
    }

    /// <summary>Says that memory is read; whether the read is to be kept.</summary>
    public bool Reads(Allocation a)
    {
        if (a.Use == LaunchUse.Read)
        {
            return false;
        }
        if (a.Use == LaunchUse.None)
        {
            lock (_lock)
            {
                if (a.Use == LaunchUse.None)
                {
                    a.Use = LaunchUse.Read;
                }
            }
        }
        return a.Use == LaunchUse.Written;
    }

    /// <summary>Says that memory is about to be written; whether the write is to be kept.</summary>
    public bool Writes(Allocation a)
    {
        if (a.Use == LaunchUse.Written)
        {
            return true;
        }
        lock (_lock)
        {
            if (_written.Add(a))
            {
                _saved.Add((a, [.. a.Data], [.. a.Written]));
            }
            if (a.Use == LaunchUse.Read)
            {
                _again = true;
            }
            else
            {
                a.Use = LaunchUse.Written;
            }
        }
        return !_again;
    }

    /// <summary>Takes note of a race; whether it is to be told now; otherwise it will be by the next attempt.</summary>
    public bool NoteRace()
    {
        if (InParallel)
        {
            RaceInParallel = true;
            _again = true;
        }
        return !InParallel;
    }
}
