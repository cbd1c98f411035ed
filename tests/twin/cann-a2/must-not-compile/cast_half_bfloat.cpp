// npu-dialects 2.7 (Cast pairs): Cast has no such pair
#include "kernel_operator.h"
using namespace AscendC;
__global__ __aicore__ void cast_half_bfloat(LocalTensor<float> f, LocalTensor<int32_t> i, GM_ADDR p) {
#ifndef KP_CONTROL
    Cast(i.ReinterpretCast<bfloat16_t>(), f.ReinterpretCast<half>(), RoundMode::CAST_RINT, 8u);
#endif
}
