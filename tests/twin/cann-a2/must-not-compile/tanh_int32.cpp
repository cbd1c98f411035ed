// cann-api.csv Tanh: Tanh has no such type
#include "kernel_operator.h"
using namespace AscendC;
__global__ __aicore__ void tanh_int32(LocalTensor<float> f, LocalTensor<int32_t> i, GM_ADDR p) {
#ifndef KP_CONTROL
    Tanh(i, i, 8u);
#endif
}
