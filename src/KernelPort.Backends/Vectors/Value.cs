using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <summary>How a value lies in the emitted text.</summary>
internal enum Kind
{
    /// <summary>One C++ scalar for all lanes.</summary>
    Uniform,

    /// <summary>base + x * X + y * Y + z * Z of the thread's place in its block; never stored.</summary>
    Affine,

    /// <summary>A LocalTensor with a lane a thread.</summary>
    Tensor,

    /// <summary>A truth value a lane: a box of the block, a tensor of bits, or both.</summary>
    Mask,

    /// <summary>A memory and an offset into it, in numbers.</summary>
    Pointer,

    /// <summary>A value a field.</summary>
    Struct,
}

/// <summary>A value of the IR in emitted text. <paramref name="Text"/>: the C++ expression (of the base, where affine).</summary>
internal sealed record Value(IrType Type, Kind Kind, string Text)
{
    /// <summary>The tensor, or the offset's tensor part of a pointer; -1 for none.</summary>
    public int Slot { get; init; } = -1;

    public Strides Strides { get; init; } = Strides.None;

    /// <summary>Known to be 0 or more, with no sum that wrapped: made of coordinates and constants.</summary>
    public bool Natural { get; init; }

    /// <summary>Unsigned indices inside a sum of 64 bits, which may have wrapped: what each lane adds besides.</summary>
    public EquatableArray<Wrapped> Wrapped { get; init; } = [];

    /// <summary>Tensors that a pointer adds besides, each of 32 bits that are widened as they say.</summary>
    public EquatableArray<LaneIndex> Indices { get; init; } = [];

    /// <summary>A tensor of 32 bits stands for 64 bits: widened without a sign.</summary>
    public bool IsUnsigned { get; init; }

    public Mask? Lanes { get; init; }

    public Memory? Memory { get; init; }

    /// <summary>The fields' values.</summary>
    public EquatableArray<Value> Parts { get; init; } = [];

    /// <summary>The parts are no fields but what the memory it was read from is made of, which is narrower: good for being stored again.</summary>
    public bool IsPieces { get; init; }

    public bool IsUniform => Kind == Kind.Uniform;

    public static Value Scalar(IrType type, string text, bool natural = false) => new(type, Kind.Uniform, text) { Natural = natural };

    public static Value Tensor(IrType type, int slot) => new(type, Kind.Tensor, "") { Slot = slot };

    public static Value Struct(IrType type, IEnumerable<Value> parts) => new(type, Kind.Struct, "") { Parts = [.. parts] };

    public static Value Of(Mask mask) => new(IrType.Bool, Kind.Mask, "") { Lanes = mask };

    /// <summary>The tensors it lies in.</summary>
    public IEnumerable<int> Slots => Kind == Kind.Struct ? Parts.SelectMany(p => p.Slots) : Lanes is { Bits: >= 0 } m ? [m.Bits] : Slot >= 0 ? [Slot] : Indices.Select(i => i.Slot);

    /// <summary>A pointer whose lanes step evenly through memory, as far as is known while it is written.</summary>
    public bool IsStraight => Indices.IsEmpty && Wrapped.IsEmpty;
}

/// <summary>(base + strides of the thread's place) as an unsigned number of 32 bits, times <paramref name="Scale"/>.</summary>
internal sealed record Wrapped(string Text, Strides Strides, long Scale);

/// <summary>Scale times a tensor of indices.</summary>
internal sealed record LaneIndex(int Slot, bool IsUnsigned, long Scale);

/// <summary>What an affine value gains a step in each direction: C++ expressions.</summary>
internal sealed record Strides(string X, string Y, string Z)
{
    public static readonly Strides None = new("0", "0", "0");

    public bool IsNone => this == None;
}

/// <summary>The lanes from (low) to (high, exclusive) in each direction, and of those the ones whose bit is set where there are bits.</summary>
internal sealed record Mask(Range X, Range Y, Range Z, int Bits)
{
    public bool IsBox => Bits < 0;

    /// <summary>The lanes that are not in it, where that is the simpler form.</summary>
    public Mask? Complement { get; init; }

    /// <summary>Limited by nothing but an upper limit of x.</summary>
    public bool IsPrefix => IsBox && X.Low == "0" && Y.IsAll && Z.IsAll;

    public bool IsFull => IsPrefix && X.IsAll;
}

/// <summary>Limits in one direction. <paramref name="IsAll"/>: the block's own.</summary>
internal sealed record Range(string Low, string High, bool IsAll);

/// <summary>What pointers point into: a kernel's buffer, or a tensor of shared or private memory.</summary>
internal sealed record Memory(string Name, IrType Element, bool IsGlobal, long Length)
{
    /// <summary>The kernel stores into it.</summary>
    public bool IsWritten { get; init; }
}
