namespace KernelPort.Execution;

/// <summary>A thread's last fence: its tick, and the barrier interval and warp epoch it fell into. Tick 0: none yet.</summary>
internal readonly record struct LaneFence(int Tick, int Interval, int WarpEpoch);

/// <summary>A strong write behind a fence: what its thread's block had done before the fence can be seen by whoever reads it.</summary>
internal sealed record Release(int Block, int Lane, int Warp, LaneFence Device, LaneFence InBlock, int Interval, int[]? Fenced, BlockSync From, int Acquired)
{
    /// <param name="a">An access by this block.</param>
    /// <param name="warp">The warp of the access.</param>
    /// <param name="sameBlock">The reader is of the same block, for which a fence of the block is enough.</param>
    public bool Covers(in GlobalAccess a, int warp, bool sameBlock)
    {
        var fence = sameBlock ? InBlock : Device;
        if (a.Lane == Lane)
        {
            return a.Tick < fence.Tick || (Fenced is not null && a.Tick < Fenced[a.Lane]);
        }
        if (warp == Warp && a.WarpEpoch < fence.WarpEpoch && a.Tick < fence.Tick)
        {
            return true;
        }
        // Another thread's access comes first only by a barrier, and is seen only by a fence of that thread, or of this one behind the barrier.
        return a.Tick < Interval && (a.Tick < fence.Interval || (Fenced is not null && a.Tick < Fenced[a.Lane]));
    }
}

/// <summary>A place in memory through which threads tell each other that something is done.</summary>
internal sealed class SyncPlace
{
    private readonly Dictionary<int, List<int>> _byBlock = [];

    public List<Release> Releases { get; } = [];

    public void Add(Release release)
    {
        if (!_byBlock.TryGetValue(release.Block, out var list))
        {
            _byBlock[release.Block] = list = [];
        }
        list.Add(Releases.Count);
        Releases.Add(release);
    }

    /// <summary>Whether one of the first <paramref name="count"/> releases makes an access visible.</summary>
    public bool Covers(in GlobalAccess a, int count, int warp, bool sameBlock)
    {
        if (!_byBlock.TryGetValue(a.Block, out var list))
        {
            return false;
        }
        for (int i = list.Count - 1; i >= 0; i--)
        {
            if (list[i] < count && Releases[list[i]].Covers(a, warp, sameBlock))
            {
                return true;
            }
        }
        return false;
    }
}

/// <summary>A strong read of a place: its thread knows of the releases made there until then.</summary>
internal readonly record struct Acquisition(SyncPlace Place, int Count, int Lane, int Warp, int Interval, int WarpEpoch);

/// <summary>What the fences and strong accesses of one block order: its threads' last fences and what they acquired.</summary>
internal sealed class BlockSync(BlockRun block)
{
    private readonly List<Acquisition> _acquired = [];
    private LaneFence[]? _device;
    private LaneFence[]? _inBlock;
    private int[]? _fenced;
    private bool _fencedSinceBarrier;
    private int _kept;

    public bool HasFences => _inBlock is not null;

    public void Fence(Group group, int tick, bool wholeDevice)
    {
        _inBlock ??= new LaneFence[block.Lanes];
        _device ??= new LaneFence[block.Lanes];
        foreach (int i in group.Active)
        {
            var fence = new LaneFence(tick, block.Interval, block.WarpEpoch(block.WarpOf(i)));
            _inBlock[i] = fence;
            if (wholeDevice)
            {
                _device[i] = fence;
            }
        }
        _fencedSinceBarrier |= wholeDevice;
    }

    /// <summary>At the block's barrier everybody's fences become everybody's.</summary>
    public void PassBarrier()
    {
        if (_fencedSinceBarrier)
        {
            _fenced = [.. _device!.Select(f => f.Tick)];
            _fencedSinceBarrier = false;
        }
    }

    /// <summary>What a strong write by this lane hands over; null where no fence came before it.</summary>
    public Release? ReleaseBy(int lane)
    {
        if (_inBlock is null || (_inBlock[lane].Tick == 0 && _fenced is null))
        {
            return null;
        }
        // Acquisitions handed on are not changed any more.
        _kept = _acquired.Count;
        return new Release((int)block.BlockNumber, lane, block.WarpOf(lane), _device![lane], _inBlock[lane], block.Interval, _fenced, this, _kept);
    }

    public void Acquire(SyncPlace place, int lane)
    {
        int warp = block.WarpOf(lane);
        var now = new Acquisition(place, place.Releases.Count, lane, warp, block.Interval, block.WarpEpoch(warp));
        if (_acquired.Count > _kept && _acquired[^1] == now with { Count = _acquired[^1].Count })
        {
            _acquired[^1] = now;
            return;
        }
        _acquired.Add(now);
    }

    /// <summary>Whether an earlier access comes before what <paramref name="lane"/> does now, by releases this block has acquired.</summary>
    public bool Orders(in GlobalAccess earlier, int lane)
    {
        if (_acquired.Count == 0)
        {
            return false;
        }
        int warp = block.WarpOf(lane);
        int epoch = block.WarpEpoch(warp);
        int warpOfEarlier = block.WarpOf(earlier.Lane);
        bool sameBlock = earlier.Block == (int)block.BlockNumber;
        for (int i = _acquired.Count - 1; i >= 0; i--)
        {
            var known = _acquired[i];
            if (IsKnownTo(known, lane, warp, epoch) && known.Place.Covers(earlier, known.Count, warpOfEarlier, sameBlock))
            {
                return true;
            }
        }
        var seen = new HashSet<SyncPlace>();
        for (int i = _acquired.Count - 1; i >= 0; i--)
        {
            if (IsKnownTo(_acquired[i], lane, warp, epoch) && HandsOn(_acquired[i], earlier, warpOfEarlier, seen))
            {
                return true;
            }
        }
        return false;
    }

    private bool IsKnownTo(in Acquisition known, int lane, int warp, int epoch) =>
        known.Lane == lane || known.Interval < block.Interval || (known.Warp == warp && known.WarpEpoch < epoch);

    /// <summary>A block that released here had acquired elsewhere what is asked for.</summary>
    private static bool HandsOn(in Acquisition from, in GlobalAccess earlier, int warpOfEarlier, HashSet<SyncPlace> seen)
    {
        var open = new Stack<Acquisition>();
        open.Push(from);
        while (open.TryPop(out var known))
        {
            if (!seen.Add(known.Place))
            {
                continue;
            }
            for (int i = known.Count - 1; i >= 0; i--)
            {
                var release = known.Place.Releases[i];
                for (int j = release.Acquired - 1; j >= 0; j--)
                {
                    var further = release.From._acquired[j];
                    if (seen.Contains(further.Place))
                    {
                        continue;
                    }
                    if (further.Place.Covers(earlier, further.Count, warpOfEarlier, sameBlock: false))
                    {
                        return true;
                    }
                    open.Push(further);
                }
            }
        }
        return false;
    }
}
