namespace KernelPort.Execution;

/// <summary>The last accesses of each granule of a shared array. A granule is four bytes until a smaller access is seen, then one.</summary>
internal sealed class RaceShadow(long bytes)
{
    /// <summary>One access: who, when in the block's and the warp's epochs, and at which instruction.</summary>
    public struct Access
    {
        public int Lane;
        public int Epoch;
        public int WarpEpoch;
        public int Pc;
        public bool Atomic;
        /// <summary>Several lanes read; <see cref="Lane"/> is the first of them.</summary>
        public bool Many;
    }

    private Access[] _writes = new Access[(bytes + 3) / 4];
    private Access[] _reads = new Access[(bytes + 3) / 4];

    public int Shift { get; private set; } = 2;

    public ref Access Write(long granule) => ref _writes[granule];

    public ref Access Read(long granule) => ref _reads[granule];

    /// <summary>From now on a byte a granule.</summary>
    public void Refine(long bytes)
    {
        if (Shift == 0)
        {
            return;
        }
        var writes = new Access[bytes];
        var reads = new Access[bytes];
        for (long i = 0; i < bytes; i++)
        {
            writes[i] = _writes[i >> 2];
            reads[i] = _reads[i >> 2];
        }
        (_writes, _reads, Shift) = (writes, reads, 0);
    }
}
