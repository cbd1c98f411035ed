// npu-dialects 8.4 (add V, U): Adds takes the tensor
#include "kernel_operator.h"
using namespace AscendC;
__global__ __aicore__ void adds_other_scalar(LocalTensor<float> f, LocalTensor<int32_t> i, LocalTensor<uint32_t> u, LocalTensor<uint16_t> h, LocalTensor<uint8_t> b) {
#ifndef KP_CONTROL
    Adds(f, f, 1, 8);
#endif
}
