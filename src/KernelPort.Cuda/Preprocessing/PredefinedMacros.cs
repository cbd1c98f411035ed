namespace KernelPort.Cuda.Preprocessing;

/// <summary>What the CUDA compiler defines before the first line.</summary>
internal static class PredefinedMacros
{
    private static readonly (string Name, string Value)[] Always =
    [
        ("__KERNELPORT__", "1"), ("__CUDACC__", "1"), ("__NVCC__", "1"), ("__CUDACC_VER_MAJOR__", "12"), ("__CUDACC_VER_MINOR__", "4"), ("__CUDACC_VER_BUILD__", "131"),
        ("CUDART_VERSION", "12040"), ("CUDA_VERSION", "12040"), ("__CUDA_API_VER_MAJOR__", "12"), ("__CUDA_API_VER_MINOR__", "4"),
        ("__CUDA_ARCH_LIST__", "800"), ("__CUDACC_EXTENDED_LAMBDA__", "1"), ("__CUDACC_RELAXED_CONSTEXPR__", "1"),
        ("__cplusplus", "201703L"), ("__STDC__", "1"), ("__STDC_HOSTED__", "1"), ("__GNUC__", "12"), ("__GNUC_MINOR__", "2"), ("__GNUC_PATCHLEVEL__", "0"),
        ("__linux__", "1"), ("__linux", "1"), ("__unix__", "1"), ("__x86_64__", "1"), ("__LP64__", "1"), ("_LP64", "1"),
        ("__CHAR_BIT__", "8"), ("__SIZEOF_INT__", "4"), ("__SIZEOF_LONG__", "8"), ("__SIZEOF_POINTER__", "8"), ("__SIZEOF_FLOAT__", "4"),
        ("__SIZEOF_DOUBLE__", "8"), ("__SIZEOF_SHORT__", "2"), ("__SIZEOF_LONG_LONG__", "8"), ("__SIZEOF_SIZE_T__", "8"),
        ("__INT_MAX__", "2147483647"), ("__LONG_MAX__", "9223372036854775807L"), ("__FLT_MAX__", "3.40282346638528859811704183484516925e+38F"),
        ("__DBL_MAX__", "1.79769313486231570814527423731704357e+308"), ("__FLT_EPSILON__", "1.1920928955078125e-07F"),
        ("__BYTE_ORDER__", "1234"), ("__ORDER_LITTLE_ENDIAN__", "1234"), ("__ORDER_BIG_ENDIAN__", "4321"),
        ("__DATE__", "\"Jan  1 2000\""), ("__TIME__", "\"00:00:00\""), ("__TIMESTAMP__", "\"Sat Jan  1 00:00:00 2000\""),
    ];

    public static void Define(Preprocessor preprocessor, bool devicePass)
    {
        foreach (var (name, value) in Always)
        {
            preprocessor.Define(name, value);
        }
        if (devicePass)
        {
            preprocessor.Define("__CUDA_ARCH__", "800");
        }
    }
}
