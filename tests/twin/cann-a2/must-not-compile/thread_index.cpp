// npu-dialects 1 (row 2): threadIdx
#include "kernel_operator.h"
using namespace AscendC;
__global__ __aicore__ void thread_index(LocalTensor<float> f, LocalTensor<int32_t> i, LocalTensor<uint32_t> u, LocalTensor<uint16_t> h, LocalTensor<uint8_t> b) {
#ifndef KP_CONTROL
    f.SetValue(threadIdx.x, 1.0f);
#endif
}
