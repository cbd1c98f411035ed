// npu-dialects 8.4 (mul V, U): Muls takes the tensor
#include "kernel_operator.h"
using namespace AscendC;
__global__ __aicore__ void muls_double_scalar(LocalTensor<float> f, LocalTensor<int32_t> i, LocalTensor<uint32_t> u, LocalTensor<uint16_t> h, LocalTensor<uint8_t> b) {
#ifndef KP_CONTROL
    Muls(f, f, 2.0, 8);
#endif
}
