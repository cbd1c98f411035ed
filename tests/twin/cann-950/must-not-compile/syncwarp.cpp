// npu-dialects 3.2 (nothing, or a tile): __syncwarp
#include <simt_api/asc_simt.h>
__global__ void syncwarp(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    __syncwarp();
#endif
}
