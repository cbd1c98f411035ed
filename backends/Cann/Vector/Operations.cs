using KernelPort.Ir;

namespace KernelPort.Backends.Cann.Vector;

/// <summary>Which operations of the IR have a vector form.</summary>
internal static class Operations
{
    /// <summary>One call of float tensors.</summary>
    public static readonly IReadOnlyDictionary<Intrinsic, string> OneCall = new Dictionary<Intrinsic, string>
    {
        [Intrinsics.Exp] = "Exp", [Intrinsics.Log] = "Ln", [Intrinsics.Sqrt] = "Sqrt", [Intrinsics.FAbs] = "Abs", [Intrinsics.FastExp] = "Exp", [Intrinsics.FastLog] = "Ln",
    };

    /// <summary>A conversion of float to float that rounds.</summary>
    public static readonly IReadOnlyDictionary<Intrinsic, string> Rounding = new Dictionary<Intrinsic, string>
    {
        [Intrinsics.Floor] = "CAST_FLOOR", [Intrinsics.Ceil] = "CAST_CEIL", [Intrinsics.Trunc] = "CAST_TRUNC", [Intrinsics.Round] = "CAST_ROUND", [Intrinsics.Rint] = "CAST_RINT",
    };

    /// <summary>An operation of two operands written otherwise.</summary>
    public static readonly IReadOnlyDictionary<Intrinsic, BinaryOp> AsBinary = new Dictionary<Intrinsic, BinaryOp>
    {
        [Intrinsics.AddRn] = BinaryOp.Add, [Intrinsics.SubRn] = BinaryOp.Sub, [Intrinsics.MulRn] = BinaryOp.Mul, [Intrinsics.DivRn] = BinaryOp.Div, [Intrinsics.FastDivide] = BinaryOp.Div,
    };

    private static readonly HashSet<Intrinsic> Others =
    [
        Intrinsics.FMin, Intrinsics.FMax, Intrinsics.IMin, Intrinsics.IMax, Intrinsics.IAbs, Intrinsics.Rsqrt, Intrinsics.IsNan, Intrinsics.Saturate, Intrinsics.Fma,
        Intrinsics.Barrier, Intrinsics.WarpBarrier, Intrinsics.FenceBlock, Intrinsics.FenceDevice, Intrinsics.FenceSystem,
        Intrinsics.ShuffleIndex, Intrinsics.ShuffleUp, Intrinsics.ShuffleDown, Intrinsics.ShuffleXor,
    ];

    public static bool Knows(Intrinsic i) => OneCall.ContainsKey(i) || Rounding.ContainsKey(i) || AsBinary.ContainsKey(i) || Others.Contains(i);
}
