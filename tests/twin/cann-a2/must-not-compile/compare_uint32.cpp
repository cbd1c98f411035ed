// npu-dialects 2.7 (Compare): Compare has no such type
#include "kernel_operator.h"
using namespace AscendC;
__global__ __aicore__ void compare_uint32(LocalTensor<float> f, LocalTensor<int32_t> i, LocalTensor<uint32_t> u, LocalTensor<uint16_t> h, LocalTensor<uint8_t> b) {
#ifndef KP_CONTROL
    Compare(b, u, u, CMPMODE::EQ, 64u);
#endif
}
