// bfloat16 is __mt_bfloat16 (simt-dialects 2.1, headers and types); hexp may be missing: absent here.
#pragma once
#include "musa_runtime.h"
#include "kp_half.h"
typedef kp::small::number<kp::small::bf16_format> __mt_bfloat16;
typedef __mt_bfloat16 mt_bfloat16;
typedef kp::small::pair<__mt_bfloat16> __mt_bfloat162;
typedef __mt_bfloat162 mt_bfloat162;
KP_SMALL_FUNCTIONS(__mt_bfloat16, __mt_bfloat162)
KP_SMALL_MATH(__mt_bfloat16)
KP_BF16_CONVERSIONS(__mt_bfloat16, __mt_bfloat162)
KP_BF16_BITS(__mt_bfloat16)
#if KP_MUSA_ARCH >= 220 // native only from 220 (simt-dialects 2.1, atomics)
inline __mt_bfloat16 atomicAdd(__mt_bfloat16* p, __mt_bfloat16 v) { return kp::atomic_detail::change(p, [=](__mt_bfloat16 o) { return o + v; }); }
#endif
KP_PAIR_FROM_FLOATS(__mt_bfloat16, __mt_bfloat162, __float22bfloat162_rn) // CUDA's name (inferred)
