using KernelPort.Core;

namespace KernelPort.Execution;

/// <summary>Finds accesses of global memory by two threads, at least one a write and not both strong, that neither a barrier of the block, the warp or
/// the grid orders, nor a hand-over: a fence and a strong write, seen by a strong read. One for all blocks that run after or between each other.</summary>
internal sealed class GlobalRaces(LaunchWatch watch)
{
    private readonly Dictionary<ulong, SyncPlace> _places = [];
    private GlobalShadow?[] _shadows = new GlobalShadow?[16];
    private int _floor = 1;

    /// <summary>Grows with every fence and barrier.</summary>
    public int Tick { get; private set; } = 1;

    public LaunchWatch Watch => watch;

    public int NextTick() => ++Tick;

    /// <summary>What came before is ordered before what comes now, for all threads.</summary>
    public void PassGridBarrier() => _floor = ++Tick;

    private GlobalShadow ShadowOf(Allocation memory)
    {
        int id = (int)(memory.Base >> Memory.OffsetBits);
        if (id >= _shadows.Length)
        {
            Array.Resize(ref _shadows, Math.Max(id + 1, _shadows.Length * 2));
        }
        return _shadows[id] ??= new GlobalShadow(memory.Data.Length);
    }

    public void Read(BlockRun block, Allocation memory, int offset, int size, int lane, Instruction at, int pc, bool strong)
    {
        if (!watch.Reads(memory))
        {
            return;
        }
        if (strong)
        {
            Acquire(block, memory, offset, lane);
        }
        var now = new GlobalAccess(Tick, (int)block.BlockNumber, block.WarpEpoch(block.WarpOf(lane)), lane, pc, strong);
        ReadBytes(block, memory, ShadowOf(memory), offset, size, at, now);
    }

    /// <summary>The lanes of a row read neighbouring places.</summary>
    public void ReadRow(BlockRun block, Allocation memory, int offset, int size, Group group, Instruction at, bool strong)
    {
        if (!watch.Reads(memory))
        {
            return;
        }
        if (strong || size < 4)
        {
            for (int k = 0; k < group.Count; k++)
            {
                Read(block, memory, offset + (k * size), size, group.Lanes[k], at, group.Pc, strong);
            }
            return;
        }
        var shadow = ShadowOf(memory);
        for (int k = 0; k < group.Count; k++)
        {
            int lane = group.Lanes[k];
            var now = new GlobalAccess(Tick, (int)block.BlockNumber, block.WarpEpoch(block.WarpOf(lane)), lane, group.Pc, false);
            ReadBytes(block, memory, shadow, offset + (k * size), size, at, now);
        }
    }

    private void ReadBytes(BlockRun block, Allocation memory, GlobalShadow shadow, int offset, int size, Instruction at, in GlobalAccess now)
    {
        int start = offset;
        int end = offset + size;
        while (offset < end)
        {
            int stop = Math.Min(end, (offset | (ShadowPage.Bytes - 1)) + 1);
            var page = PageFor(shadow, offset, stop - offset);
            int last = ((stop - 1) & (ShadowPage.Bytes - 1)) >> page.Shift;
            for (int g = (offset & (ShadowPage.Bytes - 1)) >> page.Shift; g <= last; g++)
            {
                ref var w = ref page.Writes[g];
                if (w.Tick >= _floor && !w.IsSameThread(now) && !IsOrdered(block, w, now))
                {
                    Report(ExecutionRules.GlobalRace, block, memory, start, at, w, "written", now, "read");
                }
                if (!now.Strong && page.StrongWrites is { } strong && strong[g].Tick >= _floor && !strong[g].IsSameThread(now) && !IsOrdered(block, strong[g], now))
                {
                    Report(ExecutionRules.GlobalRace, block, memory, start, at, strong[g], "atomically updated", now, "read");
                }
                ref var r = ref page.Reads[g];
                if (r.Tick < _floor || r.IsSameThread(now) || IsOrdered(block, r, now))
                {
                    r = now;
                }
                else
                {
                    AddReader(block, page, g, r, now);
                }
            }
            offset = stop;
        }
    }

