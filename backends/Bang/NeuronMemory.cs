namespace KernelPort.Backends.Bang;

/// <summary>What a kernel may have of a core's fast memory for vectors (NRAM).</summary>
internal static class NeuronMemory
{
    /// <summary>What an mtp_592 leaves a program, whose compiler keeps 128 KB for itself.</summary>
    public const int Bytes = 320 * 1024;

    public static readonly Evidence From = Evidence.Document("npu-dialects 5: sizes");
}
