// npu-dialects 2.11: SetAtomic has no such type
#include "kernel_operator.h"
using namespace AscendC;
__global__ __aicore__ void atomic_uint32(LocalTensor<float> f, LocalTensor<int32_t> i, GM_ADDR p) {
#ifndef KP_CONTROL
    SetAtomicAdd<uint32_t>();
#endif
}
