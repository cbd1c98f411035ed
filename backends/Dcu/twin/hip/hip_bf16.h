// bfloat16 is __hip_bfloat16 (simt-dialects 2.2, exceptions).
#pragma once
#include "hip/hip_runtime.h"
#define KP_NE_OF_NAN true // hip_bf16.h compares with !=
#include "kp_half.h"
typedef kp::small::number<kp::small::bf16_format> __hip_bfloat16;
typedef __hip_bfloat16 hip_bfloat16;
typedef kp::small::pair<__hip_bfloat16> __hip_bfloat162;
KP_SMALL_FUNCTIONS(__hip_bfloat16, __hip_bfloat162)
KP_SMALL_MATH(__hip_bfloat16)
KP_SMALL_EXP(__hip_bfloat16)
KP_BF16_CONVERSIONS(__hip_bfloat16, __hip_bfloat162)
KP_PAIR_FROM_FLOATS(__hip_bfloat16, __hip_bfloat162, __float22bfloat162_rn)
