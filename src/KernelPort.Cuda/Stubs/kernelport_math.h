#pragma once
// Functions of C's math library that take a number apart or put it together, as plain code on its bits; read where one is named. Each is exact, but for
// the norms, which are computed in double and rounded once.
inline __device__ int __kp_exponent(float x) {
    unsigned int e = (__float_as_uint(x) >> 23) & 0xffu;
    return e != 0u ? (int)e - 127 : (int)((__float_as_uint(x * 8388608.0f) >> 23) & 0xffu) - 150;
}
inline __device__ int __kp_exponent(double x) {
    unsigned int e = (unsigned int)((unsigned long long)__double_as_longlong(x) >> 52) & 0x7ffu;
    return e != 0u ? (int)e - 1023 : (int)((unsigned int)((unsigned long long)__double_as_longlong(x * 4503599627370496.0) >> 52) & 0x7ffu) - 1075;
}
inline __device__ float __kp_next(float x, bool up) {
    if (x == 0.0f) return up ? __uint_as_float(1u) : __uint_as_float(0x80000001u);
    unsigned int bits = __float_as_uint(x);
    return __uint_as_float((x > 0.0f) == up ? bits + 1u : bits - 1u);
}
inline __device__ double __kp_next(double x, bool up) {
    if (x == 0.0) return up ? __longlong_as_double(1ll) : __longlong_as_double((long long)0x8000000000000001ull);
    unsigned long long bits = (unsigned long long)__double_as_longlong(x);
    return __longlong_as_double((long long)((x > 0.0) == up ? bits + 1ull : bits - 1ull));
}
// The remainder's quotient as far as it is promised: its sign and its three low bits.
template <class T> inline __device__ int __kp_low_quotient(T x, T y) {
    T a = fabs(x), b = fabs(y);
    bool negative = signbit(x) != signbit(y);
    int q = 0;
    a = isinf((T)8 * b) ? a : fmod(a, (T)8 * b);
    if (a >= (T)4 * b) { a -= (T)4 * b; q += 4; }
    if (a >= (T)2 * b) { a -= (T)2 * b; q += 2; }
    if (a >= b) { a -= b; q += 1; }
    if (a > b - a || (a == b - a && (q & 1) != 0)) q += 1;
    q &= 7;
    return negative ? -q : q;
}
#define __KP_MATH(T, SUFFIX)                                                                                                                         \
    inline __device__ T frexp##SUFFIX(T x, int *exponent) {                                                                                          \
        if (x == (T)0 || isnan(x) || isinf(x)) { *exponent = 0; return x; }                                                                          \
        int e = __kp_exponent(x) + 1;                                                                                                                \
        *exponent = e;                                                                                                                               \
        return ldexp(ldexp(x, -(e / 2)), -(e - e / 2));                                                                                              \
    }                                                                                                                                                \
    inline __device__ T modf##SUFFIX(T x, T *whole) {                                                                                                \
        *whole = trunc(x);                                                                                                                           \
        return copysign(isinf(x) ? (T)0 : x - *whole, x);                                                                                            \
    }                                                                                                                                                \
    inline __device__ T remquo##SUFFIX(T x, T y, int *quotient) {                                                                                    \
        *quotient = isnan(x) || isnan(y) || isinf(x) || y == (T)0 ? 0 : __kp_low_quotient(x, y);                                                     \
        return remainder(x, y);                                                                                                                      \
    }                                                                                                                                                \
    inline __device__ T nextafter##SUFFIX(T x, T to) {                                                                                               \
        if (isnan(x) || isnan(to)) return x + to;                                                                                                    \
        return x == to ? to : __kp_next(x, x < to);                                                                                                  \
    }                                                                                                                                                \
    inline __device__ int ilogb##SUFFIX(T x) {                                                                                                       \
        if (x == (T)0 || isnan(x)) return (-2147483647 - 1);                                                                                         \
        return isinf(x) ? 2147483647 : __kp_exponent(x);                                                                                             \
    }                                                                                                                                                \
    inline __device__ T logb##SUFFIX(T x) {                                                                                                          \
        if (x == (T)0) return (T)-__builtin_huge_val();                                                                                              \
        return isnan(x) || isinf(x) ? x * x : (T)__kp_exponent(x);                                                                                   \
    }
__KP_MATH(float, f)
__KP_MATH(float, )
__KP_MATH(double, )
inline __device__ float norm3df(float a, float b, float c) { return (float)sqrt((double)a * a + (double)b * b + (double)c * c); }
inline __device__ float rnorm3df(float a, float b, float c) { return (float)(1.0 / sqrt((double)a * a + (double)b * b + (double)c * c)); }
inline __device__ float norm4df(float a, float b, float c, float d) { return (float)sqrt((double)a * a + (double)b * b + (double)c * c + (double)d * d); }
inline __device__ float rhypotf(float a, float b) { return (float)(1.0 / hypot((double)a, (double)b)); }
inline __device__ double rhypot(double a, double b) { return 1.0 / hypot(a, b); }
namespace std {
using ::frexp;
using ::modf;
using ::remquo;
using ::nextafter;
using ::ilogb;
using ::logb;
}
