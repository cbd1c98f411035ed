// Half precision under CUDA's names (simt-dialects 1, row fp16 types).
#pragma once
#include "cuda_runtime.h"
#include "kp_half.h"
typedef kp::small::number<kp::small::half_format> __half;
typedef __half half;
typedef kp::small::pair<__half> __half2;
typedef __half2 half2;
KP_SMALL_FUNCTIONS(__half, __half2)
KP_SMALL_MATH(__half)
KP_SMALL_EXP(__half)
KP_SMALL_PAIR_MATH(__half2)
KP_HALF_CONVERSIONS(__half, __half2)
inline __half2 operator+(__half2 a, __half2 b) { return __hadd2(a, b); }
inline __half2 operator-(__half2 a, __half2 b) { return __hsub2(a, b); }
inline __half2 operator*(__half2 a, __half2 b) { return __hmul2(a, b); }
inline __half atomicAdd(__half* p, __half v) { return kp::atomic_detail::change(p, [=](__half o) { return o + v; }); }
inline __half2 atomicAdd(__half2* p, __half2 v) { return kp::atomic_detail::change(p, [=](__half2 o) { return __hadd2(o, v); }); }
