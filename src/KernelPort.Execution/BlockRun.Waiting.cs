using KernelPort.Core;

namespace KernelPort.Execution;

/// <summary>What happens where lanes wait for each other.</summary>
internal sealed partial class BlockRun
{
    /// <summary>Groups that stand at the same instruction become one, where the schedule lets them.</summary>
    private void MergeEqual(bool always = false)
    {
        for (int i = 0; i < _groups.Count; i++)
        {
            for (int j = _groups.Count - 1; j > i; j--)
            {
                if (_groups[i].Pc == _groups[j].Pc && (always || _scheduler.Joins(this, _groups[i], _groups[j])))
                {
                    Merge(_groups[i], _groups[j]);
                    _groups.RemoveAt(j);
                }
            }
        }
    }

    private static void Merge(Group into, Group other)
    {
        int[] lanes = [.. into.Active, .. other.Active];
        Array.Sort(lanes);
        into.Lanes = lanes;
        into.Count = lanes.Length;
        into.Waiting &= other.Waiting;
    }

    /// <summary>Takes in the lanes of its warp that wait here under the same mask; whether all that the mask names have come with that.</summary>
    private bool MeetWaiting(WarpInstruction warp, Group group)
    {
        ulong mask = warp.MaskOf(this, group.Lanes[0]);
        bool met = false;
        for (int i = _groups.Count - 1; i >= 0; i--)
        {
            var other = _groups[i];
            if (other != group && other.Waiting && other.Pc == group.Pc && _warpOf[other.Lanes[0]] == _warpOf[group.Lanes[0]] && warp.MaskOf(this, other.Lanes[0]) == mask)
            {
                Merge(group, other);
                _groups.RemoveAt(i);
                met = true;
            }
        }
        return met && AllNamedAreHere(warp, group);
    }

    private void PassWarpOperation(WarpInstruction warp, Group group)
    {
        warp.Run(this, group);
        group.Pc++;
        group.Waiting = false;
        if (warp.HasMask)
        {
            _scheduler.Scatter(this, _groups, group);
        }
    }

    /// <summary>Whether every live lane that the group's masks name stands in the group.</summary>
    private bool AllNamedAreHere(WarpInstruction warp, Group group)
    {
        if (!warp.HasMask)
        {
            return true;
        }
        foreach (var other in _groups)
        {
            if (other == group)
            {
                continue;
            }
            foreach (int missing in other.Active)
            {
                int lane = _laneInWarp[missing];
                foreach (int i in group.Active)
                {
                    if (_warpOf[i] == _warpOf[missing] && lane < 64 && (warp.MaskOf(this, i) >> lane & 1) != 0)
                    {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /// <summary>All groups wait: lets go on who may, or says what is wrong.</summary>
    private void Resolve()
    {
        MergeEqual(always: true);
        foreach (var g in _groups)
        {
            if (_program.Code[g.Pc] is WarpInstruction warp && AllNamedAreHere(warp, g))
            {
                PassWarpOperation(warp, g);
                return;
            }
        }
        if (_groups.Count == 1 && _program.Code[_groups[0].Pc] is BarrierInstruction)
        {
            // at the grid's barrier it stops again, now in one piece
            _groups[0].Waiting = false;
            if (_program.Code[_groups[0].Pc] is not GridBarrierInstruction)
            {
                PassBarrier(_groups[0]);
            }
            return;
        }
        foreach (var g in _groups)
        {
            if (_program.Code[g.Pc] is WarpInstruction warp)
            {
                int i = g.Lanes[0];
                Report(ExecutionRules.BadMask, warp, i, FormattableString.Invariant($"the mask 0x{warp.MaskOf(this, i):x} names lanes that never come here"));
                PassWarpOperation(warp, g);
                return;
            }
        }
        var first = _groups.MinBy(g => g.Pc)!;
        var second = _groups.First(g => g != first);
        var at = _program.Code[first.Pc];
        var diagnostic = ExecutionRules.DivergentBarrier.At(at.From, $"{first.Count} threads, thread {_threads[first.Lanes[0]]} among them, wait here while {second.Count} others, thread {_threads[second.Lanes[0]]} among them, wait elsewhere");
        Report(diagnostic.Note(_program.Code[second.Pc].From, $"thread {_threads[second.Lanes[0]]} waits here"), first.Lanes[0]);
        _aborted = true;
    }
}
