// npu-dialects 2.7 (Subs): Subs
#include "kernel_operator.h"
using namespace AscendC;
__global__ __aicore__ void subs(LocalTensor<float> f, LocalTensor<int32_t> i, LocalTensor<uint32_t> u, LocalTensor<uint16_t> h, LocalTensor<uint8_t> b) {
#ifndef KP_CONTROL
    Subs(f, f, 1.0f, 8);
#endif
}
