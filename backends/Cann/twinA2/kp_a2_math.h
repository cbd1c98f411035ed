// High-level mathematics of one float tensor or two, in the form without a buffer of their own: the library takes what is left of the unified buffer
// (npu-dialects 2.12). In double and rounded once: how exact the library is, nobody documents.
#pragma once
#include <math.h>

namespace AscendC {

// What the library finds for itself: no document gives a size for A2; a slab may not cover all of the buffer.
inline void kp_needs_space() {
    if (kp_a2::ub_used == kp_a2::ub_bytes) kp::fail(64, "a function of the library without a buffer, where no unified buffer is left");
}

#define KP_LIBRARY(NAME, EXPRESSION, LIMIT)                                                              \
    template <class T> inline void NAME(const LocalTensor<T>& dst, const LocalTensor<T>& a, uint32_t n) { \
        static_assert(is_one_of<T, float>, "type matrix: " #NAME " has no such type on A2");             \
        kp_needs_space();                                                                                \
        T *d = kp_out(dst, n), *p = kp_in(a, n);                                                          \
        if (static_cast<void*>(d) == p) kp::fail(59, #NAME " in place");                                 \
        for (uint32_t i = 0; i < n; i++) {                                                               \
            double x = p[i];                                                                             \
            d[i] = LIMIT > 0 && (x > LIMIT || x < -LIMIT) ? NAN : static_cast<T>(EXPRESSION);            \
        }                                                                                                \
    }
KP_LIBRARY(Tanh, ::tanh(x), 0)
KP_LIBRARY(Sin, ::sin(x), 65504)
KP_LIBRARY(Cos, ::cos(x), 65504)
KP_LIBRARY(Tan, ::tan(x), 0)
KP_LIBRARY(Sinh, ::sinh(x), 0)
KP_LIBRARY(Cosh, ::cosh(x), 0)
KP_LIBRARY(Asin, ::asin(x), 0)
KP_LIBRARY(Acos, ::acos(x), 0)
KP_LIBRARY(Atan, ::atan(x), 0)
KP_LIBRARY(Asinh, ::asinh(x), 0)
KP_LIBRARY(Acosh, ::acosh(x), 0)
KP_LIBRARY(Atanh, ::atanh(x), 0)
KP_LIBRARY(Erf, ::erf(x), 0)
KP_LIBRARY(Erfc, ::erfc(x), 0)
KP_LIBRARY(Lgamma, ::lgamma(x), 0)
KP_LIBRARY(Log2, ::log2(x), 0)
KP_LIBRARY(Log10, ::log10(x), 0)
#undef KP_LIBRARY

#define KP_LIBRARY2(NAME, EXPRESSION)                                                                                          \
    template <class T> inline void NAME(const LocalTensor<T>& dst, const LocalTensor<T>& a, const LocalTensor<T>& b, uint32_t n) { \
        static_assert(is_one_of<T, float>, "type matrix: " #NAME " has no such type on A2");                                   \
        kp_needs_space();                                                                                                      \
        T *d = kp_out(dst, n), *p = kp_in(a, n), *q = kp_in(b, n);                                                              \
        if (static_cast<void*>(d) == p || static_cast<void*>(d) == q) kp::fail(59, #NAME " in place");                         \
        for (uint32_t i = 0; i < n; i++) {                                                                                     \
            double x = p[i], y = q[i];                                                                                         \
            d[i] = static_cast<T>(EXPRESSION);                                                                                 \
        }                                                                                                                      \
    }
KP_LIBRARY2(Power, ::pow(x, y))
KP_LIBRARY2(Fmod, ::fmod(x, y))
#undef KP_LIBRARY2

// dst = src0 * dst + src1; here with one rounding, which no document promises (npu-dialects 11, question 4).
template <class T> inline void FusedMulAdd(const LocalTensor<T>& dst, const LocalTensor<T>& a, const LocalTensor<T>& b, int32_t n) {
    static_assert(is_one_of<T, float>, "type matrix: FusedMulAdd has no such type on A2");
    T *d = kp_out(dst, n), *p = kp_in(a, n), *q = kp_in(b, n);
    for (int32_t i = 0; i < n; i++) d[i] = fmaf(p[i], d[i], q[i]);
}

// dst = src0 * src1 + dst, and dst = src * scalar + dst: with one rounding here, as above.
template <class T> inline void MulAddDst(const LocalTensor<T>& dst, const LocalTensor<T>& a, const LocalTensor<T>& b, int32_t n) {
    static_assert(is_one_of<T, float>, "type matrix: MulAddDst has no such type on A2");
    T *d = kp_out(dst, n), *p = kp_in(a, n), *q = kp_in(b, n);
    for (int32_t i = 0; i < n; i++) d[i] = fmaf(p[i], q[i], d[i]);
}
template <class T, class U> inline void Axpy(const LocalTensor<T>& dst, const LocalTensor<T>& a, U x, int32_t n) {
    static_assert(is_one_of<T, float>, "type matrix: Axpy has no such type on A2");
    static_assert(std::is_same_v<T, U>, "scalar type: Axpy takes the tensor's own type");
    T *d = kp_out(dst, n), *p = kp_in(a, n);
    for (int32_t i = 0; i < n; i++) d[i] = fmaf(p[i], x, d[i]);
}

} // namespace AscendC
