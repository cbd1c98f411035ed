// npu-dialects 3.2 (+): __fadd_rn
#include <simt_api/asc_simt.h>
__global__ void fadd_rn(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    p[0] = __fadd_rn(p[0], p[1]);
#endif
}
