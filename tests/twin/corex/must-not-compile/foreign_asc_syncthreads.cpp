// simt-dialects 4, names: asc_syncthreads
#include <cuda_runtime.h>
__global__ void foreign_asc_syncthreads(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    asc_syncthreads();
#endif
}
