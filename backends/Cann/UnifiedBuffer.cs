namespace KernelPort.Backends.Cann;

/// <summary>What a kernel may have of the unified buffer of a vector core.</summary>
internal static class UnifiedBuffer
{
    /// <summary>192 KB, less what the library keeps.</summary>
    public const int Bytes = 184 * 1024;

    public static readonly Evidence From = Evidence.Document("npu-dialects 8.9: the slab of the unified buffer");
}
