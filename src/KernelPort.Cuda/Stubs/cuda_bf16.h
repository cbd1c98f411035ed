#pragma once
#include "cuda_runtime.h"
#include "kernelport_pairs.h"
struct __align__(2) __nv_bfloat16 { unsigned short __x; };
struct __align__(4) __nv_bfloat162 { __nv_bfloat16 x, y; };
struct __nv_bfloat16_raw { unsigned short x; };
typedef __nv_bfloat16 nv_bfloat16;
typedef __nv_bfloat162 nv_bfloat162;
inline __device__ __nv_bfloat162 __hadd2(const __nv_bfloat162 a, const __nv_bfloat162 b) { return __nv_bfloat162{a.x + b.x, a.y + b.y}; }
inline __device__ __nv_bfloat162 __hsub2(const __nv_bfloat162 a, const __nv_bfloat162 b) { return __nv_bfloat162{a.x - b.x, a.y - b.y}; }
inline __device__ __nv_bfloat162 __hmul2(const __nv_bfloat162 a, const __nv_bfloat162 b) { return __nv_bfloat162{a.x * b.x, a.y * b.y}; }
inline __device__ __nv_bfloat162 __h2div(const __nv_bfloat162 a, const __nv_bfloat162 b) { return __nv_bfloat162{a.x / b.x, a.y / b.y}; }
inline __device__ __nv_bfloat162 __hadd2_rn(const __nv_bfloat162 a, const __nv_bfloat162 b) { return __nv_bfloat162{a.x + b.x, a.y + b.y}; }
inline __device__ __nv_bfloat162 __hsub2_rn(const __nv_bfloat162 a, const __nv_bfloat162 b) { return __nv_bfloat162{a.x - b.x, a.y - b.y}; }
inline __device__ __nv_bfloat162 __hmul2_rn(const __nv_bfloat162 a, const __nv_bfloat162 b) { return __nv_bfloat162{a.x * b.x, a.y * b.y}; }
inline __device__ __nv_bfloat162 __hfma2(const __nv_bfloat162 a, const __nv_bfloat162 b, const __nv_bfloat162 c) { return __nv_bfloat162{__hfma(a.x, b.x, c.x), __hfma(a.y, b.y, c.y)}; }
inline __device__ __nv_bfloat162 __hmax2(const __nv_bfloat162 a, const __nv_bfloat162 b) { return __nv_bfloat162{__hmax(a.x, b.x), __hmax(a.y, b.y)}; }
inline __device__ __nv_bfloat162 __hmin2(const __nv_bfloat162 a, const __nv_bfloat162 b) { return __nv_bfloat162{__hmin(a.x, b.x), __hmin(a.y, b.y)}; }
inline __device__ __nv_bfloat162 __hneg2(const __nv_bfloat162 a) { return __nv_bfloat162{-a.x, -a.y}; }
inline __device__ __nv_bfloat162 __habs2(const __nv_bfloat162 a) { return __nv_bfloat162{__habs(a.x), __habs(a.y)}; }
inline __device__ __nv_bfloat162 operator+(const __nv_bfloat162 &a, const __nv_bfloat162 &b) { return __nv_bfloat162{a.x + b.x, a.y + b.y}; }
inline __device__ __nv_bfloat162 &operator+=(__nv_bfloat162 &a, const __nv_bfloat162 &b) { a = __nv_bfloat162{a.x + b.x, a.y + b.y}; return a; }
inline __device__ __nv_bfloat162 operator-(const __nv_bfloat162 &a, const __nv_bfloat162 &b) { return __nv_bfloat162{a.x - b.x, a.y - b.y}; }
inline __device__ __nv_bfloat162 &operator-=(__nv_bfloat162 &a, const __nv_bfloat162 &b) { a = __nv_bfloat162{a.x - b.x, a.y - b.y}; return a; }
inline __device__ __nv_bfloat162 operator*(const __nv_bfloat162 &a, const __nv_bfloat162 &b) { return __nv_bfloat162{a.x * b.x, a.y * b.y}; }
inline __device__ __nv_bfloat162 &operator*=(__nv_bfloat162 &a, const __nv_bfloat162 &b) { a = __nv_bfloat162{a.x * b.x, a.y * b.y}; return a; }
inline __device__ __nv_bfloat162 operator/(const __nv_bfloat162 &a, const __nv_bfloat162 &b) { return __nv_bfloat162{a.x / b.x, a.y / b.y}; }
inline __device__ __nv_bfloat162 &operator/=(__nv_bfloat162 &a, const __nv_bfloat162 &b) { a = __nv_bfloat162{a.x / b.x, a.y / b.y}; return a; }
inline __device__ __nv_bfloat16 __low2bfloat16(const __nv_bfloat162 a) { return a.x; }
inline __device__ __nv_bfloat16 __high2bfloat16(const __nv_bfloat162 a) { return a.y; }
inline __device__ __nv_bfloat162 __float2bfloat162_rn(float a) { return __nv_bfloat162{__float2bfloat16(a), __float2bfloat16(a)}; }
inline __device__ __nv_bfloat162 __floats2bfloat162_rn(float a, float b) { return __nv_bfloat162{__float2bfloat16(a), __float2bfloat16(b)}; }
inline __device__ __nv_bfloat162 __float22bfloat162_rn(const float2 a) { return __nv_bfloat162{__float2bfloat16(a.x), __float2bfloat16(a.y)}; }
inline __device__ float2 __bfloat1622float2(const __nv_bfloat162 a) { return make_float2(__bfloat162float(a.x), __bfloat162float(a.y)); }
inline __device__ __nv_bfloat162 __bfloat162bfloat162(const __nv_bfloat16 a) { return __nv_bfloat162{a, a}; }
inline __device__ __nv_bfloat162 __halves2bfloat162(const __nv_bfloat16 a, const __nv_bfloat16 b) { return __nv_bfloat162{a, b}; }
inline __device__ float __low2float(const __nv_bfloat162 a) { return __bfloat162float(a.x); }
inline __device__ float __high2float(const __nv_bfloat162 a) { return __bfloat162float(a.y); }
__KP_PAIRS(__nv_bfloat162, __float2bfloat16)
// CUDA promises each half by itself to be atomic, not the pair.
inline __device__ __nv_bfloat162 atomicAdd(__nv_bfloat162 *place, __nv_bfloat162 v) {
    __nv_bfloat16 x = atomicAdd(&place->x, v.x);
    return __nv_bfloat162{x, atomicAdd(&place->y, v.y)};
}
