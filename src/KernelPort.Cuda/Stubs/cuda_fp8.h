#pragma once
#include "cuda_fp16.h"
#include "cuda_bf16.h"
// Eight-bit floats by their bits (OCP OFP8: E4M3 without infinities, E5M2 with; OCP MX: E8M0, powers of two). To the nearest, ties to even.
typedef unsigned char __nv_fp8_storage_t;
typedef unsigned short __nv_fp8x2_storage_t;
typedef unsigned int __nv_fp8x4_storage_t;
enum __nv_saturation_t { __NV_NOSAT, __NV_SATFINITE };
enum __nv_fp8_interpretation_t { __NV_E4M3, __NV_E5M2 };
#define __KP_FP8 inline __host__ __device__
// Fraction bits, bias and the code of the largest number.
template <int M, int BIAS, unsigned int LAST, bool INFINITE> __KP_FP8 unsigned char __kp_fp8_of(float f, bool saturate) {
    unsigned int bits = __float_as_uint(f), sign = bits >> 24 & 0x80u, a = bits & 0x7fffffffu;
    if (a > 0x7f800000u) return 0x7f;
    int drop = 23 - M, least = 128 - BIAS, e = (int)(a >> 23);
    unsigned int code;
    if (e >= least) {
        code = ((a + ((1u << (drop - 1)) - 1u) + (a >> drop & 1u)) >> drop) - ((unsigned int)(127 - BIAS) << M);
    } else {
        int shift = drop + least - e;
        if (shift > 30) return (unsigned char)sign;
        unsigned int s = (a & 0x7fffffu) | 0x800000u, rest = s & ((1u << shift) - 1u), half = 1u << (shift - 1);
        code = s >> shift;
        if (rest > half || (rest == half && (code & 1u) != 0u)) code += 1u;
    }
    if (code > LAST) code = saturate ? LAST : INFINITE ? LAST + 1u : 0x7fu;
    return (unsigned char)(sign | code);
}
// The last bit says that something was cut off, so that the second rounding is right.
__KP_FP8 float __kp_fp8_odd(double v) {
    float f = __double2float_rz(v);
    return (double)f == v ? f : __uint_as_float(__float_as_uint(f) | 1u);
}
template <int M, int BIAS, unsigned int LAST, bool INFINITE> __KP_FP8 float __kp_fp8_float(unsigned char c) {
    unsigned int sign = (unsigned int)(c & 0x80) << 24, e = (unsigned int)(c & 0x7f) >> M, m = c & ((1u << M) - 1u);
    if ((c & 0x7f) > LAST) return __uint_as_float(INFINITE && m == 0u ? sign | 0x7f800000u : 0x7fffffffu);
    if (e == 0u) {
        float small = (float)m * __uint_as_float((unsigned int)(128 - BIAS - M) << 23);
        return __uint_as_float(__float_as_uint(small) | sign);
    }
    return __uint_as_float(sign | (e + (unsigned int)(127 - BIAS)) << 23 | m << (23 - M));
}
#define __KP_FP8_TYPES(NAME, ...)                                                                                                             \
    struct __nv_fp8_##NAME {                                                                                                                 \
        __nv_fp8_storage_t __x;                                                                                                              \
        __nv_fp8_##NAME() = default;                                                                                                         \
        explicit __host__ __device__ __nv_fp8_##NAME(float f) : __x(__kp_fp8_of<__VA_ARGS__>(f, true)) {}                                    \
        explicit __host__ __device__ __nv_fp8_##NAME(double f) : __x(__kp_fp8_of<__VA_ARGS__>(__kp_fp8_odd(f), true)) {}                     \
        explicit __host__ __device__ __nv_fp8_##NAME(__half f) : __x(__kp_fp8_of<__VA_ARGS__>(__half2float(f), true)) {}                     \
        explicit __host__ __device__ __nv_fp8_##NAME(__nv_bfloat16 f) : __x(__kp_fp8_of<__VA_ARGS__>(__bfloat162float(f), true)) {}          \
        explicit __host__ __device__ __nv_fp8_##NAME(int i) : __x(__kp_fp8_of<__VA_ARGS__>(__kp_fp8_odd((double)i), true)) {}                \
        explicit __host__ __device__ __nv_fp8_##NAME(unsigned int i) : __x(__kp_fp8_of<__VA_ARGS__>(__kp_fp8_odd((double)i), true)) {}       \
        __host__ __device__ operator float() const { return __kp_fp8_float<__VA_ARGS__>(__x); }                                              \
    };                                                                                                                                       \
    struct __align__(2) __nv_fp8x2_##NAME {                                                                                                  \
        __nv_fp8x2_storage_t __x;                                                                                                            \
        __nv_fp8x2_##NAME() = default;                                                                                                       \
        explicit __host__ __device__ __nv_fp8x2_##NAME(float2 f)                                                                             \
            : __x((__nv_fp8x2_storage_t)(__kp_fp8_of<__VA_ARGS__>(f.x, true) | __kp_fp8_of<__VA_ARGS__>(f.y, true) << 8)) {}                  \
        __host__ __device__ operator float2() const {                                                                                        \
            return make_float2(__kp_fp8_float<__VA_ARGS__>((unsigned char)__x), __kp_fp8_float<__VA_ARGS__>((unsigned char)(__x >> 8)));      \
        }                                                                                                                                    \
    };                                                                                                                                       \
    struct __align__(4) __nv_fp8x4_##NAME {                                                                                                  \
        __nv_fp8x4_storage_t __x;                                                                                                            \
        __nv_fp8x4_##NAME() = default;                                                                                                       \
        explicit __host__ __device__ __nv_fp8x4_##NAME(float4 f)                                                                             \
            : __x((unsigned int)__kp_fp8_of<__VA_ARGS__>(f.x, true) | (unsigned int)__kp_fp8_of<__VA_ARGS__>(f.y, true) << 8 |                \
                  (unsigned int)__kp_fp8_of<__VA_ARGS__>(f.z, true) << 16 | (unsigned int)__kp_fp8_of<__VA_ARGS__>(f.w, true) << 24) {}       \
        __host__ __device__ operator float4() const {                                                                                        \
            return make_float4(__kp_fp8_float<__VA_ARGS__>((unsigned char)__x), __kp_fp8_float<__VA_ARGS__>((unsigned char)(__x >> 8)),       \
                               __kp_fp8_float<__VA_ARGS__>((unsigned char)(__x >> 16)), __kp_fp8_float<__VA_ARGS__>((unsigned char)(__x >> 24))); \
        }                                                                                                                                    \
    };
