namespace KernelPort.Execution;

/// <summary>One access of global memory: when and by whom, and at which instruction.</summary>
internal struct GlobalAccess
{
    private const int LaneMask = 0x3ff;
    private const int StrongFlag = 0x400;

    /// <summary>The tick of the launch at which it happened; 0 for none.</summary>
    public int Tick;
    public int Block;
    public int WarpEpoch;
    private int _bits;

    public GlobalAccess(int tick, int block, int warpEpoch, int lane, int pc, bool strong)
    {
        (Tick, Block, WarpEpoch) = (tick, block, warpEpoch);
        _bits = lane | (strong ? StrongFlag : 0) | (pc << 11);
    }

    public readonly int Lane => _bits & LaneMask;

    /// <summary>Atomic or volatile.</summary>
    public readonly bool Strong => (_bits & StrongFlag) != 0;

    public readonly int Pc => (int)((uint)_bits >> 11);

    public readonly bool IsSameThread(in GlobalAccess other) => Block == other.Block && ((_bits ^ other._bits) & LaneMask) == 0;

    /// <summary>The same access one lane on.</summary>
    public void NextLane() => _bits++;
}

/// <summary>The last accesses of each granule of a stretch of memory. A granule is four bytes until a smaller access is seen, then one.</summary>
internal sealed class ShadowPage
{
    public const int ByteBits = 12;
    public const int Bytes = 1 << ByteBits;

    /// <summary>Plain writes.</summary>
    public GlobalAccess[] Writes = new GlobalAccess[Bytes / 4];

    /// <summary>Atomic and volatile writes; null before the first.</summary>
    public GlobalAccess[]? StrongWrites;

    public GlobalAccess[] Reads = new GlobalAccess[Bytes / 4];

    /// <summary>A second reader that nothing orders with the first, as far from it as any seen; null before the first.</summary>
    public GlobalAccess[]? OtherReads;

    public int Shift = 2;

    /// <summary>From now on a byte a granule.</summary>
    public void Refine()
    {
        if (Shift == 0)
        {
            return;
        }
        Shift = 0;
        Writes = Spread(Writes);
        Reads = Spread(Reads);
        StrongWrites = StrongWrites is null ? null : Spread(StrongWrites);
        OtherReads = OtherReads is null ? null : Spread(OtherReads);
    }

    private static GlobalAccess[] Spread(GlobalAccess[] words)
    {
        var bytes = new GlobalAccess[Bytes];
        for (int i = 0; i < Bytes; i++)
        {
            bytes[i] = words[i >> 2];
        }
        return bytes;
    }
}

/// <summary>The shadow of one allocation of global memory, made page by page as it is touched.</summary>
internal sealed class GlobalShadow(long bytes)
{
    private readonly ShadowPage?[] _pages = new ShadowPage?[(bytes + ShadowPage.Bytes - 1) >> ShadowPage.ByteBits];

    public ReadOnlySpan<ShadowPage?> Pages => _pages;

    public ShadowPage PageOf(int offset) => _pages[offset >> ShadowPage.ByteBits] ??= new ShadowPage();
}
