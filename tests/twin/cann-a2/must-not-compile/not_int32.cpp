// npu-dialects 2.7 (Not): Not has no such type
#include "kernel_operator.h"
using namespace AscendC;
__global__ __aicore__ void not_int32(LocalTensor<float> f, LocalTensor<int32_t> i, LocalTensor<uint32_t> u, LocalTensor<uint16_t> h, LocalTensor<uint8_t> b) {
#ifndef KP_CONTROL
    Not(i, i, 8);
#endif
}
