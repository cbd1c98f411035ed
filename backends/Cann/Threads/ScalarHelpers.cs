using KernelPort.Ir;

namespace KernelPort.Backends.Cann.Threads;

/// <summary>The texts that tier T2 is made of besides its kernels.</summary>
internal static class ScalarHelpers
{
    /// <summary>Reads and writes of memory. Past the data cache: its lines of 64 bytes are not coherent, so that neighbours of what one core writes would be lost.</summary>
    public const string Memory = """
        __aicore__ inline uint32_t KpBits(float value)
        {
            union { uint32_t u; float f; } x;
            x.f = value;
            return x.u;
        }

        template <int A> struct KpWord { typedef uint64_t type; };
        template <> struct KpWord<1> { typedef uint8_t type; };
        template <> struct KpWord<2> { typedef uint16_t type; };
        template <> struct KpWord<4> { typedef uint32_t type; };

        template <class T> union KpCells {
            typedef typename KpWord<alignof(T)>::type word;
            __aicore__ inline KpCells() {}
            T value;
            word part[sizeof(T) / sizeof(word)];
        };

        // Past the data cache: its lines of 64 bytes are not coherent between cores.
        template <class T> __aicore__ inline T KpRead(__gm__ const T* from)
        {
            typedef typename KpCells<T>::word W;
            KpCells<T> x;
            for (uint32_t i = 0; i < sizeof(T) / sizeof(W); ++i) x.part[i] = ReadGmByPassDCache((__gm__ W*)from + i);
            return x.value;
        }

        template <class T, class V> __aicore__ inline void KpWrite(__gm__ T* to, V value)
        {
            typedef typename KpCells<T>::word W;
            KpCells<T> x;
            x.value = value;
            for (uint32_t i = 0; i < sizeof(T) / sizeof(W); ++i) WriteGmByPassDCache((__gm__ W*)to + i, x.part[i]);
        }

        // Structs in the unified buffer, word by word: a copy of one knows no address space.
        template <class T> __aicore__ inline T KpTake(__ubuf__ const T* from)
        {
            typedef typename KpCells<T>::word W;
            KpCells<T> x;
            for (uint32_t i = 0; i < sizeof(T) / sizeof(W); ++i) x.part[i] = ((__ubuf__ const W*)from)[i];
            return x.value;
        }

        template <class T> __aicore__ inline void KpPut(__ubuf__ T* to, T value)
        {
            typedef typename KpCells<T>::word W;
            KpCells<T> x;
            x.value = value;
            for (uint32_t i = 0; i < sizeof(T) / sizeof(W); ++i) ((__ubuf__ W*)to)[i] = x.part[i];
        }

        """;

    /// <summary>Division of tensors: two quotients in float, then the sign and the size of what is left (npu-dialects 2.9, int32 / and %).</summary>
    public const string Divide = """
        // q = a / d and r = a % d, exact where int32 wraps; the divisors that would overflow on the way go lane by lane.
        __aicore__ inline void KpDivide(const LocalTensor<int32_t>& q, const LocalTensor<int32_t>& r, const LocalTensor<int32_t>& a, int32_t d, const LocalTensor<float>& f, const LocalTensor<float>& g, const LocalTensor<int32_t>& h, int32_t n)
        {
            if (d == 0 || d > (1 << 30) || d < -(1 << 30)) {
                PipeBarrier<PIPE_ALL>();
                for (int32_t l = 0; l < n; ++l) {
                    const int32_t x = a.GetValue(l);
                    q.SetValue(l, int32_t(d == 0 ? -1 : x / d));
                    r.SetValue(l, int32_t(d == 0 ? x : x % d));
                }
                PipeBarrier<PIPE_ALL>();
                return;
            }
            const int32_t size = d < 0 ? -d : d, sign = d < 0 ? -1 : 1;
            const LocalTensor<int32_t> fi = f.ReinterpretCast<int32_t>(), gi = g.ReinterpretCast<int32_t>();
            Duplicate(g, float(d), n);
            Cast(f, a, RoundMode::CAST_RINT, n);
            Div(f, f, g, n);
            Cast(q, f, RoundMode::CAST_TRUNC, n);
            Muls(r, q, int32_t(-d), n);
            Add(r, r, a, n);
            Cast(f, r, RoundMode::CAST_RINT, n);
            Div(f, f, g, n);
            Cast(h, f, RoundMode::CAST_TRUNC, n);
            Add(q, q, h, n);
            Muls(h, h, int32_t(-d), n);
            Add(r, r, h, n);
            // The sign of a: one up where r < 0 <= a, one down where a < 0 < r.
            ShiftRight(h, r, int32_t(31), n);
            ShiftRight(fi, a, int32_t(31), n);
            Adds(gi, fi, int32_t(1), n);
            Mul(h, h, gi, n);
            Muls(gi, r, int32_t(-1), n);
            ShiftRight(gi, gi, int32_t(31), n);
            Mul(gi, gi, fi, n);
            Add(h, h, gi, n);
            Muls(h, h, int32_t(-1), n);
            Muls(gi, h, size, n);
            Add(r, r, gi, n);
            Muls(gi, h, int32_t(-sign), n);
            Add(q, q, gi, n);
            // The size of d: one down where r >= |d|, one up where r <= -|d|.
            Muls(h, r, int32_t(-1), n);
            Adds(h, h, int32_t(size - 1), n);
            ShiftRight(h, h, int32_t(31), n);
            Adds(gi, r, int32_t(size - 1), n);
            ShiftRight(gi, gi, int32_t(31), n);
            Sub(h, h, gi, n);
            Muls(gi, h, size, n);
            Add(r, r, gi, n);
            Muls(gi, h, int32_t(-sign), n);
            Add(q, q, gi, n);
        }

        """;

