// npu-dialects 3.2 (asc_syncthreads): __syncthreads
#include <simt_api/asc_simt.h>
__global__ void syncthreads(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    __syncthreads();
#endif
}
