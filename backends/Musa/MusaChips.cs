namespace KernelPort.Backends.Musa;

/// <summary>Published figures of the chips that the profiles are for (which chip has which profile: simt-dialects 1).</summary>
internal static class MusaChips
{
    public static IReadOnlyList<Chip> Of(string profile) => profile switch
    {
        "mp_31" => [new("MTT S5000", null, null, 1600, null, "ldeepai.com, MTT S5000: 80 GB at 1.6 TB/s; no single-precision figure outside of matrix units was found")],
        "mp_22" => [new("MTT S4000", 25, null, 768, null, "tweakpc.de/news/49715: 25 TFLOPS FP32, 768 GB/s")],
        _ => [new("MTT S3000", 15.2, null, 448, null, "geektopia.es, 2022-11-03: 15.2 TFLOPS, 448 GB/s"), new("MTT S80", 14.4, null, null, null, "geektopia.es, 2022-11-03: 14.4 TFLOPS")],
    };
}
