using KernelPort.Core;

namespace KernelPort.Execution;

/// <summary>What happens where lanes wait for each other.</summary>
internal sealed partial class BlockRun
{
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
        MergeEqual();
        foreach (var g in _groups)
        {
            if (_program.Code[g.Pc] is WarpInstruction warp && AllNamedAreHere(warp, g))
            {
                warp.Run(this, g);
                g.Pc++;
                g.Waiting = false;
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
                warp.Run(this, g);
                g.Pc++;
                g.Waiting = false;
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
