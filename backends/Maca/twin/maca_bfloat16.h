// bfloat16 is __maca_bfloat16 (simt-dialects 2.4, bf16 types).
#pragma once
#include "mcr/mc_runtime.h"
#include "kp_half.h"
typedef kp::small::number<kp::small::bf16_format> __maca_bfloat16;
typedef __maca_bfloat16 maca_bfloat16;
typedef kp::small::pair<__maca_bfloat16> __maca_bfloat162;
typedef __maca_bfloat162 maca_bfloat162;
KP_SMALL_FUNCTIONS(__maca_bfloat16, __maca_bfloat162)
KP_SMALL_MATH(__maca_bfloat16)
KP_BF16_CONVERSIONS(__maca_bfloat16, __maca_bfloat162)
KP_BF16_BITS(__maca_bfloat16)

