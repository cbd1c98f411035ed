// simt-dialects 3.3 R7 (integers only): __reduce_add_sync
#include <cuda_runtime.h>
__global__ void reduce_float(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    float2 f = {}; q[0] = __reduce_add_sync(~0u, f);
#endif
}
