using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <summary>Which operations of the IR have a vector form.</summary>
public static class Operations
{
    /// <summary>One call of float tensors.</summary>
    public static readonly IReadOnlyDictionary<Intrinsic, string> OneCall = new Dictionary<Intrinsic, string>
    {
        [Intrinsics.Exp] = "Exp", [Intrinsics.Log] = "Ln", [Intrinsics.Sqrt] = "Sqrt", [Intrinsics.FAbs] = "Abs", [Intrinsics.FastExp] = "Exp", [Intrinsics.FastLog] = "Ln",
    };

    /// <summary>One call of a function of the library, in the form that takes the memory it needs from what is left (npu-dialects 2.12).</summary>
    public static readonly IReadOnlyDictionary<Intrinsic, string> Library = ScalarFunctions.OneOperand.Where(f => !OneCall.ContainsKey(f.Of)).ToDictionary(f => f.Of, f => f.Function);

    /// <summary>A conversion of float to float that rounds.</summary>
    public static readonly IReadOnlyDictionary<Intrinsic, string> Rounding = new Dictionary<Intrinsic, string>
    {
        [Intrinsics.Floor] = "FLOOR", [Intrinsics.Ceil] = "CEIL", [Intrinsics.Trunc] = "TRUNC", [Intrinsics.Round] = "ROUND", [Intrinsics.Rint] = "RINT",
    };

    /// <summary>An operation of two operands written otherwise.</summary>
    public static readonly IReadOnlyDictionary<Intrinsic, BinaryOp> AsBinary = new Dictionary<Intrinsic, BinaryOp>
    {
        [Intrinsics.AddRn] = BinaryOp.Add, [Intrinsics.SubRn] = BinaryOp.Sub, [Intrinsics.MulRn] = BinaryOp.Mul, [Intrinsics.DivRn] = BinaryOp.Div, [Intrinsics.FastDivide] = BinaryOp.Div,
    };

    /// <summary>Operations on integers that only the scalar unit has, lane after lane.</summary>
    public static readonly IReadOnlyDictionary<Intrinsic, (string Spelling, string Needs)> Scalars = ScalarFunctions.Others
        .Where(f => f.Needs is "PopCount" or "LeadingZeros" or "FindFirst" or "Reverse" or "BytePermute" or "MulHigh" or "Sad" or "Mul24" || f.Of == Intrinsics.FunnelShiftLeft || f.Of == Intrinsics.FunnelShiftRight)
        .ToDictionary(f => f.Of, f => (f.Spelling, f.Needs));

    public static readonly IReadOnlyCollection<Intrinsic> Votes =
        [Intrinsics.Ballot, Intrinsics.ActiveMask, Intrinsics.VoteAny, Intrinsics.VoteAll, Intrinsics.BarrierCount, Intrinsics.BarrierAnd, Intrinsics.BarrierOr];

    private static readonly HashSet<Intrinsic> Others =
    [
        Intrinsics.FMin, Intrinsics.FMax, Intrinsics.IMin, Intrinsics.IMax, Intrinsics.IAbs, Intrinsics.Rsqrt, Intrinsics.IsNan, Intrinsics.Saturate, Intrinsics.Fma, Intrinsics.Pow, Intrinsics.FastPow, Intrinsics.Fmod, Intrinsics.Exp2, Intrinsics.Exp10, Intrinsics.FastExp10,
        Intrinsics.IsInf, Intrinsics.IsFinite, Intrinsics.SignBit, Intrinsics.CopySign, Intrinsics.Fdim, Intrinsics.Log1p, Intrinsics.Expm1, Intrinsics.Hypot,
        Intrinsics.Trap, Intrinsics.Barrier, Intrinsics.WarpBarrier, Intrinsics.FenceBlock, Intrinsics.FenceDevice, Intrinsics.FenceSystem,
        Intrinsics.ShuffleIndex, Intrinsics.ShuffleUp, Intrinsics.ShuffleDown, Intrinsics.ShuffleXor,
    ];

    public static bool IsShuffle(Intrinsic i) => i == Intrinsics.ShuffleIndex || i == Intrinsics.ShuffleUp || i == Intrinsics.ShuffleDown || i == Intrinsics.ShuffleXor;

    public static bool Knows(Intrinsic i) => OneCall.ContainsKey(i) || Library.ContainsKey(i) || Rounding.ContainsKey(i) || AsBinary.ContainsKey(i) || Scalars.ContainsKey(i) || Votes.Contains(i) || Others.Contains(i);
}
