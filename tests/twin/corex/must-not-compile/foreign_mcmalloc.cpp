// simt-dialects 2.5, CUDA's names unchanged: mcMalloc
#include <cuda_runtime.h>
__global__ void foreign_mcmalloc(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    mcMalloc((void**)w, 4);
#endif
}
