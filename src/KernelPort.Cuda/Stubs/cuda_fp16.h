#pragma once
#include "cuda_runtime.h"
#include "kernelport_pairs.h"
struct __align__(2) __half { unsigned short __x; };
struct __align__(4) __half2 { __half x, y; };
struct __half_raw { unsigned short x; };
struct __half2_raw { unsigned short x, y; };
typedef __half half;
typedef __half2 half2;
typedef __half nv_half;
typedef __half2 nv_half2;
inline __device__ __half2 __hadd2(const __half2 a, const __half2 b) { return __half2{a.x + b.x, a.y + b.y}; }
inline __device__ __half2 __hsub2(const __half2 a, const __half2 b) { return __half2{a.x - b.x, a.y - b.y}; }
inline __device__ __half2 __hmul2(const __half2 a, const __half2 b) { return __half2{a.x * b.x, a.y * b.y}; }
inline __device__ __half2 __h2div(const __half2 a, const __half2 b) { return __half2{a.x / b.x, a.y / b.y}; }
inline __device__ __half2 __hadd2_rn(const __half2 a, const __half2 b) { return __half2{a.x + b.x, a.y + b.y}; }
inline __device__ __half2 __hsub2_rn(const __half2 a, const __half2 b) { return __half2{a.x - b.x, a.y - b.y}; }
inline __device__ __half2 __hmul2_rn(const __half2 a, const __half2 b) { return __half2{a.x * b.x, a.y * b.y}; }
inline __device__ __half2 __hfma2(const __half2 a, const __half2 b, const __half2 c) { return __half2{__hfma(a.x, b.x, c.x), __hfma(a.y, b.y, c.y)}; }
inline __device__ __half2 __hmax2(const __half2 a, const __half2 b) { return __half2{__hmax(a.x, b.x), __hmax(a.y, b.y)}; }
inline __device__ __half2 __hmin2(const __half2 a, const __half2 b) { return __half2{__hmin(a.x, b.x), __hmin(a.y, b.y)}; }
inline __device__ __half2 __hneg2(const __half2 a) { return __half2{-a.x, -a.y}; }
inline __device__ __half2 __habs2(const __half2 a) { return __half2{__habs(a.x), __habs(a.y)}; }
inline __device__ __half2 operator+(const __half2 &a, const __half2 &b) { return __half2{a.x + b.x, a.y + b.y}; }
inline __device__ __half2 &operator+=(__half2 &a, const __half2 &b) { a = __half2{a.x + b.x, a.y + b.y}; return a; }
inline __device__ __half2 operator-(const __half2 &a, const __half2 &b) { return __half2{a.x - b.x, a.y - b.y}; }
inline __device__ __half2 &operator-=(__half2 &a, const __half2 &b) { a = __half2{a.x - b.x, a.y - b.y}; return a; }
inline __device__ __half2 operator*(const __half2 &a, const __half2 &b) { return __half2{a.x * b.x, a.y * b.y}; }
inline __device__ __half2 &operator*=(__half2 &a, const __half2 &b) { a = __half2{a.x * b.x, a.y * b.y}; return a; }
inline __device__ __half2 operator/(const __half2 &a, const __half2 &b) { return __half2{a.x / b.x, a.y / b.y}; }
inline __device__ __half2 &operator/=(__half2 &a, const __half2 &b) { a = __half2{a.x / b.x, a.y / b.y}; return a; }
inline __device__ __half __low2half(const __half2 a) { return a.x; }
inline __device__ __half __high2half(const __half2 a) { return a.y; }
inline __device__ __half2 __float2half2_rn(float a) { return __half2{__float2half(a), __float2half(a)}; }
inline __device__ __half2 __floats2half2_rn(float a, float b) { return __half2{__float2half(a), __float2half(b)}; }
inline __device__ __half2 __float22half2_rn(const float2 a) { return __half2{__float2half(a.x), __float2half(a.y)}; }
inline __device__ float2 __half22float2(const __half2 a) { return make_float2(__half2float(a.x), __half2float(a.y)); }
inline __device__ __half2 __half2half2(const __half a) { return __half2{a, a}; }
inline __device__ __half2 __halves2half2(const __half a, const __half b) { return __half2{a, b}; }
inline __device__ float __low2float(const __half2 a) { return __half2float(a.x); }
inline __device__ float __high2float(const __half2 a) { return __half2float(a.y); }
inline __device__ __half2 __lows2half2(const __half2 a, const __half2 b) { return __half2{a.x, b.x}; }
inline __device__ __half2 __highs2half2(const __half2 a, const __half2 b) { return __half2{a.y, b.y}; }
inline __device__ __half2 __lowhigh2highlow(const __half2 a) { return __half2{a.y, a.x}; }
__KP_PAIRS(__half2, __float2half)
// A half is a float exactly, so its rounding to an integer is the float's.
inline __device__ int __half2int_rn(const __half h) { return __float2int_rn(__half2float(h)); }
inline __device__ int __half2int_rz(const __half h) { return __float2int_rz(__half2float(h)); }
inline __device__ int __half2int_rd(const __half h) { return __float2int_rd(__half2float(h)); }
inline __device__ int __half2int_ru(const __half h) { return __float2int_ru(__half2float(h)); }
inline __device__ unsigned int __half2uint_rn(const __half h) { return __float2uint_rn(__half2float(h)); }
inline __device__ unsigned int __half2uint_rz(const __half h) { return __float2uint_rz(__half2float(h)); }
// CUDA promises each half by itself to be atomic, not the pair.
inline __device__ __half2 atomicAdd(__half2 *place, __half2 v) {
    __half x = atomicAdd(&place->x, v.x);
    return __half2{x, atomicAdd(&place->y, v.y)};
}