    private void AddReader(BlockRun block, ShadowPage page, int g, in GlobalAccess first, in GlobalAccess now)
    {
        page.OtherReads ??= new GlobalAccess[page.Reads.Length];
        ref var other = ref page.OtherReads[g];
        if (other.Tick < _floor || Distance(block, first, now) >= Distance(block, first, other))
        {
            other = now;
        }
    }

    private static int Distance(BlockRun block, in GlobalAccess a, in GlobalAccess b) =>
        a.Block != b.Block ? 2 : block.WarpOf(a.Lane) != block.WarpOf(b.Lane) ? 1 : 0;

    /// <param name="value">What is about to be stored; empty for an atomic operation.</param>
    public void Write(BlockRun block, Allocation memory, int offset, int size, int lane, Instruction at, int pc, bool strong, ReadOnlySpan<byte> value)
    {
        if (!watch.Writes(memory))
        {
            return;
        }
        if (strong && value.IsEmpty)
        {
            // an atomic operation reads too
            Acquire(block, memory, offset, lane);
        }
        var now = new GlobalAccess(Tick, (int)block.BlockNumber, block.WarpEpoch(block.WarpOf(lane)), lane, pc, strong);
        WriteBytes(block, memory, ShadowOf(memory), offset, size, at, now, value);
        if (strong)
        {
            Release(block, memory, offset, lane);
        }
    }

    /// <summary>The lanes of a row write neighbouring places.</summary>
    public void WriteRow(BlockRun block, Allocation memory, int offset, int size, Group group, Instruction at, bool strong, ReadOnlySpan<byte> values)
    {
        if (!watch.Writes(memory))
        {
            return;
        }
        if (strong)
        {
            for (int k = 0; k < group.Count; k++)
            {
                Write(block, memory, offset + (k * size), size, group.Lanes[k], at, group.Pc, strong, values.Slice(k * size, size));
            }
            return;
        }
        var shadow = ShadowOf(memory);
        for (int k = 0; k < group.Count; k++)
        {
            int lane = group.Lanes[k];
            int from = k * size;
            var now = new GlobalAccess(Tick, (int)block.BlockNumber, block.WarpEpoch(block.WarpOf(lane)), lane, group.Pc, false);
            WriteBytes(block, memory, shadow, offset + from, size, at, now, values.Slice(from, size));
        }
    }

    private void WriteBytes(BlockRun block, Allocation memory, GlobalShadow shadow, int offset, int size, Instruction at, in GlobalAccess now, ReadOnlySpan<byte> value)
    {
        int start = offset;
        int end = offset + size;
        while (offset < end)
        {
            int stop = Math.Min(end, (offset | (ShadowPage.Bytes - 1)) + 1);
            var page = PageFor(shadow, offset, stop - offset);
            int last = ((stop - 1) & (ShadowPage.Bytes - 1)) >> page.Shift;
            for (int g = (offset & (ShadowPage.Bytes - 1)) >> page.Shift; g <= last; g++)
            {
                ref var w = ref page.Writes[g];
                if (w.Tick >= _floor && !w.IsSameThread(now) && !IsOrdered(block, w, now))
                {
                    ReportWrites(block, memory, start, at, w, "written", now, value);
                }
                if (page.StrongWrites is { } strong && !now.Strong && strong[g].Tick >= _floor && !strong[g].IsSameThread(now) && !IsOrdered(block, strong[g], now))
                {
                    ReportWrites(block, memory, start, at, strong[g], "atomically updated", now, value);
                }
                CheckReader(block, memory, start, at, page.Reads[g], now);
                if (page.OtherReads is { } others)
                {
                    CheckReader(block, memory, start, at, others[g], now);
                }
                if (now.Strong)
                {
                    (page.StrongWrites ??= new GlobalAccess[page.Writes.Length])[g] = now;
                }
                else
                {
                    w = now;
                }
            }
            offset = stop;
        }
    }

    private void CheckReader(BlockRun block, Allocation memory, int offset, Instruction at, in GlobalAccess r, in GlobalAccess now)
    {
        if (r.Tick >= _floor && !r.IsSameThread(now) && !(r.Strong && now.Strong) && !IsOrdered(block, r, now))
        {
            Report(ExecutionRules.GlobalRace, block, memory, offset, at, r, "read", now, now.Strong ? "atomically updated" : "written");
        }
    }

