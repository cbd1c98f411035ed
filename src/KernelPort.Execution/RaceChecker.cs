using KernelPort.Core;

namespace KernelPort.Execution;

/// <summary>Finds shared-memory accesses of two threads, at least one a write and not both atomic, that no barrier orders. Two threads of one warp
/// are ordered by a warp barrier too; lock step by itself orders nobody, as CUDA has promised nothing of the kind since Volta.</summary>
internal sealed class RaceChecker(BlockRun block)
{
    public void Read(RaceShadow shadow, Allocation memory, int offset, int size, int lane, Instruction at, int pc)
    {
        int warp = block.WarpOf(lane);
        Refine(shadow, memory, offset, size);
        int last = (offset + size - 1) >> shadow.Shift;
        for (int g = offset >> shadow.Shift; g <= last; g++)
        {
            ref var w = ref shadow.Write(g);
            if (w.Epoch == block.Epoch && w.Lane != lane && !Ordered(w, warp))
            {
                Report(ExecutionRules.SharedRace, memory, offset, lane, at, w, "written", "read");
            }
            ref var r = ref shadow.Read(g);
            if (r.Many && r.Epoch == block.Epoch && (r.WarpEpoch == int.MaxValue || block.WarpOf(r.Lane) == warp))
            {
                // One reader more changes nothing.
                continue;
            }
            if (r.Epoch != block.Epoch || (r.Lane == lane && !r.Many))
            {
                r = new RaceShadow.Access { Lane = lane, Epoch = block.Epoch, WarpEpoch = block.WarpEpoch(warp), Pc = pc };
            }
            else if (r.Lane != lane)
            {
                if (block.WarpOf(r.Lane) == warp && r.WarpEpoch < block.WarpEpoch(warp) && !r.Many)
                {
                    r = new RaceShadow.Access { Lane = lane, Epoch = block.Epoch, WarpEpoch = block.WarpEpoch(warp), Pc = pc };
                }
                else
                {
                    r.Many = true;
                    // A reader of another warp outlasts every warp barrier of this one.
                    if (block.WarpOf(r.Lane) != warp)
                    {
                        r.WarpEpoch = int.MaxValue;
                    }
                }
            }
        }
    }

    public void Write(RaceShadow shadow, Allocation memory, int offset, int size, int lane, Instruction at, int pc, bool same, bool atomic)
    {
        int warp = block.WarpOf(lane);
        Refine(shadow, memory, offset, size);
        int last = (offset + size - 1) >> shadow.Shift;
        for (int g = offset >> shadow.Shift; g <= last; g++)
        {
            ref var w = ref shadow.Write(g);
            if (w.Epoch == block.Epoch && w.Lane != lane && !(atomic && w.Atomic) && !Ordered(w, warp))
            {
                Report(same && !atomic ? ExecutionRules.SameValueRace : ExecutionRules.SharedRace, memory, offset, lane, at, w, "written", atomic ? "atomically updated" : "written");
            }
            ref var r = ref shadow.Read(g);
            if (r.Epoch == block.Epoch && (r.Lane != lane || r.Many) && !Ordered(r, warp))
            {
                Report(ExecutionRules.SharedRace, memory, offset, lane, at, r, "read", atomic ? "atomically updated" : "written");
            }
            w = new RaceShadow.Access { Lane = lane, Epoch = block.Epoch, WarpEpoch = block.WarpEpoch(warp), Pc = pc, Atomic = atomic };
        }
    }

    private bool Ordered(in RaceShadow.Access earlier, int warp) =>
        block.WarpOf(earlier.Lane) == warp && earlier.WarpEpoch < block.WarpEpoch(warp);

    private static void Refine(RaceShadow shadow, Allocation memory, int offset, int size)
    {
        if (((offset | size) & 3) != 0 && shadow.Shift > 0)
        {
            shadow.Refine(memory.Data.Length);
        }
    }

    private void Report(Rule<string> rule, Allocation memory, int offset, int lane, Instruction at, in RaceShadow.Access earlier, string before, string now)
    {
        if (block.IsTold(rule, at))
        {
            return;
        }
        var diagnostic = rule.At(at.From, FormattableString.Invariant(
            $"byte {offset} of {memory.Name} was {before} by thread {block.Thread(earlier.Lane)} with no barrier since, and is {now} by thread {block.Thread(lane)}"));
        var other = block.PlaceOf(earlier.Pc);
        if (!other.IsNone)
        {
            diagnostic = diagnostic.Note(other, $"thread {block.Thread(earlier.Lane)} accessed it here");
        }
        block.Report(diagnostic, lane);
    }
}
