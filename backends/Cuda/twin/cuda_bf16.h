// bfloat16 under CUDA's names (simt-dialects 1, row bf16 types).
#pragma once
#include "cuda_runtime.h"
#include "kp_half.h"
typedef kp::small::number<kp::small::bf16_format> __nv_bfloat16;
typedef __nv_bfloat16 nv_bfloat16;
typedef kp::small::pair<__nv_bfloat16> __nv_bfloat162;
typedef __nv_bfloat162 nv_bfloat162;
KP_SMALL_FUNCTIONS(__nv_bfloat16, __nv_bfloat162)
KP_SMALL_MATH(__nv_bfloat16)
KP_SMALL_EXP(__nv_bfloat16)
KP_BF16_CONVERSIONS(__nv_bfloat16, __nv_bfloat162)
KP_BF16_BITS(__nv_bfloat16)
inline __nv_bfloat16 atomicAdd(__nv_bfloat16* p, __nv_bfloat16 v) { return kp::atomic_detail::change(p, [=](__nv_bfloat16 o) { return o + v; }); }
inline __nv_bfloat162 atomicAdd(__nv_bfloat162* p, __nv_bfloat162 v) { return kp::atomic_detail::change(p, [=](__nv_bfloat162 o) { return __hadd2(o, v); }); }
KP_PAIR_FROM_FLOATS(__nv_bfloat16, __nv_bfloat162, __float22bfloat162_rn)
