// simt-dialects 9 (overloads): const int*
#include <cuda_runtime.h>
__global__ void atomic_const(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    const int* c = q; atomicAdd(c, 1);
#endif
}
