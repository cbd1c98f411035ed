// Integer and bit intrinsics, bit casts, and conversions that saturate as PTX defines them (NaN gives 0).
#pragma once
#include "kp_math.h"
#include <stdint.h>

namespace kp {
namespace intr {

inline int __popc(unsigned int x) { return __builtin_popcount(x); }
inline int __clz(int x) { return x ? __builtin_clz(static_cast<unsigned>(x)) : 32; }
inline int __ffs(int x) { return __builtin_ffs(x); }
inline unsigned int __brev(unsigned int x) {
    unsigned int r = 0;
    for (int i = 0; i < 32; i++) r |= (x >> i & 1u) << (31 - i);
    return r;
}
inline unsigned int __byte_perm(unsigned int x, unsigned int y, unsigned int s) {
    uint64_t v = static_cast<uint64_t>(y) << 32 | x;
    unsigned int r = 0;
    for (int i = 0; i < 4; i++) {
        unsigned int n = s >> (4 * i) & 15u, b = static_cast<unsigned int>(v >> (8 * (n & 7u)) & 255u);
        if (n & 8u) b = b & 128u ? 255u : 0u;
        r |= b << (8 * i);
    }
    return r;
}
inline int __mulhi(int a, int b) { return static_cast<int>((static_cast<int64_t>(a) * b) >> 32); }
inline unsigned int __umulhi(unsigned int a, unsigned int b) { return static_cast<unsigned int>((static_cast<uint64_t>(a) * b) >> 32); }
inline int __mul24(int a, int b) { return (static_cast<int>(static_cast<unsigned>(a) << 8) >> 8) * (static_cast<int>(static_cast<unsigned>(b) << 8) >> 8); }
inline unsigned int __umul24(unsigned int a, unsigned int b) { return (a & 0xFFFFFFu) * (b & 0xFFFFFFu); }
inline unsigned int __sad(int a, int b, unsigned int c) { return (a > b ? static_cast<unsigned>(a) - static_cast<unsigned>(b) : static_cast<unsigned>(b) - static_cast<unsigned>(a)) + c; }
inline unsigned int __usad(unsigned int a, unsigned int b, unsigned int c) { return (a > b ? a - b : b - a) + c; }
inline int __hadd(int a, int b) { return static_cast<int>((static_cast<int64_t>(a) + b) >> 1); }
inline int __rhadd(int a, int b) { return static_cast<int>((static_cast<int64_t>(a) + b + 1) >> 1); }
inline unsigned int __uhadd(unsigned int a, unsigned int b) { return static_cast<unsigned int>((static_cast<uint64_t>(a) + b) >> 1); }
inline unsigned int __urhadd(unsigned int a, unsigned int b) { return static_cast<unsigned int>((static_cast<uint64_t>(a) + b + 1) >> 1); }
} // namespace intr

namespace intr64 { // the 64-bit ones under CUDA's names; the 950 overloads instead (npu-dialects 3.2)
inline int __popcll(unsigned long long x) { return __builtin_popcountll(x); }
inline int __clzll(long long x) { return x ? __builtin_clzll(static_cast<unsigned long long>(x)) : 64; }
inline int __ffsll(long long x) { return __builtin_ffsll(x); }
inline unsigned long long __brevll(unsigned long long x) {
    return static_cast<unsigned long long>(intr::__brev(static_cast<unsigned>(x))) << 32 | intr::__brev(static_cast<unsigned>(x >> 32));
}
inline long long __mul64hi(long long a, long long b) { return static_cast<long long>((static_cast<__int128>(a) * b) >> 64); }
inline unsigned long long __umul64hi(unsigned long long a, unsigned long long b) {
    return static_cast<unsigned long long>((static_cast<unsigned __int128>(a) * b) >> 64);
}
} // namespace intr64

namespace intr_funnel {
inline unsigned int __funnelshift_l(unsigned int lo, unsigned int hi, unsigned int s) {
    s &= 31u;
    return s ? hi << s | lo >> (32 - s) : hi;
}
inline unsigned int __funnelshift_r(unsigned int lo, unsigned int hi, unsigned int s) {
    s &= 31u;
    return s ? lo >> s | hi << (32 - s) : lo;
}
inline unsigned int __funnelshift_lc(unsigned int lo, unsigned int hi, unsigned int s) { return s >= 32 ? lo : __funnelshift_l(lo, hi, s); }
inline unsigned int __funnelshift_rc(unsigned int lo, unsigned int hi, unsigned int s) { return s >= 32 ? hi : __funnelshift_r(lo, hi, s); }
} // namespace intr_funnel

namespace intr_dot {
template <class A, class B, class C> inline C dot4(unsigned int a, unsigned int b, C c) {
    for (int i = 0; i < 4; i++) c = static_cast<C>(c + static_cast<C>(static_cast<A>(a >> (8 * i))) * static_cast<C>(static_cast<B>(b >> (8 * i))));
    return c;
}
inline int __dp4a(int a, int b, int c) { return dot4<int8_t, int8_t, int>(a, b, c); }
inline unsigned int __dp4a(unsigned int a, unsigned int b, unsigned int c) { return dot4<uint8_t, uint8_t, unsigned int>(a, b, c); }
inline int __dp2a_lo(int a, int b, int c) {
    return c + static_cast<int16_t>(a) * static_cast<int8_t>(b) + static_cast<int16_t>(a >> 16) * static_cast<int8_t>(b >> 8);
}
inline int __dp2a_hi(int a, int b, int c) { return __dp2a_lo(a, b >> 16, c); }
} // namespace intr_dot

// Four bytes at once.
namespace intr_simd {
template <class F> inline unsigned int bytes(unsigned int a, unsigned int b, F f) {
    unsigned int r = 0;
    for (int i = 0; i < 32; i += 8) r |= (static_cast<unsigned int>(f(static_cast<int>(a >> i & 255u), static_cast<int>(b >> i & 255u))) & 255u) << i;
    return r;
}
inline unsigned int __vadd4(unsigned int a, unsigned int b) { return bytes(a, b, [](int x, int y) { return x + y; }); }
inline unsigned int __vmaxu4(unsigned int a, unsigned int b) { return bytes(a, b, [](int x, int y) { return x > y ? x : y; }); }
inline unsigned int __vminu4(unsigned int a, unsigned int b) { return bytes(a, b, [](int x, int y) { return x < y ? x : y; }); }
inline unsigned int __vabsdiffu4(unsigned int a, unsigned int b) { return bytes(a, b, [](int x, int y) { return x > y ? x - y : y - x; }); }
} // namespace intr_simd
namespace intr_simd_sub { // HIP has none of these (simt-dialects 2.2)
inline unsigned int __vsub4(unsigned int a, unsigned int b) { return intr_simd::bytes(a, b, [](int x, int y) { return x - y; }); }
inline unsigned int __vsubss4(unsigned int a, unsigned int b) {
    return intr_simd::bytes(a, b, [](int x, int y) {
        int d = static_cast<int8_t>(x) - static_cast<int8_t>(y);
        return d > 127 ? 127 : d < -128 ? -128 : d;
    });
}
inline unsigned int __vcmpeq4(unsigned int a, unsigned int b) { return intr_simd::bytes(a, b, [](int x, int y) { return x == y ? 255 : 0; }); }
inline unsigned int __vcmpne4(unsigned int a, unsigned int b) { return intr_simd::bytes(a, b, [](int x, int y) { return x != y ? 255 : 0; }); }
} // namespace intr_simd_sub

// The rest of CUDA's SIMD functions (CUDA Math API, "SIMD Intrinsics"); parts are taken apart by type, not by shifting signs in.
namespace intr_simd_more {
template <class T, class F> inline unsigned int parts(unsigned int a, unsigned int b, F f) {
    constexpr int n = 4 / sizeof(T);
    T x[n], y[n], r[n];
    __builtin_memcpy(x, &a, 4);
    __builtin_memcpy(y, &b, 4);
    for (int i = 0; i < n; i++) r[i] = static_cast<T>(f(static_cast<int>(x[i]), static_cast<int>(y[i])));
    unsigned int whole;
    __builtin_memcpy(&whole, r, 4);
    return whole;
}
template <class T> inline int within(int v) {
    constexpr int low = std::numeric_limits<T>::min(), high = std::numeric_limits<T>::max();
    return v < low ? low : v > high ? high : v;
}
template <class T> inline unsigned int distance(unsigned int a, unsigned int b) {
    unsigned int sum = 0;
    parts<T>(a, b, [&](int x, int y) { sum += static_cast<unsigned int>(std::abs(x - y)); return 0; });
    return sum;
}
#define KP_SIMD(NAME, T, EXPRESSION) inline unsigned int NAME(unsigned int a, unsigned int b) { return parts<T>(a, b, [](int x, int y) { (void)y; return EXPRESSION; }); }
#define KP_SIMD_ONE(NAME, T, EXPRESSION) inline unsigned int NAME(unsigned int a) { return parts<T>(a, 0u, [](int x, int) { return EXPRESSION; }); }
#define KP_SIMD_COMPARE(WORD, N, T, OP) KP_SIMD(__vcmp##WORD##N, T, x OP y ? -1 : 0) KP_SIMD(__vset##WORD##N, T, x OP y ? 1 : 0)
#define KP_SIMD_BOTH(N, S, U)                                                                                          \
    KP_SIMD_ONE(__vabs##N, S, std::abs(x)) KP_SIMD_ONE(__vabsss##N, S, within<S>(std::abs(x)))                         \
    KP_SIMD_ONE(__vneg##N, S, -x) KP_SIMD_ONE(__vnegss##N, S, within<S>(-x))                                           \
    KP_SIMD(__vabsdiffs##N, S, std::abs(x - y))                                                                        \
    KP_SIMD(__vaddss##N, S, within<S>(x + y)) KP_SIMD(__vaddus##N, U, within<U>(x + y))                                \
    KP_SIMD(__vsubus##N, U, within<U>(x - y))                                                                          \
    KP_SIMD(__vavgu##N, U, (x + y + 1) / 2) KP_SIMD(__vhaddu##N, U, (x + y) / 2)                                       \
    KP_SIMD(__vmaxs##N, S, std::max(x, y)) KP_SIMD(__vmins##N, S, std::min(x, y))                                      \
    KP_SIMD_COMPARE(ges, N, S, >=) KP_SIMD_COMPARE(geu, N, U, >=) KP_SIMD_COMPARE(gts, N, S, >) KP_SIMD_COMPARE(gtu, N, U, >) \
    KP_SIMD_COMPARE(les, N, S, <=) KP_SIMD_COMPARE(leu, N, U, <=) KP_SIMD_COMPARE(lts, N, S, <) KP_SIMD_COMPARE(ltu, N, U, <) \
    inline unsigned int __vsads##N(unsigned int a, unsigned int b) { return distance<S>(a, b); }                       \
    inline unsigned int __vsadu##N(unsigned int a, unsigned int b) { return distance<U>(a, b); }
KP_SIMD_BOTH(2, int16_t, uint16_t)
KP_SIMD_BOTH(4, int8_t, uint8_t)
KP_SIMD(__vadd2, uint16_t, x + y)
KP_SIMD(__vsub2, uint16_t, x - y)
KP_SIMD(__vsubss2, int16_t, within<int16_t>(x - y))
KP_SIMD(__vmaxu2, uint16_t, std::max(x, y))
KP_SIMD(__vminu2, uint16_t, std::min(x, y))
KP_SIMD(__vabsdiffu2, uint16_t, std::abs(x - y))
KP_SIMD_COMPARE(eq, 2, uint16_t, ==)
KP_SIMD_COMPARE(ne, 2, uint16_t, !=)
KP_SIMD(__vseteq4, uint8_t, x == y)
KP_SIMD(__vsetne4, uint8_t, x != y)
KP_SIMD(__vavgs2, int16_t, x + y < 0 ? static_cast<int>(std::floor((x + y) / 2.0)) : (x + y + 1) / 2)
KP_SIMD(__vavgs4, int8_t, x + y < 0 ? static_cast<int>(std::floor((x + y) / 2.0)) : (x + y + 1) / 2)
#undef KP_SIMD
#undef KP_SIMD_ONE
#undef KP_SIMD_COMPARE
#undef KP_SIMD_BOTH
} // namespace intr_simd_more

// Largest and smallest of three and of a sum (CUDA Math API, "DPX"): T is the part's type, sums wrap in it.
// Under a name of their own: programs see the functions below as if they were global.
namespace dpx_detail {
template <class T> inline T sum(T a, T b) { return static_cast<T>(static_cast<unsigned int>(a) + static_cast<unsigned int>(b)); }
template <class T, class F> inline unsigned int halves(unsigned int a, unsigned int b, unsigned int c, F f) {
    T x[2], y[2], z[2], r[2];
    __builtin_memcpy(x, &a, 4), __builtin_memcpy(y, &b, 4), __builtin_memcpy(z, &c, 4);
    for (int i = 0; i < 2; i++) r[i] = f(x[i], y[i], z[i]);
    unsigned int whole;
    __builtin_memcpy(&whole, r, 4);
    return whole;
}
} // namespace dpx_detail
namespace intr_dpx {
#define KP_DPX(name, type, T, H, expression)                                                                           \
    inline T name##_##type##32(T x, T y, T z) { return expression; }                                                   \
    inline unsigned int name##_##type##16x2(unsigned int a, unsigned int b, unsigned int c) { return dpx_detail::halves<H>(a, b, c, [](H x, H y, H z) { return expression; }); }
#define KP_DPX_ALL(name, expression) KP_DPX(name, s, int, int16_t, expression) KP_DPX(name, u, unsigned int, uint16_t, expression)
KP_DPX_ALL(__viaddmax, std::max(dpx_detail::sum(x, y), z))
KP_DPX_ALL(__viaddmin, std::min(dpx_detail::sum(x, y), z))
KP_DPX_ALL(__vimax3, std::max(std::max(x, y), z))
KP_DPX_ALL(__vimin3, std::min(std::min(x, y), z))
#define KP_DPX_RELU(name, type, T, H, expression)                                                                      \
    inline T name##_##type##32_relu(T x, T y, T z) { return std::max<T>(expression, 0); }                              \
    inline unsigned int name##_##type##16x2_relu(unsigned int a, unsigned int b, unsigned int c) { return dpx_detail::halves<H>(a, b, c, [](H x, H y, H z) { return std::max<H>(expression, 0); }); }
KP_DPX_RELU(__viaddmax, s, int, int16_t, std::max(dpx_detail::sum(x, y), z))
KP_DPX_RELU(__viaddmin, s, int, int16_t, std::min(dpx_detail::sum(x, y), z))
KP_DPX_RELU(__vimax3, s, int, int16_t, std::max(std::max(x, y), z))
KP_DPX_RELU(__vimin3, s, int, int16_t, std::min(std::min(x, y), z))
#undef KP_DPX_RELU
#undef KP_DPX_ALL
#undef KP_DPX
} // namespace intr_dpx

namespace bits {
template <class T, class F> inline T cast(F f) {
    static_assert(sizeof(T) == sizeof(F), "same size");
    T t;
    memcpy(&t, &f, sizeof t);
    return t;
}
// Rounds as `mode` says, then clamps; PTX gives 0 for NaN.
template <class T, class F> inline T saturate(F x, F rounded, T low, T high) {
    if (x != x) return 0;
    if (rounded <= static_cast<F>(low)) return low;
    if (rounded >= static_cast<F>(high)) return high;
    return static_cast<T>(rounded);
}
template <class F> inline F round_rn(F x) { return static_cast<F>(nearbyint(static_cast<double>(x))); }
template <class F> inline F round_rz(F x) { return static_cast<F>(trunc(static_cast<double>(x))); }
template <class F> inline F round_ru(F x) { return static_cast<F>(ceil(static_cast<double>(x))); }
template <class F> inline F round_rd(F x) { return static_cast<F>(floor(static_cast<double>(x))); }
template <class F, class I> inline F from_integer(int mode, I i) {
    return math_detail::rounded(mode, [=] { volatile I v = i; volatile F r = static_cast<F>(v); return F(r); });
}
} // namespace bits

namespace intr_cast {
inline int __float_as_int(float x) { return bits::cast<int>(x); }
inline unsigned int __float_as_uint(float x) { return bits::cast<unsigned int>(x); }
inline float __int_as_float(int x) { return bits::cast<float>(x); }
inline float __uint_as_float(unsigned int x) { return bits::cast<float>(x); }
inline int __float2int_rn(float x) { return bits::saturate<int>(x, bits::round_rn(x), INT32_MIN, INT32_MAX); }
inline float __int2float_rn(int x) { return bits::from_integer<float>(FE_TONEAREST, x); }
inline int __float2int_rz(float x) { return bits::saturate<int>(x, bits::round_rz(x), INT32_MIN, INT32_MAX); }
inline float __int2float_rz(int x) { return bits::from_integer<float>(FE_TOWARDZERO, x); }
inline int __float2int_ru(float x) { return bits::saturate<int>(x, bits::round_ru(x), INT32_MIN, INT32_MAX); }
inline float __int2float_ru(int x) { return bits::from_integer<float>(FE_UPWARD, x); }
inline int __float2int_rd(float x) { return bits::saturate<int>(x, bits::round_rd(x), INT32_MIN, INT32_MAX); }
inline float __int2float_rd(int x) { return bits::from_integer<float>(FE_DOWNWARD, x); }
inline unsigned int __float2uint_rn(float x) { return bits::saturate<unsigned int>(x, bits::round_rn(x), 0u, UINT32_MAX); }
inline float __uint2float_rn(unsigned int x) { return bits::from_integer<float>(FE_TONEAREST, x); }
inline unsigned int __float2uint_rz(float x) { return bits::saturate<unsigned int>(x, bits::round_rz(x), 0u, UINT32_MAX); }
inline float __uint2float_rz(unsigned int x) { return bits::from_integer<float>(FE_TOWARDZERO, x); }
inline unsigned int __float2uint_ru(float x) { return bits::saturate<unsigned int>(x, bits::round_ru(x), 0u, UINT32_MAX); }
inline float __uint2float_ru(unsigned int x) { return bits::from_integer<float>(FE_UPWARD, x); }
inline unsigned int __float2uint_rd(float x) { return bits::saturate<unsigned int>(x, bits::round_rd(x), 0u, UINT32_MAX); }
inline float __uint2float_rd(unsigned int x) { return bits::from_integer<float>(FE_DOWNWARD, x); }
inline long long __float2ll_rn(float x) { return bits::saturate<long long>(x, bits::round_rn(x), INT64_MIN, INT64_MAX); }
inline float __ll2float_rn(long long x) { return bits::from_integer<float>(FE_TONEAREST, x); }
inline long long __float2ll_rz(float x) { return bits::saturate<long long>(x, bits::round_rz(x), INT64_MIN, INT64_MAX); }
inline float __ll2float_rz(long long x) { return bits::from_integer<float>(FE_TOWARDZERO, x); }
inline long long __float2ll_ru(float x) { return bits::saturate<long long>(x, bits::round_ru(x), INT64_MIN, INT64_MAX); }
inline float __ll2float_ru(long long x) { return bits::from_integer<float>(FE_UPWARD, x); }
inline long long __float2ll_rd(float x) { return bits::saturate<long long>(x, bits::round_rd(x), INT64_MIN, INT64_MAX); }
inline float __ll2float_rd(long long x) { return bits::from_integer<float>(FE_DOWNWARD, x); }
inline unsigned long long __float2ull_rn(float x) { return bits::saturate<unsigned long long>(x, bits::round_rn(x), 0ull, UINT64_MAX); }
inline float __ull2float_rn(unsigned long long x) { return bits::from_integer<float>(FE_TONEAREST, x); }
inline unsigned long long __float2ull_rz(float x) { return bits::saturate<unsigned long long>(x, bits::round_rz(x), 0ull, UINT64_MAX); }
inline float __ull2float_rz(unsigned long long x) { return bits::from_integer<float>(FE_TOWARDZERO, x); }
inline unsigned long long __float2ull_ru(float x) { return bits::saturate<unsigned long long>(x, bits::round_ru(x), 0ull, UINT64_MAX); }
inline float __ull2float_ru(unsigned long long x) { return bits::from_integer<float>(FE_UPWARD, x); }
inline unsigned long long __float2ull_rd(float x) { return bits::saturate<unsigned long long>(x, bits::round_rd(x), 0ull, UINT64_MAX); }
inline float __ull2float_rd(unsigned long long x) { return bits::from_integer<float>(FE_DOWNWARD, x); }
} // namespace intr_cast

namespace intr_cast_double {
inline long long __double_as_longlong(double x) { return bits::cast<long long>(x); }
inline double __longlong_as_double(long long x) { return bits::cast<double>(x); }
inline int __double2hiint(double x) { return static_cast<int>(bits::cast<long long>(x) >> 32); }
inline int __double2loint(double x) { return static_cast<int>(bits::cast<long long>(x)); }
inline double __hiloint2double(int hi, int lo) { return bits::cast<double>(static_cast<long long>(static_cast<uint64_t>(static_cast<uint32_t>(hi)) << 32 | static_cast<uint32_t>(lo))); }
inline int __double2int_rn(double x) { return bits::saturate<int>(x, bits::round_rn(x), INT32_MIN, INT32_MAX); }
inline int __double2int_rz(double x) { return bits::saturate<int>(x, bits::round_rz(x), INT32_MIN, INT32_MAX); }
inline int __double2int_ru(double x) { return bits::saturate<int>(x, bits::round_ru(x), INT32_MIN, INT32_MAX); }
inline int __double2int_rd(double x) { return bits::saturate<int>(x, bits::round_rd(x), INT32_MIN, INT32_MAX); }
inline unsigned int __double2uint_rn(double x) { return bits::saturate<unsigned int>(x, bits::round_rn(x), 0u, UINT32_MAX); }
inline unsigned int __double2uint_rz(double x) { return bits::saturate<unsigned int>(x, bits::round_rz(x), 0u, UINT32_MAX); }
inline unsigned int __double2uint_ru(double x) { return bits::saturate<unsigned int>(x, bits::round_ru(x), 0u, UINT32_MAX); }
inline unsigned int __double2uint_rd(double x) { return bits::saturate<unsigned int>(x, bits::round_rd(x), 0u, UINT32_MAX); }
inline long long __double2ll_rn(double x) { return bits::saturate<long long>(x, bits::round_rn(x), INT64_MIN, INT64_MAX); }
inline double __ll2double_rn(long long x) { return bits::from_integer<double>(FE_TONEAREST, x); }
inline long long __double2ll_rz(double x) { return bits::saturate<long long>(x, bits::round_rz(x), INT64_MIN, INT64_MAX); }
inline double __ll2double_rz(long long x) { return bits::from_integer<double>(FE_TOWARDZERO, x); }
inline long long __double2ll_ru(double x) { return bits::saturate<long long>(x, bits::round_ru(x), INT64_MIN, INT64_MAX); }
inline double __ll2double_ru(long long x) { return bits::from_integer<double>(FE_UPWARD, x); }
inline long long __double2ll_rd(double x) { return bits::saturate<long long>(x, bits::round_rd(x), INT64_MIN, INT64_MAX); }
inline double __ll2double_rd(long long x) { return bits::from_integer<double>(FE_DOWNWARD, x); }
inline unsigned long long __double2ull_rn(double x) { return bits::saturate<unsigned long long>(x, bits::round_rn(x), 0ull, UINT64_MAX); }
inline double __ull2double_rn(unsigned long long x) { return bits::from_integer<double>(FE_TONEAREST, x); }
inline unsigned long long __double2ull_rz(double x) { return bits::saturate<unsigned long long>(x, bits::round_rz(x), 0ull, UINT64_MAX); }
inline double __ull2double_rz(unsigned long long x) { return bits::from_integer<double>(FE_TOWARDZERO, x); }
inline unsigned long long __double2ull_ru(double x) { return bits::saturate<unsigned long long>(x, bits::round_ru(x), 0ull, UINT64_MAX); }
inline double __ull2double_ru(unsigned long long x) { return bits::from_integer<double>(FE_UPWARD, x); }
inline unsigned long long __double2ull_rd(double x) { return bits::saturate<unsigned long long>(x, bits::round_rd(x), 0ull, UINT64_MAX); }
inline double __ull2double_rd(unsigned long long x) { return bits::from_integer<double>(FE_DOWNWARD, x); }
inline double __int2double_rn(int x) { return x; }
inline double __uint2double_rn(unsigned int x) { return x; }
inline float __double2float_rn(double x) { return math_detail::rounded(FE_TONEAREST, [=] { volatile double v = x; volatile float r = static_cast<float>(v); return float(r); }); }
inline float __double2float_rz(double x) { return math_detail::rounded(FE_TOWARDZERO, [=] { volatile double v = x; volatile float r = static_cast<float>(v); return float(r); }); }
inline float __double2float_ru(double x) { return math_detail::rounded(FE_UPWARD, [=] { volatile double v = x; volatile float r = static_cast<float>(v); return float(r); }); }
inline float __double2float_rd(double x) { return math_detail::rounded(FE_DOWNWARD, [=] { volatile double v = x; volatile float r = static_cast<float>(v); return float(r); }); }
} // namespace intr_cast_double

} // namespace kp
