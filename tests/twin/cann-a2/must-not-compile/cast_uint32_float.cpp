// npu-dialects 2.7 (Cast pairs): Cast has no such pair
#include "kernel_operator.h"
using namespace AscendC;
__global__ __aicore__ void cast_uint32_float(LocalTensor<float> f, LocalTensor<int32_t> i, LocalTensor<uint32_t> u, LocalTensor<uint16_t> h, LocalTensor<uint8_t> b) {
#ifndef KP_CONTROL
    Cast(f, u, RoundMode::CAST_RINT, 8u);
#endif
}
