// simt-dialects 3.1 (masks are there): __ballot
#include <cuda_runtime.h>
__global__ void vote_no_mask(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    q[0] = __ballot(1);
#endif
}
