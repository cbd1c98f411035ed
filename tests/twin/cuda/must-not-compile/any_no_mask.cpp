// simt-dialects 3.1 (CUDA has masks): __any
#include <cuda_runtime.h>
__global__ void any_no_mask(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    q[0] = __any(1);
#endif
}
