// simt-dialects 3.1 (CUDA has masks): __ballot
#include <cuda_runtime.h>
__global__ void ballot_no_mask(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    q[0] = __ballot(1);
#endif
}
