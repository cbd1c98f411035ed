// npu-dialects 2.9 (fp64): no such LocalTensor
#include "kernel_operator.h"
using namespace AscendC;
__global__ __aicore__ void local_double(LocalTensor<float> f, LocalTensor<int32_t> i, LocalTensor<uint32_t> u, LocalTensor<uint16_t> h, LocalTensor<uint8_t> b) {
#ifndef KP_CONTROL
    LocalTensor<double> d; (void)d.GetSize();
#endif
}
