// Sixteen-bit floats: exact conversions to nearest even, arithmetic in float and rounded once (exact for + - * / by width),
// fma through a sum rounded to odd. Vendors give the structs their names (simt-dialects 2, 3.1).
#pragma once
#include "kp_intrinsics.h"
#include "kp_types.h"

namespace kp {
namespace small {

inline uint16_t double_to_half_bits(double d, bool odd_below = false) {
    uint64_t b = bits::cast<uint64_t>(d);
    if (odd_below) b |= 1;
    uint16_t sign = static_cast<uint16_t>(b >> 48 & 0x8000);
    int e = static_cast<int>(b >> 52 & 0x7FF) - 1023;
    uint64_t m = b & 0xFFFFFFFFFFFFFull;
    if (e == 1024) return static_cast<uint16_t>(m ? 0x7FFF : sign | 0x7C00);
    if (e > 15) return static_cast<uint16_t>(sign | 0x7C00);
    if (e < -25) return sign;
    m |= 1ull << 52;
    int drop = e >= -14 ? 42 : 42 + (-14 - e);
    uint64_t kept = drop < 64 ? m >> drop : 0, rest = m & ((1ull << drop) - 1), middle = 1ull << (drop - 1);
    if (rest > middle || (rest == middle && (kept & 1))) kept++;
    uint32_t r = e >= -14 ? static_cast<uint32_t>((e + 14) << 10) + static_cast<uint32_t>(kept) : static_cast<uint32_t>(kept);
    return static_cast<uint16_t>(sign | r);
}
inline uint16_t float_to_half_bits(float f) { return double_to_half_bits(f); }
inline float half_bits_to_float(uint16_t h) {
    int e = h >> 10 & 31;
    float m = static_cast<float>(h & 1023);
    float v = e == 31 ? ((h & 1023) ? bits::cast<float>(0x7FFFFFFFu) : bits::cast<float>(0x7F800000u))
              : e == 0 ? m * 5.9604644775390625e-8f
                       : ldexpf(1024.0f + m, e - 25);
    return h & 0x8000 ? -v : v;
}
inline uint16_t float_to_bf16_bits(float f, bool truncate = KP_BF16_TRUNCATES) {
    uint32_t b = bits::cast<uint32_t>(f);
    if ((b & 0x7FFFFFFFu) > 0x7F800000u) return 0x7FFF;
    if (!truncate) b += 0x7FFFu + (b >> 16 & 1u);
    return static_cast<uint16_t>(b >> 16);
}
// A double carries more than a float: fold what float drops into a last odd bit, so that the second rounding is right.
inline float double_to_odd_float(double d) {
    float f = static_cast<float>(d);
    if (static_cast<double>(f) == d || f != f) return f;
    uint32_t b = bits::cast<uint32_t>(f);
    if (b & 1) return f;
    return bits::cast<float>(fabs(static_cast<double>(f)) > fabs(d) ? b - 1 : b + 1);
}
inline uint16_t double_to_bf16_bits(double d) { return float_to_bf16_bits(double_to_odd_float(d)); }
inline float bf16_bits_to_float(uint16_t b) { return bits::cast<float>(static_cast<uint32_t>(b) << 16); }

// a*b+c where the product is exact: the error of the sum decides the last bit (round to odd).
inline double fma_odd(float a, float b, float c) {
    double p = static_cast<double>(a) * b, s = p + c;
    if (s - s != 0) return s;
    double t = s - p, e = (p - (s - t)) + (c - t);
    if (e == 0) return s;
    uint64_t u = bits::cast<uint64_t>(s);
    if (u & 1) return s;
    bool away = (e > 0) == (s > 0);
    return bits::cast<double>(away ? u + 1 : u - 1);
}

struct half_format {
    static uint16_t from_float(float f) { return float_to_half_bits(f); }
    static uint16_t from_double(double d) { return double_to_half_bits(d); }
    static float to_float(uint16_t b) { return half_bits_to_float(b); }
};
struct bf16_format {
    static uint16_t from_float(float f) { return float_to_bf16_bits(f); }
    static uint16_t from_double(double d) { return double_to_bf16_bits(d); }
    static float to_float(uint16_t b) { return bf16_bits_to_float(b); }
};

// One 16-bit float. It converts from numbers and to float, so that `a + b` of two is its own and mixing with float is ambiguous.
template <class Format> struct number {
    uint16_t x;
    number() = default;
    number(float f) : x(Format::from_float(f)) {}
    number(double d) : x(Format::from_double(d)) {}
    number(int i) : x(Format::from_double(i)) {}
    number(unsigned int i) : x(Format::from_double(i)) {}
    number(long i) : x(Format::from_double(static_cast<double>(i))) {}
    number(long long i) : x(Format::from_double(static_cast<double>(i))) {}
    number(unsigned long i) : x(Format::from_double(static_cast<double>(i))) {}
    number(unsigned long long i) : x(Format::from_double(static_cast<double>(i))) {}
    operator float() const { return Format::to_float(x); }
    static number of_bits(uint16_t b) {
        number n;
        n.x = b;
        return n;
    }
    float f() const { return Format::to_float(x); }
    number& operator+=(number b) { return *this = number(f() + b.f()); }
    number& operator-=(number b) { return *this = number(f() - b.f()); }
    number& operator*=(number b) { return *this = number(f() * b.f()); }
    number& operator/=(number b) { return *this = number(f() / b.f()); }
    friend number operator+(number a, number b) { return number(a.f() + b.f()); }
    friend number operator-(number a, number b) { return number(a.f() - b.f()); }
    friend number operator*(number a, number b) { return number(a.f() * b.f()); }
    friend number operator/(number a, number b) { return number(a.f() / b.f()); }
    friend number operator-(number a) { return of_bits(static_cast<uint16_t>(a.x ^ 0x8000)); }
    friend number operator+(number a) { return a; }
    friend bool operator==(number a, number b) { return a.f() == b.f(); }
    friend bool operator!=(number a, number b) { return a.f() != b.f(); }
    friend bool operator<(number a, number b) { return a.f() < b.f(); }
    friend bool operator>(number a, number b) { return a.f() > b.f(); }
    friend bool operator<=(number a, number b) { return a.f() <= b.f(); }
    friend bool operator>=(number a, number b) { return a.f() >= b.f(); }
};

template <class N> struct alignas(4) pair {
    N x, y;
    pair() = default;
    pair(N a, N b) : x(a), y(b) {}
};

} // namespace small

// What `__hne` gives for a NaN: CUDA's documents say false, a vendor may differ.
#ifndef KP_NE_OF_NAN
#define KP_NE_OF_NAN false
#endif

// Functions both formats have, by template over the vendor's type names.
#define KP_SMALL_FUNCTIONS(H, H2)                                                                          \
    inline H __hadd(H a, H b) { return a + b; }                                                            \
    inline H __hsub(H a, H b) { return a - b; }                                                            \
    inline H __hmul(H a, H b) { return a * b; }                                                            \
    inline H __hdiv(H a, H b) { return a / b; }                                                            \
    inline H __hneg(H a) { return -a; }                                                                    \
    inline H __habs(H a) { return H::of_bits(static_cast<uint16_t>(a.x & 0x7FFF)); }                       \
    inline H __hfma(H a, H b, H c) { return H(::kp::small::fma_odd(a.f(), b.f(), c.f())); }                \
    inline bool __heq(H a, H b) { return a == b; }                                                         \
    inline bool __hne(H a, H b) { return a == a && b == b && a != b; }                                     \
    inline bool __hlt(H a, H b) { return a < b; }                                                          \
    inline bool __hle(H a, H b) { return a <= b; }                                                         \
    inline bool __hgt(H a, H b) { return a > b; }                                                          \
    inline bool __hge(H a, H b) { return a >= b; }                                                         \
    inline bool __hisnan(H a) { return a.f() != a.f(); }                                                   \
    inline H __hmax(H a, H b) { return H(fmaxf(a.f(), b.f())); }                                           \
    inline H __hmin(H a, H b) { return H(fminf(a.f(), b.f())); }                                           \
    inline H2 __hadd2(H2 a, H2 b) { return H2{a.x + b.x, a.y + b.y}; }                                     \
    inline H2 __hsub2(H2 a, H2 b) { return H2{a.x - b.x, a.y - b.y}; }                                     \
    inline H2 __hmul2(H2 a, H2 b) { return H2{a.x * b.x, a.y * b.y}; }                                     \
    inline H2 __hfma2(H2 a, H2 b, H2 c) { return H2{__hfma(a.x, b.x, c.x), __hfma(a.y, b.y, c.y)}; }       \
    KP_SMALL_COMPARE(H, H2, __heq, __heq2, __hbeq2) KP_SMALL_COMPARE(H, H2, __hne, __hne2, __hbne2)        \
    KP_SMALL_COMPARE(H, H2, __hlt, __hlt2, __hblt2) KP_SMALL_COMPARE(H, H2, __hle, __hle2, __hble2)        \
    KP_SMALL_COMPARE(H, H2, __hgt, __hgt2, __hbgt2) KP_SMALL_COMPARE(H, H2, __hge, __hge2, __hbge2)        \
    inline H2 __hisnan2(H2 a) { return H2{H(__hisnan(a.x) ? 1.0f : 0.0f), H(__hisnan(a.y) ? 1.0f : 0.0f)}; }
#define KP_SMALL_COMPARE(H, H2, one, each, both)                                                           \
    inline H2 each(H2 a, H2 b) { return H2{H(one(a.x, b.x) ? 1.0f : 0.0f), H(one(a.y, b.y) ? 1.0f : 0.0f)}; } \
    inline bool both(H2 a, H2 b) { return one(a.x, b.x) && one(a.y, b.y); }
#define KP_SMALL_MATH(H)                                                                                   \
    inline H hsqrt(H a) { return H(sqrt(double(a.f()))); }                                                 \
    inline H hrsqrt(H a) { return H(1.0 / sqrt(double(a.f()))); }                                          \
    inline H hrcp(H a) { return H(1.0 / double(a.f())); }                                                  \
    inline H hlog(H a) { return H(log(double(a.f()))); }                                                   \
    inline H hsin(H a) { return H(sin(double(a.f()))); }                                                   \
    inline H hcos(H a) { return H(cos(double(a.f()))); }                                                   \
    inline H hfloor(H a) { return H(floorf(a.f())); }                                                      \
    inline H hceil(H a) { return H(ceilf(a.f())); }                                                        \
    inline H hrint(H a) { return H(rintf(a.f())); }                                                        \
    inline H htrunc(H a) { return H(truncf(a.f())); }
#define KP_SMALL_EXP(H)                                                                                    \
    inline H hexp(H a) { return H(exp(double(a.f()))); }                                                   \
    inline H hexp2(H a) { return H(exp2(double(a.f()))); }
#define KP_SMALL_PAIR_MATH(H2)                                                                             \
    inline H2 h2sqrt(H2 a) { return H2{hsqrt(a.x), hsqrt(a.y)}; }                                          \
    inline H2 h2rsqrt(H2 a) { return H2{hrsqrt(a.x), hrsqrt(a.y)}; }                                       \
    inline H2 h2rcp(H2 a) { return H2{hrcp(a.x), hrcp(a.y)}; }                                             \
    inline H2 h2log(H2 a) { return H2{hlog(a.x), hlog(a.y)}; }                                             \
    inline H2 h2exp(H2 a) { return H2{hexp(a.x), hexp(a.y)}; }                                             \
    inline H2 h2exp2(H2 a) { return H2{hexp2(a.x), hexp2(a.y)}; }                                          \
    inline H2 h2sin(H2 a) { return H2{hsin(a.x), hsin(a.y)}; }                                             \
    inline H2 h2cos(H2 a) { return H2{hcos(a.x), hcos(a.y)}; }                                             \
    inline H2 h2floor(H2 a) { return H2{hfloor(a.x), hfloor(a.y)}; }                                       \
    inline H2 h2ceil(H2 a) { return H2{hceil(a.x), hceil(a.y)}; }                                          \
    inline H2 h2trunc(H2 a) { return H2{htrunc(a.x), htrunc(a.y)}; }                                       \
    inline H2 h2rint(H2 a) { return H2{hrint(a.x), hrint(a.y)}; }
#define KP_HALF_CONVERSIONS(H, H2)                                                                         \
    inline H __float2half(float f) { return H(f); }                                                        \
    inline H __float2half_rn(float f) { return H(f); }                                                     \
    inline H __double2half(double d) { return H(d); }                                                      \
    inline float __half2float(H h) { return h.f(); }                                                       \
    inline H __int2half_rn(int i) { return H(i); }                                                         \
    inline H __uint2half_rn(unsigned int i) { return H(i); }                                               \
    inline int __half2int_rn(H h) { return ::kp::intr_cast::__float2int_rn(h.f()); }                       \
    inline int __half2int_rz(H h) { return ::kp::intr_cast::__float2int_rz(h.f()); }                       \
    inline int __half2int_rd(H h) { return ::kp::intr_cast::__float2int_rd(h.f()); }                       \
    inline int __half2int_ru(H h) { return ::kp::intr_cast::__float2int_ru(h.f()); }                       \
    inline unsigned int __half2uint_rn(H h) { return ::kp::intr_cast::__float2uint_rn(h.f()); }            \
    inline unsigned int __half2uint_rz(H h) { return ::kp::intr_cast::__float2uint_rz(h.f()); }            \
    inline unsigned short __half_as_ushort(H h) { return h.x; }                                            \
    inline short __half_as_short(H h) { return static_cast<short>(h.x); }                                  \
    inline H __ushort_as_half(unsigned short b) { return H::of_bits(b); }                                  \
    inline H __short_as_half(short b) { return H::of_bits(static_cast<uint16_t>(b)); }                     \
    inline H2 __halves2half2(H a, H b) { return H2{a, b}; }                                                \
    inline H2 make_half2(H a, H b) { return H2{a, b}; }                                                    \
    inline H2 __half2half2(H a) { return H2{a, a}; }                                                       \
    inline H2 __float2half2_rn(float f) { return H2{H(f), H(f)}; }                                         \
    inline H2 __floats2half2_rn(float a, float b) { return H2{H(a), H(b)}; }                               \
    inline H __low2half(H2 h) { return h.x; }                                                              \
    inline H __high2half(H2 h) { return h.y; }                                                             \
    inline float __low2float(H2 h) { return h.x.f(); }                                                     \
    inline float __high2float(H2 h) { return h.y.f(); }                                                    \
    inline ::kp::vec::float2 __half22float2(H2 h) { return ::kp::vec::float2{h.x.f(), h.y.f()}; }
#define KP_BF16_CONVERSIONS(H, H2)                                                                         \
    inline H __float2bfloat16(float f) { return H(f); }                                                    \
    inline H __float2bfloat16_rn(float f) { return H(f); }                                                 \
    inline H __double2bfloat16(double d) { return H(d); }                                                  \
    inline float __bfloat162float(H h) { return h.f(); }                                                   \
    inline H2 __halves2bfloat162(H a, H b) { return H2{a, b}; }                                            \
    inline H2 __bfloat162bfloat162(H a) { return H2{a, a}; }                                               \
    inline H2 __floats2bfloat162_rn(float a, float b) { return H2{H(a), H(b)}; }                           \
    inline H __low2bfloat16(H2 h) { return h.x; }                                                          \
    inline H __high2bfloat16(H2 h) { return h.y; }                                                         \
    inline ::kp::vec::float2 __bfloat1622float2(H2 h) { return ::kp::vec::float2{h.x.f(), h.y.f()}; }
#define KP_PAIR_FROM_FLOATS(H, H2, name) inline H2 name(::kp::vec::float2 f) { return H2{H(f.x), H(f.y)}; }
#define KP_BF16_BITS(H)                                                                                    \
    inline unsigned short __bfloat16_as_ushort(H h) { return h.x; }                                        \
    inline H __ushort_as_bfloat16(unsigned short b) { return H::of_bits(b); }

} // namespace kp
