// npu-dialects 2.10 (GlobalTensor::SetValue): SetValue
#include "kernel_operator.h"
using namespace AscendC;
__global__ __aicore__ void global_set_value(LocalTensor<float> f, LocalTensor<int32_t> i, LocalTensor<uint32_t> u, LocalTensor<uint16_t> h, LocalTensor<uint8_t> b) {
#ifndef KP_CONTROL
    GlobalTensor<float> g; g.SetValue(0, 1.0f);
#endif
}