    private static ShadowPage PageFor(GlobalShadow shadow, int offset, int size)
    {
        var page = shadow.PageOf(offset);
        if (((offset | size) & 3) != 0)
        {
            page.Refine();
        }
        return page;
    }

    private bool IsOrdered(BlockRun block, in GlobalAccess earlier, in GlobalAccess now)
    {
        if (earlier.Block == now.Block)
        {
            int warp = block.WarpOf(now.Lane);
            if (earlier.Tick < block.Interval || (earlier.WarpEpoch < now.WarpEpoch && block.WarpOf(earlier.Lane) == warp))
            {
                return true;
            }
        }
        return block.Sync.Orders(earlier, now.Lane);
    }

    private void Acquire(BlockRun block, Allocation memory, int offset, int lane)
    {
        if (_places.Count > 0 && _places.TryGetValue(memory.Base + (ulong)offset, out var place))
        {
            block.Sync.Acquire(place, lane);
        }
    }

    private void Release(BlockRun block, Allocation memory, int offset, int lane)
    {
        if (block.Sync.ReleaseBy(lane) is { } release)
        {
            ulong address = memory.Base + (ulong)offset;
            if (!_places.TryGetValue(address, out var place))
            {
                _places[address] = place = new SyncPlace();
            }
            place.Add(release);
        }
    }

    private void ReportWrites(BlockRun block, Allocation memory, int offset, Instruction at, in GlobalAccess earlier, string before, in GlobalAccess now, ReadOnlySpan<byte> value)
    {
        bool same = !value.IsEmpty && value.SequenceEqual(memory.Data.AsSpan(offset, value.Length));
        Report(same ? ExecutionRules.SameValueRace : ExecutionRules.GlobalRace, block, memory, offset, at, earlier, before, now, now.Strong ? "atomically updated" : "written");
    }

    private void Report(Rule<string> rule, BlockRun block, Allocation memory, int offset, Instruction at, in GlobalAccess earlier, string before, in GlobalAccess now, string what)
    {
        if (!watch.NoteRace() || block.IsTold(rule, at))
        {
            return;
        }
        var diagnostic = rule.At(at.From, FormattableString.Invariant(
            $"byte {offset} of {memory.Name} was {before} by thread {block.Thread(earlier.Lane)} of block {block.BlockAt(earlier.Block)} with nothing ordering the two, and is {what} by thread {block.Thread(now.Lane)} of block {block.BlockAt(now.Block)}"));
        var other = block.PlaceOf(earlier.Pc);
        if (!other.IsNone)
        {
            diagnostic = diagnostic.Note(other, $"thread {block.Thread(earlier.Lane)} of block {block.BlockAt(earlier.Block)} accessed it here");
        }
        block.Report(diagnostic, now.Lane);
    }

    /// <summary>Whether blocks run by two workers touched one granule, at least one of them writing.</summary>
    public static bool Meet(GlobalRaces a, GlobalRaces b)
    {
        for (int i = 0; i < a._shadows.Length && i < b._shadows.Length; i++)
        {
            if (a._shadows[i] is not { } x || b._shadows[i] is not { } y)
            {
                continue;
            }
            for (int p = 0; p < x.Pages.Length; p++)
            {
                if (x.Pages[p] is { } page && y.Pages[p] is { } other && Meet(page, other))
                {
                    return true;
                }
            }
        }
        return false;
    }

    private static bool Meet(ShadowPage a, ShadowPage b)
    {
        if (a.Shift != b.Shift)
        {
            a.Refine();
            b.Refine();
        }
        for (int g = 0; g < a.Writes.Length; g++)
        {
            bool aWrote = a.Writes[g].Tick > 0;
            bool bWrote = b.Writes[g].Tick > 0;
            if ((aWrote && (bWrote || b.Reads[g].Tick > 0)) || (bWrote && a.Reads[g].Tick > 0))
            {
                return true;
            }
        }
        return false;
    }
}
