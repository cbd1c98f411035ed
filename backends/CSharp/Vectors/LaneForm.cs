namespace KernelPort.Backends.CSharp.Vectors;

/// <summary>How a value differs between threads next to each other, of which the first has a threadIdx.x that is a multiple of their count: the lane l holds the first's value + l *
/// <see cref="Stride"/>, or nobody knows.</summary>
/// <param name="Stride">0 for what is one for all lanes; bytes for an address.</param>
internal readonly record struct LaneForm(bool IsVarying, long Stride)
{
    public static readonly LaneForm Varying = new(true, 0);

    public static readonly LaneForm Uniform = new(false, 0);

    /// <summary>The first lane's value is a multiple of the number of lanes.</summary>
    public bool IsAligned { get; init; }

    /// <summary>Not negative, and far from where numbers wrap.</summary>
    public bool IsSmall { get; init; }

    /// <summary>Neighbouring lanes may wrap round before the number was widened.</summary>
    public bool MayWrap { get; init; }

    public bool IsUniform => !IsVarying && Stride == 0;

    public LaneForm Join(LaneForm other) => this == other ? this : IsVarying || other.IsVarying || Stride != other.Stride
        ? Varying
        : new LaneForm(false, Stride) { IsAligned = IsAligned && other.IsAligned, IsSmall = IsSmall && other.IsSmall, MayWrap = MayWrap || other.MayWrap };

    public static LaneForm operator +(LaneForm a, LaneForm b) => a.IsVarying || b.IsVarying
        ? Varying
        : new LaneForm(false, a.Stride + b.Stride) { IsAligned = a.IsAligned && b.IsAligned, IsSmall = a.IsSmall && b.IsSmall, MayWrap = a.MayWrap || b.MayWrap };

    public LaneForm Times(long factor) => IsVarying
        ? Varying
        : new LaneForm(false, Stride * factor) { IsAligned = IsAligned || factor % NeighbourForms.Lanes == 0, IsSmall = IsSmall && factor is >= 0 and <= 1024, MayWrap = MayWrap };
}
