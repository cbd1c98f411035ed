using KernelPort.Ir;

namespace KernelPort.Backends.Bang.Threads;

/// <summary>The texts that scalar threads are made of besides their kernels.</summary>
internal static class ScalarHelpers
{
    /// <summary>Reads and writes of memory.</summary>
    public const string Memory = """
        __mlu_func__ uint32_t KpBits(float value)
        {
            union { uint32_t u; float f; } x;
            x.f = value;
            return x.u;
        }

        // By copies through the first bytes of NRAM: what plain loads and stores of one core are to others, nothing public says.
        template <class T> __mlu_func__ T KpRead(const T *from)
        {
            __memcpy(kpNram, from, sizeof(T), GDRAM2NRAM);
            return *(T *)kpNram;
        }

        template <class T, class V> __mlu_func__ void KpWrite(T *to, V value)
        {
            *(T *)kpNram = value;
            __memcpy(to, kpNram, sizeof(T), NRAM2GDRAM);
        }

        """;

    public static string LocalAtomic(AtomicOp op, string change) => $$"""
        template <class T, class V> __mlu_func__ T KpAtomic{{op}}(T *at, V value{{(op == AtomicOp.CompareExchange ? ", V expected" : "")}})
        {
            const T old = *at;
            *at = {{change}};
            return old;
        }

        """;

    /// <summary>Unsigned sums are the same bits as signed ones.</summary>
    public static string GlobalAtomic(AtomicOp op, string call) => $$"""
            template <class T> __mlu_func__ void KpGlobal{{op}}(T *at, T value)
            {
                typedef typename KpAtomicType<T>::type A;
                *(A *)kpOne = {{(op == AtomicOp.Sub ? "A(0 - value)" : "A(value)")}};
                __bang_atomic_reduce_{{call}}((A *)at, (A *)kpOne, 1);
            }

        """;

    public const string ClassHead = """

        struct KpExtent { uint32_t x, y, z; };
        template <class T> struct KpAtomicType { typedef T type; };
        template <> struct KpAtomicType<uint32_t> { typedef int32_t type; };

        // One thread after the other (tier T2).
        struct KP_CLASS {
            __mlu_func__ void Init(KpExtent grid, KpExtent block, uint32_t bytes)
            {
                kpGrid = grid;
                kpBlockDim = block;
                kpThread = KpExtent{0, 0, 0};
                kpOne = (float *)(kpNram + 256);
                kpTwo = (float *)(kpNram + 512);
                kpThree = (float *)(kpNram + 768);
                kpMemory = kpNram + 1024;
                // Calls run over whole operands, of which one element is looked at.
                __bang_write_value(kpOne, 64, 0.0f);
                __bang_write_value(kpTwo, 64, 0.0f);
                __bang_write_value(kpThree, 64, 0.0f);
                KP_ASSERT(bytes <= KP_NRAM_BYTES - 1024, "more shared memory than NRAM");
            }

            KpExtent kpThread, kpBlock, kpBlockDim, kpGrid;
            uint8_t *kpMemory;
            float *kpOne, *kpTwo, *kpThree;

        """;

    /// <summary>A function of the vector unit, of which one element is looked at.</summary>
    public static string Function(string function, string parameters, IEnumerable<string> calls) => $$"""
            __mlu_func__ float Kp{{function}}({{parameters}})
            {
                kpOne[0] = x;{{(parameters.Contains('y') ? "\n        kpThree[0] = y;" : "")}}
                {{string.Join("\n        ", calls)}}
                return kpTwo[0];
            }

        """;

    public const string Fma = """
            // Whether it rounds once is not documented.
            __mlu_func__ float KpFma(float x, float y, float z)
            {
                kpOne[0] = x;
                kpTwo[0] = y;
                kpThree[0] = z;
                __bang_fusion(FUSION_FMA, kpOne, kpOne, kpTwo, kpThree, 64, 64);
                return kpOne[0];
            }

        """;

    /// <summary>By conversions; beyond 2^23 all are whole.</summary>
    public static readonly IReadOnlyList<(string Name, string Text)> Rounding =
    [
        ("Trunc", """
                __mlu_func__ float KpSigned(float magnitude, float sign) { return KpFloat((KpBits(magnitude) & 0x7fffffffu) | (KpBits(sign) & 0x80000000u)); }
                __mlu_func__ float KpTrunc(float x) { return (KpBits(x) & 0x7fffffffu) < 0x4b000000u ? KpSigned(float(int32_t(x)), x) : x; }

            """),
        ("Floor", """
                __mlu_func__ float KpFloor(float x)
                {
                    const float whole = KpTrunc(x);
                    return whole > x ? whole - 1.0f : whole;
                }

            """),
        ("Round", """
                __mlu_func__ float KpRound(float x)
                {
                    const float whole = KpTrunc(x), rest = KpFloat(KpBits(x - whole) & 0x7fffffffu);
                    return rest >= 0.5f ? KpSigned(KpFloat(KpBits(whole) & 0x7fffffffu) + 1.0f, x) : whole;
                }

            """),
        ("Rint", """
                __mlu_func__ float KpRint(float x)
                {
                    const float whole = KpTrunc(x), rest = KpFloat(KpBits(x - whole) & 0x7fffffffu), size = KpFloat(KpBits(whole) & 0x7fffffffu);
                    return rest > 0.5f || (rest == 0.5f && (int32_t(size) & 1) != 0) ? KpSigned(size + 1.0f, x) : whole;
                }

            """),
    ];
}
