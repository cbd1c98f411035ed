// simt-dialects 3.1 (no *_sync below HIP 6.2): __shfl_down_sync
#include <hip/hip_runtime.h>
__global__ void shfl_down_sync(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    p[0] = __shfl_down_sync(~0u, p[0], 1);
#endif
}
