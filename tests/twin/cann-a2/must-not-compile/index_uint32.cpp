// npu-dialects 2.7 (CreateVecIndex): CreateVecIndex has no such type
#include "kernel_operator.h"
using namespace AscendC;
__global__ __aicore__ void index_uint32(LocalTensor<float> f, LocalTensor<int32_t> i, LocalTensor<uint32_t> u, LocalTensor<uint16_t> h, LocalTensor<uint8_t> b) {
#ifndef KP_CONTROL
    CreateVecIndex(u, 0u, 8u);
#endif
}
