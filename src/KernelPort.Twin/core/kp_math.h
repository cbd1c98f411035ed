// Math. Float functions are computed in double and rounded once, as the reference does; the C library's own float functions
// are replaced in the whole program, so that exp(x) of a float and std::exp agree with expf.
#pragma once
#include "kp_config.h"
#include <fenv.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define KP_FLOAT_1(name, of)                                                                               \
    extern "C" __attribute__((weak)) float name(float x) noexcept { return static_cast<float>(of(static_cast<double>(x))); }
#define KP_FLOAT_2(name, of)                                                                               \
    extern "C" __attribute__((weak)) float name(float x, float y) noexcept {                               \
        return static_cast<float>(of(static_cast<double>(x), static_cast<double>(y)));                     \
    }
KP_FLOAT_1(expf, exp)
KP_FLOAT_1(exp2f, exp2)
KP_FLOAT_1(expm1f, expm1)
KP_FLOAT_1(logf, log)
KP_FLOAT_1(log2f, log2)
KP_FLOAT_1(log10f, log10)
KP_FLOAT_1(log1pf, log1p)
KP_FLOAT_1(sinf, sin)
KP_FLOAT_1(cosf, cos)
KP_FLOAT_1(tanf, tan)
KP_FLOAT_1(asinf, asin)
KP_FLOAT_1(acosf, acos)
KP_FLOAT_1(atanf, atan)
KP_FLOAT_1(sinhf, sinh)
KP_FLOAT_1(coshf, cosh)
KP_FLOAT_1(tanhf, tanh)
KP_FLOAT_1(asinhf, asinh)
KP_FLOAT_1(acoshf, acosh)
KP_FLOAT_1(atanhf, atanh)
KP_FLOAT_1(erff, erf)
KP_FLOAT_1(erfcf, erfc)
KP_FLOAT_1(tgammaf, tgamma)
KP_FLOAT_1(lgammaf, lgamma)
KP_FLOAT_1(cbrtf, cbrt)
KP_FLOAT_1(j0f, j0)
KP_FLOAT_1(j1f, j1)
KP_FLOAT_1(y0f, y0)
KP_FLOAT_1(y1f, y1)
KP_FLOAT_1(exp10f, exp10)
KP_FLOAT_2(powf, pow)
#ifndef KP_NO_FAST_FLOAT
// Fast forms give the value they approximate (trap T33). The C library declares these very names, so they are replaced too.
KP_FLOAT_1(__expf, exp)
KP_FLOAT_1(__exp10f, exp10)
KP_FLOAT_1(__logf, log)
KP_FLOAT_1(__log2f, log2)
KP_FLOAT_1(__log10f, log10)
KP_FLOAT_1(__sinf, sin)
KP_FLOAT_1(__cosf, cos)
KP_FLOAT_1(__tanf, tan)
KP_FLOAT_2(__powf, pow)
extern "C" __attribute__((weak)) void __sincosf(float x, float* s, float* c) noexcept {
    *s = static_cast<float>(sin(static_cast<double>(x)));
    *c = static_cast<float>(cos(static_cast<double>(x)));
}
#endif
KP_FLOAT_2(atan2f, atan2)
KP_FLOAT_2(hypotf, hypot)
#undef KP_FLOAT_1
#undef KP_FLOAT_2
extern "C" __attribute__((weak)) void sincosf(float x, float* s, float* c) noexcept {
    *s = static_cast<float>(sin(static_cast<double>(x)));
    *c = static_cast<float>(cos(static_cast<double>(x)));
}

