// npu-dialects 2.7 (Min): Min has no such type
#include "kernel_operator.h"
using namespace AscendC;
__global__ __aicore__ void min_uint8(LocalTensor<float> f, LocalTensor<int32_t> i, LocalTensor<uint32_t> u, LocalTensor<uint16_t> h, LocalTensor<uint8_t> b) {
#ifndef KP_CONTROL
    Min(b, b, b, 8);
#endif
}
