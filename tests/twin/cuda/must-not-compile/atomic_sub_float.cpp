// simt-dialects 9 (overloads): atomicSub
#include <cuda_runtime.h>
__global__ void atomic_sub_float(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    atomicSub(p, 1.0f);
#endif
}
