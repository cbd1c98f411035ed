using System.Numerics;
using KernelPort.Ir;

namespace KernelPort.Execution;

/// <summary>All threads of the block wait here; the counting forms give every thread the block's answer.</summary>
internal class BarrierInstruction(Intrinsic kind, Slot? target, Slot? predicate) : Instruction
{
    public override void Run(BlockRun block, Group group)
    {
        if (target is null || predicate is null)
        {
            return;
        }
        var p = block.Values<byte>(predicate);
        int count = 0;
        foreach (int i in group.Active)
        {
            count += p[i];
        }
        int result = kind == Intrinsics.BarrierCount ? count : kind == Intrinsics.BarrierAnd ? (count == group.Count ? 1 : 0) : count > 0 ? 1 : 0;
        var d = block.Values<int>(target);
        foreach (int i in group.Active)
        {
            d[i] = result;
        }
    }
}

/// <summary>All threads of a cooperative launch wait here.</summary>
internal sealed class GridBarrierInstruction() : BarrierInstruction(Intrinsics.GridBarrier, null, null);

/// <summary>An operation among the lanes of each warp. Waits until the lanes its masks name are all here.</summary>
internal abstract class WarpInstruction(Slot? mask) : Instruction
{
    public ulong MaskOf(BlockRun block, int lane) => mask is null ? ulong.MaxValue : block.Values<ulong>(mask)[lane];

    public bool HasMask => mask is not null;

    /// <summary>Runs for the lanes of one warp; <paramref name="here"/> has a bit for each of its lanes in the group.</summary>
    protected abstract void RunWarp(BlockRun block, ReadOnlySpan<int> lanes, int warp, ulong here);

    public override void Run(BlockRun block, Group group)
    {
        Span<int> lanes = stackalloc int[128];
        int start = 0;
        var active = group.Active;
        while (start < active.Length)
        {
            int warp = block.WarpOf(active[start]);
            int count = 0;
            ulong here = 0;
            int i = start;
            for (; i < active.Length && block.WarpOf(active[i]) == warp; i++)
            {
                lanes[count++] = active[i];
                int lane = block.LaneInWarp(active[i]);
                here |= lane < 64 ? 1UL << lane : 0;
            }
            CheckMasks(block, lanes[..count]);
            RunWarp(block, lanes[..count], warp, here);
            if (HasMask)
            {
                // Every *_sync operation brings its lanes together: what they did before is done.
                block.AdvanceWarp(warp);
            }
            start = i;
        }
    }

    private void CheckMasks(BlockRun block, ReadOnlySpan<int> lanes)
    {
        if (!HasMask)
        {
            return;
        }
        foreach (int i in lanes)
        {
            ulong m = MaskOf(block, i);
            int own = block.LaneInWarp(i);
            if (own < 64 && (m >> own & 1) == 0)
            {
                block.Report(ExecutionRules.BadMask, this, i, FormattableString.Invariant($"lane {own} executes this with the mask 0x{m:x}, which leaves it out"));
            }
        }
    }
}

internal static class WarpInstructions
{
    public static Instruction Make(Intrinsic i, Slot? target, Slot[] a)
    {
        if (i == Intrinsics.WarpBarrier)
        {
            return new WarpBarrier(a[0]);
        }
        if (i == Intrinsics.ShuffleIndex || i == Intrinsics.ShuffleUp || i == Intrinsics.ShuffleDown || i == Intrinsics.ShuffleXor)
        {
            return new ShuffleInstruction(i, target!, a[0], a[1], a[2], a[3]);
        }
        if (i == Intrinsics.VoteAll || i == Intrinsics.VoteAny || i == Intrinsics.Ballot)
        {
            return new VoteInstruction(i, target!, a[0], a[1]);
        }
        if (i == Intrinsics.ActiveMask)
        {
            return new ActiveMaskInstruction(target!);
        }
        if (i == Intrinsics.MatchAny)
        {
            return new MatchInstruction(target!, a[0], a[1]);
        }
        return new ReduceInstruction(i, target!, a[0], a[1]);
    }
}

internal sealed class WarpBarrier(Slot mask) : WarpInstruction(mask)
{
    protected override void RunWarp(BlockRun block, ReadOnlySpan<int> lanes, int warp, ulong here)
    {
    }
}

