using System.Collections.Frozen;

namespace KernelPort.Migration;

/// <summary>Tells a name that CUDA or one of its libraries would have from any other.</summary>
internal static class CudaLook
{
    private static readonly string[] Prefixes =
    [
        "cuda", "CUDA", "cublas", "CUBLAS_", "cudnn", "CUDNN_", "cufft", "CUFFT_", "curand", "CURAND_", "cusparse", "CUSPARSE_",
        "cusolver", "CUSOLVER_", "nccl", "NCCL_", "nvrtc", "NVRTC_", "nvtx", "NVTX_", "nvml", "NVML_", "npps", "nppi", "cupti", "CUPTI_",
    ];

    private static readonly string[] Folders = ["cooperative_groups/", "cub/", "cuda/", "nvtx3/", "thrust/"];

    private static readonly string[] HeaderPrefixes = ["cublas", "cuda_", "cudnn", "cufft", "cupti", "curand", "cusolver", "cusparse", "nppi_", "npps_", "nvrtc", "nvToolsExt", "sm_"];

    private static readonly FrozenSet<string> PairFunctions = new[]
    {
        "ceil", "cos", "exp", "exp10", "exp2", "floor", "log", "log10", "log2", "rcp", "rint", "rsqrt", "sin", "sqrt", "trunc",
    }.Select(f => "h2" + f).ToFrozenSet(StringComparer.Ordinal);

    // CUDA's intrinsics of which no table of names knows anything
    private static readonly FrozenSet<string> Intrinsics = new[]
    {
        "__ldcv", "__ldlu", "__stcg", "__stcs", "__stwb", "__stwt", "__hadd_rn", "__hsub_rn", "__hmul_rn", "__hadd2_rn", "__hsub2_rn", "__hmul2_rn", "__double2half", "__double2bfloat16",
        "__bfloat16_as_short", "__bfloat16_as_ushort", "__short_as_bfloat16", "__ushort_as_bfloat16", "__float_to_tf32",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a name follows CUDA's naming; a word such as "custom" or "current" does not.</summary>
    public static bool IsCudaName(string name)
    {
        if (name.StartsWith("make_cuda", StringComparison.Ordinal))
        {
            return IsCudaName(name["make_".Length..]);
        }
        if (IsSimd(name) || PairFunctions.Contains(name) || Intrinsics.Contains(name) || name.StartsWith("__nv_cvt_", StringComparison.Ordinal))
        {
            return true;
        }
        foreach (string prefix in Prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal) && name.Length > prefix.Length && StartsWord(name, prefix.Length))
            {
                return true;
            }
        }
        // the driver's functions and constants: cuInit, CUdevice, CU_STREAM_DEFAULT
        return name.Length > 3 && ((name.StartsWith("cu", StringComparison.Ordinal) && char.IsAsciiLetterUpper(name[2]) && name.Any(char.IsAsciiLetterLower) && char.IsAsciiLetterLower(name[3]))
            || (name.StartsWith("CU", StringComparison.Ordinal) && (name[2] == '_' || char.IsAsciiLetterLower(name[2]))));
    }

    /// <summary>Whether a header is one of CUDA's or of a library that comes with it, whichever version.</summary>
    public static bool IsCudaHeader(string name) =>
        Folders.Any(f => name.StartsWith(f, StringComparison.Ordinal))
        || (!name.Contains('/', StringComparison.Ordinal) && HeaderPrefixes.Any(p => name.StartsWith(p, StringComparison.Ordinal)) && name.EndsWith(".h", StringComparison.Ordinal));

    // __vadd4, __vmaxs2 and their family: functions on the parts of a word
    private static bool IsSimd(string name) =>
        name is ['_', '_', 'v', .., '2' or '4'] && name.AsSpan(3, name.Length - 4).IndexOfAnyExceptInRange('a', 'z') < 0;

    /// <summary>Whether a word begins after the prefix; "cudnn_handle" is somebody's variable.</summary>
    private static bool StartsWord(string name, int at) =>
        char.IsAsciiLetterUpper(name[at]) || name[at - 1] == '_' || (char.IsAsciiLetterUpper(name[at - 1]) && name[at] == '_');
}
