// Half precision of HIP 5.7 (simt-dialects 1). No packed half2 atomic (simt-dialects 4, signatures; trap T32).
#pragma once
#include "hip/hip_runtime.h"
#define KP_NE_OF_NAN true // amd_hip_fp16.h compares with !=
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
KP_PAIR_FROM_FLOATS(__half, __half2, __float22half2_rn)
