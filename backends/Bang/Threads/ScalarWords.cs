using KernelPort.Backends.CLike;
using KernelPort.Backends.Vectors;

namespace KernelPort.Backends.Bang.Threads;

/// <summary>The words of scalar BANG C: C++ with plain pointers. Global memory is read and written by copies through NRAM, as nothing public says what of a core's own stores others see.</summary>
internal static class ScalarWords
{
    public static readonly CLikeDialect Dialect = ScalarDialect.Base with
    {
        KernelHead = "__mlu_func__",
        DeviceHead = "__mlu_func__",
        Reserved = [.. ScalarDialect.Base.Reserved, "kpNram", "kpCell", "taskId", "taskDim", "coreId", "clusterId"],
    };
}
