// simt-dialects 2.3 (masks are there): __shfl
#include <supa_runtime.h>
__global__ void shfl_no_mask(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    p[0] = __shfl(p[0], 0);
#endif
}
