// simt-dialects 9 (overloads): long long
#include <cuda_runtime.h>
__global__ void atomic_add_signed64(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    long long* l = (long long*)w; atomicAdd(l, 1LL);
#endif
}
