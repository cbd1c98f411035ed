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

    /// <summary>Half by its bits; both ways exact, to nearest even.</summary>
    public const string Half = """
        struct KpHalf { uint16_t bits; };

        __aicore__ inline float KpFromHalf(KpHalf h)
        {
            const uint32_t sign = uint32_t(h.bits & 0x8000u) << 16, magnitude = h.bits & 0x7fffu;
            if (magnitude >= 0x7c00u) return KpFloat(sign | 0x7f800000u | ((magnitude & 0x3ffu) << 13));
            if (magnitude >= 0x400u) return KpFloat(sign | ((magnitude << 13) + 0x38000000u));
            const float small = float(int32_t(magnitude)) * 5.9604644775390625e-8f;
            return sign != 0 ? -small : small;
        }

        __aicore__ inline KpHalf KpToHalf(float value)
        {
            const uint32_t bits = KpBits(value), sign = (bits >> 16) & 0x8000u, magnitude = bits & 0x7fffffffu;
            if (magnitude > 0x7f800000u) return KpHalf{0x7fffu};
            if (magnitude >= 0x47800000u) return KpHalf{uint16_t(sign | 0x7c00u)};
            if (magnitude >= 0x38800000u) return KpHalf{uint16_t(sign | ((magnitude - 0x38000000u + 0xfffu + ((magnitude >> 13) & 1u)) >> 13))};
            if (magnitude < 0x33000000u) return KpHalf{uint16_t(sign)};
            const uint32_t shift = 126u - (magnitude >> 23), whole = (magnitude & 0x7fffffu) | 0x800000u;
            const uint32_t kept = whole >> shift, rest = whole & ((1u << shift) - 1u), middle = 1u << (shift - 1u);
            return KpHalf{uint16_t(sign | (kept + (rest > middle || (rest == middle && (kept & 1u) != 0) ? 1u : 0u)))};
        }

        """;

    public const string Bfloat = """
        struct KpBfloat { uint16_t bits; };

        __aicore__ inline float KpFromBfloat(KpBfloat b) { return KpFloat(uint32_t(b.bits) << 16); }

        __aicore__ inline KpBfloat KpToBfloat(float value)
        {
            const uint32_t bits = KpBits(value);
            if ((bits & 0x7fffffffu) > 0x7f800000u) return KpBfloat{0x7fffu};
            return KpBfloat{uint16_t((bits + 0x7fffu + ((bits >> 16) & 1u)) >> 16)};
        }

        """;

    /// <summary>Division of tensors: two quotients in float, then the sign and the size of what is left (npu-dialects 2.9, int32 / and %).</summary>
    private const string Divide = """
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

    public const string Saturate = """
        // Towards zero, to the nearest that the type has; 0 of NaN.
        template <class T> __aicore__ inline T KpSaturate(float value)
        {
            const bool isSigned = T(-1) < T(0);
            const int bits = int(sizeof(T)) * 8 - (isSigned ? 1 : 0);
            const T most = T(~uint64_t(0) >> (64 - bits));
            const float limit = float(uint64_t(1) << (bits - 1)) * 2.0f;
            if (value != value) return T(0);
            if (value >= limit) return most;
            if (isSigned ? value < -limit : value <= 0.0f) return isSigned ? T(-int64_t(most) - 1) : T(0);
            return T(value);
        }

        """;

    /// <summary>Functions that are plain C++.</summary>
    public static readonly IReadOnlyList<(string Name, string Text)> Free =
    [
        ("Saturate", Saturate),
        ("Divide", Divide),
        ("FMin", "__aicore__ inline float KpFMin(float a, float b) { return a != a ? b : b != b ? a : a < b || (a == b && (KpBits(a) >> 31) != 0) ? a : b; }\n"),
        ("FMax", "__aicore__ inline float KpFMax(float a, float b) { return a != a ? b : b != b ? a : a > b || (a == b && (KpBits(a) >> 31) == 0) ? a : b; }\n"),
        ("Fdim", "__aicore__ inline float KpFdim(float a, float b) { return a != a || b != b ? a + b : a > b ? a - b : 0.0f; }\n"),
        ("IMin", "template <class T> __aicore__ inline T KpMin(T a, T b) { return a < b ? a : b; }\n"),
        ("IMax", "template <class T> __aicore__ inline T KpMax(T a, T b) { return a > b ? a : b; }\n"),
        ("IAbs", "template <class T> __aicore__ inline T KpAbs(T a) { return a < T(0) ? T(0 - uint64_t(a)) : a; }\n"),
        ("PopCount", """
            __aicore__ inline int32_t KpPopCount(uint64_t x)
            {
                int32_t n = 0;
                for (; x != 0; x &= x - 1) ++n;
                return n;
            }
            __aicore__ inline int32_t KpPopCount(uint32_t x) { return KpPopCount(uint64_t(x)); }
            __aicore__ inline int32_t KpPopCount(int32_t x) { return KpPopCount(uint64_t(uint32_t(x))); }
            __aicore__ inline int32_t KpPopCount(int64_t x) { return KpPopCount(uint64_t(x)); }

            """),
        ("LeadingZeros", """
            template <class T> __aicore__ inline int32_t KpLeadingZeros(T x)
            {
                int32_t n = 0;
                for (int32_t i = int32_t(sizeof(T)) * 8 - 1; i >= 0 && (uint64_t(x) >> i & 1) == 0; --i) ++n;
                return n;
            }

            """),
        ("FindFirst", """
            template <class T> __aicore__ inline int32_t KpFindFirst(T x)
            {
                for (int32_t i = 0; i < int32_t(sizeof(T)) * 8; ++i)
                    if ((uint64_t(x) >> i & 1) != 0) return i + 1;
                return 0;
            }

            """),
        ("Reverse", """
            template <class T> __aicore__ inline T KpReverse(T x)
            {
                uint64_t r = 0;
                for (uint32_t i = 0; i < sizeof(T) * 8; ++i) r = r << 1 | (uint64_t(x) >> i & 1);
                return T(r);
            }

            """),
        ("BytePermute", """
            __aicore__ inline uint32_t KpBytePermute(uint32_t a, uint32_t b, uint32_t selector)
            {
                const uint64_t both = a | uint64_t(b) << 32;
                uint32_t r = 0;
                for (uint32_t i = 0; i < 4; ++i) {
                    const uint32_t s = selector >> (4 * i) & 15u;
                    uint32_t one = uint32_t(both >> (8 * (s & 7u))) & 255u;
                    if ((s & 8u) != 0) one = (one & 128u) != 0 ? 255u : 0u;
                    r |= one << (8 * i);
                }
                return r;
            }

            """),
        ("MulHigh", """
            __aicore__ inline int32_t KpMulHigh(int32_t a, int32_t b) { return int32_t(int64_t(a) * b >> 32); }
            __aicore__ inline uint32_t KpMulHigh(uint32_t a, uint32_t b) { return uint32_t(uint64_t(a) * b >> 32); }
            __aicore__ inline uint64_t KpMulHigh(uint64_t a, uint64_t b)
            {
                const uint64_t al = a & 0xffffffffu, ah = a >> 32, bl = b & 0xffffffffu, bh = b >> 32;
                const uint64_t middle = (al * bl >> 32) + (ah * bl & 0xffffffffu) + al * bh;
                return ah * bh + (ah * bl >> 32) + (middle >> 32);
            }
            __aicore__ inline int64_t KpMulHigh(int64_t a, int64_t b) { return int64_t(KpMulHigh(uint64_t(a), uint64_t(b)) - (a < 0 ? uint64_t(b) : 0) - (b < 0 ? uint64_t(a) : 0)); }

            """),
        ("Sad", "template <class T> __aicore__ inline uint32_t KpSad(T a, T b, uint32_t c) { return uint32_t(a < b ? uint32_t(b) - uint32_t(a) : uint32_t(a) - uint32_t(b)) + c; }\n"),
        ("Mul24", """
            __aicore__ inline uint32_t KpMul24(uint32_t a, uint32_t b) { return (a & 0xffffffu) * (b & 0xffffffu); }
            __aicore__ inline int32_t KpMul24(int32_t a, int32_t b) { return int32_t(uint32_t(int32_t(uint32_t(a) << 8) >> 8) * uint32_t(int32_t(uint32_t(b) << 8) >> 8)); }

            """),
    ];

    /// <summary>Old value and operand to the new value, in memory of the block alone: one thread after the other is an order that CUDA allows.</summary>
    public static readonly IReadOnlyList<(AtomicOp Op, string Change)> LocalAtomics =
    [
        (AtomicOp.Add, "T(old + value)"), (AtomicOp.Sub, "T(old - value)"), (AtomicOp.Exchange, "T(value)"), (AtomicOp.Min, "T(value) < old ? T(value) : old"), (AtomicOp.Max, "T(value) > old ? T(value) : old"),
        (AtomicOp.Increment, "old >= T(value) ? T(0) : T(old + 1)"), (AtomicOp.Decrement, "old == T(0) || old > T(value) ? T(value) : T(old - 1)"),
        (AtomicOp.And, "T(old & value)"), (AtomicOp.Or, "T(old | value)"), (AtomicOp.Xor, "T(old ^ value)"), (AtomicOp.CompareExchange, "old == T(expected) ? T(value) : old"),
    ];

    public static string LocalAtomic(AtomicOp op, string change) => $$"""
        template <class T, class V> __aicore__ inline T KpAtomic{{op}}(__ubuf__ T* at, V value{{(op == AtomicOp.CompareExchange ? ", V expected" : "")}})
        {
            const T old = *at;
            *at = {{change}};
            return old;
        }

        """;

    public static readonly IReadOnlyList<(AtomicOp Op, string Mode)> GlobalAtomics =
        [(AtomicOp.Add, "SetAtomicAdd"), (AtomicOp.Sub, "SetAtomicAdd"), (AtomicOp.Min, "SetAtomicMin"), (AtomicOp.Max, "SetAtomicMax")];

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
        ("Round", """
                template <RoundMode M> __aicore__ inline float KpRound(float x)
                {
                    kpOne.SetValue(0, x);
                    PipeBarrier<PIPE_ALL>();
                    Cast(kpTwo, kpOne, M, 1);
                    PipeBarrier<PIPE_ALL>();
                    return kpTwo.GetValue(0);
                }

            """),
    ];

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
