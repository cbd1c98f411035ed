// npu-dialects 2.7 (Sub): Sub has no such type
#include "kernel_operator.h"
using namespace AscendC;
__global__ __aicore__ void sub_uint32(LocalTensor<float> f, LocalTensor<int32_t> i, LocalTensor<uint32_t> u, LocalTensor<uint16_t> h, LocalTensor<uint8_t> b) {
#ifndef KP_CONTROL
    Sub(u, u, u, 8);
#endif
}
