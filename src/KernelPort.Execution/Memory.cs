using KernelPort.Ir;

namespace KernelPort.Execution;

/// <summary>A stretch of memory with a name, its bytes, and which of them were ever written.</summary>
public sealed class Allocation(string name, long size, AddressSpace space, int id)
{
    public string Name { get; } = name;

    public AddressSpace Space { get; } = space;

    /// <summary>The address of the first byte: allocations are far apart, so that no overrun reaches another one.</summary>
    public ulong Base { get; } = (ulong)id << Memory.OffsetBits;

    public byte[] Data { get; } = new byte[size];

    /// <summary>One byte a byte of data: 1 where it holds a value.</summary>
    public byte[] Written { get; } = new byte[size];

    public bool ReadOnly { get; init; }

    /// <summary>How texture and surface operations see it; null for plain memory.</summary>
    public Texture? Texture { get; init; }

    /// <summary>Bytes of one thread's part, for local memory; 0 otherwise.</summary>
    public long LaneStride { get; init; }

    /// <summary>Who touched what since the last barrier; null where races are not looked for.</summary>
    internal RaceShadow? Shadow { get; set; }

    /// <summary>Additions that are still to be made; null where none ever waited.</summary>
    internal DeferredSums? Sums { get; set; }

    /// <summary>The end of the farthest access past the data, in bytes; 0 where there was none, negative where one lay before the data.</summary>
    public long Overrun { get; private set; }

    internal void NoteOverrun(long offset, int size)
    {
        lock (Data)
        {
            Overrun = offset < 0 || Overrun < 0 ? -1 : Math.Max(Overrun, offset + size);
        }
    }

    /// <summary>What the running launch does with it, where races are looked for.</summary>
    internal LaunchUse Use { get; set; }

    public void Fill(ReadOnlySpan<byte> data)
    {
        data.CopyTo(Data);
        Written.AsSpan(0, data.Length).Fill(1);
    }
}

/// <summary>The address space of a device: allocations by the upper bits of an address.</summary>
public sealed class Memory
{
    public const int OffsetBits = 40;

    private readonly List<Allocation?> _allocations = [null];

    public Allocation Allocate(string name, long size, AddressSpace space)
    {
        var a = new Allocation(name, size, space, _allocations.Count);
        _allocations.Add(a);
        return a;
    }

    /// <summary>A texture or surface; the address of its memory is the object's handle.</summary>
    public Allocation AllocateTexture(string name, long size, Texture texture)
    {
        var a = new Allocation(name, size, AddressSpace.Global, _allocations.Count) { Texture = texture };
        _allocations.Add(a);
        return a;
    }

    internal Allocation AllocateConstant(string name, long size)
    {
        var a = new Allocation(name, size, AddressSpace.Constant, _allocations.Count) { ReadOnly = true };
        _allocations.Add(a);
        return a;
    }

    /// <summary>What blocks share and may write.</summary>
    internal IEnumerable<Allocation> Global => _allocations.OfType<Allocation>().Where(a => a.Space == AddressSpace.Global);

    /// <summary>How many identifiers are taken; a block numbers its own memory from here.</summary>
    internal int Count => _allocations.Count;

    internal Allocation? Find(int id) => (uint)id < (uint)_allocations.Count ? _allocations[id] : null;
}