namespace kp {
namespace math_detail {
static const double pi = 3.14159265358979323846;

// sin(pi x) with the argument reduced exactly first.
inline double sinpi_(double x) {
    if (x != x || fabs(x) > 1e300 * 1e300) return 0.0 / 0.0;
    double r = remainder(x, 2.0);
    if (r == 0.0 || fabs(r) == 1.0) return copysign(0.0, x);
    if (r > 0.5) return sin(pi * (1.0 - r));
    if (r < -0.5) return -sin(pi * (1.0 + r));
    return sin(pi * r);
}
inline double cospi_(double x) {
    double r = fabs(remainder(x, 2.0));
    if (r == 0.5) return 0.0;
    if (r > 0.75) return -cos(pi * (1.0 - r));
    if (r > 0.25) return sin(pi * (0.5 - r));
    return cos(pi * r);
}
// Newton on erf from a rational start; good to double rounding for |y| < 1.
inline double erfinv_(double y) {
    if (y != y || fabs(y) > 1.0) return 0.0 / 0.0;
    if (fabs(y) == 1.0) return copysign(1.0 / 0.0, y);
    double w = -log((1.0 - y) * (1.0 + y));
    double a = 2.0 / (pi * 0.147) - w / 2.0;
    double x = copysign(sqrt(sqrt(a * a + w / 0.147) - a), y);
    if (y == 0.0) return y;
    for (int i = 0; i < 4; i++) {
        double e = (fabs(y) > 0.9 ? (y > 0 ? (1.0 - y) - erfc(x) : erfc(-x) - (1.0 + y)) : erf(x) - y);
        double step = e / (2.0 / sqrt(pi) * exp(-x * x));
        x -= step / (1.0 + x * step);
    }
    return x;
}
inline double erfcx_(double x) {
    if (x < 20) return exp(x * x) * erfc(x);
    double s = 1.0 / (x * x);
    return 1.0 / (x * sqrt(pi)) * (1.0 - s / 2.0 * (1.0 - 3.0 * s / 2.0 * (1.0 - 5.0 * s / 2.0)));
}
template <class F> inline auto rounded(int mode, F f) {
    int old = fegetround();
    fesetround(mode);
    auto r = f();
    fesetround(old);
    return r;
}
} // namespace math_detail

// Float functions CUDA adds to the C library's (simt-dialects 2, npu-dialects 3.2).
namespace mathf {
inline float rsqrtf(float x) { return static_cast<float>(1.0 / sqrt(static_cast<double>(x))); }
inline float rcbrtf(float x) { return static_cast<float>(1.0 / cbrt(static_cast<double>(x))); }
inline float sinpif(float x) { return static_cast<float>(math_detail::sinpi_(x)); }
inline float cospif(float x) { return static_cast<float>(math_detail::cospi_(x)); }
inline void sincospif(float x, float* s, float* c) { *s = sinpif(x), *c = cospif(x); }
inline float erfinvf(float x) { return static_cast<float>(math_detail::erfinv_(x)); }
inline float erfcinvf(float x) { return static_cast<float>(math_detail::erfinv_(1.0 - static_cast<double>(x))); }
inline float erfcxf(float x) { return static_cast<float>(math_detail::erfcx_(x)); }
inline float normcdff(float x) { return static_cast<float>(0.5 * erfc(-static_cast<double>(x) * 0.70710678118654752440)); }
inline float normcdfinvf(float x) { return static_cast<float>(1.41421356237309504880 * math_detail::erfinv_(2.0 * x - 1.0)); }
inline float rhypotf(float x, float y) { return static_cast<float>(1.0 / hypot(static_cast<double>(x), static_cast<double>(y))); }
inline float norm3df(float a, float b, float c) { return static_cast<float>(sqrt(double(a) * a + double(b) * b + double(c) * c)); }
inline float norm4df(float a, float b, float c, float d) {
    return static_cast<float>(sqrt(double(a) * a + double(b) * b + double(c) * c + double(d) * d));
}
inline float rnorm3df(float a, float b, float c) { return static_cast<float>(1.0 / sqrt(double(a) * a + double(b) * b + double(c) * c)); }
inline float fdividef(float a, float b) { return a / b; }
inline float __saturatef(float x) { return x != x ? 0.0f : x < 0.0f ? 0.0f : x > 1.0f ? 1.0f : x; }
} // namespace mathf

namespace mathf_fast {
inline float __fdividef(float a, float b) { return a / b; }
} // namespace mathf_fast

namespace mathf_rounded {
#define KP_FLOAT_SET(suffix, mode)                                                                         \
    inline float __fadd_##suffix(float a, float b) { return math_detail::rounded(mode, [=] { volatile float x = a, y = b; volatile float r = x + y; return float(r); }); } \
    inline float __fsub_##suffix(float a, float b) { return math_detail::rounded(mode, [=] { volatile float x = a, y = b; volatile float r = x - y; return float(r); }); } \
    inline float __fmul_##suffix(float a, float b) { return math_detail::rounded(mode, [=] { volatile float x = a, y = b; volatile float r = x * y; return float(r); }); } \
    inline float __fdiv_##suffix(float a, float b) { return math_detail::rounded(mode, [=] { volatile float x = a, y = b; volatile float r = x / y; return float(r); }); } \
    inline float __frcp_##suffix(float a) { return math_detail::rounded(mode, [=] { volatile float x = a; volatile float r = 1.0f / x; return float(r); }); } \
    inline float __fsqrt_##suffix(float a) { return math_detail::rounded(mode, [=] { volatile float x = a; volatile float r = __builtin_sqrtf(x); return float(r); }); }
KP_FLOAT_SET(rn, FE_TONEAREST)
KP_FLOAT_SET(rz, FE_TOWARDZERO)
KP_FLOAT_SET(ru, FE_UPWARD)
KP_FLOAT_SET(rd, FE_DOWNWARD)
#undef KP_FLOAT_SET
inline float __fmaf_rn(float a, float b, float c) { return fmaf(a, b, c); }
inline float __frsqrt_rn(float x) { return static_cast<float>(1.0 / sqrt(static_cast<double>(x))); }
} // namespace mathf_rounded

namespace math_double {
inline double rsqrt(double x) { return 1.0 / sqrt(x); }
inline double rcbrt(double x) { return 1.0 / cbrt(x); }
inline double sinpi(double x) { return math_detail::sinpi_(x); }
inline double cospi(double x) { return math_detail::cospi_(x); }
inline double erfinv(double x) { return math_detail::erfinv_(x); }
inline double erfcx(double x) { return math_detail::erfcx_(x); }
inline double normcdf(double x) { return static_cast<double>(0.5L * erfcl(-static_cast<long double>(x) * 0.707106781186547524400844362104849L)); }
inline double rhypot(double x, double y) { return 1.0 / hypot(x, y); }
inline double __dadd_rn(double a, double b) { return a + b; }
inline double __dsub_rn(double a, double b) { return a - b; }
inline double __dmul_rn(double a, double b) { return a * b; }
inline double __ddiv_rn(double a, double b) { return a / b; }
inline double __dsqrt_rn(double a) { return sqrt(a); }
inline double __drcp_rn(double a) { return 1.0 / a; }
inline double __fma_rn(double a, double b, double c) { return fma(a, b, c); }
} // namespace math_double
namespace math_double_rounded {
#define KP_DOUBLE_SET(suffix, mode)                                                                        \
    inline double __dadd_##suffix(double a, double b) { return math_detail::rounded(mode, [=] { volatile double x = a, y = b; volatile double r = x + y; return double(r); }); } \
    inline double __dsub_##suffix(double a, double b) { return math_detail::rounded(mode, [=] { volatile double x = a, y = b; volatile double r = x - y; return double(r); }); } \
    inline double __dmul_##suffix(double a, double b) { return math_detail::rounded(mode, [=] { volatile double x = a, y = b; volatile double r = x * y; return double(r); }); } \
    inline double __ddiv_##suffix(double a, double b) { return math_detail::rounded(mode, [=] { volatile double x = a, y = b; volatile double r = x / y; return double(r); }); } \
    inline double __drcp_##suffix(double a) { return math_detail::rounded(mode, [=] { volatile double x = a; volatile double r = 1.0 / x; return double(r); }); } \
    inline double __dsqrt_##suffix(double a) { return math_detail::rounded(mode, [=] { volatile double x = a; volatile double r = __builtin_sqrt(x); return double(r); }); }
KP_DOUBLE_SET(rz, FE_TOWARDZERO)
KP_DOUBLE_SET(ru, FE_UPWARD)
KP_DOUBLE_SET(rd, FE_DOWNWARD)
#undef KP_DOUBLE_SET
} // namespace math_double_rounded
// A float argument of rsqrt has its own overload in CUDA.
namespace math_overloads {
inline float rsqrt(float x) { return mathf::rsqrtf(x); }
} // namespace math_overloads

// min, max: integers by value, floats as fmin and fmax (the operand that is a number wins).
namespace minmax {
#define KP_MIN_MAX(T, A, B)                                                                                \
    inline T min(A a, B b) { return static_cast<T>(a) < static_cast<T>(b) ? static_cast<T>(a) : static_cast<T>(b); } \
    inline T max(A a, B b) { return static_cast<T>(a) > static_cast<T>(b) ? static_cast<T>(a) : static_cast<T>(b); }
KP_MIN_MAX(int, int, int)
KP_MIN_MAX(unsigned int, unsigned int, unsigned int)
KP_MIN_MAX(unsigned int, int, unsigned int)
KP_MIN_MAX(unsigned int, unsigned int, int)
KP_MIN_MAX(long, long, long)
KP_MIN_MAX(unsigned long, unsigned long, unsigned long)
KP_MIN_MAX(unsigned long, long, unsigned long)
KP_MIN_MAX(unsigned long, unsigned long, long)
KP_MIN_MAX(long long, long long, long long)
KP_MIN_MAX(unsigned long long, unsigned long long, unsigned long long)
KP_MIN_MAX(unsigned long long, long long, unsigned long long)
KP_MIN_MAX(unsigned long long, unsigned long long, long long)
#undef KP_MIN_MAX
inline float min(float a, float b) { return fminf(a, b); }
inline float max(float a, float b) { return fmaxf(a, b); }
} // namespace minmax
namespace minmax_double {
inline double min(double a, double b) { return fmin(a, b); }
inline double max(double a, double b) { return fmax(a, b); }
inline double min(float a, double b) { return fmin(a, b); }
inline double max(float a, double b) { return fmax(a, b); }
inline double min(double a, float b) { return fmin(a, b); }
inline double max(double a, float b) { return fmax(a, b); }
} // namespace minmax_double
namespace minmax_words {
inline unsigned int umin(unsigned int a, unsigned int b) { return a < b ? a : b; }
inline unsigned int umax(unsigned int a, unsigned int b) { return a > b ? a : b; }
inline long long llmin(long long a, long long b) { return a < b ? a : b; }
inline long long llmax(long long a, long long b) { return a > b ? a : b; }
} // namespace minmax_words

} // namespace kp
