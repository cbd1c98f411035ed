// simt-dialects 4, names: supaMalloc
#include <cuda_runtime.h>
__global__ void foreign_supamalloc(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    supaMalloc((void**)w, 4);
#endif
}
