// simt-dialects 3.1 (CUDA has masks): __shfl
#include <cuda_runtime.h>
__global__ void shfl_no_mask(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    p[0] = __shfl(p[0], 0);
#endif
}
