namespace KernelPort.Backends.Vectors;

/// <summary>Functions of emitted text that are plain C++; <see cref="Head"/> stands for what a machine writes before a function.</summary>
public static class FreeFunctions
{
    public const string Head = "KP_FUNCTION";

    /// <summary>Half by its bits; both ways exact, to nearest even.</summary>
    public const string Half = """
        struct KpHalf { uint16_t bits; };

        KP_FUNCTION float KpFromHalf(KpHalf h)
        {
            const uint32_t sign = uint32_t(h.bits & 0x8000u) << 16, magnitude = h.bits & 0x7fffu;
            if (magnitude >= 0x7c00u) return KpFloat(sign | 0x7f800000u | ((magnitude & 0x3ffu) << 13));
            if (magnitude >= 0x400u) return KpFloat(sign | ((magnitude << 13) + 0x38000000u));
            const float small = float(int32_t(magnitude)) * 5.9604644775390625e-8f;
            return sign != 0 ? -small : small;
        }

        KP_FUNCTION KpHalf KpToHalf(float value)
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

        KP_FUNCTION float KpFromBfloat(KpBfloat b) { return KpFloat(uint32_t(b.bits) << 16); }

        KP_FUNCTION KpBfloat KpToBfloat(float value)
        {
            const uint32_t bits = KpBits(value);
            if ((bits & 0x7fffffffu) > 0x7f800000u) return KpBfloat{0x7fffu};
            return KpBfloat{uint16_t((bits + 0x7fffu + ((bits >> 16) & 1u)) >> 16)};
        }

        """;

    private const string Saturate = """
        // Towards zero, to the nearest that the type has; 0 of NaN.
        template <class T> KP_FUNCTION T KpSaturate(float value)
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
        ("FMin", "KP_FUNCTION float KpFMin(float a, float b) { return a != a ? b : b != b ? a : a < b || (a == b && (KpBits(a) >> 31) != 0) ? a : b; }\n"),
        ("FMax", "KP_FUNCTION float KpFMax(float a, float b) { return a != a ? b : b != b ? a : a > b || (a == b && (KpBits(a) >> 31) == 0) ? a : b; }\n"),
        ("Fdim", "KP_FUNCTION float KpFdim(float a, float b) { return a != a || b != b ? a + b : a > b ? a - b : 0.0f; }\n"),
        ("Angle", """
            // The tangent of the angle between the nearer axis and (x, y).
            KP_FUNCTION float KpTangent(float y, float x)
            {
                const float a = KpFloat(KpBits(y) & 0x7fffffffu), b = KpFloat(KpBits(x) & 0x7fffffffu);
                return a == b ? (a == 0.0f ? 0.0f : 1.0f) : a < b ? a / b : a > b ? b / a : a + b;
            }

            // The angle of (x, y), given that of the nearer axis. Pi is a float and what is left of it.
            KP_FUNCTION float KpAngle(float y, float x, float nearer)
            {
                const bool isSteep = KpFloat(KpBits(y) & 0x7fffffffu) > KpFloat(KpBits(x) & 0x7fffffffu), isBack = (KpBits(x) >> 31) != 0;
                const float angle = isSteep ? 1.57079637f + ((isBack ? nearer : -nearer) - 4.37113883e-8f) : isBack ? 3.14159274f - (nearer + 8.74227766e-8f) : nearer;
                return KpFloat((KpBits(angle) & 0x7fffffffu) | (KpBits(y) & 0x80000000u));
            }

            """),
        ("IMin", "template <class T> KP_FUNCTION T KpMin(T a, T b) { return a < b ? a : b; }\n"),
        ("IMax", "template <class T> KP_FUNCTION T KpMax(T a, T b) { return a > b ? a : b; }\n"),
        ("IAbs", "template <class T> KP_FUNCTION T KpAbs(T a) { return a < T(0) ? T(0 - uint64_t(a)) : a; }\n"),
        ("PopCount", """
            KP_FUNCTION int32_t KpPopCount(uint64_t x)
            {
                int32_t n = 0;
                for (; x != 0; x &= x - 1) ++n;
                return n;
            }
            KP_FUNCTION int32_t KpPopCount(uint32_t x) { return KpPopCount(uint64_t(x)); }
            KP_FUNCTION int32_t KpPopCount(int32_t x) { return KpPopCount(uint64_t(uint32_t(x))); }
            KP_FUNCTION int32_t KpPopCount(int64_t x) { return KpPopCount(uint64_t(x)); }

            """),
        ("LeadingZeros", """
            template <class T> KP_FUNCTION int32_t KpLeadingZeros(T x)
            {
                int32_t n = 0;
                for (int32_t i = int32_t(sizeof(T)) * 8 - 1; i >= 0 && (uint64_t(x) >> i & 1) == 0; --i) ++n;
                return n;
            }

            """),
        ("FindFirst", """
            template <class T> KP_FUNCTION int32_t KpFindFirst(T x)
            {
                for (int32_t i = 0; i < int32_t(sizeof(T)) * 8; ++i)
                    if ((uint64_t(x) >> i & 1) != 0) return i + 1;
                return 0;
            }

            """),
        ("Reverse", """
            template <class T> KP_FUNCTION T KpReverse(T x)
            {
                uint64_t r = 0;
                for (uint32_t i = 0; i < sizeof(T) * 8; ++i) r = r << 1 | (uint64_t(x) >> i & 1);
                return T(r);
            }

            """),
        ("BytePermute", """
            KP_FUNCTION uint32_t KpBytePermute(uint32_t a, uint32_t b, uint32_t selector)
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
            KP_FUNCTION int32_t KpMulHigh(int32_t a, int32_t b) { return int32_t(int64_t(a) * b >> 32); }
            KP_FUNCTION uint32_t KpMulHigh(uint32_t a, uint32_t b) { return uint32_t(uint64_t(a) * b >> 32); }
            KP_FUNCTION uint64_t KpMulHigh(uint64_t a, uint64_t b)
            {
                const uint64_t al = a & 0xffffffffu, ah = a >> 32, bl = b & 0xffffffffu, bh = b >> 32;
                const uint64_t middle = (al * bl >> 32) + (ah * bl & 0xffffffffu) + al * bh;
                return ah * bh + (ah * bl >> 32) + (middle >> 32);
            }
            KP_FUNCTION int64_t KpMulHigh(int64_t a, int64_t b) { return int64_t(KpMulHigh(uint64_t(a), uint64_t(b)) - (a < 0 ? uint64_t(b) : 0) - (b < 0 ? uint64_t(a) : 0)); }

            """),
        ("Sad", "template <class T> KP_FUNCTION uint32_t KpSad(T a, T b, uint32_t c) { return uint32_t(a < b ? uint32_t(b) - uint32_t(a) : uint32_t(a) - uint32_t(b)) + c; }\n"),
        ("Mul24", """
            KP_FUNCTION uint32_t KpMul24(uint32_t a, uint32_t b) { return (a & 0xffffffu) * (b & 0xffffffu); }
            KP_FUNCTION int32_t KpMul24(int32_t a, int32_t b) { return int32_t(uint32_t(int32_t(uint32_t(a) << 8) >> 8) * uint32_t(int32_t(uint32_t(b) << 8) >> 8)); }

            """),
    ];
}
