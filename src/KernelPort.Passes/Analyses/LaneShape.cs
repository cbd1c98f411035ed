using System.Numerics;

namespace KernelPort.Passes.Analyses;

/// <summary>For whom a value is one: for everybody, for a launch, for a block, for the lanes of a vector, or for nobody.</summary>
public enum Uniformity { Constant, Launch, Block, Vector, Varying }

/// <summary>How a value differs between threads. Where the base is one for the block, the thread at threadIdx.x holds base + x * <see cref="Stride"/>; where it
/// is one for a vector, the vector's lane l holds base + l * <see cref="Stride"/>. Of a varying value nothing is known.</summary>
public readonly record struct LaneShape(Uniformity Base, long Stride = 0)
{
    public static readonly LaneShape Varying = new(Uniformity.Varying);

    /// <summary>Of a value nobody defined: it takes any other's shape.</summary>
    public static readonly LaneShape Undefined = new(Uniformity.Constant) { IsUndefined = true, IsExact = true, IsNonNegative = true, Alignment = MaxAlignment };

    /// <summary>More than any vector needs, small enough for sums of products.</summary>
    public const long MaxAlignment = 1 << 16;

    public bool IsUndefined { get; init; }

    /// <summary>Made of coordinates and small constants, or signed: no lane can have wrapped round, so widening keeps the form.</summary>
    public bool IsExact { get; init; }

    public bool IsNonNegative { get; init; }

    /// <summary>A power of two that divides the base.</summary>
    public long Alignment { get; init; } = 1;

    public bool IsVarying => Base == Uniformity.Varying;

    /// <summary>A base for the block.</summary>
    public bool IsOfBlock => Base <= Uniformity.Block;

    /// <summary>One value for the block.</summary>
    public bool IsUniform => Base <= Uniformity.Block && Stride == 0;

    /// <summary>One value for the lanes of a vector.</summary>
    public bool IsVectorUniform => Base <= Uniformity.Vector && Stride == 0;

    /// <summary>The shape of a value that is one or the other, as a condition of no lane's own decides.</summary>
    public LaneShape Join(LaneShape other)
    {
        if (IsUndefined || other.IsUndefined)
        {
            return IsUndefined ? other : this;
        }
        if (IsVarying || other.IsVarying || Stride != other.Stride)
        {
            return Varying;
        }
        return new LaneShape((Uniformity)Math.Max((int)Base, (int)other.Base), Stride)
        {
            IsExact = IsExact && other.IsExact,
            IsNonNegative = IsNonNegative && other.IsNonNegative,
            Alignment = Math.Min(Alignment, other.Alignment),
        };
    }

    /// <summary>Raised to a level, where it was below.</summary>
    public LaneShape AtLeast(Uniformity level) => level == Uniformity.Varying ? Varying : Base >= level ? this : this with { Base = level };

    /// <summary>The largest power of two that divides a number.</summary>
    public static long AlignmentOf(long value) => value == 0 ? MaxAlignment : Math.Min(MaxAlignment, 1L << BitOperations.TrailingZeroCount(value));

    public override string ToString() => IsUndefined ? "undefined" : IsVarying ? "varying" : Stride == 0 ? Name(Base) : KernelPort.Ir.Build.Invariant($"{Name(Base)} + {Stride} * {(IsOfBlock ? "x" : "lane")}");

    private static string Name(Uniformity level) => level.ToString().ToLowerInvariant();
}
