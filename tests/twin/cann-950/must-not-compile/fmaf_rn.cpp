// npu-dialects 3.2 (fmaf): __fmaf_rn
#include <simt_api/asc_simt.h>
__global__ void fmaf_rn(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    p[0] = __fmaf_rn(p[0], p[1], p[2]);
#endif
}
