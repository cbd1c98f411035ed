namespace KernelPort.Migration;

/// <summary>Tells a name that CUDA or one of its libraries would have from any other.</summary>
internal static class CudaLook
{
    private static readonly string[] Prefixes =
    [
        "cuda", "CUDA", "cublas", "CUBLAS_", "cudnn", "CUDNN_", "cufft", "CUFFT_", "curand", "CURAND_", "cusparse", "CUSPARSE_",
        "cusolver", "CUSOLVER_", "nccl", "NCCL_", "nvrtc", "NVRTC_", "nvtx", "NVTX_", "nvml", "NVML_", "npps", "nppi", "cupti", "CUPTI_",
    ];

    /// <summary>Whether a name follows CUDA's naming; a word such as "custom" or "current" does not.</summary>
    public static bool IsCudaName(string name)
    {
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

    /// <summary>Whether a word begins after the prefix; "cudnn_handle" is somebody's variable.</summary>
    private static bool StartsWord(string name, int at) =>
        char.IsAsciiLetterUpper(name[at]) || name[at - 1] == '_' || (char.IsAsciiLetterUpper(name[at - 1]) && name[at] == '_');
}
