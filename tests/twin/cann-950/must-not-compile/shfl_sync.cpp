// npu-dialects 3.2 (asc_shfl): __shfl_sync
#include <simt_api/asc_simt.h>
__global__ void shfl_sync(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    p[0] = __shfl_sync(~0u, p[0], 0);
#endif
}
