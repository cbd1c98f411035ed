#pragma once
#include "cuda_runtime.h"
#define __KP_COMPLEX(C, S, V, F, ABS)                                                                                                              \
    typedef V cu##C;                                                                                                                               \
    inline __host__ __device__ cu##C make_cu##C(S r, S i) { return cu##C{r, i}; }                                                                   \
    inline __host__ __device__ S cuCreal##F(cu##C a) { return a.x; }                                                                                \
    inline __host__ __device__ S cuCimag##F(cu##C a) { return a.y; }                                                                                \
    inline __host__ __device__ cu##C cuConj##F(cu##C a) { return cu##C{a.x, -a.y}; }                                                                \
    inline __host__ __device__ cu##C cuCadd##F(cu##C a, cu##C b) { return cu##C{a.x + b.x, a.y + b.y}; }                                            \
    inline __host__ __device__ cu##C cuCsub##F(cu##C a, cu##C b) { return cu##C{a.x - b.x, a.y - b.y}; }                                            \
    inline __host__ __device__ cu##C cuCmul##F(cu##C a, cu##C b) { return cu##C{a.x * b.x - a.y * b.y, a.x * b.y + a.y * b.x}; }                    \
    /* scaled by the divisor's size, so that its square does not overflow */                                                                       \
    inline __host__ __device__ cu##C cuCdiv##F(cu##C a, cu##C b) {                                                                                  \
        S s = (S)1 / (ABS(b.x) + ABS(b.y));                                                                                                        \
        S ar = a.x * s, ai = a.y * s, br = b.x * s, bi = b.y * s, d = (S)1 / (br * br + bi * bi);                                                   \
        return cu##C{(ar * br + ai * bi) * d, (ai * br - ar * bi) * d};                                                                             \
    }                                                                                                                                              \
    inline __host__ __device__ S cuCabs##F(cu##C a) { return hypot##F(a.x, a.y); }                                                                  \
    inline __host__ __device__ cu##C cuCfma##F(cu##C a, cu##C b, cu##C c) {                                                                         \
        return cu##C{(a.x * b.x + c.x) - a.y * b.y, (a.x * b.y + c.y) + a.y * b.x};                                                                 \
    }
__KP_COMPLEX(FloatComplex, float, float2, f, fabsf)
__KP_COMPLEX(DoubleComplex, double, double2, , fabs)
#undef __KP_COMPLEX
typedef cuFloatComplex cuComplex;
inline __host__ __device__ cuComplex make_cuComplex(float r, float i) { return cuComplex{r, i}; }
inline __host__ __device__ cuDoubleComplex cuComplexFloatToDouble(cuFloatComplex c) { return cuDoubleComplex{c.x, c.y}; }
inline __host__ __device__ cuFloatComplex cuComplexDoubleToFloat(cuDoubleComplex c) { return cuFloatComplex{(float)c.x, (float)c.y}; }
