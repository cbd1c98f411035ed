// simt-dialects 2.4, names begin with mc: cudaMalloc
#include <mcr/mc_runtime.h>
__global__ void foreign_cudamalloc(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    cudaMalloc((void**)w, 4);
#endif
}
