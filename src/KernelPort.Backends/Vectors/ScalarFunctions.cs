using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <summary>Operations of one number: those the vector unit or the library has, called for one element, and those that are plain C++.</summary>
public static class ScalarFunctions
{
    /// <summary>Functions of a float by the name of the count form (fast forms are the plain ones).</summary>
    public static readonly IReadOnlyList<(Intrinsic Of, string Function)> OneOperand =
    [
        (Intrinsics.Exp, "Exp"), (Intrinsics.FastExp, "Exp"), (Intrinsics.Log, "Ln"), (Intrinsics.FastLog, "Ln"), (Intrinsics.Sqrt, "Sqrt"), (Intrinsics.Tanh, "Tanh"),
        (Intrinsics.Sin, "Sin"), (Intrinsics.FastSin, "Sin"), (Intrinsics.Cos, "Cos"), (Intrinsics.FastCos, "Cos"), (Intrinsics.Tan, "Tan"), (Intrinsics.FastTan, "Tan"),
        (Intrinsics.Sinh, "Sinh"), (Intrinsics.Cosh, "Cosh"), (Intrinsics.Asin, "Asin"), (Intrinsics.Acos, "Acos"), (Intrinsics.Atan, "Atan"), (Intrinsics.Asinh, "Asinh"),
        (Intrinsics.Acosh, "Acosh"), (Intrinsics.Atanh, "Atanh"), (Intrinsics.Erf, "Erf"), (Intrinsics.Erfc, "Erfc"), (Intrinsics.Lgamma, "Lgamma"),
        (Intrinsics.Log2, "Log2"), (Intrinsics.FastLog2, "Log2"), (Intrinsics.Log10, "Log10"), (Intrinsics.FastLog10, "Log10"),
    ];

    /// <summary>Functions that C++ has to be given, by what they are called in <see cref="FreeFunctions"/> and among a machine's own.</summary>
    public static readonly IReadOnlyList<(Intrinsic Of, string Spelling, string Needs)> Others =
    [
        (Intrinsics.Pow, "KpPower({0}, {1})", "Power"), (Intrinsics.FastPow, "KpPower({0}, {1})", "Power"), (Intrinsics.Exp2, "KpPower(2.0f, {0})", "Power"),
        (Intrinsics.Exp10, "KpPower(10.0f, {0})", "Power"), (Intrinsics.FastExp10, "KpPower(10.0f, {0})", "Power"), (Intrinsics.Fmod, "KpFmod({0}, {1})", "Fmod"),
        (Intrinsics.Atan2, "KpAngle({0}, {1}, KpAtan(KpTangent({0}, {1})))", "Angle Atan"), (Intrinsics.Rsqrt, "(1.0f / KpSqrt({0}))", "Sqrt"), (Intrinsics.Fma, "KpFma({0}, {1}, {2})", "Fma"),
        (Intrinsics.FAbs, "KpFloat(KpBits({0}) & 0x7fffffffu)", ""), (Intrinsics.CopySign, "KpFloat((KpBits({0}) & 0x7fffffffu) | (KpBits({1}) & 0x80000000u))", ""),
        (Intrinsics.FMin, "KpFMin({0}, {1})", "FMin"), (Intrinsics.FMax, "KpFMax({0}, {1})", "FMax"), (Intrinsics.Saturate, "KpFMin(KpFMax({0}, 0.0f), 1.0f)", "FMin FMax"),
        (Intrinsics.Fdim, "KpFdim({0}, {1})", "Fdim"),
        (Intrinsics.IsNan, "((KpBits({0}) & 0x7fffffffu) > 0x7f800000u)", ""), (Intrinsics.IsInf, "((KpBits({0}) & 0x7fffffffu) == 0x7f800000u)", ""),
        (Intrinsics.IsFinite, "((KpBits({0}) & 0x7fffffffu) < 0x7f800000u)", ""), (Intrinsics.SignBit, "((KpBits({0}) >> 31) != 0)", ""),
        (Intrinsics.AddRn, "({0:mul} + {1:mul})", ""), (Intrinsics.SubRn, "({0:mul} - {1:mul})", ""), (Intrinsics.MulRn, "({0:unary} * {1:unary})", ""),
        (Intrinsics.DivRn, "({0:unary} / {1:unary})", ""), (Intrinsics.FastDivide, "({0:unary} / {1:unary})", ""),
        (Intrinsics.IMin, "KpMin<{T}>({0}, {1})", "IMin"), (Intrinsics.IMax, "KpMax<{T}>({0}, {1})", "IMax"), (Intrinsics.IAbs, "KpAbs<{T}>({0})", "IAbs"),
        (Intrinsics.PopCount, "KpPopCount({0})", "PopCount"), (Intrinsics.CountLeadingZeros, "KpLeadingZeros<{T}>({0})", "LeadingZeros"), (Intrinsics.FindFirstSet, "KpFindFirst<{T}>({0})", "FindFirst"),
        (Intrinsics.BitReverse, "KpReverse<{T}>({0})", "Reverse"), (Intrinsics.BytePermute, "KpBytePermute({0}, {1}, {2})", "BytePermute"), (Intrinsics.MulHi, "KpMulHigh({0}, {1})", "MulHigh"),
        (Intrinsics.FunnelShiftLeft, "uint32_t((((uint64_t({1}) << 32) | {0:unary}) << ({2:unary} & 31u)) >> 32)", ""),
        (Intrinsics.FunnelShiftRight, "uint32_t(((uint64_t({1}) << 32) | {0:unary}) >> ({2:unary} & 31u))", ""),
        (Intrinsics.Sad, "KpSad<{T}>({0}, {1}, {2})", "Sad"), (Intrinsics.Mul24, "KpMul24({0}, {1})", "Mul24"),
        (Intrinsics.FenceBlock, "(void)0", ""),
    ];
}
