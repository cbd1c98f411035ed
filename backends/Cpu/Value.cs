using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>What a vector of lanes holds of a value, as LLVM text: a scalar, where lane l holds it plus l * <see cref="Stride"/>, or a vector.</summary>
internal sealed record Piece(IrType Type, string Name, bool Uniform)
{
    public long Stride { get; init; }

    /// <summary>Of vectors of widened integers: the narrow ones.</summary>
    public (string Word, string Name, string Extend)? Narrow { get; init; }

    /// <summary>Of addresses a literal away from another: that one, and the distance.</summary>
    public (string Base, long Offset)? Near { get; init; }

    /// <summary>Of addresses in a static shared array, whose place is known: the array, and the offset of lane 0.</summary>
    public (string Array, long Offset)? Origin { get; init; }

    /// <summary>Of addresses that are one base plus varying offsets: the base and the offsets in elements of <see cref="Scale"/> bytes.</summary>
    public (string Base, string Offsets, long Scale)? Indexed { get; init; }
}

/// <summary>A value of a group of lanes: a piece for each of the group's vectors, or one that all of them share; or the fields of a struct.</summary>
internal sealed record Value(IrType Type, Piece[] Pieces)
{
    /// <summary>The fields, where the type is a struct.</summary>
    public Value[]? Parts { get; init; }

    /// <summary>The one piece is for the thread at threadIdx.x = 0, and its stride counts along the block.</summary>
    public bool Along { get; init; }

    /// <summary>The one scalar of a value that is the same for the whole group.</summary>
    public string? Scalar => Pieces is [{ Uniform: true, Stride: 0 } one] ? one.Name : null;

    public static Value Of(Piece piece) => new(piece.Type, [piece]);

    public static Value Struct(IrType type, Value[] parts) => new(type, []) { Parts = parts };
}
