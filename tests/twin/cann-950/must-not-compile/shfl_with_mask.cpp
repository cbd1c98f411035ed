// npu-dialects 3.2 (drop mask): invalid conversion
#include <simt_api/asc_simt.h>
__global__ void shfl_with_mask(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    p[0] = asc_shfl(0xffffffffu, p[0], 0, 32, 1);
#endif
}
