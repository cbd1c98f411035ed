// simt-dialects 3.1 (no *_sync below HIP 6.2): __syncwarp
#include <hip/hip_runtime.h>
__global__ void syncwarp(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    __syncwarp();
#endif
}
