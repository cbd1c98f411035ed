// npu-dialects 2.7 (ShiftLeft): ShiftLeft has no such type
#include "kernel_operator.h"
using namespace AscendC;
__global__ __aicore__ void shift_float(LocalTensor<float> f, LocalTensor<int32_t> i, LocalTensor<uint32_t> u, LocalTensor<uint16_t> h, LocalTensor<uint8_t> b) {
#ifndef KP_CONTROL
    ShiftLeft(f, f, 1.0f, 8);
#endif
}
