// npu-dialects 2.7: FusedMulAdd has no such type
#include "kernel_operator.h"
using namespace AscendC;
__global__ __aicore__ void fused_int32(LocalTensor<float> f, LocalTensor<int32_t> i, GM_ADDR p) {
#ifndef KP_CONTROL
    FusedMulAdd(i, i, i, 8);
#endif
}
