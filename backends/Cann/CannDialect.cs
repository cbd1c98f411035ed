using KernelPort.Backends.CLike;
using KernelPort.Ir;

namespace KernelPort.Backends.Cann;

/// <summary>The words of the 950's SIMT mode (npu-dialects 3.2).</summary>
internal static class CannDialect
{
    public static readonly CLikeDialect Simt = CudaWords.Dialect with
    {
        KernelHead = "__global__",
        LaunchBoundsWithBlocks = "",
        DefaultBounds = "__launch_bounds__(1024)",
        DeviceHead = "__aicore__ inline",
        Shared = "__ubuf__",
        DynamicShared = "extern __ubuf__ {0};",
        Constant = "__gm__",
        DeviceGlobal = "__gm__",
        Restrict = "",
        Scalars = new Dictionary<Scalar, string>(CudaWords.Scalars) { [Scalar.F16] = "half", [Scalar.BF16] = "bfloat16_t" },
        Atomics = new Dictionary<AtomicOp, string>
        {
            [AtomicOp.Add] = "asc_atomic_add({0}, {1})", [AtomicOp.Sub] = "asc_atomic_sub({0}, {1})", [AtomicOp.Exchange] = "asc_atomic_exch({0}, {1})",
            [AtomicOp.Min] = "asc_atomic_min({0}, {1})", [AtomicOp.Max] = "asc_atomic_max({0}, {1})", [AtomicOp.Increment] = "asc_atomic_inc({0}, {1})",
            [AtomicOp.Decrement] = "asc_atomic_dec({0}, {1})", [AtomicOp.And] = "asc_atomic_and({0}, {1})", [AtomicOp.Or] = "asc_atomic_or({0}, {1})",
            [AtomicOp.Xor] = "asc_atomic_xor({0}, {1})", [AtomicOp.CompareExchange] = "asc_atomic_cas({0}, {2}, {1})",
        },
        // A float3 has 16 bytes there: three-part vectors are printed as structs of their own.
        HasVector = name => CudaWords.IsVector(name) && !name.EndsWith('3'),
        Align = "alignas({0})",
    };
}