    public static string LocalAtomic(AtomicOp op, string change) => $$"""
        template <class T, class V> __aicore__ inline T KpAtomic{{op}}(__ubuf__ T* at, V value{{(op == AtomicOp.CompareExchange ? ", V expected" : "")}})
        {
            const T old = *at;
            *at = {{change}};
            return old;
        }

        """;

    /// <summary>One element, copied in a mode that combines (npu-dialects 2.11); unsigned sums are the same bits as signed ones.</summary>
    public static string GlobalAtomic(AtomicOp op, string mode) => $$"""
            template <class T> __aicore__ inline void KpGlobal{{op}}(__gm__ T* at, T value)
            {
                typedef typename KpAtomicType<T>::type A;
                LocalTensor<A> one = kpOne.ReinterpretCast<A>();
                one.SetValue(0, {{(op == AtomicOp.Sub ? "A(0 - value)" : "A(value)")}});
                GlobalTensor<A> to;
                to.SetGlobalBuffer((__gm__ A*)at);
                PipeBarrier<PIPE_ALL>();
                {{mode}}<A>();
                DataCopyPad(to, one, DataCopyExtParams{1, sizeof(A), 0, 0, 0});
                SetAtomicNone();
                PipeBarrier<PIPE_ALL>();
            }

        """;

    public const string ClassHead = """

        struct KpExtent { uint32_t x, y, z; };
        template <class T> struct KpAtomicType { typedef T type; };
        template <> struct KpAtomicType<uint32_t> { typedef int32_t type; };

        // One thread after the other, on the scalar unit (tier T2).
        class KP_CLASS {
        public:
            __aicore__ inline void Init(KpExtent grid, KpExtent block, uint32_t bytes)
            {
                kpGrid = grid;
                kpBlockDim = block;
                kpThread = KpExtent{0, 0, 0};
                kpPipe.InitBuffer(kpSlab, bytes + 96);
                kpOne = kpSlab.GetWithOffset<float>(8, 0);
                kpTwo = kpSlab.GetWithOffset<float>(8, 32);
                kpThree = kpSlab.GetWithOffset<float>(8, 64);
                kpMemory = (__ubuf__ uint8_t*)kpOne.GetPhyAddr() + 96;
            }

            KpExtent kpThread, kpBlock, kpBlockDim, kpGrid;
            __ubuf__ uint8_t* kpMemory;
            TPipe kpPipe;
            TBuf<TPosition::VECCALC> kpSlab;
            LocalTensor<float> kpOne, kpTwo, kpThree;

        """;

    /// <summary>A function of the vector unit, for one element.</summary>
    public static string OneOperand(string function) => $$"""
            __aicore__ inline float Kp{{function}}(float x)
            {
                kpOne.SetValue(0, x);
                PipeBarrier<PIPE_ALL>();
                {{function}}(kpTwo, kpOne, 1);
                PipeBarrier<PIPE_ALL>();
                return kpTwo.GetValue(0);
            }

        """;

    public static readonly IReadOnlyList<(string Name, string Text)> Members =
    [
        ("Power", Two("Power")), ("Fmod", Two("Fmod")),
        ("Fma", """
                // Whether it rounds once is not documented (npu-dialects 2.9).
                __aicore__ inline float KpFma(float x, float y, float z)
                {
                    kpOne.SetValue(0, x);
                    kpTwo.SetValue(0, y);
                    kpThree.SetValue(0, z);
                    PipeBarrier<PIPE_ALL>();
                    FusedMulAdd(kpOne, kpTwo, kpThree, 1);
                    PipeBarrier<PIPE_ALL>();
                    return kpOne.GetValue(0);
                }

            """),
        ("Floor", Rounding("Floor", "FLOOR")), ("Ceil", Rounding("Ceil", "CEIL")), ("Trunc", Rounding("Trunc", "TRUNC")), ("Round", Rounding("Round", "ROUND")), ("Rint", Rounding("Rint", "RINT")),
    ];

    private static string Rounding(string function, string mode) => $$"""
            __aicore__ inline float Kp{{function}}(float x)
            {
                kpOne.SetValue(0, x);
                PipeBarrier<PIPE_ALL>();
                Cast(kpTwo, kpOne, RoundMode::CAST_{{mode}}, 1);
                PipeBarrier<PIPE_ALL>();
                return kpTwo.GetValue(0);
            }

        """;

    private static string Two(string function) => $$"""
            __aicore__ inline float Kp{{function}}(float x, float y)
            {
                kpOne.SetValue(0, x);
                kpTwo.SetValue(0, y);
                PipeBarrier<PIPE_ALL>();
                {{function}}(kpThree, kpOne, kpTwo, 1);
                PipeBarrier<PIPE_ALL>();
                return kpThree.GetValue(0);
            }

        """;
}
