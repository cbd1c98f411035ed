// npu-dialects 2.3 (bool): no such LocalTensor
#include "kernel_operator.h"
using namespace AscendC;
__global__ __aicore__ void local_bool(LocalTensor<float> f, LocalTensor<int32_t> i, LocalTensor<uint32_t> u, LocalTensor<uint16_t> h, LocalTensor<uint8_t> b) {
#ifndef KP_CONTROL
    LocalTensor<bool> d; (void)d.GetSize();
#endif
}
