using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>A value in LLVM text: one scalar for all lanes, a vector of a lane each, or the parts of a struct.</summary>
internal sealed record Value(IrType Type, string Name, bool Uniform)
{
    /// <summary>The fields, where the type is a struct.</summary>
    public Value[]? Parts { get; init; }

    /// <summary>Lane l holds <see cref="AffineBase"/> + l * <see cref="Stride"/>; the base is a uniform value of the same type. Null where nobody knows.</summary>
    public Value? AffineBase { get; init; }

    public long Stride { get; init; }

    /// <summary>No lane's value can have wrapped round, so that widening keeps the affine form.</summary>
    public bool Exact { get; init; }
}