/// <summary>Each lane reads another lane's value, within segments of a width.</summary>
internal sealed class ShuffleInstruction(Intrinsic kind, Slot target, Slot mask, Slot value, Slot which, Slot width) : WarpInstruction(mask)
{
    protected override void RunWarp(BlockRun block, ReadOnlySpan<int> lanes, int warp, ulong here)
    {
        var w = block.Values<int>(width);
        var k = block.Values<int>(which);
        var v = block.Bytes(value);
        var d = block.Bytes(target);
        int size = target.Size;
        // Values first, then results: target and value may share nothing, but a lane must see what was there before.
        Span<byte> results = stackalloc byte[lanes.Length * size];
        for (int n = 0; n < lanes.Length; n++)
        {
            int i = lanes[n];
            int own = block.LaneInWarp(i);
            int segment = Math.Clamp(w[i], 1, block.WarpWidth);
            int source = Source(own, segment, k[i]);
            int from = source == own ? i : block.LaneAt(warp, source);
            if (from < 0 || !Contains(lanes, from))
            {
                block.Report(ExecutionRules.InactiveShuffleSource, this, i, FormattableString.Invariant($"lane {own} reads lane {source}, which {(from < 0 ? "does not exist" : "is not here")}"));
                from = i;
            }
            v.Slice(from * size, size).CopyTo(results[(n * size)..]);
        }
        for (int n = 0; n < lanes.Length; n++)
        {
            results.Slice(n * size, size).CopyTo(d[(lanes[n] * size)..]);
        }
    }

    private int Source(int own, int segment, int k)
    {
        int start = own / segment * segment;
        if (kind == Intrinsics.ShuffleIndex)
        {
            return start + (k & (segment - 1));
        }
        if (kind == Intrinsics.ShuffleUp)
        {
            return own - start >= (uint)k ? own - k : own;
        }
        if (kind == Intrinsics.ShuffleDown)
        {
            return (uint)(own - start) + (uint)k < (uint)segment && k >= 0 ? own + k : own;
        }
        int source = own ^ k;
        // A source in a later segment gives the lane its own value back; an earlier one may be read.
        return source >= start + segment ? own : source;
    }

    private static bool Contains(ReadOnlySpan<int> lanes, int lane) => lanes.BinarySearch(lane) >= 0;
}

internal sealed class VoteInstruction(Intrinsic kind, Slot target, Slot mask, Slot predicate) : WarpInstruction(mask)
{
    protected override void RunWarp(BlockRun block, ReadOnlySpan<int> lanes, int warp, ulong here)
    {
        var p = block.Values<byte>(predicate);
        foreach (int i in lanes)
        {
            ulong m = MaskOf(block, i);
            ulong bits = 0;
            bool all = true;
            foreach (int j in lanes)
            {
                int lane = block.LaneInWarp(j);
                if (lane < 64 && (m >> lane & 1) != 0)
                {
                    bits |= (ulong)p[j] << lane;
                    all &= p[j] != 0;
                }
            }
            if (kind == Intrinsics.Ballot)
            {
                block.Values<ulong>(target)[i] = bits;
            }
            else
            {
                block.Values<int>(target)[i] = (kind == Intrinsics.VoteAll ? all : bits != 0) ? 1 : 0;
            }
        }
    }
}

internal sealed class ActiveMaskInstruction(Slot target) : WarpInstruction(null)
{
    protected override void RunWarp(BlockRun block, ReadOnlySpan<int> lanes, int warp, ulong here)
    {
        var d = block.Values<ulong>(target);
        foreach (int i in lanes)
        {
            d[i] = here;
        }
    }
}

internal sealed class MatchInstruction(Slot target, Slot mask, Slot value) : WarpInstruction(mask)
{
    protected override void RunWarp(BlockRun block, ReadOnlySpan<int> lanes, int warp, ulong here)
    {
        var v = block.Bytes(value);
        var d = block.Values<ulong>(target);
        int size = value.Size;
        foreach (int i in lanes)
        {
            ulong m = MaskOf(block, i);
            ulong bits = 0;
            foreach (int j in lanes)
            {
                int lane = block.LaneInWarp(j);
                if (lane < 64 && (m >> lane & 1) != 0 && v.Slice(i * size, size).SequenceEqual(v.Slice(j * size, size)))
                {
                    bits |= 1UL << lane;
                }
            }
            d[i] = bits;
        }
    }
}

internal sealed class ReduceInstruction(Intrinsic kind, Slot target, Slot mask, Slot value) : WarpInstruction(mask)
{
    protected override void RunWarp(BlockRun block, ReadOnlySpan<int> lanes, int warp, ulong here)
    {
        if (value.Type.IsSigned)
        {
            Reduce<int>(block, lanes);
        }
        else
        {
            Reduce<uint>(block, lanes);
        }
    }

    private void Reduce<T>(BlockRun block, ReadOnlySpan<int> lanes) where T : unmanaged, IBinaryInteger<T>
    {
        var v = block.Values<T>(value);
        var d = block.Values<T>(target);
        foreach (int i in lanes)
        {
            ulong m = MaskOf(block, i);
            T? result = null;
            foreach (int j in lanes)
            {
                int lane = block.LaneInWarp(j);
                if (lane < 64 && (m >> lane & 1) != 0)
                {
                    result = result is { } r ? Combine(r, v[j]) : v[j];
                }
            }
            d[i] = result ?? v[i];
        }
    }

    private T Combine<T>(T a, T b) where T : IBinaryInteger<T> => kind.Name switch
    {
        "reduce_add" => unchecked(a + b),
        "reduce_min" => a < b ? a : b,
        "reduce_max" => a > b ? a : b,
        "reduce_and" => a & b,
        "reduce_or" => a | b,
        _ => a ^ b,
    };
}
