// npu-dialects 2.7 (Select): Select has no such type
#include "kernel_operator.h"
using namespace AscendC;
__global__ __aicore__ void select_int32(LocalTensor<float> f, LocalTensor<int32_t> i, LocalTensor<uint32_t> u, LocalTensor<uint16_t> h, LocalTensor<uint8_t> b) {
#ifndef KP_CONTROL
    Select(i, b, i, i, SELMODE::VSEL_TENSOR_TENSOR_MODE, 8);
#endif
}
