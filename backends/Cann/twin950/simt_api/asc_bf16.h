// bfloat16_t and bfloat16x2_t of the 950 (npu-dialects 3.2, half math).
#pragma once
#include "simt_api/asc_simt.h"
#include "kp_half.h"
typedef kp::small::number<kp::small::bf16_format> bfloat16_t;
typedef kp::small::pair<bfloat16_t> bfloat16x2_t;
KP_SMALL_FUNCTIONS(bfloat16_t, bfloat16x2_t)
KP_SMALL_MATH(bfloat16_t)
KP_SMALL_EXP(bfloat16_t)
KP_BF16_CONVERSIONS(bfloat16_t, bfloat16x2_t)
