// simt-dialects 9 (overloads): unsigned int*
#include <cuda_runtime.h>
__global__ void atomic_inc_int(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    atomicInc(q, 5);
#endif
}
