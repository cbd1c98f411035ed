// cann-api.csv ReadGmByPassDCache: ReadGmByPassDCache has no such type
#include "kernel_operator.h"
using namespace AscendC;
__global__ __aicore__ void read_float_past_cache(LocalTensor<float> f, LocalTensor<int32_t> i, GM_ADDR p) {
#ifndef KP_CONTROL
    ReadGmByPassDCache((__gm__ float*)p);
#endif
}
