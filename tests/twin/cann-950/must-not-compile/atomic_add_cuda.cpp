// npu-dialects 3.2 (asc_atomic_add): atomicAdd
#include <simt_api/asc_simt.h>
__global__ void atomic_add_cuda(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    atomicAdd(q, 1);
#endif
}