__KP_FP8_TYPES(e4m3, 3, 7, 0x7eu, false)
__KP_FP8_TYPES(e5m2, 2, 15, 0x7bu, true)
#undef __KP_FP8_TYPES
// A power of two: what lies between goes up.
struct __nv_fp8_e8m0 {
    __nv_fp8_storage_t __x;
    __nv_fp8_e8m0() = default;
    explicit __host__ __device__ __nv_fp8_e8m0(float f) {
        unsigned int a = __float_as_uint(f) & 0x7fffffffu, code = a <= 0x400000u ? 0u : (a >> 23) + ((a & 0x7fffffu) != 0u ? 1u : 0u);
        __x = (unsigned char)(a > 0x7f800000u ? 0xffu : code > 0xfeu ? 0xfeu : code);
    }
    __host__ __device__ operator float() const { return __uint_as_float(__x == 0xff ? 0x7fffffffu : __x == 0 ? 0x400000u : (unsigned int)__x << 23); }
};
__KP_FP8 __nv_fp8_storage_t __nv_cvt_float_to_fp8(float x, __nv_saturation_t s, __nv_fp8_interpretation_t i) {
    return i == __NV_E4M3 ? __kp_fp8_of<3, 7, 0x7eu, false>(x, s == __NV_SATFINITE) : __kp_fp8_of<2, 15, 0x7bu, true>(x, s == __NV_SATFINITE);
}
__KP_FP8 __nv_fp8x2_storage_t __nv_cvt_float2_to_fp8x2(float2 x, __nv_saturation_t s, __nv_fp8_interpretation_t i) {
    return (__nv_fp8x2_storage_t)(__nv_cvt_float_to_fp8(x.x, s, i) | __nv_cvt_float_to_fp8(x.y, s, i) << 8);
}
#undef __KP_FP8
