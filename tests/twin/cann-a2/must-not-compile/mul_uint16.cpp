// npu-dialects 2.7 (Mul): Mul has no such type
#include "kernel_operator.h"
using namespace AscendC;
__global__ __aicore__ void mul_uint16(LocalTensor<float> f, LocalTensor<int32_t> i, LocalTensor<uint32_t> u, LocalTensor<uint16_t> h, LocalTensor<uint8_t> b) {
#ifndef KP_CONTROL
    Mul(h, h, h, 8);
#endif
}
