// simt-dialects 2.1 (mp_31 adds __syncthreads_lm): __syncthreads_lm
#include <musa_runtime.h>
__global__ void sync_lm(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    __syncthreads_lm();
#endif
}
