// half and half2 of the 950 (npu-dialects 3.2, half math).
#pragma once
#include "simt_api/asc_simt.h"
#include "kp_half.h"
typedef kp::small::number<kp::small::half_format> half;
typedef kp::small::pair<half> half2;
KP_SMALL_FUNCTIONS(half, half2)
KP_SMALL_MATH(half)
KP_SMALL_EXP(half)
KP_HALF_CONVERSIONS(half, half2)
inline half asc_shfl(half v, int b, int width = 32, KP_SITE) { return kp::shuffle<kp::shuffle_index>("asc_shfl", kp::no_mask(), v, b, width, KP_AT); }
inline half asc_shfl_xor(half v, int b, int width = 32, KP_SITE) { return kp::shuffle<kp::shuffle_xor>("asc_shfl_xor", kp::no_mask(), v, b, width, KP_AT); }
inline half asc_shfl_down(half v, unsigned int b, int width = 32, KP_SITE) { return kp::shuffle<kp::shuffle_down>("asc_shfl_down", kp::no_mask(), v, b, width, KP_AT); }
inline half asc_shfl_up(half v, unsigned int b, int width = 32, KP_SITE) { return kp::shuffle<kp::shuffle_up>("asc_shfl_up", kp::no_mask(), v, b, width, KP_AT); }
