// npu-dialects 3.2 (no _count): __syncthreads_count
#include <simt_api/asc_simt.h>
__global__ void sync_count(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    q[0] = __syncthreads_count(1);
#endif
}
