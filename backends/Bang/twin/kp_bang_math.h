// Conversions, and functions of the device library. In double and rounded once: how exact the library is, nobody documents.
#pragma once
#include <math.h>
#include "kp_half.h"

namespace kp_bang {

inline float number(half h) { return kp::small::half_bits_to_float(h.bits); }
inline float number(bfloat16_t b) { return kp::small::bf16_bits_to_float(b.bits); }

// To integers it saturates; 0 of NaN (no document: CUDA's rule).
inline int32_t whole(float x) { return x != x ? 0 : x <= -2147483648.0f ? INT32_MIN : x >= 2147483648.0f ? INT32_MAX : int32_t(x); }

template <class D, class S, class F> inline void convert(D* to, S* from, int64_t n, F f) {
    operand(from, n, false), operand(to, n, true);
    apart(to, from, n);
    std::vector<S> of(from, from + n);
    for (int64_t i = 0; i < n; i++) to[i] = f(of[i]);
}

inline half make_half(float x) {
    half h;
    h.bits = kp::small::float_to_half_bits(x);
    return h;
}
inline bfloat16_t make_bfloat(float x) {
    bfloat16_t b;
    b.bits = kp::small::float_to_bf16_bits(x, false);
    return b;
}

inline void fixed_point(int position) {
    if (position != 0) kp::fail(88, "a conversion with a position of %d: only 0 is modelled", position);
}

} // namespace kp_bang

inline void __bang_int322float_rn(float* to, int32_t* from, int64_t n, int position) { kp_bang::fixed_point(position), kp_bang::convert(to, from, n, [](int32_t x) { return float(x); }); }
inline void __bang_float2int32_tz(int32_t* to, float* from, int64_t n, int position) { kp_bang::fixed_point(position), kp_bang::convert(to, from, n, [](float x) { return kp_bang::whole(x); }); }
inline void __bang_float2int32_rd(int32_t* to, float* from, int64_t n, int position) { kp_bang::fixed_point(position), kp_bang::convert(to, from, n, [](float x) { return kp_bang::whole(floorf(x)); }); }
inline void __bang_half2float(float* to, half* from, int64_t n) { kp_bang::convert(to, from, n, [](half x) { return kp_bang::number(x); }); }
inline void __bang_float2half_rn(half* to, float* from, int64_t n) { kp_bang::convert(to, from, n, kp_bang::make_half); }
inline void __bang_bfloat162float(float* to, bfloat16_t* from, int64_t n) { kp_bang::convert(to, from, n, [](bfloat16_t x) { return kp_bang::number(x); }); }
inline void __bang_float2bfloat16_rn(bfloat16_t* to, float* from, int64_t n) { kp_bang::convert(to, from, n, kp_bang::make_bfloat); }

// Elements first (mlu-ops: __cn_vector_sin_f32); of the others the names are inferred from it.
#define KP_LIBRARY(NAME, EXPRESSION)                                            \
    inline void __cn_vector_##NAME##_f32(int64_t n, float* to, float* from) {    \
        kp_bang::convert(to, from, n, [](float value) {                          \
            const double x = value;                                              \
            return float(EXPRESSION);                                            \
        });                                                                      \
    }
KP_LIBRARY(sin, ::sin(x))
KP_LIBRARY(cos, ::cos(x))
KP_LIBRARY(tan, ::tan(x))
KP_LIBRARY(tanh, ::tanh(x))
KP_LIBRARY(sinh, ::sinh(x))
KP_LIBRARY(cosh, ::cosh(x))
KP_LIBRARY(asin, ::asin(x))
KP_LIBRARY(acos, ::acos(x))
KP_LIBRARY(atan, ::atan(x))
KP_LIBRARY(asinh, ::asinh(x))
KP_LIBRARY(acosh, ::acosh(x))
KP_LIBRARY(atanh, ::atanh(x))
KP_LIBRARY(erf, ::erf(x))
KP_LIBRARY(erfc, ::erfc(x))
KP_LIBRARY(lgamma, ::lgamma(x))
#undef KP_LIBRARY

#define KP_LIBRARY(NAME, EXPRESSION)                                                      \
    inline void __cn_vector_##NAME##_f32(int64_t n, float* to, float* a, float* b) {       \
        kp_bang::operand(a, n, false), kp_bang::operand(b, n, false), kp_bang::operand(to, n, true); \
        for (int64_t i = 0; i < n; i++) {                                                  \
            const double x = a[i], y = b[i];                                               \
            to[i] = float(EXPRESSION);                                                     \
        }                                                                                  \
    }
KP_LIBRARY(pow, ::pow(x, y))
KP_LIBRARY(fmod, ::fmod(x, y))
#undef KP_LIBRARY
