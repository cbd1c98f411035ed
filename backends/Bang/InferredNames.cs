using KernelPort.Backends.Vectors;
using KernelPort.Ir;

namespace KernelPort.Backends.Bang;

/// <summary>Functions of the device library whose names follow from those that public code calls (__cn_vector_sin_f32, __cn_vector_cos_f32, __cn_vector_hypot_f32): no list of them is public.</summary>
internal static class InferredNames
{
    public static readonly Evidence From = Evidence.Inferred("npu-dialects 11, row 10: named as __cn_vector_sin_f32 is");

    private static readonly HashSet<string> Seen = ["Exp", "Ln", "Sqrt", "Sin", "Cos", "Log2", "Log10"];

    public static bool Covers(Intrinsic i) => i == Intrinsics.Pow || i == Intrinsics.FastPow || i == Intrinsics.Fmod || i == Intrinsics.Exp2 || i == Intrinsics.Exp10 || i == Intrinsics.FastExp10
        || (Operations.Library.TryGetValue(i, out string? name) && !Seen.Contains(name));

    /// <summary>Of a function of the middle end's: what the library is taken to call it.</summary>
    public static string Of(string function) => $"__cn_vector_{(function == "Power" ? "pow" : function.ToLowerInvariant())}_f32";
}
